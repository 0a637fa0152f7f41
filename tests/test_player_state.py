"""The learner's state: its node tests run here, and Python's size bound is held to the same vectors."""

from __future__ import annotations

import re

from test_player import node


def test_the_format_meets_its_vectors() -> None:
    done = node("--test", "tests/player/state.test.mjs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^\S+ pass [1-9]", done.stdout, re.MULTILINE)
