"""What the theme's search keeps of finished HTML: its words, with the marks of paragraphs, lists and code.

It does what the theme's own parser does, on HTML that is simple enough: written by our templates, every attribute
between double quotes, no script, no comment.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable

_TOKEN = re.compile(r'<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^<>"\']|"[^"]*")*)>')
_ODD = re.compile(r"<[!?]|<(?:script|style|object|title)\b|<textarea[^<>]*>[^<]*<(?!/textarea>)|linenodiv")
_OWN_HEADING = re.compile(r"<h([1-6])\b([^<>]*)>")
_QUOTED = re.compile(r'"[^"]*"')
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
_EXCLUDED = "data-search-exclude"


def can_tell(parts: Iterable[str], levels: Collection[int]) -> bool:
    """Whether `kept_text` is sure of these parts of a page, between whose headings of ``levels`` they stand.

    A heading inside of a part may start an entry of its own, or lengthen the title of one.
    """
    for part in parts:
        if _ODD.search(part) or not _well_formed(part):
            return False
        if any(int(level) in levels or " id=" in rest for level, rest in _OWN_HEADING.findall(part)):
            return False
    return True


def _well_formed(part: str) -> bool:
    """Whether every tag is one that `_TOKEN` knows, and every element closed in its turn."""
    inside: list[str] = []
    for closing, tag, attributes in _TOKEN.findall(part):
        if closing:
            if not inside or inside.pop() != tag:
                return False
        elif tag not in _VOID and attributes[-1:] != "/":
            inside.append(tag)
    return not inside and "<" not in _TOKEN.sub("", part)


def kept_text(parts: Iterable[str]) -> str:
    """The text of one entry of the search index, from the parts below its heading."""
    kept: list[str] = []
    for part in parts:
        _space(kept)
        _keep(part, kept)
    return "".join(kept).strip()


def _keep(part: str, kept: list[str]) -> None:
    """Add what is kept of one part. As in the theme, tags alone tell elements apart, also those left out."""
    inside: list[str] = ["div"]
    skipped: set[str] = set()
    pieces = _TOKEN.split(part)
    _words(pieces[0], kept, inside)
    for closing, tag, attributes, words in zip(pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True):
        if not closing and tag not in _VOID:
            _open(tag, attributes, kept, inside, skipped)
        if closing or (attributes[-1:] == "/" and tag not in _VOID):
            _close(tag, kept, inside, skipped)
        if words and skipped.isdisjoint(inside):
            _words(words, kept, inside)


def _open(tag: str, attributes: str, kept: list[str], inside: list[str], skipped: set[str]) -> None:
    inside.append(tag)
    if _EXCLUDED in attributes and _EXCLUDED in _QUOTED.sub("", attributes):
        skipped.add(tag)
    elif tag in _KEPT and skipped.isdisjoint(inside):
        kept.append(f"<{tag}>")


def _close(tag: str, kept: list[str], inside: list[str], skipped: set[str]) -> None:
    inside.pop()
    if tag in skipped:
        skipped.remove(tag)
    elif tag in _KEPT and skipped.isdisjoint(inside):
        first = kept.index(f"<{tag}>")
        if all(piece.isspace() for piece in kept[first + 1 :]):
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
