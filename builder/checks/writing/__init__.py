"""Item writing: flaws that let people answer without knowing, or fail although they know.

No word list is used for a language that has none in `LANGUAGES`; rules without lists hold for every language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from builder.checks.writing.english import ENGLISH
from builder.checks.writing.rules import BANK_RULES, rules_of
from builder.checks.writing.tongue import NO_LISTS, Tongue
from builder.checks.writing.view import Found, ItemView
from builder.diagnostics import Diagnostic, Place
from builder.diagnostics.locate import part_place
from builder.model.edition import Edition
from builder.model.items import Bank, Item

LANGUAGES: Mapping[str, Tongue] = MappingProxyType({"en": ENGLISH})
"""Languages with word lists, by what their tag starts with."""


Work = tuple[int, Callable[[], tuple[Diagnostic, ...]]]
"""How many items there are to look at, and what to do."""

Spread = Callable[[Sequence[Work]], Iterable[tuple[Diagnostic, ...]]]
"""What does all works and gives their results in order."""


def in_turn(works: Sequence[Work]) -> Iterator[tuple[Diagnostic, ...]]:
    """Do one after the other."""
    for _, work in works:
        yield work()


def check_writing(
    editions: Sequence[Edition], texts: Mapping[str, str], spread: Spread = in_turn
) -> Iterator[Diagnostic]:
    """Flaws in the writing of items, but those that an item allows; ``texts`` as in `check_edition`.

    An item that editions share is looked at once. ``spread`` does the work, a bank at a time.
    """
    same: dict[tuple[Tongue, str], list[Bank]] = {}
    for edition in editions:
        for bank in edition.course.banks:
            same.setdefault((_tongue_of(edition), str(bank.id)), []).append(bank)
    works = [(len(banks[0].items), partial(_found_in, banks, tongue, texts)) for (tongue, _), banks in same.items()]
    for found in spread(works):
        yield from found


def _found_in(banks: Iterable[Bank], tongue: Tongue, texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    return tuple(_of_banks(banks, tongue, texts))


def _of_banks(banks: Iterable[Bank], tongue: Tongue, texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Flaws of one bank as each edition has it."""
    views: dict[int, ItemView] = {}
    for bank in banks:
        new = [item for item in bank.items if id(item) not in views]
        views.update((id(item), ItemView(item, tongue)) for item in new)
        for item in new:
            for code, found in flaws(views[id(item)]):
                if code not in item.allow:
                    yield _diagnostic(code, found, texts)
        for code, rule in BANK_RULES.items() if new else ():
            for found in rule(bank, [views[id(item)] for item in bank.items]):
                yield _diagnostic(code, found, texts)


def flaws(view: ItemView) -> Iterator[tuple[str, Found]]:
    """Every flaw of an item with its code, allowed or not."""
    for code, rule in rules_of(view):
        for found in rule(view):
            yield code, found


def codes_of(item: Item, edition: Edition) -> frozenset[str]:
    """The codes of the flaws of ``item``, one of the items of ``edition``."""
    return frozenset(code for code, _ in flaws(ItemView(item, _tongue_of(edition))))


def _tongue_of(edition: Edition) -> Tongue:
    """The word lists of the edition's language."""
    return LANGUAGES.get(edition.language.partition("-")[0], NO_LISTS)


def _diagnostic(code: str, found: Found, texts: Mapping[str, str]) -> Diagnostic:
    if isinstance(found.at, Place):
        return Diagnostic(code, found.message, found.at, found.help)
    source, place = found.at.source, found.at.place
    start, length = _where(found.words, source)
    if not length:
        return Diagnostic(code, found.message, place, found.help)
    return Diagnostic(code, found.message, part_place(texts, place, source, start, length), found.help, length)


def _where(words: str, source: str) -> tuple[int, int]:
    """Where ``words`` stand in ``source`` as whole words, and how long they are there; (0, 0) where they don't."""
    if not words:
        return 0, 0
    if "'" not in words and source.isascii():
        found = _whole(words.lower(), source.lower())
        if found[1] or words.isalpha():
            return found
    typed = re.search(rf"(?<!\w){_typed(words)}(?!\w)", source, re.IGNORECASE)
    return (typed.start(), typed.end() - typed.start()) if typed else (0, 0)


def _whole(word: str, text: str) -> tuple[int, int]:
    """The same without a pattern, of words that stand there as they are but for capitals."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        around = text[at - 1 : at] + text[end : end + 1]
        if not around or not any(sign.isalnum() or sign == "_" for sign in around):
            return at, len(word)
        at = text.find(word, end)
    return 0, 0


def _typed(words: str) -> str:
    """A pattern for ``words`` however they were typed: capitals, apostrophes and line ends aside."""
    return re.sub(r"\\? +", r"\\s+", re.escape(words)).replace("'", "['\N{RIGHT SINGLE QUOTATION MARK}]")
