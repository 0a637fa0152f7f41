"""Noticing what changes on the disk, also when folders come and go."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

STEP = 15
"""Milliseconds without news after which news is told."""
LONGEST = 120
"""Milliseconds after which news is told in any case."""
GLANCE = 1000
"""Milliseconds between looks at whether the watched folders are still the ones on the disk."""
SOURCES = ("course", "modules", "quizzes")

Identity = tuple[tuple[int, int] | None, ...]


def changes(root: Path, program: tuple[Path, ...], stop: threading.Event) -> Iterator[frozenset[Path]]:
    """Sets of paths that changed, until ``stop`` is set; an empty set when folders came or went.

    A folder that is gone is waited for. ``program`` are the folders and files of the program itself.
    """
    places = (*(root / name for name in SOURCES), *program)
    while not stop.is_set():
        before = _identity(places)
        yield from _while_same(places, before, stop)
        if not stop.is_set():
            yield frozenset()


def _while_same(places: tuple[Path, ...], before: Identity, stop: threading.Event) -> Iterator[frozenset[Path]]:
    there = [place for place, known in zip(places, before, strict=True) if known]
    if not there:
        while not stop.wait(GLANCE / 1000) and _identity(places) == before:
            pass
        return
    from watchfiles import DefaultFilter, watch  # noqa: PLC0415 - only a preview needs it

    try:
        for found in watch(
            *there,
            watch_filter=DefaultFilter(),
            debounce=LONGEST,
            step=STEP,
            rust_timeout=GLANCE,
            yield_on_timeout=True,
            stop_event=stop,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            if found:
                yield frozenset(Path(path) for _, path in found)
            if _identity(places) != before:
                return
    except OSError:  # a folder went while it was being watched
        stop.wait(GLANCE / 1000)


def _identity(places: tuple[Path, ...]) -> Identity:
    """Which folder or file stands at each place, None where there is none."""
    return tuple(_stat(place) for place in places)


def _stat(place: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(place)  # noqa: PTH116 - beside the other names of this file, the plain call reads better
    except OSError:
        return None
    return found.st_dev, found.st_ino
