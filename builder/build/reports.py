"""What every build reports of itself: what was lost, and what covers what."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from builder.assembly.coverage import coverage
from builder.build.layout import edition_name, folder_of
from builder.identity.things import things_of
from builder.writers.reports import coverage_page
from builder.writers.support import support

if TYPE_CHECKING:
    from builder.build.front import Compiled
    from builder.build.graph import Made
    from builder.build.request import Request
    from builder.diagnostics import Place
    from builder.model.course import Course
    from builder.model.edition import Edition

LOSSES = "reports/losses.json"
COVERAGE = "reports/coverage.json"
COVERAGE_PAGE = "reports/coverage.html"


def written(
    request: Request, chosen: Iterable[Compiled], course: Course, made: tuple[Made, ...]
) -> Iterator[tuple[str, bytes, str]]:
    """(path, bytes, edition) of each report. What is told of outputs not built now is carried over from the last."""
    for compiled in chosen:
        name = edition_name(compiled.edition)
        folder = folder_of(course, name)
        here = [one for one in made if one.node.edition == name]
        old = _old(request.output / folder / LOSSES) if request.is_partial else {}
        yield folder + LOSSES, _json(losses(compiled.edition, here, old)), name
        table = coverage(compiled.edition, compiled.plan)
        yield folder + COVERAGE, _json(table), name
        way = way_out(request.root, request.output / folder / COVERAGE_PAGE)
        page = coverage_page(compiled.edition, table, partial(_address, way))
        yield folder + COVERAGE_PAGE, page, name


def _address(way: str, place: Place) -> str:
    return f"{way}{place.file}#L{place.line}"


def way_out(root: Path, report: Path) -> str:
    """The address of the course's folder ``root`` as ``report`` links to it, with a slash at its end."""
    return quote(Path(os.path.relpath(root.resolve(), report.parent.resolve())).as_posix()) + "/"


def losses(edition: Edition, made: Iterable[Made], old: Mapping[str, Any]) -> dict[str, Any]:
    """How well each output holds each item type, and every loss with its place in the source."""
    places = {str(named.id): str(named.place) for named in things_of(edition.course)}
    by_output: dict[str, list[Made]] = {}
    for one in made:
        by_output.setdefault(one.node.output, []).append(one)
    held = {output: rows for output, rows in old.get("held", {}).items() if output not in by_output}
    practised = [item for item in edition.items.values() if item.pool == "practice"]
    for output, ones in by_output.items():
        found = support(practised, (loss for one in ones for loss in one.entry.losses))
        held[output] = {item_type: [level.level, *level.reasons] for item_type, level in found.items()}
    rows = [row for row in old.get("losses", []) if row["output"] not in by_output]
    rows += [row for ones in by_output.values() for one in ones for row in _rows(one, places)]
    rows.sort(key=lambda row: (row["output"], row["artefact"], row["thing"], row["reason"]))
    return {"edition": edition_name(edition), "held": dict(sorted(held.items())), "losses": rows}


def _rows(made: Made, places: Mapping[str, str]) -> Iterator[dict[str, str]]:
    for loss in made.entry.losses:
        yield {
            "output": made.node.output,
            "artefact": made.node.artefact.name,
            "thing": loss.thing,
            "place": places.get(loss.thing, ""),
            "reason": loss.reason,
        }


def _old(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_bytes())
    except (OSError, RecursionError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()
