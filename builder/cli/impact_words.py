"""Old and new words below each other, what differs marked; long runs of the same left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.impact.change import Rewording

Paint = Callable[[str, str], str]
"""``paint(style, text)``: text in a style of `builder.cli.impact_text`, or as it is where there is no colour."""

MOST = 12
"""So many of a kind are shown; JSON holds all."""
_AROUND = 40
"""So many characters are shown beside a difference."""
_SPACE = re.compile(r"\s+")


def diff_lines(rewording: Rewording, paint: Paint) -> Iterator[str]:
    """Two lines a text: before with ``[-…-]``, after with ``{+…+}`` where there is no colour."""
    name = f"{rewording.part} ({rewording.language})"
    yield f"      {paint('dim', name)}"
    for sign, style, marks in (("-", "old", ("[-", "-]")), ("+", "new", ("{+", "+}"))):
        if rewording.old if sign == "-" else rewording.new:
            yield f"        {paint(style, sign)} {_line(rewording, sign, style, marks, paint)}"


def _line(rewording: Rewording, sign: str, style: str, marks: tuple[str, str], paint: Paint) -> str:
    parts = []
    last = len(rewording.diff) - 1
    for at, (kind, words) in enumerate(rewording.diff):
        shown = _SPACE.sub(" ", words)
        if kind == "=":
            parts.append(_short(shown, first=at == 0, last=at == last))
        elif kind == sign:
            marked = paint(style, shown)
            parts.append(marked if marked != shown else f"{marks[0]}{shown}{marks[1]}")
    return "".join(parts).strip()


def _short(words: str, *, first: bool, last: bool) -> str:
    if first and last:
        return words
    if first:
        return words if len(words) <= _AROUND + 2 else f"… {_end(words)}"
    if last:
        return words if len(words) <= _AROUND + 2 else f"{_start(words)} …"
    return words if len(words) <= _AROUND * 2 + 4 else f"{_start(words)} … {_end(words)}"


def _start(words: str) -> str:
    return words[:_AROUND].rpartition(" ")[0] or words[:_AROUND]


def _end(words: str) -> str:
    return words[-_AROUND:].partition(" ")[2] or words[-_AROUND:]


def listed(names: Iterable[str]) -> str:
    """Names in a row, and how many more there are."""
    found = list(names)
    more = f" and {len(found) - MOST} more" if len(found) > MOST else ""
    return ", ".join(found[:MOST]) + more


def rest(found: Sequence[object], what: str = "") -> list[str]:
    """A line that says how many (and ``what``) aren't shown; none where all are."""
    return [f"  … and {len(found) - MOST} more{what} (--format json lists all)"] if len(found) > MOST else []
