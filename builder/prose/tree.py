"""From Markdown's element tree to XHTML and plain words, letting through only what a text may hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from builder.prose.flaw import Flaw

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_INLINE = frozenset({"em", "strong", "code", "a", "img", "br"})
_BLOCKS = frozenset(
    {"p", "pre", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "hr"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_VOID = frozenset({"br", "hr", "img"})
_ID_LINK = re.compile(r"#[a-z0-9]+(-[a-z0-9]+)*")
_WEB_LINK = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@)[^\s]*", re.IGNORECASE)

PictureFinder = Callable[[str, str], "str | Flaw"]
"""Turns a picture's address and its alternative text into its path from the course's root, or says what is wrong."""


def escaped(text: str) -> str:
    """``text`` as character data of XHTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """``text`` as an attribute's value between double quotes."""
    return escaped(text).replace('"', "&quot;").replace("\n", " ")


@dataclass(slots=True)
class Sheet:
    """One text being written: pieces of ``html`` and ``plain``, and what was wrong."""

    picture: PictureFinder
    html: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)

    def children(self, element: Element) -> None:
        """Write what stands inside ``element``."""
        blocks = any(child.tag in _BLOCKS or child.tag in _HEADINGS for child in element)
        self._text(element.text, blocks=blocks)
        for child in element:
            self._element(child)
            self._text(child.tail, blocks=blocks)

    def _text(self, text: str | None, *, blocks: bool) -> None:
        if text and not (blocks and not text.strip()):
            self.html.append(escaped(text))
            self.plain.append(text)

    def _element(self, element: Element) -> None:
        tag = element.tag
        if tag == "a":
            self._link(element)
        elif tag == "img":
            self._picture(element)
        elif tag == "code":
            self._code(element)
        elif tag in _HEADINGS:
            self._heading(element)
        elif tag in _INLINE:
            self._plain_break(tag)
            self._wrapped(element, tag, tag)
        elif tag in _BLOCKS:
            self._block(element)
        else:
            self.children(element)

    def _wrapped(self, element: Element, start: str, end: str) -> None:
        if end in _VOID:
            self.html.append(f"<{start} />")
            return
        self.html.append(f"<{start}>")
        self.children(element)
        self.html.append(f"</{end}>")

    def _plain_break(self, tag: str) -> None:
        if tag == "br":
            self.plain.append("\n")

    def _block(self, element: Element) -> None:
        tag = element.tag
        start = tag
        if tag == "ol" and (number := element.get("start", "")).isdecimal():
            start = f'ol start="{int(number)}"'
        elif tag in {"th", "td"}:
            start = tag + (' scope="col"' if tag == "th" else "")
            if (align := element.get("align")) in {"left", "right", "center"}:
                start += f' class="align-{align}"'
            if self.plain and self.plain[-1] != "\n":
                self.plain.append(" | ")
        if tag not in {"th", "td"} and self.plain and self.plain[-1] != "\n":
            self.plain.append("\n")
        self._wrapped(element, start, tag)
        self.html.append("\n")
        if tag not in {"th", "td"}:
            self.plain.append("\n")

    def _code(self, element: Element) -> None:
        text = element.text or ""  # Markdown escapes &, < and > in code already, and nowhere else
        if text.endswith("\n"):
            text = text.rstrip("\n") + "\n"
        self.html.append(f"<code>{text}</code>")
        self.plain.append(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))

    def _heading(self, element: Element) -> None:
        words = "".join(element.itertext())
        help_ = "set the words in **bold**; headings stand in lessons alone, outside of blocks"
        self.flaws.append(Flaw("heading-in-block", "a heading inside a text", help_, -1, 1))
        self.html.append(f"<p><strong>{escaped(words)}</strong></p>\n")
        self.plain.append(f"{words}\n")

    def _link(self, element: Element) -> None:
        address = element.get("href", "")
        if not (_ID_LINK.fullmatch(address) or _WEB_LINK.fullmatch(address)):
            help_ = "link to a thing of the course by #id, or to an https:// or mailto: address"
            self.flaws.append(Flaw("unsafe-link", f"a link to '{address[:60]}'", help_, -1, len(address)))
            self.children(element)
            return
        self.html.append(f'<a href="{quoted(address)}">')
        self.children(element)
        self.html.append("</a>")

    def _picture(self, element: Element) -> None:
        alt, address = element.get("alt", ""), element.get("src", "")
        path = self.picture(address, alt)
        if isinstance(path, Flaw):
            self.flaws.append(path)
            self.html.append(f"<em>{escaped(alt)}</em>")
        else:
            self.html.append(f'<img src="picture:{quoted(path)}" alt="{quoted(alt)}" />')
        self.plain.append(alt)
