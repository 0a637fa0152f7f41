"""From XHTML of the edition step to text that a terminal or a plain e-mail shows well."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

WIDTH = 76
"""The longest line, in characters; an address that is longer stays whole."""
UNWRAPPED = 1_000_000
"""A width for programs that wrap lines themselves."""

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_BLOCKS = frozenset({
    "p", "div", "ul", "ol", "blockquote", "table", "pre", "hr", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "figure",
})  # fmt: skip


def plain_blocks(xhtml: str, width: int = WIDTH) -> tuple[str, ...]:
    """The blocks of ``xhtml``, each of one or more lines of at most ``width``; put an empty line between them."""
    return tuple(_blocks(html.fragment_fromstring(xhtml, create_parent="div"), width))


def wrapped(text: str, width: int = WIDTH, first: str = "", rest: str = "") -> str:
    """``text`` in lines of at most ``width``, the first after ``first``, the others after ``rest``.

    No-break spaces hold; a word that is too long is cut unless it is an address.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in _BLANKS.split(part.strip(" \t\n\r\f")):
            room = width - len(rest if lines else first)
            if line and len(line) + 1 + len(word) > room:
                lines.append(line)
                line, room = "", width - len(rest)
            line = f"{line} {word}" if line else word
            while len(line) > room and "://" not in line:
                lines.append(line[:room])
                line, room = line[room:], width - len(rest)
        lines.append(line)
    return "\n".join([(rest if number else first) + line for number, line in enumerate(lines)])


def _blocks(element: HtmlElement, width: int) -> Iterator[str]:
    """The blocks within ``element``; words that stand in no block make one each time."""
    loose = _joined(element.text)
    for child in element:
        if child.tag in _BLOCKS:
            yield from _words(loose, width)
            yield from _block(child, width)
            loose = _joined(child.tail)
        else:
            loose += _inline(child) + _joined(child.tail)
    yield from _words(loose, width)


def _words(text: str, width: int) -> Iterator[str]:
    if text.strip():
        yield wrapped(text, width)


def _block(element: HtmlElement, width: int) -> Iterator[str]:
    match element.tag:
        case "ul" | "ol":
            yield _list(element, width)
        case "blockquote":
            yield _indented("\n\n".join(_blocks(element, width - 2)), "> ", "> ")
        case "pre":
            yield _indented(element.text_content().strip("\n"), "    ", "    ")
        case "hr":
            yield "* * *"
        case "table":
            rows = (" | ".join(_said(cell) for cell in row) for row in element.iter("tr"))
            yield "\n".join(wrapped(row, width, rest="  ") for row in rows)
        case "dl":
            parts = (wrapped(_said(part), width, *(("    ", "    ") if part.tag == "dd" else ())) for part in element)
            yield "\n".join(parts)
        case _:
            yield from _blocks(element, width)


def _list(element: HtmlElement, width: int) -> str:
    """Its items under each other; with empty lines between them where the author wrote paragraphs."""
    points = [child for child in element if child.tag == "li"]
    first = int(element.get("start", "1"))
    marks = [f"{first + n}. " if element.tag == "ol" else "- " for n in range(len(points))]
    room = max(map(len, marks), default=0)
    made = []
    for mark, point in zip(marks, points, strict=True):
        loose = any(child.tag == "p" for child in point)
        text = ("\n\n" if loose else "\n").join(_blocks(point, width - room))
        made.append(_indented(text, mark.ljust(room), " " * room))
    return ("\n\n" if any(child.tag == "p" for point in points for child in point) else "\n").join(made)


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join([((rest if number else first) + line).rstrip() for number, line in enumerate(lines)])


def _said(element: HtmlElement) -> str:
    """The words of an element on one line."""
    return _BLANKS.sub(" ", _inline(element)).strip()


def _joined(text: str | None) -> str:
    """``text`` without the line ends of its source."""
    return _BLANKS.sub(" ", text or "")


def _inline(element: HtmlElement) -> str:
    """An element's words, links with their address, pictures with what they show."""
    if element.tag == "br":
        return "\n"
    if element.tag == "img":
        return f"[{element.get('alt')}]" if element.get("alt") else ""
    text = _joined(element.text) + "".join(_inline(child) + _joined(child.tail) for child in element)
    address = element.get("href", "") if element.tag == "a" else ""
    shown = address.removeprefix("mailto:")
    return f"{text} ({shown})" if shown and shown != text.strip() else text
