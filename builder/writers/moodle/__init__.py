"""Moodle question XML (Moodle 4.5): a file a module's bank, and a file a quiz with a category for each form.

Format: https://docs.moodle.org/405/en/Moodle_XML_format, and what its importer really does with it. Importing again
adds, it never updates, so the course's version stands in the path of the categories.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from builder.locale import catalogue
from builder.model.walk import files_of
from builder.writers.artefact import Artefact
from builder.writers.moodle.asked import Category, Questions, Surroundings
from builder.writers.moodle.document import write

if TYPE_CHECKING:
    from builder.locale import Catalogue
    from builder.model.edition import Edition
    from builder.model.items import Pool
    from builder.model.plan import Plan
    from builder.model.quizzes import Quiz

POOLS: tuple[Pool, ...] = ("practice", "test", "held_out")
KIND = "moodle-xml"


def artefacts(edition: Edition, plan: Plan) -> tuple[Artefact, ...]:
    """``banks/moodle/<module>.xml`` and ``banks/moodle/quizzes/<quiz>.xml``."""
    around = Surroundings(edition)
    return (*_banks(edition, around), *(_quiz(quiz, edition, around) for quiz in plan.quizzes))


def pool_name(pool: Pool, words: Catalogue) -> str:
    """A pool's name as a category."""
    match pool:
        case "practice":
            return words.gettext("Practice")
        case "test":
            return words.gettext("Test")
        case "held_out":
            return words.gettext("Held back for the pre-test")


def _banks(edition: Edition, around: Surroundings) -> Iterator[Artefact]:
    words = catalogue(edition.language)
    for module in edition.course.modules:
        items = [item for bank in edition.course.banks if bank.module == module.id for item in bank.items]
        if not items:
            continue
        categories = []
        for pool in POOLS:
            asked = tuple(around.asked(item) for item in items if item.pool == pool)
            path = (around.root, module.title.plain, pool_name(pool, words))
            categories.append(Category(path, module.summary.html, asked))
        reads = Questions(f"banks/moodle/{module.id}.xml", edition.language, tuple(c for c in categories if c.items))
        yield Artefact(f"moodle/{module.id}", KIND, write, reads, files_of(*items))


def _quiz(quiz: Quiz, edition: Edition, around: Surroundings) -> Artefact:
    words = catalogue(edition.language)
    blueprint = quiz.blueprint
    categories = []
    for form in quiz.forms:
        label = (words.gettext("Form {label}", label=form.label),) if form.label else ()
        asked = tuple(around.asked(item) for item in form.items)
        categories.append(Category((around.root, blueprint.title.plain, *label), blueprint.intro.html, asked))
    reads = Questions(f"banks/moodle/quizzes/{blueprint.id}.xml", edition.language, tuple(categories), blueprint.id)
    items = [item for form in quiz.forms for item in form.items]
    return Artefact(f"moodle/{blueprint.id}", KIND, write, reads, files_of(blueprint, *items))
