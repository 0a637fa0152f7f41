"""What no single file can know: ids that must exist, keys that must fit, graphs, links, pools, coverage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from builder.checks.activities import check_activities
from builder.checks.answers import check_answers
from builder.checks.brand import check_brand
from builder.checks.cloze import check_cloze_card
from builder.checks.content import check_content, check_typed
from builder.checks.content.levels import check_levels, check_refreshed
from builder.checks.ids import check_ids
from builder.checks.items import check_item
from builder.checks.known import NOTHING_ELSE, Elsewhere, Known
from builder.checks.letters import check_letters
from builder.checks.links import check_links
from builder.checks.objectives import check_objectives
from builder.checks.pictures import check_pictures
from builder.checks.practices import check_practices
from builder.checks.quizzes import check_quizzes
from builder.checks.references import check_references
from builder.checks.runs import check_runs
from builder.checks.scenarios import check_scenario
from builder.checks.writing import Spread, check_writing, in_turn
from builder.checks.writing.allowed import check_allowed
from builder.diagnostics import Diagnostic
from builder.model.course import Course
from builder.model.edition import Edition
from builder.model.plan import Plan


def check_course(course: Course, elsewhere: Elsewhere | None = None) -> tuple[Diagnostic, ...]:
    """What is wrong whatever the organisation and the language.

    Where ``course`` is a part, ``elsewhere`` is what stands in the rest, and nothing is said of the course as a whole.
    """
    return tuple(_of_course(course, elsewhere))


_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


def check_edition(
    edition: Edition, texts: Mapping[str, str] = _NO_TEXTS, elsewhere: Elsewhere = NOTHING_ELSE
) -> tuple[Diagnostic, ...]:
    """What is wrong once values are put in and texts rendered.

    ``texts`` are the source files by path: with them findings point to the character also in folded texts.
    ``elsewhere`` is what stands in the rest of a course of which ``edition`` holds a part.
    """
    return (
        *check_answers(edition),
        *check_links(edition, texts, elsewhere),
        *check_activities(edition),
        *check_practices(edition),
        *check_pictures(edition),
        *check_letters(edition),
        *check_brand(edition),
        *check_content(edition),
    )


def check_editions(
    editions: Sequence[Edition], texts: Mapping[str, str] = _NO_TEXTS, spread: Spread = in_turn
) -> tuple[Diagnostic, ...]:
    """What all editions of a course together tell, or several of them alike; ``texts`` as in `check_edition`.

    ``spread`` does what takes long with many items.
    """
    return (*check_writing(editions, texts, spread), *check_allowed(editions, texts), *check_typed(editions, texts))


def check_plan(edition: Edition, plan: Plan) -> tuple[Diagnostic, ...]:
    """What is wrong in what was assembled from the edition."""
    return tuple(check_refreshed(edition.course, plan))


def _of_course(course: Course, elsewhere: Elsewhere | None) -> Iterator[Diagnostic]:
    known = Known(course, elsewhere or NOTHING_ELSE)
    yield from check_ids(course, elsewhere.things if elsewhere else ())
    yield from check_references(course, known)
    for bank in course.banks:
        for item in bank.items:
            yield from check_item(item, course.settings.id)
    for deck in course.decks:
        for card in deck.cards:
            if card.type == "cloze":
                yield from check_cloze_card(card)
    for scenario in course.scenarios:
        yield from check_scenario(scenario)
    yield from check_runs(course)
    yield from check_quizzes(course, known)
    if elsewhere is None:
        yield from check_objectives(course)
        yield from check_levels(course)
