"""Checks of many things, spread over the machine's cores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import TypeVar

from builder.build.pool import Job, default_jobs, run_jobs

R = TypeVar("R")

ENOUGH = 3_000
"""Things from which on processes pay: below, one has looked at all of them in about a second."""


def over_cores(works: Sequence[tuple[int, Callable[[], R]]]) -> list[R]:
    """The result of each of ``works`` in their order; each is how many things it looks at, and what to do.

    What is done has to give the same in a process of its own, where it is done if there are many things. Where one
    doesn't come back everything is done here: its error is raised here too.
    """
    cores = default_jobs()
    if cores > 1 and sum(size for size, _ in works) >= ENOUGH:
        shares = list(_shares(works, cores))
        jobs = tuple(Job(str(at), partial(_done, share)) for at, share in enumerate(shares))
        done = {one.name: one.result for one in run_jobs(jobs, cores)}
        results = [done.get(job.name) for job in jobs]
        if None not in results:
            return [found for share in results for found in share or ()]
    return _done(works)


def _done(works: Sequence[tuple[int, Callable[[], R]]]) -> list[R]:
    return [work() for _, work in works]


def _shares(
    works: Sequence[tuple[int, Callable[[], R]]], count: int
) -> Iterator[Sequence[tuple[int, Callable[[], R]]]]:
    """At most ``count`` runs of neighbours of about the same size."""
    ends = list(accumulate(size for size, _ in works))
    start = 0
    for number in range(1, count + 1):
        end = sum(1 for reached in ends if reached * count <= ends[-1] * number)
        if end > start:
            yield works[start:end]
        start = end
