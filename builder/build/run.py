"""The build: compile, make, report, swap."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from builder.build import lock, noop, remembered, reports, swap
from builder.build.cache import Cache
from builder.build.failures import failed, without_library
from builder.build.front import Compiled, Front, compile_course
from builder.build.graph import ArtefactError, Graph, Made, Node, Progress, nodes_of
from builder.build.layout import edition_name, folder_of
from builder.build.manifest import NAME as MANIFEST
from builder.build.manifest import Row, encode, read_rows
from builder.build.program import PROGRAM, Program
from builder.build.site_job import SITE_STAGE
from builder.writers import writers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.build.request import Request
    from builder.model.course import Course, Output


@dataclass(frozen=True, slots=True)
class Result:
    """How a build ended. ``front`` tells the findings; ``rows`` is empty where nothing was written."""

    front: Front
    rows: tuple[Row, ...] = ()
    made: int = 0
    reused: int = 0
    times: tuple[tuple[str, float], ...] = ()

    @property
    def failed(self) -> bool:
        """Whether the tree was left as it was."""
        return not self.rows


class MisuseError(Exception):
    """The user asked for something that isn't there: one line, exit code 2."""

    def __init__(self, what: str, name: str, there: Iterable[str]) -> None:
        """No ``what`` called ``name``; ``there`` are the ones that exist."""
        super().__init__(f"no {what} '{name}' in this course; there is {', '.join(there)}")


class OutputError(Exception):
    """The output folder named may not be replaced: one line, exit code 2."""

    def __init__(self, output: Path, reason: str) -> None:
        """``reason`` says why, and what to do."""
        super().__init__(f"will not write to {output}: {reason}")


class Clock:
    """Seconds by phase, for the summary; no output depends on it."""

    def __init__(self) -> None:
        """Nothing measured yet."""
        self.times: list[tuple[str, float]] = []

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Measure one phase."""
        start = time.perf_counter()
        yield
        self.times.append((name, time.perf_counter() - start))


def build(request: Request, progress: Progress, say: Callable[[str], None]) -> Result:
    """Build what was asked for. Source is never written; the output folder changes in one swap or not at all.

    Raises FailedError when an artefact can't be made, MisuseError for an edition that isn't there, OutputError for a
    folder that no build made, and OSError for one that can't be written.
    """
    with lock.held(request.state_folder, say):
        _guard(request)
        swap.recover(request.output)
        noop.forget(request.state_folder)
        clock, before = Clock(), remembered.look(request.root, PROGRAM)
        with clock.phase("read and check"):
            front = compile_course(request.root, locked=request.locked, epoch=request.epoch)
        if front.course is None or front.failed or (request.strict and front.warned):
            return Result(front, times=tuple(clock.times))
        chosen = choose(request, front.course, front.compiled)
        with clock.phase("make"):
            try:
                made, keep = _make(request, chosen, front.course, progress)
            except ArtefactError as error:
                raise failed(error, chosen) from error
            except OSError as error:
                if told := without_library(error):
                    raise told from error
                raise
        with clock.phase("write"):
            rows = _write(request, chosen, front.course, made, keep)
            remembered.remember(request.root, request.output, request.asked, before, {r.path: r.sha256 for r in rows})
        fresh = sum(one.fresh for one in made)
        return Result(front, rows, fresh, len(made) - fresh, tuple(clock.times))


def _guard(request: Request) -> None:
    """Refuse to replace a folder that no build made, or one that holds the course or stands inside its sources."""
    output, root = request.output.resolve(), request.root.resolve()
    inside = [root / name for name in (*noop.SOURCE_FOLDERS, *noop.CHECKOUT, ".build", ".git")]
    if root.is_relative_to(output) or any(output.is_relative_to(folder) for folder in inside):
        raise OutputError(request.output, "it holds the course itself, or stands inside its sources")
    if request.output.is_symlink() or (request.output.exists() and not request.output.is_dir()):
        raise OutputError(request.output, "it is a link or a file; name a folder")
    if not swap.is_ours(request.output) or not swap.is_ours(swap.previous(request.output)):
        raise OutputError(request.output, "there is something in it that no build made; name a new or an empty folder")
    request.output.parent.mkdir(parents=True, exist_ok=True)
    if request.output.exists() and not os.access(request.output, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(request.output))


def choose(request: Request, course: Course, compiled: tuple[Compiled, ...]) -> tuple[Compiled, ...]:
    """The editions asked for; raises MisuseError for an organisation or language that the course doesn't have."""
    asked = request.organisation
    organisation = str(course.settings.organisation) if asked is None else asked
    languages = request.languages or course.settings.languages
    _known("organisation", (organisation,), [o.id for o in course.organisations])
    _known("language", languages, course.settings.languages)
    return tuple(
        one for one in compiled if one.edition.organisation.id == organisation and one.edition.language in languages
    )


def _known(what: str, asked: Iterable[str], there: Iterable[str]) -> None:
    for name in asked:
        if name not in there:
            raise MisuseError(what, name, there)


def _make(
    request: Request, chosen: tuple[Compiled, ...], course: Course, progress: Progress
) -> tuple[tuple[Made, ...], tuple[Row, ...]]:
    program = Program(request.state_folder / "imports.json")
    outputs = request.only or course.settings.outputs
    nodes: list[Node] = []
    for compiled in chosen:
        for output in outputs:
            for writer in writers_of(cast("Output", output)):
                nodes += nodes_of(edition_name(compiled.edition), output, writer(compiled.edition, compiled.plan))
    graph = Graph(Cache(request.state_folder / "cache"), program, request.state_folder / "site")
    made = graph.make(nodes, request.processes, progress)
    program.keep()
    editions = {edition_name(compiled.edition) for compiled in chosen}
    keep = read_rows(request.output) if request.is_partial else ()
    return made, tuple(r for r in keep if r.edition not in editions or r.output not in (*outputs, "reports"))


def _write(
    request: Request, chosen: tuple[Compiled, ...], course: Course, made: tuple[Made, ...], keep: Iterable[Row]
) -> tuple[Row, ...]:
    cache = Cache(request.state_folder / "cache")
    files: dict[str, Path] = {}
    rows: list[Row] = []
    for row in keep:
        files[row.path] = request.output / row.path
        rows.append(row)
    for one in made:
        folder = folder_of(course, one.node.edition)
        for path, blob in one.entry.files.items():
            files[folder + path] = cache.blob_path(blob.sha256)
            rows.append(_row(folder + path, blob.sha256, blob.size, one.node))
    for path, data, edition in reports.written(request, chosen, course, made):
        blob = cache.keep(data)
        files[path] = cache.blob_path(blob.sha256)
        rows.append(Row(path, blob.sha256, blob.size, "report", "reports", edition, ()))
    manifest = cache.keep(encode(course.settings.id, course.settings.version, rows))
    files[MANIFEST] = cache.blob_path(manifest.sha256)
    _swap(request, files)
    if not request.is_partial:  # what this build didn't look at is wanted by the next whole one
        cache.prune((one.key for one in made), (row.sha256 for row in rows))
    return tuple(sorted(rows, key=lambda row: row.path))


def _row(path: str, sha256: str, size: int, node: Node) -> Row:
    artefact = node.artefact
    kind = "site" if artefact.kind == SITE_STAGE else artefact.kind
    return Row(path, sha256, size, kind, node.output, node.edition, artefact.sources)


def _swap(request: Request, files: Mapping[str, Path]) -> None:
    new = swap.place_for_new(request.output, request.state_folder)
    swap.assemble_tree(new, files)
    swap.swap_in(new, request.output)
