"""From a book's view to one XHTML document, through the templates of ``templates/workbooks``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, partial
from html import unescape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import builder
from builder.locale import Catalogue, catalogue
from builder.model.links import relink
from builder.writers.workbooks.book import KeyBook, LearnerBook
from builder.writers.workbooks.colours import palette

PROGRAM_FILES = ("templates/workbooks",)
TEMPLATES = Path(builder.__file__).parent / PROGRAM_FILES[0]
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def learner_page(book: LearnerBook) -> str:
    """The whole of a learner's workbook."""
    anchors = {chapter.id: frozenset(_ids(chapter)) for chapter in book.chapters}
    back = frozenset([term.id for term in book.terms] + [source.id for source in book.sources])
    everywhere = back.union(*anchors.values())
    links = {chapter.id: Linker(chapter.id, anchors[chapter.id], everywhere) for chapter in book.chapters}
    return _render("learner.html", book, links=links, link=Linker("", frozenset(), everywhere))


def key_page(book: KeyBook, labels: Mapping[str, str]) -> str:
    """The whole of an answer key; ``labels`` maps anchors of the learner's workbook to its page labels."""
    return _render("key.html", book, labels=labels, link=Linker("", frozenset(), frozenset()))


def _render(template: str, book: LearnerBook | KeyBook, **values: object) -> str:
    words = catalogue(book.language)
    colours = palette(book.identity.primary, book.identity.accent)
    found = _environment().get_template(template)
    return found.render(
        book=book, colours=colours, words=words, _=partial(_word, words), ngettext=partial(_many, words), **values
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["safe_html"] = Markup
    environment.filters["words"] = _words
    environment.filters["css"] = _css_string
    return environment


def _word(words: Catalogue, message: str, **values: object) -> str:
    return words.gettext(message, **values)


def _many(words: Catalogue, one: str, many: str, count: int) -> str:
    return words.ngettext(one, many, count)


def _css_string(text: str) -> Markup:
    """``text`` as the inside of a CSS string in double quotes."""
    return Markup(re.sub(r'["\\<&\n]', lambda found: f"\\{ord(found[0]):x} ", text))  # noqa: S704 - escaped here


def _words(html: str) -> str:
    """The words of a line of XHTML without its marks, for titles, attributes and links."""
    return unescape(_TAG.sub("", html))


@dataclass(frozen=True, slots=True)
class Linker:
    """Turns links into those that a book can hold: what stands elsewhere is left as words.

    ``here`` are the anchors of ``chapter``, ``everywhere`` those of the whole book. Links within the chapter get the
    class ``page``, by which print adds the page's label: only those are the same in every book with the chapter.
    """

    chapter: str
    here: frozenset[str]
    everywhere: frozenset[str]

    def __call__(self, html: str) -> Markup:
        """``html`` for the page."""
        if "<a " not in html:
            return Markup(html)  # noqa: S704 - our own renderer's XHTML
        return Markup(_LINK.sub(self._flat, relink(html, self._address)))  # noqa: S704 - the same

    def _address(self, thing: str) -> str | None:
        own = f"{self.chapter}.{thing}"
        return f"#{own}" if own in self.here else f"#{thing}" if thing in self.everywhere else None

    def _flat(self, found: re.Match[str]) -> str:
        """The link as links around bare text, since an element within a link is a link to PDF that has no tag."""
        address, pieces = found[1], re.split(r"(<[^>]*>)", found[2])
        last = max((at for at, piece in enumerate(pieces) if _is_text(piece)), default=-1)
        page = address.startswith("#") and address[1:] in self.here
        for at, piece in enumerate(pieces):
            if _is_text(piece):
                kind = ' class="page"' if page and at == last else ""
                pieces[at] = f'<a{kind} href="{address}">{piece}</a>'
        return "".join(pieces)


def _is_text(piece: str) -> bool:
    return bool(piece) and not piece.startswith("<")


def _ids(value: object) -> Iterator[str]:
    """The anchors of a chapter: every ``id`` of its views but those of outcomes and plans."""
    if isinstance(value, tuple):
        for part in value:
            yield from _ids(part)
    elif is_dataclass(value) and type(value).__module__.startswith(__package__ or ""):
        for field in fields(value):
            part = getattr(value, field.name)
            if field.name == "id":
                yield part
            else:
                yield from _ids(part)
