"""Colours for findings on a terminal; none in a pipe, nor where NO_COLOR asks for none."""

from __future__ import annotations

import os
import re
from typing import TextIO

_COLOURS = {"error": "1;31", "warning": "1;33", "info": "1;34"}
_HEAD = re.compile(r"^(error|warning|info)(\[[a-z0-9-]+\])(: .*)$", re.MULTILINE)
_CARET = re.compile(r"^( *\|) ( *)(\^+)$", re.MULTILINE)
_ARROW = re.compile(r"^( *)--> (.*)$", re.MULTILINE)
_HELP = re.compile(r"^( *= )(help:)", re.MULTILINE)


def wants_colour(stream: TextIO) -> bool:
    """Whether ``stream`` is a terminal whose user has not asked for plain text."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def painted(text: str) -> str:
    """Findings as `render` gives them in the style ``text``, with escape sequences for colour."""
    text = _HEAD.sub(lambda f: f"{_in(_COLOURS[f[1]], f[1] + f[2])}{_in('1', f[3])}", text)
    text = _CARET.sub(lambda f: f"{f[1]} {f[2]}{_in('1;31', f[3])}", text)
    text = _ARROW.sub(lambda f: f"{f[1]}{_in('34', '-->')} {f[2]}", text)
    return _HELP.sub(lambda f: f"{f[1]}{_in('1;36', f[2])}", text)


def _in(colour: str, text: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m"
