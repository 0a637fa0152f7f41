"""What stands behind a code."""

from __future__ import annotations

from typing import NamedTuple

from builder.diagnostics.diagnostic import Severity


class Rule(NamedTuple):
    """What stands behind a code. ``what``, ``why`` and ``example`` are Markdown for the page of codes."""

    severity: Severity
    what: str
    why: str
    example: str
