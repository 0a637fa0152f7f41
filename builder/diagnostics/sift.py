"""Leaving out findings that only follow from others."""

from __future__ import annotations

from collections.abc import Iterable

from builder.diagnostics.codes import OF_ABSENCE, is_error
from builder.diagnostics.diagnostic import Diagnostic
from builder.diagnostics.place import Place

MISSHAPEN = frozenset({"wrong-type", "bad-id", "unknown-value", "out-of-range"})
"""What reading says of a value that it put a stand-in for."""
ONCE = frozenset({"minutes-off", "hard-reading"})
"""What counts words, which are a few more or fewer for each organisation: said once of a place."""


def sifted(first: Iterable[Diagnostic], later: Iterable[Diagnostic], *, whole: bool) -> tuple[Diagnostic, ...]:
    """The findings of reading (``first``) and of the checks (``later``), each once, by place.

    Where reading found an error the checks saw a stand-in, so what they say of that place is dropped. Unless the
    ``whole`` source was read, nothing is said to be absent: it may stand in what could not be read.
    """
    first = tuple(first)
    misshapen = {finding.place for finding in first if finding.code in MISSHAPEN}
    first = tuple(finding for finding in first if finding.code in MISSHAPEN or finding.place not in misshapen)
    blamed = {finding.place for finding in first if is_error(finding)}
    said = [*first, *(finding for finding in later if finding.place not in blamed)]
    kept: dict[tuple[Place, str, str], Diagnostic] = {}
    for one in said:
        if whole or one.code not in OF_ABSENCE:
            kept.setdefault((one.place, one.code, "" if one.code in ONCE else one.message), one)
    return tuple(kept[key] for key in sorted(kept))
