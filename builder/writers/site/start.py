"""The start page: what this is, how long it takes, where to begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.model.lessons import CheckBlock
from builder.writers.addresses import REFRESHERS, START
from builder.writers.site.items import Asked, asked
from builder.writers.site.page import Page
from builder.writers.site.today import add_today

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from builder.model.course import Module, Objective
    from builder.model.items import Item
    from builder.model.lessons import Lesson
    from builder.writers.site.frame import Frame


Entry = tuple["str | None", "Markup | str", str]
"""A link's address, its words, and a note beside it."""

_OWN = ("today.html", "progress.html", "plans.html")
_LOOK_UP = ("organisation", "glossary", "practices", "sources")


@dataclass(frozen=True, slots=True)
class Card:
    """A module as the start page shows it: its number, minutes of reading, and what its checks ask."""

    number: int
    module: Module
    minutes: int
    asked: Asked


def start_page(frame: Frame, others: Sequence[Page]) -> Page:
    """``index.html``; ``others`` are the site's other pages, of which it links those that are there."""
    _ = frame.words.gettext
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
    own = [one for one in others if one.path in _OWN]
    if own:
        page.add("start/own.html", own=own)
        add_today(page)
    page.add("start/summary.html", wrap="intro", settings=settings, able=able(frame))
    page.heading(2, "page--way", _("How it works"))
    page.add("start/steps.html")
    page.heading(2, "page--modules", _("Modules"))
    page.add("start/modules.html", cards=cards)
    page.heading(2, "page--practise", _("Practise"))
    page.add("start/practise.html", panels=panels(page))
    page.heading(2, "page--look-up", _("Look up"))
    page.add("start/look_up.html", found=[one for one in others if one.kind in _LOOK_UP])
    if settings.completion:
        page.heading(2, "page--finish", _("How you finish"))
        page.add("start/finish.html", settings=settings)
    return page


def able(frame: Frame) -> list[Objective]:
    """What learners can do afterwards, in short: the first objective of each module."""
    course = frame.edition.course
    found = (next((one for one in course.objectives if one.module == m.id), None) for m in course.modules)
    return [one for one in found if one]


def panels(page: Page) -> list[tuple[str, str, list[Entry]]]:
    """What there is to practise with: a panel's title, its kind, and its links."""
    frame = page.frame
    _, ngettext = frame.words.gettext, frame.words.ngettext
    modules = frame.edition.course.modules
    tests: list[Entry] = [
        (page.link(quiz.blueprint.id), page.text(quiz.blueprint.title),
         ngettext("{count} question", "{count} questions", len(quiz.forms[0].items)))
        for quiz in frame.plan.quizzes if not quiz.blueprint.module
    ]  # fmt: skip
    months = len(frame.plan.refreshers)
    if months:
        tests.append((page.href(REFRESHERS), _("Refreshers"), ngettext("{count} month", "{count} months", months)))
    scenarios: list[Entry] = [
        (page.link(one.id), page.text(one.title), ngettext("{count} minute", "{count} minutes", one.minutes))
        for module in modules for one in frame.edition.course.scenarios if one.module == module.id
    ]  # fmt: skip
    decks: list[Entry] = [
        (page.link(deck.id), page.text(deck.title), ngettext("{count} card", "{count} cards", len(deck.cards)))
        for module in modules for deck in frame.edition.course.decks if deck.module == module.id
    ]  # fmt: skip
    sheets: list[Entry] = [
        (page.link(sheet.id), page.text(sheet.title), "") for module in modules for sheet in module.worksheets
    ]
    return [
        (_("Scenarios"), "scenario", scenarios),
        (_("Cards"), "cards", decks),
        (_("Worksheets"), "worksheet", sheets),
        (_("Tests and refreshers"), "test", tests),
    ]


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
