"""What every build reports of itself: what was lost, and what covers what."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.assembly.coverage import coverage
from builder.build.layout import edition_name, folder_of
from builder.identity.things import things_of

if TYPE_CHECKING:
    from builder.build.front import Compiled
    from builder.build.graph import Made
    from builder.model.course import Course

LOSSES = "reports/losses.json"
COVERAGE = "reports/coverage.json"


def written(
    chosen: Iterable[Compiled], course: Course, made: tuple[Made, ...], output: Path
) -> Iterator[tuple[str, bytes, str]]:
    """(path, bytes, edition) of each report. Losses of outputs not built now are carried over from ``output``."""
    for compiled in chosen:
        name = edition_name(compiled.edition)
        folder = folder_of(course, name)
        here = [one for one in made if one.node.edition == name]
        built = {one.node.output for one in here}
        losses = [row for row in _old_losses(output / folder / LOSSES) if row["output"] not in built]
        places = {str(named.id): str(named.place) for named in things_of(compiled.edition.course)}
        losses += [row for one in here for row in loss_rows(one, places)]
        losses.sort(key=lambda row: (row["output"], row["artefact"], row["thing"], row["reason"]))
        yield folder + LOSSES, _json({"edition": name, "losses": losses}), name
        yield folder + COVERAGE, _json(coverage(compiled.edition, compiled.plan)), name


def loss_rows(made: Made, places: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """One row a loss: output, artefact, thing, its place in the source (from ``places`` by id), and the reason."""
    for thing, reason in made.entry.losses:
        yield {
            "output": made.node.output,
            "artefact": made.node.artefact.name,
            "thing": thing,
            "place": places.get(thing, ""),
            "reason": reason,
        }


def _old_losses(path: Path) -> list[dict[str, str]]:
    try:
        losses: list[dict[str, str]] = json.loads(path.read_bytes())["losses"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return losses


def _json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()
