"""The start page: what this is, how long it takes, where to begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.model.lessons import CheckBlock
from builder.writers.site.addresses import START
from builder.writers.site.items import Asked, asked
from builder.writers.site.page import Page

if TYPE_CHECKING:
    from builder.model.course import Module
    from builder.model.items import Item
    from builder.model.lessons import Lesson
    from builder.writers.site.frame import Frame


@dataclass(frozen=True, slots=True)
class Card:
    """A module as the start page shows it: its number, minutes of reading, and what its checks ask."""

    number: int
    module: Module
    minutes: int
    asked: Asked


def start_page(frame: Frame) -> Page:
    """``index.html``."""
    course = frame.edition.course
    settings = course.settings
    page = Page(frame, START, settings.title.plain, "start", settings.tagline.plain, hide=("navigation", "toc"))
    cards = [card(frame, number, module) for number, module in enumerate(course.modules, 1)]
    first = next((lesson for module in course.modules for lesson in module.lesson_files), None)
    page.add("start/ground.html", wrap="hero__ground")
    page.heading(1, settings.id, settings.title)
    page.add(
        "start/lead.html", wrap="hero__lead", settings=settings, first=first, cards=cards,
        minutes=sum(card.minutes for card in cards), lessons=len(frame.edition.lessons),
    )  # fmt: skip
    page.add("start/summary.html", wrap="intro", settings=settings)
    page.heading(2, "page--modules", frame.words.gettext("Modules"))
    page.add("start/modules.html", cards=cards)
    page.heading(2, "page--practise", frame.words.gettext("Practise and look up"))
    page.add("start/practise.html", tests=[q for q in frame.plan.quizzes if not q.blueprint.module])
    if settings.completion:
        page.heading(2, "page--finish", frame.words.gettext("How you finish"))
        page.add("start/finish.html", settings=settings)
    return page


def card(frame: Frame, number: int, module: Module) -> Card:
    """A module's card."""
    items = [item for lesson in module.lesson_files for item in checked_items(frame, lesson)]
    return Card(number, module, reading_minutes(module), asked(frame, items))


def reading_minutes(module: Module) -> int:
    """The minutes of a module's lessons together."""
    return sum(lesson.minutes for lesson in module.lesson_files)


def checked_items(frame: Frame, lesson: Lesson) -> list[Item]:
    """The items that a lesson's checks ask, in order."""
    found: list[Item] = []
    for block in (block for section in lesson.sections for block in section.blocks):
        if isinstance(block, CheckBlock):
            if block.target in frame.edition.items:
                found.append(frame.edition.items[block.target])
            elif block.target in frame.quizzes:
                found += frame.quizzes[block.target].forms[0].items
    return found
