"""The answer key of a module, in the order of its pages in the learner's book."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.scenarios import Scenario
from builder.writers.workbooks.key.book import KeyCase, KeyChapter, KeyChoice, KeyEntry, KeyMoment
from builder.writers.workbooks.key.items import BEST, key_entry
from builder.writers.workbooks.learner.book import Chapter, Part, Questions
from builder.writers.workbooks.learner.printed import Case
from builder.writers.workbooks.things import Things


def key_chapter(things: Things, chapter: Chapter) -> KeyChapter:
    """The keys to all that ``chapter`` asks."""
    entries: list[KeyEntry | KeyCase] = []
    for part in parts_of(chapter):
        if isinstance(part, Questions):
            entries += [
                key_entry(things, things.edition.items[_thing(item.id)], item.id, item.number) for item in part.items
            ]
        elif isinstance(part, Case):
            entries.append(_key_case(things, things.scenarios[_thing(part.id)], part.id))
    return KeyChapter(chapter.id, chapter.number, chapter.title, tuple(entries))


def parts_of(chapter: Chapter) -> Iterator[Part]:
    """Everything that ``chapter`` prints, in the order of its pages."""
    for lesson in chapter.lessons:
        for section in lesson.sections:
            yield from section.parts
    yield from chapter.more


def _thing(anchor: str) -> str:
    return anchor.rpartition(".")[2]


def _key_case(things: Things, scenario: Scenario, anchor: str) -> KeyCase:
    words = things.words
    titles = {str(scene.id): scene.title.html for scene in scenario.scenes}
    titles |= {str(ending.id): ending.title.html for ending in scenario.endings}
    outcomes = {"good": words.gettext("good"), "mixed": words.gettext("mixed"), "poor": words.gettext("poor")}
    practices = things.edition.practices
    scenes = sorted(scenario.scenes, key=lambda scene: scene.id != scenario.start)
    return KeyCase(
        id=anchor,
        title=scenario.title.html,
        outside=scenario.outside.html,
        moments=tuple(
            KeyMoment(
                scene.title.html,
                tuple(
                    KeyChoice(
                        choice.text.html,
                        choice.score == BEST,
                        words.gettext("{score} of {best}", score=choice.score, best=BEST),
                        choice.consequence.html,
                        choice.outside.html,
                        titles.get(str(choice.goto), ""),
                    )
                    for choice in scene.choices
                ),
            )
            for scene in scenes
        ),
        endings=tuple((e.title.html, outcomes[e.outcome], e.text.html, e.outside.html) for e in scenario.endings),
        debrief=tuple(
            (practices[point.practice].name.html, point.text.html)
            for point in scenario.debrief
            if point.practice in practices
        ),
    )
