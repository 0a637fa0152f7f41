"""The preview as a whole: server, watcher and maker, and how one ends the others."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING

from builder.serve.artefacts import Artefacts
from builder.serve.desk import Desk
from builder.serve.messages import (
    Built,
    Changed,
    Delivered,
    Extras,
    Failed,
    Found,
    FromMaker,
    Offered,
    Opened,
    Pages,
    Rested,
    Settings,
    ToMaker,
    Wanted,
)
from builder.serve.server import ADDRESS, Server
from builder.serve.watch import changes

if TYPE_CHECKING:
    from collections.abc import Iterable

PROGRAM = Path(__file__).resolve().parent.parent
OWN = (PROGRAM / "serve", PROGRAM / "cli")
SITE = PROGRAM.parent / "site"
ENGINE = PROGRAM.parent / "mkdocs.yml"
_RESTS = (0.0, 1.0, 5.0)
"""Seconds before a maker that died at once is started again; after the last, only a change does it."""


class Preview:
    """Serves until it is told to stop."""

    def __init__(self, settings: Settings, port: int, tell: Callable[[FromMaker | str], None]) -> None:
        """Take the port, or raise OSError; ``tell`` is called with all that the user of the terminal may want."""
        self._settings = settings
        self._tell = tell
        self.desk = Desk(settings.root, Artefacts(self._ask), self._opened)
        self.server = Server(port, self.desk)
        self._stop = threading.Event()
        self._change = threading.Event()
        self._sending = threading.Lock()
        self._busy = False
        self._pending: Changed | None = None
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._failures = 0

    @property
    def address(self) -> str:
        """Where the start page is."""
        return f"http://{ADDRESS}:{self.server.server_port}/"

    def run(self) -> int:
        """Serve; 0 when stopped, 2 when the maker says that it makes no sense."""
        threading.Thread(target=self.server.serve_forever, args=(0.1,), daemon=True).start()
        threading.Thread(target=self._watch, daemon=True).start()
        try:
            return self._follow()
        finally:
            self.close()

    def close(self) -> None:
        """End everything."""
        self._stop.set()
        self._end_maker()
        self.server.server_close()

    def _follow(self) -> int:
        """Start the maker, take its messages, and start it anew when it ends."""
        while not self._stop.is_set():
            began = time.monotonic()
            if self._start_maker():
                return 2
            self.desk.artefacts.give_up("the program was started anew: ask once more")
            self._failures = 0 if time.monotonic() - began > _RESTS[-1] else self._failures + 1
            if self._failures > len(_RESTS):
                self._tell("the preview's maker keeps stopping; the last pages stay, and the next change tries again")
                self._change.clear()
                self._change.wait()
            elif self._failures:
                self._stop.wait(_RESTS[self._failures - 1])
        return 0

    def _start_maker(self) -> bool:
        """Run one maker until it ends; whether serving makes no sense."""
        from builder.serve.maker import work  # noqa: PLC0415 - the program itself, which this process has no use for

        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=work, args=(self._settings, there))
        process.start()
        there.close()
        with self._sending:
            self._process, self._connection, self._busy, self._pending = process, here, True, None
        try:
            while True:
                message: FromMaker = here.recv()
                if self._received(message):
                    return True
        except (EOFError, OSError):
            return False
        finally:
            self._end_maker()

    def _end_maker(self) -> None:
        with self._sending:
            process, connection = self._process, self._connection
            self._process = self._connection = None
        if connection:
            connection.close()
        if process and process.pid:
            process.join(0.2)
            _end_group(process.pid)
            process.join()

    def _kill_maker(self) -> None:
        """Its end is noticed where its messages are taken, and another is started there."""
        with self._sending:
            if self._process and self._process.pid:
                _end_group(self._process.pid)

    def _received(self, message: FromMaker) -> bool:
        desk = self.desk
        match message:
            case Extras():
                desk.extras = message.files
            case Pages():
                desk.published.newer(message.files)
                desk.changed()
            case Built():
                desk.published.built(message.folder, message.files)
                desk.changed()
            case Found():
                desk.found(message)
            case Offered() | Delivered():
                desk.artefacts.answered(message)
            case Rested():
                self._rested()
            case Failed():
                pass
        self._tell(message)
        return isinstance(message, Failed) and message.fatal

    def _rested(self) -> None:
        self.desk.artefacts.moved()
        with self._sending:
            self._busy, pending, self._pending = False, self._pending, None
        if pending:
            self._changed(site=pending.site)

    def _watch(self) -> None:
        for found in changes(self._settings.root, (PROGRAM, SITE, ENGINE), self._stop):
            self._change.set()
            self.desk.artefacts.moved()
            if any(_is_below(path, OWN) for path in found):
                self._tell("the preview's own code has changed: stop it and start it again to use it")
            elif any(_is_code(path) for path in found):
                self._tell("the program's code has changed: starting it anew")
                self._kill_maker()
            else:
                self._changed(site=not found or any(_is_below(path, (PROGRAM, SITE, ENGINE)) for path in found))

    def _changed(self, *, site: bool) -> None:
        """Tell the maker now, or when it has answered the change before: the newest wins, and no queue grows."""
        message = Changed(self.desk.listeners.pages, site=site)
        with self._sending:
            if self._busy:
                self._pending = Changed(frozenset(), site=site or bool(self._pending and self._pending.site))
                return
            self._busy = True
            self._send(message)

    def _opened(self, page: str) -> None:
        with self._sending:
            self._send(Opened(page))

    def _ask(self, wanted: Wanted) -> None:
        with self._sending:
            sent = self._send(wanted)
        if not sent:
            self.desk.artefacts.answered(Offered(wanted.number, fault="the program is being started: ask once more"))

    def _send(self, message: ToMaker) -> bool:
        try:
            if self._connection:
                self._connection.send(message)
                return True
        except OSError:
            pass  # it has just ended, and the next one looks at everything
        return False


def _is_code(path: Path) -> bool:
    return _is_below(path, (PROGRAM,)) and path.suffix in {".py", ".po", ".mo"}


def _is_below(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _end_group(leader: int) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(leader, sign)
        except OSError:
            return
        time.sleep(0.05)
