"""Patterns that are compiled when they are first used: a small check needs few of a language's."""

from __future__ import annotations

import re
from typing import cast

_WAYS = ("search", "match", "fullmatch", "sub", "findall", "finditer", "split")


class _Late:
    """Becomes a pattern, to whoever calls its methods."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __getattr__(self, name: str) -> object:
        """What is asked for first; all methods are the compiled pattern's own from then on."""
        if name not in _WAYS:
            raise AttributeError(name)
        made = re.compile(self.text)
        for way in _WAYS:
            setattr(self, way, getattr(made, way))
        return getattr(made, name)


def late(text: str) -> re.Pattern[str]:
    """The pattern ``text``, which isn't read before it is used; a mistake in it shows then."""
    return cast("re.Pattern[str]", _Late(text))
