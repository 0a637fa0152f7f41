"""Where each thing of the course stands on the site: its page, and its anchor there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.model.lessons import ActivityBlock, CheckBlock, Lesson

if TYPE_CHECKING:
    from builder.model.edition import Edition
    from builder.model.plan import Plan

START = "index.html"
ORGANISATION = "organisation.html"
PRACTICES = "practices.html"
GLOSSARY = "glossary.html"
SOURCES = "sources.html"
REFRESHERS = "refreshers/index.html"
ABOUT = "about.html"
TODAY = "today.html"


@dataclass(frozen=True, slots=True)
class Address:
    """A page's path from the site's root, and an anchor on it (empty: the page as a whole)."""

    page: str
    anchor: str = ""

    def seen_from(self, page: str) -> str:
        """The relative link from ``page``: paths are at most one or two folders deep and never absolute."""
        anchor = f"#{self.anchor}" if self.anchor else ""
        if self.page == page and anchor:
            return anchor
        return root_of(page) + self.page + anchor


def root_of(page: str) -> str:
    """The way from ``page`` up to the site's root."""
    return "../" * page.count("/")


def module_page(module: str) -> str:
    """A module's page: an index, so that the navigation links its group to it."""
    return f"modules/{module}/index.html"


def month_page(month: str) -> str:
    """The page of a refresher; ``month`` is YYYY-MM."""
    return f"refreshers/{month}.html"


def on_the_web(site: str, page: str) -> str:
    """The whole address of a page; ``site`` is where the site stands."""
    return f"{site.rstrip('/')}/{page}"


def addresses(edition: Edition, plan: Plan) -> dict[str, Address]:
    """The address of every id; where a thing stands on several pages, the first that teaches it counts."""
    found: dict[str, Address] = {}
    for thing, address in _all(edition, plan):
        found.setdefault(thing, address)
    return found


def _all(edition: Edition, plan: Plan) -> Iterator[tuple[str, Address]]:
    course = edition.course
    for module in course.modules:
        page = module_page(module.id)
        yield module.id, Address(page)
        yield from ((lesson.id, Address(f"lessons/{lesson.id}.html")) for lesson in module.lesson_files)
        for lesson in module.lesson_files:
            yield from _of_lesson(lesson, edition, plan)
        yield from ((sheet.id, Address(f"worksheets/{sheet.id}.html")) for sheet in module.worksheets)
        yield from ((activity.id, Address(page, activity.id)) for activity in module.activities)
    yield from ((o.id, Address(module_page(o.module), o.id)) for o in course.objectives)
    yield from ((practice.id, Address(PRACTICES, practice.id)) for practice in course.practices)
    yield from ((term.id, Address(GLOSSARY, term.id)) for term in course.terms)
    for source in course.sources:
        yield source.id, Address(SOURCES, source.id)
        yield from ((evidence.id, Address(SOURCES, evidence.id)) for evidence in source.evidence)
    yield from ((scenario.id, Address(f"scenarios/{scenario.id}.html")) for scenario in course.scenarios)
    for deck in course.decks:
        yield deck.id, Address(f"cards/{deck.id}.html")
        yield from ((card.id, Address(f"cards/{deck.id}.html", card.id)) for card in deck.cards)
    yield from _of_plan(plan)


def _of_lesson(lesson: Lesson, edition: Edition, plan: Plan) -> Iterator[tuple[str, Address]]:
    page = f"lessons/{lesson.id}.html"
    quizzes = {quiz.blueprint.id: quiz for quiz in plan.quizzes}
    for section in lesson.sections:
        yield section.id, Address(page, section.id if section.level else "")
        for block in section.blocks:
            if isinstance(block, ActivityBlock):
                yield block.target, Address(page, block.target)
            if isinstance(block, CheckBlock):
                if block.target in edition.items:
                    yield block.target, Address(page, block.target)
                elif block.target in quizzes:
                    yield from ((item.id, Address(page, item.id)) for item in quizzes[block.target].forms[0].items)
    if lesson.commitment:
        yield lesson.commitment.id, Address(page, lesson.commitment.id)


def _of_plan(plan: Plan) -> Iterator[tuple[str, Address]]:
    for quiz in plan.quizzes:
        page = f"quizzes/{quiz.blueprint.id}.html"
        yield quiz.blueprint.id, Address(page)
        yield from ((item.id, Address(page, item.id)) for form in quiz.forms for item in form.items)
    for month in plan.refreshers:
        page = month_page(month.month)
        yield from ((drawn.item.id, Address(page, drawn.item.id)) for drawn in month.items)
