"""Most texts hold no marks, or a few plain ones: they are rendered here, exactly as Python-Markdown would.

A text counts as simple only where every rule of Markdown is sure to leave the rest alone; all others go the long way.
"""

from __future__ import annotations

import re

from builder.prose.tree import escaped

_ODD = "\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff"
_STAND_IN = "\U000f0000-\U000ffffd"
_WORD = f"(?:[^\\W_]|[{_STAND_IN}])"
_INNER = f"{_WORD}(?:[^*_`\\[\\]<\\\\{_ODD}]*{_WORD})?"
_CODE = f"[^`\\\\\\s{_ODD}](?:[^`\\\\{_ODD}]*[^`\\\\\\s{_ODD}])?"
_OPENING = "\"'(\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
_CLOSING = ".,;:!?)\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
_SPAN = (
    rf"(?<![^\s{_OPENING}])(?:\*\*(?P<strong>{_INNER})\*\*|\*(?P<em>{_INNER})\*|`(?P<code>{_CODE})`"
    rf"|\[(?P<words>{_INNER})\]\((?P<address>#[a-z0-9]+(?:-[a-z0-9]+)*)\))(?![^\s{_CLOSING}])"
)
_ANY_SPAN = re.sub(r"\?P<[a-z]+>", "?:", _SPAN)
_REST = f"(?![ ]\n)[^*_`\\[<\\\\{_ODD}]"
_START = f"[^\\W\\d_]|[{_OPENING}{_STAND_IN}]"

BARE = re.compile(f"(?:(?:{_START})(?:(?![ ]{{2}})[^*_`\\[<\\\\&>{{{_ODD}])*(?<! ))?")
"""A line or a paragraph of one line that is its own XHTML and its own plain words."""

SPANS = re.compile(_SPAN)
"""Bold, italic, code, or a link to an id, standing between spaces, quotes or punctuation."""

LINE = re.compile(f"(?:{_REST}|{_ANY_SPAN})*+")
"""A line of inline Markdown that holds nothing but text and `SPANS`."""

PROSE = re.compile(f"(?:(?:{_START}|{_ANY_SPAN})(?:{_REST}|{_ANY_SPAN})*+(?:\n+|$))*+")
"""Paragraphs of such lines: each starts with a letter, a quotation mark or a span, so that none starts a block."""

_MARKS = frozenset("*`[")
_PARAGRAPHS = re.compile(r"\n\n+")
_SPACES = re.compile("[ \t\r\n]{2,}|[\t\r\n]")


def line(text: str) -> tuple[str, str] | None:
    """The XHTML and the plain words of a simple line, or None for one that isn't simple."""
    return marked(text) if LINE.fullmatch(text) else None


def prose(text: str) -> tuple[str, str] | None:
    """The XHTML and the plain words of simple paragraphs, or None for others."""
    if not PROSE.fullmatch(text):
        return None
    parts = [marked(part.rstrip("\n")) for part in _PARAGRAPHS.split(text)] if text else []
    return "\n".join(f"<p>{html}</p>" for html, _ in parts), "\n".join(one_line(plain) for _, plain in parts)


def marked(text: str) -> tuple[str, str]:
    """The XHTML and the plain words of text with `SPANS`."""
    if _MARKS.isdisjoint(text):
        return escaped(text), text
    html: list[str] = []
    plain: list[str] = []
    end = 0
    for found in SPANS.finditer(text):
        before = text[end : found.start()]
        kind = found.lastgroup or ""
        words = found["words"] if kind == "address" else found[kind]
        tag = f'a href="{found["address"]}"' if kind == "address" else kind
        html.append(f"{escaped(before)}<{tag}>{escaped(words)}</{tag[:1] if kind == 'address' else tag}>")
        plain.append(before + words)
        end = found.end()
    return "".join((*html, escaped(text[end:]))), "".join((*plain, text[end:]))


def one_line(source: str) -> str:
    """``source`` with each run of spaces and line ends as one space, none at the ends; other kinds of space stay."""
    return _SPACES.sub(" ", source).strip(" ")
