"""From the blocks of a lesson to the parts of a page, each thing printed once a chapter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import assert_never

from builder.diagnostics.place import Place
from builder.model.activities import Activity
from builder.model.items import Cloze, Item
from builder.model.lessons import (
    ActivityBlock,
    AudienceBlock,
    Callout,
    CheckBlock,
    LessonBlock,
    ProseBlock,
    ScenarioBlock,
    WorksheetBlock,
)
from builder.writers.artefact import Declined
from builder.writers.workbooks.learner.book import Part, Questions, Sheet, Words
from builder.writers.workbooks.learner.cases import learner_case
from builder.writers.workbooks.learner.items import learner_item
from builder.writers.workbooks.learner.printed import Case, LearnerItem, See, Session
from builder.writers.workbooks.learner.sessions import session
from builder.writers.workbooks.things import Things


class PartMaker:
    """Makes the parts of one module's chapter; what it has printed before, it refers to."""

    def __init__(self, things: Things, module: str) -> None:
        """``module`` is the chapter's id."""
        self._things = things
        self._edition = things.edition
        self._module = module
        self._printed: dict[str, See] = {}
        self._counts: Counter[type] = Counter()
        self.items: list[LearnerItem] = []
        self.losses: list[Declined] = []

    def parts(self, block: LessonBlock) -> Iterator[Part]:
        """What a learner's book prints of ``block``: nothing of what is only for trainers."""
        match block:
            case ProseBlock(text):
                yield Words("prose", text.html)
            case Callout(kind, text):
                yield Words(kind, text.html)
            case AudienceBlock("leaders", text):
                yield Words("leaders", text.html)
            case AudienceBlock():
                return
            case CheckBlock(target, place):
                yield from self._check(str(target), place)
            case WorksheetBlock(target) | ScenarioBlock(target) | ActivityBlock(target):
                yield from self.thing(str(target))
            case _:
                assert_never(block)

    def questions(self, items: Iterable[Item], place: Place, title: str = "", intro: str = "") -> Iterator[Part]:
        """``items`` in a row, those printed before as a reference."""
        new: list[LearnerItem] = []
        for item in items:
            if item.pool != "practice":
                reason = f"an item of the pool {item.pool} stays out of learners' books"
                self.losses.append(Declined(item.id, reason, place))
            elif item.id in self._printed:
                yield self._printed[item.id]
            else:
                new.append(self._item(item))
        if new:
            yield Questions(tuple(new), title, intro)

    def thing(self, target: str) -> Iterator[Part]:
        """A worksheet, a scenario or an activity by its id; an unknown one is the checks' finding and no part."""
        if target in self._printed:
            yield self._printed[target]
        elif target in self._things.worksheets:
            module, worksheet = self._things.worksheets[target]
            yield Sheet(self._mark(target, module, worksheet.title.html), self._next(Sheet), worksheet)
        elif target in self._things.scenarios:
            scenario = self._things.scenarios[target]
            anchor = self._mark(target, scenario.module, scenario.title.html)
            yield learner_case(self._edition, scenario, anchor, self._next(Case))
        elif target in self._things.activities:
            module, activity = self._things.activities[target]
            anchor = self._mark(target, module, activity.title.html)
            yield session(self._edition, activity, anchor, self._next(Session), self._sheet(activity))
            if activity.worksheet and activity.worksheet not in self._printed:
                yield from self.thing(str(activity.worksheet))

    def is_printed(self, thing: str) -> bool:
        """Whether this chapter has printed ``thing``."""
        return thing in self._printed

    def _check(self, target: str, place: Place) -> Iterator[Part]:
        if quiz := self._things.quizzes.get(target):
            items = [item for form in quiz.forms[:1] for item in form.items]
            yield from self.questions(items, place, quiz.blueprint.title.html, quiz.blueprint.intro.html)
        elif item := self._edition.items.get(target):
            yield from self.questions([item], place)

    def _item(self, item: Item) -> LearnerItem:
        number = len(self.items) + 1
        title = item.title.html or self._things.words.gettext("Check {number}", number=number)
        anchor = self._mark(item.id, self._edition.module_of_item[item.id], title)
        made = learner_item(self._things, item, anchor, number)
        self.items.append(made)
        if isinstance(item, Cloze) and any(gap.choose for gap in item.gaps):
            reason = "paper shows an open gap: a list of the choices would hold the accepted answer"
            self.losses.append(Declined(item.id, reason, item.places.start))
        return made

    def _next(self, kind: type) -> int:
        self._counts[kind] += 1
        return self._counts[kind]

    def _sheet(self, activity: Activity) -> See | None:
        if activity.worksheet not in self._things.worksheets:
            return None
        home, sheet = self._things.worksheets[activity.worksheet]
        return See(self._anchor(str(sheet.id), home), sheet.title.html)

    def _mark(self, thing: str, home: str, title: str) -> str:
        anchor = self._anchor(thing, home)
        self._printed[thing] = See(anchor, title)
        return anchor

    def _anchor(self, thing: str, home: str) -> str:
        return thing if home == self._module else f"{self._module}.{thing}"
