"""Each month's refresher as a Moodle file: ``refreshers/<YYYY-MM>/moodle.xml``."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from builder.locale import catalogue
from builder.model.walk import files_of
from builder.writers.artefact import Artefact
from builder.writers.moodle import KIND
from builder.writers.moodle.asked import Category, Questions, Surroundings
from builder.writers.moodle.document import write
from builder.writers.moodle.question import question_name

if TYPE_CHECKING:
    from builder.locale import Catalogue
    from builder.model.course import Objective
    from builder.model.edition import Edition
    from builder.model.plan import Plan
    from builder.model.refreshers import RefresherItem, RefresherMonth
    from builder.writers.moodle.asked import Asked


def artefacts(edition: Edition, plan: Plan) -> tuple[Artefact, ...]:
    """A file a month, in the order of the calendar."""
    around = Surroundings(edition)
    return tuple(_month(month, edition, around) for month in plan.refreshers)


def _month(month: RefresherMonth, edition: Edition, around: Surroundings) -> Artefact:
    words = catalogue(edition.language)
    title = words.gettext("Refresher for {month}", month=month.month)
    asked = tuple(around.asked(one.item) for one in month.items)
    objectives = [_objectives(one, edition) for one in month.items]
    lines = zip(month.items, asked, objectives, strict=True)
    reasons = "".join(f"<li>{_reason(one, question, known, words)}</li>" for one, question, known in lines)
    category = Category((around.root, title), f"<ul>{reasons}</ul>" if reasons else "", asked)
    file = f"refreshers/{month.month}/moodle.xml"
    sources = files_of(*(one.item for one in month.items), *(one for known in objectives for one in known))
    return Artefact(
        f"refresher/{month.month}/moodle", KIND, write, Questions(file, edition.language, (category,)), sources
    )


def _objectives(one: RefresherItem, edition: Edition) -> tuple[Objective, ...]:
    return tuple(edition.objectives[id_] for id_ in one.item.objectives if id_ in edition.objectives)


def _reason(one: RefresherItem, asked: Asked, objectives: tuple[Objective, ...], words: Catalogue) -> str:
    """Why the item is in its month, as XHTML: what it asks about, and when that was last asked."""
    name = f"<strong>{escape(question_name(asked))}</strong> ({escape(one.item.id)})"
    about = "; ".join(escape(objective.plain) for objective in objectives)
    when = words.gettext("last asked in {month}", month=one.last_seen) if one.last_seen else ""
    return ": ".join(filter(None, (name, about))) + "; " + (when or words.gettext("not asked before"))
