"""Making one artefact through the build's cache, in a process of its own that finds the slow beginning done."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from builder.assembly.coverage import coverage
from builder.build.cache import Cache
from builder.build.failures import failed
from builder.build.front import Compiled
from builder.build.graph import ArtefactError, Graph, Node, nodes_of
from builder.build.layout import edition_name
from builder.build.program import Program
from builder.model.edition import Edition
from builder.model.plan import Plan
from builder.serve.messages import Delivered, Offered
from builder.writers import writers
from builder.writers.reports import coverage_page

SITE = "site"
COVERAGE = "reports/coverage"
"""The name by which the report on what covers what is asked for."""


@dataclass(frozen=True, slots=True)
class Order:
    """The artefact ``name`` among an edition's ``nodes``, or with an empty name the list of them."""

    number: int
    name: str
    edition: Edition
    plan: Plan
    nodes: tuple[Node, ...]
    root: Path
    folder: Path
    program: Program


def fulfil(order: Order) -> Offered | Delivered:
    """The list, or the files below the preview's own folder; a fault in words."""
    if not order.name:
        names = ((node.artefact.name, node.output) for node in order.nodes)
        return Offered(order.number, (*names, (COVERAGE, "reports")))
    if order.name == COVERAGE:
        return Delivered(order.number, {f"{COVERAGE}.html": _stored(order.folder / "artefacts", _coverage(order))})
    wanted = [node for node in order.nodes if node.artefact.name == order.name]
    if not wanted:
        return Offered(order.number, fault=f"no artefact '{order.name}' in this course")
    cache = Cache(order.root / ".build" / "cache")
    graph = Graph(cache, order.program, order.folder / "work")
    try:
        made = graph.make(_with_needs(wanted, order.nodes), 1, lambda _name, _done, _all: None)
    except ArtefactError as error:
        lines = failed(error, (Compiled(order.edition, order.plan),)).lines
        return Offered(order.number, fault="\n".join(lines))
    own = next(one for one in made if one.node is wanted[0])
    kept = {path: _kept(order.folder / "artefacts", cache.blob_path(b.sha256)) for path, b in own.entry.files.items()}
    return Delivered(order.number, kept)


def nodes_for(edition: Edition, plan: Plan) -> tuple[Node, ...]:
    """All artefacts of an edition but the site."""
    return tuple(
        node
        for output in edition.course.settings.outputs
        if output != SITE
        for writer in writers()[output]
        for node in nodes_of(edition_name(edition), output, writer(edition, plan))
    )


def _with_needs(wanted: Iterable[Node], nodes: Iterable[Node]) -> list[Node]:
    by_name = {node.name: node for node in nodes}
    found: dict[str, Node] = {}
    waiting = list(wanted)
    while waiting:
        node = waiting.pop()
        if node.name not in found:
            found[node.name] = node
            waiting += [by_name[need] for need in node.needs]
    return list(found.values())


def _coverage(order: Order) -> bytes:
    """The report of the source as it stands, whose links open it in an editor."""
    root = quote(order.root.resolve().as_posix())
    table = coverage(order.edition, order.plan)
    return coverage_page(order.edition, table, lambda at: f"vscode://file{root}/{quote(at.file)}:{at.line}:{at.column}")


def _kept(folder: Path, blob: Path) -> Path:
    """A copy that a build beside us can't prune."""
    return _stored(folder, blob.read_bytes())


def _stored(folder: Path, data: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / hashlib.sha256(data).hexdigest()
    if not place.exists():
        new = place.with_name(f"{place.name}.new")
        new.write_bytes(data)
        new.replace(place)
    return place
