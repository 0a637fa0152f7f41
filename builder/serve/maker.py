"""The maker: the process that knows the course, makes quick pages itself and forks for everything that takes longer."""

from __future__ import annotations

import gc
import os
import signal
import time
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from builder.build.run import MisuseError
from builder.serve.messages import (
    Built,
    Changed,
    Delivered,
    Extras,
    Failed,
    Found,
    Offered,
    Opened,
    Pages,
    Rested,
    Settings,
    Wanted,
)
from builder.serve.offspring import Offspring
from builder.serve.on_demand import fulfil
from builder.serve.press import Press
from builder.serve.quick_pages import newer_assets, quick_pages, warm_up
from builder.serve.sight import Seen, Sight
from builder.serve.site_build import Job, drop_all_but, run
from builder.writers.site import SiteReads
from builder.writers.site.assets import load_assets, load_styles, source_folder

if TYPE_CHECKING:
    from builder.serve.messages import FromMaker

_BREATH = 2.0
"""Seconds without news in which nobody is likely to wait."""
_POLITE = 5
"""How far work that nobody waits for with open eyes gives way."""


def work(settings: Settings, connection: Connection) -> None:
    """Answer messages until the other end is closed; this is the main function of a process of its own."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _Maker(settings, connection).run()
    except (EOFError, OSError):
        pass  # nobody listens any more
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        os.killpg(0, signal.SIGTERM)


class _Maker:
    def __init__(self, settings: Settings, connection: Connection) -> None:
        self._settings = settings
        self._connection = connection
        self._sight = Sight(settings)
        self._assets = (load_styles(), load_assets())
        self._looked_at: frozenset[str] = frozenset()
        self._reads: SiteReads | None = None
        self._base: Path | None = None
        self._stage = ""
        self._sites = 0
        self._engine: Offspring[str] | None = None
        self._engine_reads: SiteReads | None = None
        self._checks: Offspring[tuple[Found, bool]] | None = None
        self._checked_reads: SiteReads | None = None
        self._sound: SiteReads | None = None
        self._seen: tuple[Seen, SiteReads | None] | None = None
        self._engine_began = 0.0
        self._untidy = False
        self._orders: dict[int, Offspring[Offered | Delivered]] = {}
        self._press = Press(settings.root, settings.folder)

    def run(self) -> None:
        """Take what comes, the newest first; a change that waits with others is one change."""
        self._send(_extras())
        self._changed(Changed(frozenset()))
        while True:
            ready = wait([self._connection, *self._children()], _BREATH if self._untidy else None)
            if not ready:
                self._tidy_up()
            if self._connection in ready:
                self._take_all()
            if self._engine and self._engine.connection in ready:
                self._engine_done(self._engine.result())
            if self._checks and self._checks.connection in ready:
                self._checks_done(self._checks.result())
            for number, order in list(self._orders.items()):
                if order.connection in ready:
                    del self._orders[number]
                    self._send(_answer(number, order.result()))

    def _tidy_up(self) -> None:
        """Look for garbage while nobody waits: it takes as long as a page."""
        gc.unfreeze()
        gc.collect()
        self._untidy = False
        if self._reads:
            self._press.get_ready(self._reads.edition, self._reads.plan)

    def _children(self) -> list[Connection]:
        working = [one.connection for one in (self._engine, self._checks) if one]
        return [*working, *(order.connection for order in self._orders.values())]

    def _take_all(self) -> None:
        change: Changed | None = None
        while self._connection.poll():
            match message := self._connection.recv():
                case Changed():
                    change = Changed(message.looked_at, site=message.site or (change is not None and change.site))
                case Opened():
                    self._opened(message.page)
                case Wanted():
                    self._ordered(message)
        if change:
            self._changed(change)

    def _changed(self, change: Changed) -> None:
        began = time.perf_counter()
        self._looked_at = change.looked_at
        try:
            if change.site:
                self._press.renew()
                self._assets = (load_styles(), load_assets())
                self._send(_extras())
            seen = self._sight.look()
        except MisuseError as error:
            self._send(Failed((str(error),), fatal=True))
            return
        except OSError as error:
            self._send(Failed((f"cannot read {error.filename or 'the site'}: {error.strerror}",)))
            self._send(Rested(time.perf_counter() - began))
            return
        if seen.shown:
            self._reads = SiteReads(seen.shown.edition, seen.shown.plan, *self._assets)
            self._send_newer()
        self._send(Rested(time.perf_counter() - began))
        self._seen = (seen, self._reads)
        self._check()
        if not self._base and self._reads:
            warm_up(self._reads)
        self._untidy = True

    def _check(self) -> None:
        """Start the checks of what was seen last, unless some run: then they start once more when those are done."""
        if self._checks or not self._seen:
            return
        seen, self._checked_reads = self._seen
        self._seen = None
        self._checks = Offspring(lambda: self._sight.check(seen))

    def _checks_done(self, outcome: tuple[Found, bool] | BaseException) -> None:
        self._checks = None
        if isinstance(outcome, BaseException):
            self._send(Failed((f"the course could not be checked: {outcome}",)))
        else:
            found, failed = outcome
            self._send(found)
            if not failed:
                self._sound = self._checked_reads
                self._build()
        self._check()

    def _send_newer(self) -> None:
        """The pages that somebody looks at, and what they are drawn by, as the newest source has them."""
        if not self._base or not self._reads:
            return
        self._send(Pages(self._newer(self._reads)))

    def _newer(self, reads: SiteReads) -> dict[str, bytes]:
        pages = quick_pages(reads, self._looked_at, self._last)
        changed = {path: page for path, page in pages.items() if self._last(path) != page}
        return newer_assets(reads, self._last) | changed

    def _last(self, path: str) -> bytes | None:
        """A file of the last built site."""
        try:
            return (self._base / path).read_bytes() if self._base else None
        except OSError:
            return None

    def _opened(self, page: str) -> None:
        self._looked_at |= {page}
        if self._engine_reads is not self._reads or self._engine:
            self._send_newer()

    @property
    def _target(self) -> Path:
        """Where the newest site goes: never where another maker's is."""
        return self._settings.folder / f"site-{os.getpid()}-{self._sites}"

    def _build(self) -> None:
        """Start the engine, unless it runs: then it starts once more when it is done."""
        if self._engine or not self._sound:
            return
        self._sites += 1
        self._engine_reads, self._engine_began = self._sound, time.perf_counter()
        folder = self._settings.folder
        cache = None if self._base else self._settings.root / ".build" / "cache"
        job = Job(self._sound, folder / "work", self._target, self._base, self._stage, cache)
        self._engine = Offspring(lambda: run(job), niceness=_POLITE)

    def _engine_done(self, outcome: str | BaseException) -> None:
        self._engine = None
        if isinstance(outcome, BaseException):
            self._send(Failed((f"the site could not be built: {outcome}",)))
        else:
            self._stage = outcome
            self._swap(self._target)
        if self._engine_reads is not self._sound:
            self._build()

    def _swap(self, new: Path) -> None:
        before = self._base
        if new.is_dir():
            self._base = new
        newest = self._engine_reads is self._reads
        files = {} if newest or not self._reads else self._newer(self._reads)
        if self._base:
            self._send(Built(self._base, time.perf_counter() - self._engine_began, files))
        if before and before != self._base:
            drop_all_but(self._settings.folder, {before, self._base})

    def _ordered(self, wanted: Wanted) -> None:
        if self._reads is None:
            self._send(Offered(wanted.number, fault="the course has mistakes: mend them first"))
            return
        order = self._press.order(wanted, self._reads.edition, self._reads.plan)
        self._orders[wanted.number] = Offspring(lambda: fulfil(order), niceness=_POLITE)
        self._untidy = True

    def _send(self, message: FromMaker) -> None:
        self._connection.send(message)


def _extras() -> Extras:
    folder = source_folder() / "serve"
    return Extras({path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".js", ".css"}})


def _answer(number: int, outcome: Offered | Delivered | BaseException) -> Offered | Delivered:
    return Offered(number, fault=str(outcome)) if isinstance(outcome, BaseException) else outcome
