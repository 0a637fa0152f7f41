"""The accessibility statement: what was tried on which pages in which browsers, and what was not.

It says what a run of the tests wrote into ``site/accessibility.json``, and a test fails when the two differ.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from builder.writers.site.page import Page

if TYPE_CHECKING:
    from builder.writers.site.frame import Frame

ACCESSIBILITY = "accessibility.html"
DATA = "docs/assets/accessibility.json"
"""Where the stage holds the data of the run, for programs that read it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A run of the tests that found nothing: its day, how much it looked at, and with which tools."""

    day: date
    pages: int
    kinds: int
    types: int
    states: int
    widths: tuple[int, ...]
    axe: str
    checker: str
    first_engine: str
    other_engines: tuple[str, ...]


def statement_of(data: bytes) -> Statement:
    """The statement in the data file."""
    read = json.loads(data)
    facts, versions = read["confirmed"], read["versions"]
    states = [value for name, value in facts.items() if name.startswith("states.")]
    others = tuple(versions[name.removeprefix("engines.")] for name in facts if name.startswith("engines."))
    return Statement(
        day=date.fromisoformat(read["date"]),
        pages=facts["pages"],
        kinds=len(facts["kinds"]),
        types=len(states),
        states=sum(map(len, states)),
        widths=tuple(facts["widths"]),
        axe=versions["axe"],
        checker=versions["checker"],
        first_engine=versions["chromium"],
        other_engines=others,
    )


def accessibility_page(frame: Frame, statement: Statement) -> Page:
    """``accessibility.html``."""
    _ = frame.words.gettext
    page = Page(frame, ACCESSIBILITY, _("Accessibility"), "accessibility", _("What was tried, and what was not."))
    page.heading(1, "page--accessibility", page.title)
    page.add("reference/access_lead.html")
    page.heading(2, "page--tried", _("What was tried"))
    page.add("reference/access_tried.html", one=statement, day=_day(frame, statement.day))
    page.heading(2, "page--not-tried", _("What was not tried"))
    page.add("reference/access_untried.html", one=statement)
    page.heading(2, "page--fault", _("If something stands in your way"))
    page.add("reference/access_fault.html", organisation=frame.edition.organisation)
    return page


def _day(frame: Frame, day: date) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - babel is slow to import

    return format_date(day, "long", locale=frame.edition.language.replace("-", "_"))
