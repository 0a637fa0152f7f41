"""A forked process for one piece of work, which this process goes on without."""

from __future__ import annotations

import multiprocessing
import os
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

R = TypeVar("R")


class Offspring(Generic[R]):
    """Runs ``work`` in a fork of this process; `connection` is ready to read when it is done."""

    def __init__(self, work: Callable[[], R], *, niceness: int = 0) -> None:
        """Start at once; ``niceness`` makes it give way to others."""
        context = multiprocessing.get_context("fork")
        self.connection, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(work, sender, niceness), daemon=True)
        self._process.start()
        sender.close()

    def result(self) -> R | BaseException:
        """What the work gave, or why it gave nothing; waits for it."""
        try:
            given: R | BaseException = self.connection.recv()
        except (EOFError, OSError):
            given = RuntimeError("its process was killed")
        self.connection.close()
        self._process.join()
        self._process.close()
        return given


def _run(work: Callable[[], R], sender: Connection, niceness: int) -> None:
    os.nice(niceness)
    try:
        given: R | BaseException = work()
    except Exception as error:  # noqa: BLE001 - carried to the parent
        error.add_note("".join(traceback.format_exception(error)))
        given = error
    try:
        sender.send(given)
    except Exception as error:  # noqa: BLE001 - what cannot be pickled is told in words
        sender.send(RuntimeError(f"{given!r}: {error}"))
    sender.close()
    os._exit(0)
