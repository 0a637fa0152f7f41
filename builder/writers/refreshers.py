"""Each month's refresher as a Moodle file: ``refreshers/<YYYY-MM>/moodle.xml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.locale import catalogue
from builder.model.walk import files_of
from builder.writers.artefact import Artefact
from builder.writers.moodle import KIND
from builder.writers.moodle.asked import Category, Questions, Surroundings
from builder.writers.moodle.document import write

if TYPE_CHECKING:
    from builder.model.edition import Edition
    from builder.model.plan import Plan
    from builder.model.refreshers import RefresherMonth


def artefacts(edition: Edition, plan: Plan) -> tuple[Artefact, ...]:
    """A file a month, in the order of the calendar."""
    around = Surroundings(edition)
    return tuple(_month(month, edition, around) for month in plan.refreshers)


def _month(month: RefresherMonth, edition: Edition, around: Surroundings) -> Artefact:
    title = catalogue(edition.language).gettext("Refresher for {month}", month=month.month)
    asked = tuple(around.asked(one.item) for one in month.items)
    file = f"refreshers/{month.month}/moodle.xml"
    reads = Questions(file, edition.language, (Category((around.root, title), "", asked),))
    return Artefact(f"refresher/{month.month}/moodle", KIND, write, reads, files_of(*(one.item for one in month.items)))
