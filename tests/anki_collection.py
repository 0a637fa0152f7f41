"""Anki's own backend: a collection of a learner's, into which packages are imported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

if TYPE_CHECKING:
    from anki.cards import Card
    from anki.notes import Note

LOGS = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype", "missing_deck",
        "empty_first_field")  # fmt: skip


class Learner:
    """A learner's collection in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.col = Collection(str(folder / "collection.anki2"))

    def imports(self, package: bytes) -> dict[str, int]:
        """Import as a learner does, with Anki's defaults; what was done to how many notes, without zeros."""
        path = self._folder / "deck.apkg"
        path.write_bytes(package)
        request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
        log = self.col.import_anki_package(request).log
        return {name: count for name in LOGS if (count := len(getattr(log, name)))}

    def note(self, thing: str) -> Note:
        """The note of a thing, by its field Id."""
        (found,) = self.col.find_notes(f'"Id:{thing}"')
        return self.col.get_note(found)

    def answer(self, card: Card, ease: int = 3) -> None:
        """Answer one card as good."""
        card.start_timer()
        self.col.sched.answerCard(card, ease)  # type: ignore[arg-type]  # eases are 1 to 4

    def state(self) -> list[Any]:
        """Everything of notes and cards that a learner would notice, and their times."""
        database = self.col.db
        assert database is not None
        notes = database.all("select id, guid, mid, mod, tags, flds from notes order by id")
        cards = database.all(
            "select id, nid, did, ord, mod, type, queue, due, ivl, factor, reps from cards order by id"
        )
        return [notes, cards, database.all("select count() from revlog")]

    def decks(self) -> list[str]:
        return [deck.name for deck in self.col.decks.all_names_and_ids() if deck.name != "Default"]
