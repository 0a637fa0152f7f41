"""The pages that readers have open, each with a line over which it is told what is new."""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MOST_WAITING = 100


@dataclass(eq=False)
class Listener:
    """One open page: its path, and the events that wait to be sent."""

    page: str
    events: queue.Queue[bytes] = field(default_factory=lambda: queue.Queue(MOST_WAITING))

    def tell(self, data: Mapping[str, Any]) -> None:
        """Put an event in the line; of a reader who takes none, the oldest is dropped."""
        while True:
            try:
                self.events.put_nowait(f"data: {json.dumps(data)}\n\n".encode())
            except queue.Full:
                try:
                    self.events.get_nowait()
                except queue.Empty:
                    continue
            else:
                return


class Listeners:
    """All open pages; safe to use from several threads."""

    def __init__(self) -> None:
        """Nobody yet."""
        self._lock = threading.Lock()
        self._there: list[Listener] = []

    def join(self, page: str) -> Listener:
        """A new reader of ``page``."""
        listener = Listener(page)
        with self._lock:
            self._there.append(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """The reader is gone."""
        with self._lock:
            self._there.remove(listener)

    @property
    def pages(self) -> frozenset[str]:
        """The pages that are open."""
        with self._lock:
            return frozenset(listener.page for listener in self._there)

    def all(self) -> tuple[Listener, ...]:
        """Every reader."""
        with self._lock:
            return tuple(self._there)
