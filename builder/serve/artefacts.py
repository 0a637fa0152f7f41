"""Books, banks and decks when somebody asks for them: made through the build's cache, one after the other's request."""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from builder.serve import own_pages
from builder.serve.messages import Delivered, Offered, Wanted

PATIENCE = 900.0
"""Seconds that a request waits for the largest book."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request for an artefact gets: a file's ``data``, another ``address``, or a ``page`` with its status."""

    data: bytes | None = None
    address: str = ""
    page: bytes = b""
    status: HTTPStatus = HTTPStatus.OK


class Artefacts:
    """Asks the maker and waits for its answer; safe to use from several threads."""

    def __init__(self, ask: Callable[[Wanted], None]) -> None:
        """``ask`` sends a request to the maker."""
        self._ask = ask
        self._numbers = itertools.count(1)
        self._waiting: dict[int, queue.SimpleQueue[Offered | Delivered]] = {}
        self._lock = threading.Lock()
        self._made_by: dict[str, str] = {}
        self._fresh: dict[str, Delivered] = {}
        self._moves = 0

    def moved(self) -> None:
        """Something has changed, or was looked at: what was asked for before may be of an older source."""
        with self._lock:
            self._moves += 1
            self._fresh.clear()

    def answered(self, answer: Offered | Delivered) -> None:
        """The maker's answer goes to the request that waits for it."""
        with self._lock:
            waiting = self._waiting.pop(answer.number, None)
        if waiting:
            waiting.put(answer)

    def give_up(self, reason: str) -> None:
        """The maker is gone: nobody waits in vain."""
        with self._lock:
            numbers = tuple(self._waiting)
        for number in numbers:
            self.answered(Offered(number, fault=reason))

    def listed(self) -> Answer:
        """The page that lists all."""
        answer = self._request("")
        if isinstance(answer, Offered) and not answer.fault:
            return Answer(page=own_pages.artefacts(answer.names))
        return _fault(answer)

    def made(self, name: str) -> Answer:
        """Make the artefact: its one file's address, or the list of its files."""
        answer = self._request(name)
        if not isinstance(answer, Delivered):
            return _fault(answer)
        if len(answer.files) == 1:
            return Answer(address=f"/_artefacts/{quote(next(iter(answer.files)))}")
        return Answer(page=own_pages.files(name, answer.files))

    def at(self, path: str) -> Answer:
        """The file at ``path``, made anew where its source has changed."""
        name = self._made_by.get(path)
        if name is None:
            return Answer(address="/_artefacts/")
        answer = self._fresh.get(name) or self._request(name)
        if not isinstance(answer, Delivered):
            return _fault(answer)
        where = answer.files.get(path)
        data = _bytes(where) if where else None
        return _fault(Offered(0, fault="it is no longer part of the course")) if data is None else Answer(data=data)

    def _request(self, name: str) -> Offered | Delivered:
        number = next(self._numbers)
        waiting: queue.SimpleQueue[Offered | Delivered] = queue.SimpleQueue()
        with self._lock:
            self._waiting[number], moves = waiting, self._moves
        self._ask(Wanted(number, name))
        try:
            answer = waiting.get(timeout=PATIENCE)
        except queue.Empty:
            return Offered(number, fault="it took too long")
        if isinstance(answer, Delivered):
            self._remember(name, answer, moves)
        return answer

    def _remember(self, name: str, answer: Delivered, moves: int) -> None:
        with self._lock:
            self._made_by.update(dict.fromkeys(answer.files, name))
            if moves == self._moves:
                self._fresh[name] = answer


def _fault(answer: Offered | Delivered) -> Answer:
    words = answer.fault if isinstance(answer, Offered) else "it has no files"
    return Answer(page=own_pages.fault(words), status=HTTPStatus.SERVICE_UNAVAILABLE)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
