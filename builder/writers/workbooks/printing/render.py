"""From a book's view to one XHTML document, through the templates of ``templates/workbooks``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, partial
from html import unescape
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import builder
from builder.locale import Catalogue, catalogue
from builder.writers.workbooks.printing.colours import palette
from builder.writers.workbooks.printing.engine import Numbering
from builder.writers.workbooks.printing.identity import Identity
from builder.writers.workbooks.printing.paper import Format

PROGRAM_FILES = ("templates/workbooks/printing",)
TEMPLATES = Path(builder.__file__).parent / "templates/workbooks"
_SANS = Markup('"Atkinson Hyperlegible Next", "Literata", "Noto Sans Math", "Noto Sans Symbols 2"')
_TAG = re.compile(r"<[^>]*>")
_HEAD = 90
"""Letters that a line at the head of a page holds."""


class Book(Protocol):
    """What every book has, and its templates may name. ``of_module`` is a module's title, or empty."""

    @property
    def language(self) -> str:
        """The language of its words."""

    @property
    def format(self) -> Format:
        """Its paper and variant."""

    @property
    def identity(self) -> Identity:
        """Whose it is."""

    @property
    def of_module(self) -> str:
        """The title of the one module it is about, or empty."""


def render(template: str, book: Book, runs: Mapping[str, Numbering], **values: object) -> str:
    """The document that ``template`` makes of ``book``; ``runs`` are its page names with their numbering."""
    words = catalogue(book.language)
    colours = palette(book.identity.primary, book.identity.accent)
    return (
        _environment()
        .get_template(template)
        .render(
            book=book,
            runs=runs,
            c=colours,
            f=book.format,
            p=book.format.paper,
            sans=_SANS,
            words=words,
            _=partial(_word, words),
            ngettext=partial(_many, words),
            pgettext=words.pgettext,
            **values,
        )
    )


def load_templates() -> None:
    """Compile every template, so that forked processes start with it done."""
    environment = _environment()
    for name in environment.list_templates():
        environment.get_template(name)


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
    environment.filters["head"] = _head
    return environment


def _word(words: Catalogue, message: str, **values: object) -> str:
    return words.gettext(message, **values)


def _many(words: Catalogue, one: str, many: str, count: int) -> str:
    return words.ngettext(one, many, count)


def _css_string(text: str) -> Markup:
    """``text`` as the inside of a CSS string in quotes."""
    return Markup(re.sub(r'["\'\\<&\n]', lambda found: f"\\{ord(found[0]):x} ", text))  # noqa: S704 - escaped here


def _words(html: str) -> str:
    """The words of a line of XHTML without its marks, for titles, attributes and links."""
    return unescape(_TAG.sub("", html))


def _head(html: str) -> str:
    """The attribute of a heading that is too long for the head of its pages: there it ends early."""
    said = _words(html)
    if len(said) <= _HEAD:
        return ""
    return Markup(" style='string-set: chapter \"{}…\"'").format(_css_string(said[: _HEAD - 1].rstrip()))
