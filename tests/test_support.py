"""The table of formats and item types comes out of a run."""

from __future__ import annotations

import tiny_course

from builder.model.items import ITEM_TYPES
from builder.writers import anki, moodle
from builder.writers.artefact import Declined
from builder.writers.support import Support, support


def test_moodle_holds_every_type() -> None:
    edition, plan = tiny_course.edition(), tiny_course.plan()
    losses = [one for made in tiny_course.written(moodle.artefacts(edition, plan)) for one in made.losses]
    found = support(edition.items.values(), losses)
    assert tuple(found) == ITEM_TYPES
    assert {kind for kind, held in found.items() if held.level == "not"} == set()
    assert {kind for kind, held in found.items() if held.level == "whole"} == {
        "true_false", "numeric", "short_answer", "ordering", "reflection",
    }  # fmt: skip


def test_the_deck_holds_what_makes_a_card() -> None:
    edition, plan = tiny_course.edition(), tiny_course.plan()
    (made,) = tiny_course.written(anki.artefacts(edition, plan))
    found = support((item for item in edition.items.values() if item.pool == "practice"), made.losses)
    assert {kind for kind, held in found.items() if held.level == "whole"} == {
        "single_choice", "true_false", "numeric", "short_answer", "cloze",
    }  # fmt: skip
    assert all(held.reasons for held in found.values() if held.level == "not")


def test_a_part_is_not_the_whole() -> None:
    items = [tiny_course.edition().items[one] for one in ("t-milk", "c-rinse")]
    assert support(items, [])["true_false"] == Support("whole")
    some = support(items, [Declined("t-milk", "b", whole=True), Declined("t-milk", "a")])["true_false"]
    assert some == Support("in part", ("a", "b"))
    gone = [Declined(one.id, "c", whole=True) for one in items]
    assert support(items, gone)["true_false"] == Support("not", ("c",))
