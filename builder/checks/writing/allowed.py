"""What an item allows: ``allow`` names a code of item writing with the reason why the finding is none here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.checks.writing import codes_of
from builder.checks.writing.rules import ITEM_RULES
from builder.diagnostics import Diagnostic, Place
from builder.diagnostics.locate import part_place
from builder.diagnostics.suggest import did_you_mean
from builder.model.edition import Edition
from builder.model.items import Item


def check_allowed(editions: Sequence[Edition], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Allowances of unknown codes or without a reason, and those that no edition has a use for."""
    for item in editions[0].items.values() if editions else ():
        if item.allow:
            found = frozenset[str]().union(
                *(codes_of(edition.items[item.id], edition) for edition in editions if item.id in edition.items)
            )
            for code, reason in item.allow.items():
                place = part_place(texts, item.places.of("allow"), code, 0, len(code))
                yield from _judged(item, code, reason, found, place)


def _judged(item: Item, code: str, reason: str, found: frozenset[str], place: Place) -> Iterator[Diagnostic]:
    if code not in ITEM_RULES:
        help_ = did_you_mean(code, ITEM_RULES) or "name a code of item writing that looks at one item"
        yield Diagnostic("unknown-allow", f"'{code}' can't be allowed", place, help_, len(code))
    elif not reason.strip():
        yield Diagnostic("unknown-allow", f"'{code}' is allowed without a reason", place, "say why", len(code))
    elif code not in found:
        message = f"'{item.id}' has no flaw '{code}' to allow"
        yield Diagnostic("unused-allow", message, place, "take the line away", len(code))
