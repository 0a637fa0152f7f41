"""Markdown by Python-Markdown, without raw HTML and entities: ``<`` and ``&`` are text.

Tables, definition lists, sane lists and fences at the left edge are on. Lines skip the block parser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast
from xml.etree.ElementTree import Element

from markdown import Markdown

if TYPE_CHECKING:
    from markdown.extensions import Extension

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


_FENCE = re.compile(r"^(`{3,})[^`\n]*\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)


class Engine:
    """One Markdown parser for all texts."""

    def __init__(self) -> None:
        """Set it up without whatever would let HTML through."""
        extensions: list[Extension | str] = ["tables", "def_list", "sane_lists"]
        settings = {"tables": {"use_align_attribute": True}}
        self._markdown = Markdown(extensions=extensions, extension_configs=settings)
        self._markdown.preprocessors.deregister("html_block")
        for name in ("html", "entity", "automail"):
            self._markdown.inlinePatterns.deregister(name)
        self._markdown.treeprocessors.deregister("prettify")

    def line(self, source: str) -> Element:
        """The tree of one line that `clean` went over: an element whose children are inline."""
        self._markdown.reset()
        root = Element("div")
        paragraph = Element("p")
        paragraph.text = source
        root.append(paragraph)
        self._finish(root)
        return paragraph

    def prose(self, source: str) -> Element:
        """The tree of block Markdown that `clean` went over."""
        self._markdown.reset()
        lines = _FENCE.sub(_indented, source).split("\n")
        for preprocessor in self._markdown.preprocessors:
            lines = preprocessor.run(lines)
        root = cast("Element", self._markdown.parser.parseDocument(lines).getroot())
        self._finish(root)
        return root

    def _finish(self, root: Element) -> None:
        for processor in self._markdown.treeprocessors:
            processor.run(root)


def _indented(fence: re.Match[str]) -> str:
    """A fenced block as an indented one, which is the same to readers."""
    return "\n" + "".join(f"    {line}\n" for line in fence[2].splitlines())


def clean(source: str) -> str:
    """``source`` without characters that XML can't hold."""
    return _UNPRINTABLE.sub("", source)
