"""What people often pick in the checks near an activity, and what to reply: from the items' rationales."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from builder.model.activities import Activity
from builder.model.items import Item
from builder.writers.workbooks.guide.book import Pick, Spot
from builder.writers.workbooks.key.chapters import parts_of
from builder.writers.workbooks.key.items import key_entry
from builder.writers.workbooks.learner.book import Chapter, Questions
from builder.writers.workbooks.things import Things

MOST_CHECKS = 2
MOST_ANSWERS = 2


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks that a module's chapter prints, as (item's id, its number), and those already shown."""

    things: Things
    printed: tuple[tuple[str, int], ...]
    shown: set[str] = field(default_factory=set)

    def picks(self, activity: Activity, near: Iterable[str]) -> tuple[Pick, ...]:
        """The checks on what ``activity`` practises, those in its lesson (``near``) first; each check once."""
        close = set(near)
        items = self.things.edition.items
        fitting = [(i, n) for i, n in self.printed if i not in self.shown and _shares(items[i], activity)]
        made: list[Pick] = []
        for item, number in sorted(fitting, key=lambda one: one[0] not in close):
            if len(made) < MOST_CHECKS and (answers := tuple(self._answers(items[item], number))):
                title = self.things.words.gettext("Check {number}", number=number)
                spot = Spot("check", title, (item,))
                made.append(Pick(spot, items[item].stem.html, answers[:MOST_ANSWERS]))
                self.shown.add(item)
        return tuple(made)

    def _answers(self, item: Item, number: int) -> Iterator[tuple[str, str]]:
        entry = key_entry(self.things, item, str(item.id), number)
        wrong = [answer for answer in entry.answers if answer.verdict != "key"]
        wrong += [answer for gap in entry.gaps for answer in gap.wrong]
        # The nearly right answer is the one that people argue for.
        for answer in sorted(wrong, key=lambda answer: answer.score, reverse=True):
            if answer.rationale:
                yield answer.text, answer.rationale


def checks_of(things: Things, chapter: Chapter) -> Checks:
    """The checks of a learner's ``chapter`` that its own module asks."""
    found = [item for part in parts_of(chapter) if isinstance(part, Questions) for item in part.items]
    own = [item for item in found if item.id in things.edition.items]
    return Checks(things, tuple((item.id, item.number) for item in own))


def _shares(item: Item, activity: Activity) -> bool:
    return bool(set(item.practices) & set(activity.practices))
