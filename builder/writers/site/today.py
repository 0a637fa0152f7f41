"""What is due today: the page, and the data from which the player finds it. No date is known when the site is made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.model.items import Cloze, Reflection
from builder.writers.addresses import TODAY, month_page
from builder.writers.site.cards import card_ids
from builder.writers.site.counted import counted
from builder.writers.site.items import asked
from builder.writers.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model.items import Item
    from builder.model.refreshers import RefresherMonth
    from builder.writers.site.frame import Frame

_WIDEST = 160
_GAP = re.compile(r"\[\[[^\]]*\]\]")


@dataclass(frozen=True, slots=True)
class Row:
    """A question that can be met again: its state key, where it stands, how it is called, and its module's title."""

    key: int
    page: str
    anchor: str
    words: str
    module: str


@dataclass(frozen=True, slots=True)
class Stack:
    """A deck: ``cards`` are the ids that its state is filed under."""

    id: str
    title: str
    cards: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A month of the refresher: ``2027-01``, as people write it, and the state keys of its questions."""

    name: str
    words: str
    keys: str
    count: int


def today_page(frame: Frame) -> Page:
    """``today.html``: complete lists, of which the player shows what is due."""
    _ = frame.words.gettext
    about = _("A few minutes a day: what you have learnt stays when you meet it again.")
    page = Page(frame, TODAY, _("Due today"), "today", about, hide=("toc",))
    page.heading(1, "page--today", _("Due today"))
    page.add("today/lead.html")
    if turns := _turns(frame):
        page.heading(2, "page--today-month", _("Refresher of the month"))
        page.add("today/months.html", turns=turns)
    if stacks := _stacks(frame):
        page.heading(2, "page--today-cards", _("Cards"))
        page.add("today/cards.html", stacks=stacks)
    page.heading(2, "page--today-questions", _("Questions to meet again"))
    page.add("today/questions.html", rows=rows(frame))
    page.heading(2, "page--today-calendar", _("In your calendar"))
    page.add("today/calendar.html")
    add_today(page)
    page.words(_words(frame))
    return page


def add_today(page: Page) -> None:
    """The data and the words that an element with ``data-today-summary`` needs, on any page."""
    frame = page.frame
    keys = " ".join(str(row.key) for row in rows(frame))
    page.add("today/data.html", wrap="data", turns=_turns(frame), stacks=_stacks(frame), keys=keys)
    page.words(_summary_words(frame))


def month_words(frame: Frame) -> dict[str, str]:
    """What a refresher page, and the list of months, say about the learner's own time."""
    _ = frame.words.gettext
    return {
        "month-done": _("Done on {date}."),
        "month-part": _("{done} of {all} answered."),
        "month-all": _("That was all of this month."),
        "month-through": _("That was all of this month. The next refresher comes on {date}."),
        "month-last": _("That was all of this month, the last one of this plan."),
    }


def rows(frame: Frame) -> list[Row]:
    """Every question that can be asked alone: those of lessons, of checks and of refreshers, each once.

    A question that stands in a test only is asked there, with the others.
    """
    found: dict[str, Row] = {}
    for item, page in _asked(frame):
        if item.id not in found and not isinstance(item, Reflection):
            found[item.id] = Row(frame.state_key(item), page, item.id, _called(item), _module(frame, item))
    return list(found.values())


def _asked(frame: Frame) -> Iterator[tuple[Item, str]]:
    for item in frame.edition.items.values():
        address = frame.addresses.get(item.id)
        if address and address.page.startswith("lessons/"):
            yield item, address.page
    for quiz in frame.plan.quizzes:
        if quiz.blueprint.rules.show_answers == "after_each":
            yield from ((i, f"quizzes/{quiz.blueprint.id}.html") for form in quiz.forms for i in form.items)
    for month in frame.plan.refreshers:
        yield from ((drawn.item, month_page(month.month)) for drawn in month.items)


def _called(item: Item) -> str:
    gapped = f" {_GAP.sub('…', item.text.plain)}" if isinstance(item, Cloze) else ""
    words = " ".join((item.stem.plain + gapped).split())
    if len(words) <= _WIDEST:
        return words
    return words[:_WIDEST].rsplit(" ", 1)[0] + " …"


def _module(frame: Frame, item: Item) -> str:
    module = frame.edition.modules.get(frame.edition.module_of_item.get(item.id, ""))
    return module.title.plain if module else ""


def _turns(frame: Frame) -> list[Turn]:
    return [_turn(frame, month) for month in frame.plan.refreshers]


def _turn(frame: Frame, month: RefresherMonth) -> Turn:
    questions = asked(frame, (drawn.item for drawn in month.items))
    return Turn(month.month, frame.month(month.month), questions.keys, questions.count)


def _stacks(frame: Frame) -> list[Stack]:
    """The decks in the order of their modules; those of none come last."""
    course = frame.edition.course
    ranks: dict[str | None, int] = {module.id: rank for rank, module in enumerate(course.modules)}
    decks = sorted(course.decks, key=lambda deck: ranks.get(deck.module, len(ranks)))
    return [Stack(deck.id, deck.title.plain, " ".join(card_ids(deck))) for deck in decks]


def _summary_words(frame: Frame) -> dict[str, str]:
    _, ngettext, language = frame.words.gettext, frame.words.ngettext, frame.edition.language
    words = {
        "today-due": _("Due today: {list}."),
        "today-nothing": _("Nothing is due today."),
        "today-next": _("Nothing is due today. Next: {date}."),
        "today-refresher": _("the refresher for {month}"),
    }
    words |= counted(language, "today-cards", lambda n: ngettext("{n} card", "{n} cards", n, n="{n}"))
    return words | counted(language, "today-questions", lambda n: ngettext("{n} question", "{n} questions", n, n="{n}"))


def _words(frame: Frame) -> dict[str, str]:
    _, ngettext, language = frame.words.gettext, frame.words.ngettext, frame.edition.language
    words = {
        "today-month-before": _("The first refresher comes on {date}."),
        "today-month-gap": _("There is no refresher this month. The next one comes on {date}."),
        "today-month-open": _("This month. Not begun."),
        "today-month-part": _("This month. {done} of {all} questions answered."),
        "today-month-done": _("Done on {date}."),
        "today-month-next": _("The next one comes on {date}."),
        "today-month-last": _("It was the last one of this plan."),
        "today-month-after": _("The plan of refreshers has ended. The next version of the course brings a new one."),
        "today-deck-next": _("Nothing due. Next: {date}."),
        "today-why-sure": _("You were sure, and it was not right."),
        "today-why-missed": _("It was not right the last time."),
        "today-why-unsure": _("It was right, but you were not sure."),
        "today-why-time": _("You knew it on {date}. Do you still?"),
        "today-none": _("No question waits for you today."),
        "today-told": _("Made a file with {dates}."),
        "today-told-none": _("There is nothing to be reminded of yet: study some cards or answer a question first."),
        "today-file": _("due-dates"),
        "today-event-month": _("Refresher for {month}"),
        "today-event-due": _("Something is due in {course}"),
    }  # fmt: skip
    words |= counted(language, "today-deck-cards", lambda n: ngettext("{n} due", "{n} due", n, n="{n}"))
    words |= counted(language, "today-dates", lambda n: ngettext("{n} date", "{n} dates", n, n="{n}"))
    return words | counted(language, "today-deck-new", lambda n: ngettext("{n} new", "{n} new", n, n="{n}"))
