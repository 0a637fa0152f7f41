"""Running jobs in forked processes, the longest first.

A process a job: what the parent has loaded (models, fonts, WeasyPrint) is shared by the fork, memory goes back when
the job ends, and a job that dies is noticed by its sentinel.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Job(Generic[R]):
    """``run`` gives a picklable result; ``needs`` are names of jobs that have to be done before."""

    name: str
    run: Callable[[], R]
    needs: frozenset[str] = frozenset()
    weight: float = 0.1


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """A finished job: its result, or the error's text (a traceback or how its process ended)."""

    name: str
    result: R | None
    error: BaseException | None = None


class JobDiedError(RuntimeError):
    """A job's process ended without an answer, or raised what could not be carried over."""


def default_jobs() -> int:
    """How many processes: one for each core this process may use."""
    return len(os.sched_getaffinity(0))


def run_jobs(jobs: tuple[Job[R], ...], processes: int) -> Iterator[Done[R]]:
    """Run all jobs, at most ``processes`` at once, and give each as it is done; after an error nothing new starts."""
    if processes <= 1:
        yield from _run_here(jobs)
        return
    context = multiprocessing.get_context("fork")
    waiting = sorted(jobs, key=lambda job: (-job.weight, job.name))
    finished: set[str] = set()
    running: dict[object, tuple[Job[R], BaseProcess, Connection]] = {}
    failed = False
    try:
        while waiting or running:
            ready = [] if failed else [job for job in waiting if job.needs <= finished]
            for job in ready[: processes - len(running)]:
                waiting.remove(job)
                receiver, sender = context.Pipe(duplex=False)
                process = context.Process(target=_answer, args=(job, sender), daemon=True)
                process.start()
                sender.close()
                running[receiver] = (job, process, receiver)
            if not running:
                return
            for answered in wait([receiver for _, _, receiver in running.values()]):
                done = _received(*running.pop(answered))
                failed = failed or done.error is not None
                finished.add(done.name)
                yield done
    finally:
        for _, started, receiver in running.values():
            started.terminate()
            started.join()
            receiver.close()


def _run_here(jobs: tuple[Job[R], ...]) -> Iterator[Done[R]]:
    waiting = list(jobs)
    finished: set[str] = set()
    while waiting:
        job = next(job for job in waiting if job.needs <= finished)
        waiting.remove(job)
        try:
            done = Done(job.name, job.run())
        except Exception as error:  # noqa: BLE001 - the build tells which artefact it was
            yield Done(job.name, None, error)
            return
        finished.add(job.name)
        yield done


def _answer(job: Job[R], sender: Connection) -> None:
    gc.disable()  # the process ends with its job: a tenth of a book's time would go into looking for what to free
    try:
        answer: tuple[R | None, BaseException | None] = (job.run(), None)
    except Exception as error:  # noqa: BLE001 - carried to the parent
        error.add_note("".join(traceback.format_exception(error)))
        answer = (None, error)
    try:
        sender.send(answer)
    except Exception as error:  # noqa: BLE001 - an error that cannot be pickled is told in words
        sender.send((None, JobDiedError(f"{answer[1] or error!r}")))
    sender.close()
    sys.stdout.flush()
    os._exit(0)


def _received(job: Job[R], process: BaseProcess, receiver: Connection) -> Done[R]:
    try:
        result, error = receiver.recv()
    except EOFError:
        process.join()
        result, error = None, JobDiedError(f"its process ended with exit code {process.exitcode}")
    process.join()
    receiver.close()
    return Done(job.name, result, error)
