"""The artefacts of all editions, their cache keys, and making those that the cache doesn't hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from builder.build.cache import Cache, Entry
from builder.build.digest import digest
from builder.build.pool import Done, Job, run_jobs
from builder.build.program import Program
from builder.build.site_job import SITE_STAGE, build_site
from builder.writers.artefact import Artefact

PRINTED = frozenset({"workbooks", "refreshers"})

Progress = Callable[[str, int, int], None]
"""Called with the name of what was made, how many are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Node:
    """An artefact of one edition. ``name`` is unique over editions; ``needs`` are names of nodes."""

    name: str
    edition: str
    output: str
    artefact: Artefact
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A node's cache entry, and whether it was made now."""

    node: Node
    key: str
    entry: Entry
    fresh: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What a job gives back: the key, the entry now in the cache, and whether it was made now."""

    key: str
    entry: Entry
    fresh: bool


class ArtefactError(Exception):
    """An artefact could not be made; ``__cause__`` is why."""

    def __init__(self, node: Node, cause: BaseException) -> None:
        """``node`` is the one that failed."""
        super().__init__(f"{node.name}: {cause}")
        self.node = node
        self.__cause__ = cause


class Graph:
    """Makes nodes in the order of their needs, from the cache where it can."""

    def __init__(self, cache: Cache, program: Program, work: Path) -> None:
        """``program`` tells the digests of code and libraries; ``work`` is a folder for the engine's stages."""
        self._cache = cache
        self._program = program
        self._work = work
        self._made: dict[str, Made] = {}
        self._keys: dict[str, str] = {}

    def make(self, nodes: Sequence[Node], processes: int, progress: Progress) -> tuple[Made, ...]:
        """Make all nodes; raises ArtefactError at the first that fails."""
        by_name = {node.name: node for node in nodes}
        for node in _in_order(nodes):
            if all(need in self._made for need in node.needs):
                self._from_cache(node)
        for name in self._made:
            progress(name, len(self._made), len(nodes))
        left = [node for node in nodes if node.name not in self._made]
        if processes > 1 and any(node.output in PRINTED for node in left):
            _get_ready_to_print()
        for done in run_jobs(tuple(map(self._job, left)), processes):
            self._made[done.name] = _result(by_name[done.name], done)
            progress(done.name, len(self._made), len(nodes))
        self._drop_if_unsure()
        return tuple(self._made[node.name] for node in nodes)

    def _drop_if_unsure(self) -> None:
        """Nobody knows what a program that changed meanwhile has made: what it made is not kept for next time."""
        if self._program.changed_since():
            for made in self._made.values():
                self._cache.drop(made.key)

    def _job(self, node: Node) -> Job[Kept]:
        needs = frozenset(need for need in node.needs if need not in self._made)
        return Job(node.name, partial(self._write, node), needs, node.artefact.weight)

    def _from_cache(self, node: Node) -> None:
        key = self._keys[node.name] = self._key(node)
        if entry := self._cache.get(key):
            self._made[node.name] = Made(node, key, entry, fresh=False)

    def _key(self, node: Node) -> str:
        artefact = node.artefact
        labels = [(need, self._made[need].entry.labels) for need in node.needs]
        writer = f"{artefact.write.__module__}.{artefact.write.__qualname__}"
        program = self._program.digest(modules_of(node), node.edition.rpartition(".")[2])
        return digest(program, node.output, artefact.kind, artefact.name, writer, artefact.reads, labels)

    def _write(self, node: Node) -> Kept:
        key = self._keys.get(node.name) or self._key(node)
        if node.needs and (entry := self._cache.get(key)):
            return Kept(key, entry, fresh=False)
        artefact = node.artefact
        labels = {name: self._made[need].entry.labels for name, need in zip(artefact.needs, node.needs, strict=True)}
        if artefact.kind == SITE_STAGE:
            written = build_site(artefact, labels, self._work / node.edition)
        else:
            written = artefact.write(artefact.reads, labels)
        return Kept(key, self._cache.put(key, written), fresh=True)


def _get_ready_to_print() -> None:
    """Do before the pool forks what every book's process would do for itself."""
    from builder.writers.workbooks.printing.engine import warm_up  # noqa: PLC0415 - a second, only to print books
    from builder.writers.workbooks.printing.render import load_templates  # noqa: PLC0415 - the same

    warm_up()
    load_templates()


def modules_of(node: Node) -> tuple[str, ...]:
    """The modules whose functions make the artefact."""
    write = node.artefact.write.__module__
    return (write, build_site.__module__) if node.artefact.kind == SITE_STAGE else (write,)


def _in_order(nodes: Sequence[Node]) -> list[Node]:
    """Nodes after those they need; needs are at most one level deep between books."""
    return sorted(nodes, key=lambda node: bool(node.needs))


def _result(node: Node, done: Done[Kept]) -> Made:
    if done.error is not None:
        raise ArtefactError(node, done.error)
    if done.result is None:
        raise ArtefactError(node, RuntimeError("it gave no result"))
    return Made(node, done.result.key, done.result.entry, done.result.fresh)


def nodes_of(edition: str, output: str, artefacts: Sequence[Artefact]) -> list[Node]:
    """The nodes of one edition's artefacts of one output."""
    return [
        Node(
            name=f"{edition}/{artefact.name}",
            edition=edition,
            output=output,
            artefact=artefact,
            needs=tuple(f"{edition}/{need}" for need in artefact.needs),
        )
        for artefact in artefacts
    ]
