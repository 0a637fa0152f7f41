"""A page of the stage: headings as Markdown, and finished HTML between them.

Python-Markdown takes what stands in a ``<div>`` as it is, so the engine never sees an author's text as Markdown.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import Markup

from builder.model.links import picture_path, relink
from builder.model.text import Line, Text
from builder.writers.addresses import Address, root_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.model.base import Picture
    from builder.model.items import Item
    from builder.writers.site.frame import Frame

_TAG = re.compile(r"(<[^>]*>)")
_MARKDOWN_SIGN = re.compile(r"""[!-%*+<->@\[-`{-~&#]""")
_PICTURE = re.compile(r'<img src="picture:([^"]*)" alt="([^"]*)" />')
_BLANK_LINES = re.compile(r"\n\s*\n+")

_OF_ITS_OWN = {"progress", "plans", "certificate", "scenario", "worksheet", "cards"}
"""Kinds of pages that need the player's second script."""


@dataclass
class Page:
    """One page while it is composed. ``path`` is where it ends up: ``lessons/x.html``, from ``lessons/x.md``."""

    frame: Frame
    path: str
    title: str
    kind: str
    description: str = ""
    hide: tuple[str, ...] = ()
    module: str = ""
    _parts: list[str] = field(default_factory=list)
    _levels: set[int] = field(default_factory=set)
    _words: dict[str, str] = field(default_factory=dict)
    _terms: set[str] = field(default_factory=set)

    @property
    def root(self) -> str:
        """The way up to the site's root: empty, ``../`` or ``../../``."""
        return root_of(self.path)

    def link(self, thing: str) -> str | None:
        """The relative link to a thing of the course, or None where the site doesn't show it."""
        address = self.frame.addresses.get(thing)
        if thing in self.frame.edition.terms and address and address.page != self.path:
            self._terms.add(thing)
        return address.seen_from(self.path) if address else None

    def href(self, page: str, anchor: str = "") -> str:
        """The relative link to a page of the site."""
        return Address(page, anchor).seen_from(self.path)

    def text(self, text: Text) -> Markup:
        """A rendered text with its links and pictures turned to this page's."""
        linked = relink(text.html, self.link)
        return Markup(_PICTURE.sub(self._pictured, linked) if "picture:" in linked else linked)  # noqa: S704 - safe by prose

    def _pictured(self, found: re.Match[str]) -> str:
        return str(self.picture(html.unescape(found[1]), html.unescape(found[2])))

    def picture(self, path: str, alt: str) -> Markup:
        """A picture of the course; its size keeps the page from moving when it arrives."""
        file = self.frame.edition.pictures.get(path)
        return self.render("picture.html", address=f"{self.root}assets/pictures/{quote(path)}", alt=alt, file=file)

    def picture_of(self, picture: Picture) -> Markup:
        """The picture that a thing has of its own."""
        return self.picture(picture_path(picture), picture.alt.plain)

    def more(self, item: Item) -> list[tuple[str, str]]:
        """Where an answer can be read up: address and title of the section and the sources that an item names."""
        named = [item.read_again, *item.sources] if item.read_again else list(item.sources)
        titles = self.frame.titles
        return [(href, titles[one]) for one in named if one in titles and (href := self.link(one))]

    def heading(self, level: int, anchor: str, title: Line | str) -> None:
        """A heading, for the contents and the search; links in it are dropped."""
        words = relink(title.html, lambda _: None) if isinstance(title, Line) else html.escape(title, quote=False)
        self._levels.add(level)
        self._parts.append(f"{'#' * level} {_shielded(words)} {{ #{anchor} }}")

    def add(self, template: str, wrap: str = "part", **values: Any) -> None:
        """Finished HTML from a template, which knows the page as ``page``, in a ``<div>`` of class ``wrap``."""
        made = self.render(template, **values).strip()
        if made:
            self._parts.append(f'<div class="{wrap}">\n{_BLANK_LINES.sub(chr(10), made)}\n</div>')

    def words(self, words: Mapping[str, str]) -> None:
        """Words that the player says on this page; ``{…}`` is filled in by it. A word named twice stands once."""
        self._words |= words

    def render(self, template: str, **values: Any) -> Markup:
        """A template's HTML."""
        return self.frame.render(template, page=self, **values)

    def markdown(self) -> bytes:
        """The stage file: front matter, then the parts with a blank line between."""
        # Contents with nothing in them would only take room.
        hide = self.hide if self._levels - {1} else tuple(dict.fromkeys((*self.hide, "toc")))
        meta: dict[str, object] = {"title": html.escape(self.title), "kind": self.kind, "hide": list(hide)}
        if self.kind in _OF_ITS_OWN:
            meta["own"] = True
        if self.description:
            meta["description"] = html.escape(self.description)
        front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
        return ("---\n" + front + "---\n\n" + "\n\n".join([*self._parts, *self._beside()]) + "\n").encode()

    def _beside(self) -> list[str]:
        """What the player takes from the page: its words, and the meanings of the glossary's words on it."""
        meanings = [(term, self.text(self.frame.edition.terms[term].definition)) for term in sorted(self._terms)]
        if meanings:
            self._words["in-glossary"] = self.frame.words.gettext("In the glossary")
        if not self._words:
            return []
        made = self.render("words.html", words=sorted(self._words.items()), meanings=meanings)
        return [f'<div class="said" hidden data-search-exclude="1">\n{made.strip()}\n</div>']


def _shielded(words: str) -> str:
    """HTML of one line so written that Markdown finds no mark in it: signs outside tags become references."""
    return "".join(part if part.startswith("<") else _signs(part) for part in _TAG.split(words))


def _signs(words: str) -> str:
    return _MARKDOWN_SIGN.sub(lambda found: f"&#{ord(found[0])};", html.unescape(words))
