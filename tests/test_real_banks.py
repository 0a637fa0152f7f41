"""The course itself, for each organisation: its banks import without a fault, its deck into Anki."""

from __future__ import annotations

from pathlib import Path

import pytest
import tiny_course
from anki_collection import Learner
from moodle_import import faults, read

from builder.edition import make_edition
from builder.model.edition import Edition
from builder.source import load_course
from builder.writers import anki, moodle, refreshers

LOADED = load_course(Path(__file__).parents[1])


def _edition(organisation: str) -> Edition:
    assert LOADED.course is not None
    return make_edition(LOADED.course, organisation, "en", LOADED.pictures)[0]


@pytest.fixture(params=[one.id for one in LOADED.course.organisations] if LOADED.course else [])
def real(request: pytest.FixtureRequest) -> Edition:
    return _edition(request.param)


def test_banks_and_refreshers(real: Edition) -> None:
    plan = tiny_course.plan_of(real)
    files = tiny_course.files((*moodle.artefacts(real, plan), *refreshers.artefacts(real, plan)))
    assert {path: found for path, data in files.items() if (found := faults(data))} == {}
    banks = [data for path, data in files.items() if path.startswith("banks/moodle/") and path.count("/") == 2]
    assert sum(len(read(data)) for data in banks) == len(real.items)


def test_deck(real: Edition, tmp_path: Path) -> None:
    (made,) = tiny_course.written(anki.artefacts(real, tiny_course.plan_of(real)))
    (data,) = made.files.values()
    everything = [*real.items, *real.terms, *(card.id for deck in real.course.decks for card in deck.cards)]
    learner = Learner(tmp_path)
    assert learner.imports(data) == {"new": len(everything) - len(made.losses)}
    assert list(learner.col.media.check().missing) == []
