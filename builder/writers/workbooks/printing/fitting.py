"""What authors write, made to fit a page: tables of too many columns, and words that could run over the edge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import zip_longest

from builder.writers.figures.letters import width

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
_UNBROKEN = 30
_LONG = re.compile(rf"[^\s<>&]{{{_UNBROKEN + 1},}}(?![^<]*>)")
_PIECE = 16
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\s-]+-*")
_PADDING = 4.0
"""Of a cell, left and right, in millimetres."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a table can have at most: so many ``columns``, and millimetres beside each other in letters of ``size``."""

    columns: int
    width: float
    size: float

    @property
    def half(self) -> Room:
        """The same for half the width."""
        return Room(max(2, self.columns // 2), self.width / 2, self.size)

    def holds(self, rows: Iterable[Sequence[str]]) -> bool:
        """Whether a table of these cells fits as it is: no column is narrower than its longest word."""
        columns = [max(map(self._longest, cells)) for cells in zip_longest(*rows, fillvalue="")]
        return len(columns) <= self.columns and sum(columns) + _PADDING * len(columns) <= self.width

    def _longest(self, html: str) -> float:
        words = _WORD.findall(unescape(_TAG.sub("", html)))
        return max((width(word[:_UNBROKEN], self.size) for word in words), default=0.0)


def fitting(html: str, room: Room) -> str:
    """``html`` with tables that ``room`` doesn't hold as records, and places to break in very long words."""
    if "<table>" in html:
        html = _TABLE.sub(lambda found: _table(found[0], room), html)
    return _LONG.sub(_breakable, html)


def _table(html: str, room: Room) -> str:
    head, *rows = [_CELL.findall(row) for row in _ROW.findall(html)]
    if room.holds([head, *rows]):
        return html
    return "".join(_record(head, row) for row in rows)


def _record(head: list[str], row: list[str]) -> str:
    """A row as lines, each with the heading of its column; the first cell is the title."""
    lines = "".join(
        f'<p class="record-line"><span class="record-word">{word}:</span> {cell}</p>'
        for word, cell in zip_longest(head[1:], row[1:], fillvalue="")
        if cell
    )
    return f'<div class="record"><p class="record-head">{row[0] if row else ""}</p>{lines}</div>'


def _breakable(found: re.Match[str]) -> str:
    word = found[0]
    return "<wbr>".join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))
