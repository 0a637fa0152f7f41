"""What the theme's search keeps of finished HTML: its words, with the marks of paragraphs, lists and code.

It does what the theme's own parser does, on HTML that is simple enough: written by our templates, every attribute
between double quotes, no script, no comment.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from itertools import islice

_TOKEN = re.compile(r'<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^<>"\']|"[^"]*")*)>')
_NOT_SIMPLE = frozenset({"script", "style", "object", "title"})
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_EXCLUDED = "data-search-exclude"
_QUOTED = re.compile(r'"[^"]*"')

Pieces = list[str]
"""HTML cut at its tags: words, then for each tag its slash, name and attributes, and the words behind it."""


def pieces_of(part: str, levels: Iterable[int]) -> Pieces | None:
    """The pieces of finished HTML; None where `kept_text` wouldn't be sure of it.

    It stands on a page between headings of ``levels``: another of the same level would lengthen the title of an entry
    of the search, and one with an id would start one of its own.
    """
    pieces = _TOKEN.split(part)
    levelled = {f"h{level}" for level in levels}
    inside: list[str] = []
    for closing, tag, attributes, words in zip(pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True):
        if closing:
            if not inside or inside.pop() != tag:
                return None
        elif tag not in _VOID and attributes[-1:] != "/":
            inside.append(tag)
            if tag in _NOT_SIMPLE or tag in levelled or (tag in _HEADINGS and " id=" in attributes):
                return None
        if "<" in words:
            return None
    sure = not inside and "<" not in pieces[0] and "linenodiv" not in part
    return pieces if sure else None


def kept_text(parts: Iterable[Pieces]) -> str:
    """The text of one entry of the search index, from the parts below its heading."""
    kept: list[str] = []
    for part in parts:
        _space(kept)
        _keep(part, kept)
    return "".join(kept).strip()


def _keep(pieces: Pieces, kept: list[str]) -> None:
    """Add what is kept of one part. As in the theme, tags alone tell elements apart, also those left out."""
    inside: list[str] = ["div"]
    skipped: set[str] = set()
    _words(pieces[0], kept, inside)
    for closing, tag, attributes, words in zip(pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True):
        if not closing and tag not in _VOID:
            inside.append(tag)
            if _EXCLUDED in attributes and _EXCLUDED in _QUOTED.sub("", attributes):
                skipped.add(tag)
            elif tag in _KEPT and skipped.isdisjoint(inside):
                kept.append(f"<{tag}>")
        if closing or (attributes[-1:] == "/" and tag not in _VOID):
            _close(tag, kept, inside, skipped)
        if words and (not skipped or skipped.isdisjoint(inside)):
            _words(words, kept, inside)


def _close(tag: str, kept: list[str], inside: list[str], skipped: set[str]) -> None:
    inside.pop()
    if tag in skipped:
        skipped.remove(tag)
    elif tag in _KEPT and skipped.isdisjoint(inside):
        first = kept.index(f"<{tag}>")
        if all(piece.isspace() for piece in islice(kept, first + 1, None)):
            del kept[first:]
        else:
            kept.append(f"</{tag}>")


def _words(words: str, kept: list[str], inside: list[str]) -> None:
    words = html.unescape(words) if "&" in words else words
    if "pre" in inside:
        kept.append(html.escape(words, quote=False))
    elif words.isspace():
        _space(kept)
    elif words:
        kept.append(html.escape(words.replace("\n", " "), quote=False))


def _space(kept: list[str]) -> None:
    if not kept or not kept[-1].isspace():
        kept.append(" ")
