"""How much room words take: SVG has no line breaks, so lines are made here, from widths that are rather too large."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_WIDTHS = (
    (0.33, " '|,.:;`!ijl\u2018\u2019·"),
    (0.4, '()[]{}frt-"\u201c\u201d'),
    (0.49, "I1/\\*_"),
    (0.53, "cszvy"),
    (0.57, "aekJL7?x~"),
    (0.61, "hnuF<>^+ogbdpqE3="),
    (0.64, "$5ST2489Z6P"),
    (0.69, "BVRY0CKA"),
    (0.74, "DUXHGN&w"),
    (0.79, "OQ#@"),
    (0.98, "Mm%W"),
)
"""The letters by their width in the site's bold face, which is the wider one, in em; with a little to spare."""
_REGULAR = 0.95
"""What of a bold letter's width its regular one has at most, taken over a few words."""
_PARTS = re.compile(r"[^-]*-+|[^-]+")
_OTHER = 0.78
_FULL_WIDTH = 1.05
_WIDTH_OF = {letter: width for width, letters in _WIDTHS for letter in letters}


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is written: its class, its size, and from line to line, in units of the drawing."""

    kind: str
    size: float
    leading: float
    bold: bool = False


NAME = Style("name", 15, 19, bold=True)
TEXT = Style("text", 13.5, 18)
NOTE = Style("note", 13, 18, bold=True)
BADGE = Style("number", 11.5, 14, bold=True)


@cache
def width(text: str, size: float) -> float:
    """The width of ``text``, never less than it is in the site's face."""
    return size * sum(_em(letter) for letter in text)


def wrapped(text: str, room: float, style: Style) -> tuple[str, ...]:
    """``text`` in lines no wider than ``room``, broken at spaces and after hyphens; a part wider itself is cut."""
    lines: list[str] = []
    size = style.size * (1 if style.bold else _REGULAR)
    for word in text.split():
        for at, part in enumerate(_PARTS.findall(word)):
            joined = lines[-1] + ("" if at else " ") + part if lines else part
            if width(joined, size) <= room:
                lines[-1:] = [joined]
            else:
                lines += _cut(part, room, size)
    return tuple(lines)


def _cut(word: str, room: float, size: float) -> list[str]:
    """A word in pieces that fit, each of one letter at least; marks stay with their letter."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and not unicodedata.combining(letter) and width(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _em(letter: str) -> float:
    if letter in _WIDTH_OF:
        return _WIDTH_OF[letter]
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _FULL_WIDTH
    base = unicodedata.normalize("NFD", letter)[0]
    return _WIDTH_OF.get(base, _OTHER)
