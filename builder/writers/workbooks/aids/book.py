"""Job aids as their pages need them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.locale import Catalogue
from builder.model.activities import SheetField
from builder.model.edition import Edition, PictureFile
from builder.model.kit import JobAid
from builder.writers.workbooks.aids.shown import Shown, shown_of
from builder.writers.workbooks.printing.identity import Identity
from builder.writers.workbooks.printing.paper import Format


@dataclass(frozen=True, slots=True)
class Aid:
    """One job aid: when to ``use`` it, ``rules`` of practices, what it shows of the organisation, text and fields.

    ``card_text`` is its text on a card, or empty: then it is ``text``.
    """

    id: str
    title: str
    use: str
    rules: tuple[str, ...]
    shown: Shown | None
    text: str
    card_text: str
    fields: tuple[SheetField, ...]


@dataclass(frozen=True, slots=True)
class AidsBook:
    """All job aids, a page each; ``cards`` puts four to a sheet. ``help_desk`` is where to turn."""

    name: str
    language: str
    format: Format
    identity: Identity
    of_module: str
    aids: tuple[Aid, ...]
    help_desk: str
    pictures: tuple[PictureFile, ...]
    cards: bool = False


def aids_of(edition: Edition, words: Catalogue, aids: Iterable[JobAid]) -> tuple[Aid, ...]:
    """``aids`` of ``edition``, with the values of its organisation."""
    return tuple(_aid(edition, words, aid) for aid in aids)


def _aid(edition: Edition, words: Catalogue, aid: JobAid) -> Aid:
    practices = edition.practices
    return Aid(
        id=str(aid.id),
        title=aid.title.html,
        use=aid.use.html,
        rules=tuple(practices[practice].rule.html for practice in aid.practices if practice in practices),
        shown=shown_of(aid, edition.organisation, words),
        text=aid.text.html,
        card_text=aid.card_text.html,
        fields=aid.fields,
    )
