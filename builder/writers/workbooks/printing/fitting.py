"""What authors write, made to fit a page: tables of too many columns, and words that could run over the edge."""

from __future__ import annotations

import re
from itertools import zip_longest

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
_LONG = re.compile(r"[^\s<>&]{31,}(?![^<]*>)")
_PIECE = 16


def fitting(html: str, most_columns: int) -> str:
    """``html`` with tables of more columns than ``most_columns`` as records, and room to break in very long words."""
    if "<table>" in html:
        html = _TABLE.sub(lambda found: _table(found[0], most_columns), html)
    return _LONG.sub(_breakable, html)


def _table(html: str, most_columns: int) -> str:
    head, *rows = [_CELL.findall(row) for row in _ROW.findall(html)]
    if len(head) <= most_columns:
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
