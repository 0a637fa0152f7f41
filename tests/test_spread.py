"""Checks spread over the cores: the same findings in the same order as one after the other."""

from __future__ import annotations

import os
import signal
from functools import partial
from typing import TYPE_CHECKING

import pytest
from item_labels import edition_of

from builder.build import spread
from builder.build.spread import ENOUGH, over_cores
from builder.checks.writing import check_writing, in_turn

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def three_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "default_jobs", lambda: 3)


def process(_of: int) -> int:
    return os.getpid()


def fail(there: int) -> int:
    if os.getpid() != there:
        os.kill(os.getpid(), signal.SIGKILL)
    message = "no luck"
    raise ValueError(message)


@pytest.mark.parametrize("sizes", [(ENOUGH,), (1, ENOUGH), (ENOUGH, 1), (ENOUGH, 0, 0, 7), (9,) * ENOUGH])
def test_results_come_in_order_whatever_the_sizes(sizes: tuple[int, ...]) -> None:
    works = [(size, partial(divmod, at, 7)) for at, size in enumerate(sizes)]
    assert over_cores(works) == [divmod(at, 7) for at in range(len(sizes))]


def test_many_things_are_looked_at_in_processes_and_few_here() -> None:
    many = over_cores([(ENOUGH // 6, partial(process, at)) for at in range(6)])
    assert len(set(many)) == 3
    assert os.getpid() not in many
    assert over_cores([(ENOUGH - 1, partial(process, 0))]) == [os.getpid()]
    assert over_cores([]) == []


def test_a_failure_is_raised_here() -> None:
    with pytest.raises(ValueError, match="no luck"):
        over_cores([(ENOUGH, partial(fail, os.getpid()))])


def test_findings_are_the_same_in_the_same_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "ENOUGH", 100)
    edition = edition_of("tuning", tmp_path / "course")
    assert len(edition.items) > 100
    found = list(check_writing([edition], {}, over_cores))
    assert found == list(check_writing([edition], {}, in_turn))
    assert len(found) > 100
