"""Item writing: flaws that let people answer without knowing, or fail although they know.

No word list is used for a language that has none in `LANGUAGES`; rules without lists hold for every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from builder.checks.writing.english import ENGLISH
from builder.checks.writing.rules import BANK_RULES, ITEM_RULES
from builder.checks.writing.tongue import NO_LISTS, Tongue
from builder.checks.writing.view import Found, ItemView
from builder.diagnostics import Diagnostic, Place
from builder.diagnostics.locate import part_place
from builder.model.edition import Edition
from builder.model.items import Item

LANGUAGES: Mapping[str, Tongue] = MappingProxyType({"en": ENGLISH})
"""Languages with word lists, by what their tag starts with."""


def check_writing(edition: Edition, texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Flaws in the writing of items, but those that an item allows; ``texts`` as in `check_edition`."""
    tongue = tongue_of(edition)
    for bank in edition.course.banks:
        views = [ItemView(item, tongue) for item in bank.items]
        for view in views:
            for code, found in flaws(view):
                if code not in view.item.allow:
                    yield _diagnostic(code, found, texts)
        for code, rule in BANK_RULES.items():
            for found in rule(bank, views):
                yield _diagnostic(code, found, texts)


def flaws(view: ItemView) -> Iterator[tuple[str, Found]]:
    """Every flaw of an item with its code, allowed or not."""
    for code, rule in ITEM_RULES.items():
        for found in rule(view):
            yield code, found


def codes_of(item: Item, edition: Edition) -> frozenset[str]:
    """The codes of the flaws of ``item``, one of the items of ``edition``."""
    return frozenset(code for code, _ in flaws(ItemView(item, tongue_of(edition))))


def tongue_of(edition: Edition) -> Tongue:
    """The word lists of the edition's language."""
    return LANGUAGES.get(edition.language.partition("-")[0], NO_LISTS)


def _diagnostic(code: str, found: Found, texts: Mapping[str, str]) -> Diagnostic:
    if isinstance(found.at, Place):
        return Diagnostic(code, found.message, found.at, found.help)
    source, place = found.at.source, found.at.place
    typed = re.search(rf"(?<!\w){_typed(found.words)}(?!\w)", source, re.IGNORECASE) if found.words else None
    if typed is None:
        return Diagnostic(code, found.message, place, found.help)
    length = typed.end() - typed.start()
    return Diagnostic(code, found.message, part_place(texts, place, source, typed.start(), length), found.help, length)


def _typed(words: str) -> str:
    """A pattern for ``words`` however they were typed: capitals, apostrophes and line ends aside."""
    return re.sub(r"\\? +", r"\\s+", re.escape(words)).replace("'", "['\N{RIGHT SINGLE QUOTATION MARK}]")
