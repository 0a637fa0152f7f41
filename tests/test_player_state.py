"""The learner's state: its node tests run here, and Python's size bound is held to the same vectors."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import tiny_course
from test_player import node

from builder.player.size_bound import Shape, longest_answers, shapes_of

PLAYER = Path(__file__).parent / "player"
BOUNDS = json.loads((PLAYER / "state.vectors.json").read_text(encoding="utf-8"))["bounds"]


def test_the_format_meets_its_vectors() -> None:
    done = node("--test", "tests/player/state.test.mjs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^\S+ pass [1-9]", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("vector", BOUNDS, ids=lambda vector: str(len(vector["packed"])))
def test_the_bound_is_reached_and_not_passed(vector: dict[str, object]) -> None:
    """Each vector holds the longest answers of its shapes; keys far apart cost up to a sign more than these."""
    shapes = [Shape(*shape) for shape in vector["shapes"]]  # type: ignore[attr-defined]
    bound = longest_answers(shapes, int(str(vector["tries"])), int(str(vector["hints"])))
    assert 0 <= bound - len(str(vector["packed"])) <= 1


def test_no_random_answers_are_longer_than_their_bound() -> None:
    done = node("tests/player/state_sizes.mjs")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) > 100
    for row in rows:
        shapes = [Shape(*shape) for shape in row["shapes"]]
        assert row["length"] <= longest_answers(shapes, 4, 3), row


def test_every_scored_item_has_a_shape() -> None:
    items = list(tiny_course.edition().items.values())
    shapes = shapes_of(items)
    assert len(shapes) == sum(item.type != "reflection" for item in items)
    assert {shape.kind for shape in shapes} == {"one", "set", "list", "order"}
    assert longest_answers(shapes, 3, 2) < longest_answers([*shapes, *shapes], 3, 2)


def test_completion_meets_its_vectors() -> None:
    done = node("--test", "tests/player/completion.test.mjs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^\S+ pass [1-9]", done.stdout, re.MULTILINE)
