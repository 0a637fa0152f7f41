"""Forked jobs: order, needs, failures."""

from __future__ import annotations

import os
import signal

import pytest

from builder.build.pool import Done, Job, JobDiedError, run_jobs


def name_of(text: str) -> str:
    return f"{text} {os.getpid()}"


def fail() -> str:
    message = "no luck"
    raise ValueError(message)


def die() -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"


def jobs(*runs: Job[str]) -> tuple[Job[str], ...]:
    return runs


@pytest.mark.parametrize("processes", [1, 2])
def test_needs_are_done_first(processes: int) -> None:
    asked = jobs(
        Job("late", lambda: name_of("late"), needs=frozenset({"first", "second"}), weight=9.0),
        Job("first", lambda: name_of("first")),
        Job("second", lambda: name_of("second"), needs=frozenset({"first"})),
    )
    done = [one.name for one in run_jobs(asked, processes)]
    assert done == ["first", "second", "late"]


def test_each_job_has_a_process_of_its_own() -> None:
    done: list[Done[str]] = list(run_jobs(jobs(*(Job(str(n), lambda: str(os.getpid())) for n in range(3))), 2))
    assert len({one.result for one in done} | {str(os.getpid())}) == 4


@pytest.mark.parametrize("processes", [1, 2])
def test_a_failure_is_told_and_nothing_new_starts(processes: int) -> None:
    asked = jobs(Job("bad", fail, weight=5.0), Job("after", lambda: "x", needs=frozenset({"bad"})))
    done = list(run_jobs(asked, processes))
    assert [one.name for one in done] == ["bad"]
    assert isinstance(done[0].error, ValueError)


def test_a_killed_job_is_noticed() -> None:
    done = list(run_jobs(jobs(Job("killed", die)), 2))
    assert isinstance(done[0].error, JobDiedError)
    assert "exit code -9" in str(done[0].error)
