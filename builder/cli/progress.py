"""Progress of long work: a bar on a terminal, plain lines in a pipe."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self


class Progress:
    """Shows artefacts as they are made, on standard error."""

    def __init__(self) -> None:
        """Decide by whether standard error is a terminal."""
        self._terminal = sys.stderr.isatty()

    def __enter__(self) -> Self:
        """Start the bar where there is a terminal."""
        if self._terminal:
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn  # noqa: PLC0415 - only for terminals
            from rich.progress import Progress as Bar  # noqa: PLC0415

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            self._bar = Bar(*columns, transient=True)
            self._bar.start()
            self._task = self._bar.add_task("Reading the course", total=None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._terminal:
            self._bar.stop()

    def advance(self, name: str, done: int, total: int) -> None:
        """``name`` was made: the ``done``-th of ``total``."""
        if self._terminal:
            self._bar.update(self._task, description=name, completed=done, total=total)
        else:
            print(f"[{done}/{total}] {name}", file=sys.stderr)

    def say(self, message: str) -> None:
        """A line for the reader."""
        if self._terminal:
            self._bar.console.print(message, markup=False)
        else:
            print(message, file=sys.stderr)
