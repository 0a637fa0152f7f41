"""The page that gathers a learner's if-then plans, and the words of plans in lessons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.model.activities import CommitmentField
from builder.writers.site.page import Page
from builder.writers.site.worksheets import keeping_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model.text import Line
    from builder.writers.site.frame import Frame

PLANS = "plans.html"


@dataclass(frozen=True, slots=True)
class Offer:
    """A plan that the course suggests: ``id`` is its name in a learner's state, ``thing`` where it is made."""

    id: str
    thing: str
    where: Line
    cue: Line
    act: Line


def plans_page(frame: Frame) -> Page:
    """``plans.html``: what the course suggests as static text, a learner's own plans by the player."""
    _ = frame.words.gettext
    page = Page(frame, PLANS, _("My plans"), "plans", _("What you mean to do, when, and with whom."), hide=("toc",))
    page.heading(1, "page--plans", page.title)
    offers = _different(_offers(frame))
    page.add("learner/plans.html")
    if offers:
        page.heading(2, "page--offers", _("Plans from the course"))
        page.add("learner/plan_offers.html", offers=offers)
    page.words(plan_words(frame) | _page_words(frame))
    return page


def _offers(frame: Frame) -> Iterator[Offer]:
    """Each lesson's plan, then each worksheet's, module by module."""
    for module in frame.edition.course.modules:
        for lesson in module.lesson_files:
            if plan := lesson.commitment:
                yield Offer(plan.id, plan.id, lesson.title, plan.cue, plan.act)
        for sheet in module.worksheets:
            for field in sheet.fields:
                if isinstance(field, CommitmentField):
                    yield Offer(f"{sheet.id}.{field.id}", sheet.id, sheet.title, field.cue, field.act)


def _different(offers: Iterable[Offer]) -> list[Offer]:
    """Without those whose words an earlier one has, as a lesson's worksheet may."""
    found: dict[tuple[str, str], Offer] = {}
    for offer in offers:
        found.setdefault((offer.cue.plain, offer.act.plain), offer)
    return list(found.values())


def plan_words(frame: Frame) -> dict[str, str]:
    """What the player says where a plan is made."""
    _ = frame.words.gettext
    return keeping_words(frame) | {
        "plan-make": _("Make it my plan"),
        "plan-change": _("Save my changes"),
        "plan-kept": _("Kept as your plan on this device."),
        "plan-empty": _("Say when, and what you will do then."),
        "plan-past": _("This day is past: choose another one, or leave it if you only want to note it."),
    }


def _page_words(frame: Frame) -> dict[str, str]:
    _ = frame.words.gettext
    return {
        "plan-words": _("When {cue}, then {act}."),
        "plan-cue-only": _("When {cue} …"),
        "plan-act-only": "{act}.",
        "plan-neither": _("A plan without words yet"),
        "plan-on": _("We look back on {date}"),
        "plan-no-day": _("No date yet"),
        "plan-was": _("The day was {date}: how did it go?"),
        "plan-with": _("I tell: {partner}"),
        "plan-from": _("From: {title}"),
        "plan-yes": _("Kept"),
        "plan-partly": _("Partly kept"),
        "plan-no": _("Not kept"),
        "plan-open": _("Still open"),
        "plan-deleted": _("The plan is deleted."),
        "plan-added": _("Your plan stands in the list."),
        "plan-taken": _("Among your plans"),
        "plan-no-date": _("Give the plan a date first, then it fits into a calendar."),
        "plan-no-dates": _("None of your plans has a date yet."),
        "plan-calendar": _("The file has {count} dates. Open it to put them into your calendar."),
        "plan-event": _("My plan: {act}"),
        "plan-file": _("my-plans"),
    }
