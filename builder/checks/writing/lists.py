"""In what a language keeps its words and patterns, and what stands where it has none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

Words = frozenset[str]
NO_WORDS: Words = frozenset()
Pattern = re.Pattern[str]
NEVER = re.compile(r"(?!)")
"""Is found nowhere."""


def listed(text: str) -> Words:
    """The words of ``text``."""
    return frozenset(text.split())


def no_entries() -> Mapping[str, Any]:
    """An empty table, as the default of a field."""
    return MappingProxyType({})
