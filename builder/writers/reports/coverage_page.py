"""``reports/coverage.html``: what serves which objective and practice, gaps first, each cell with its place."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from builder.diagnostics.place import Place
from builder.identity.things import things_of
from builder.writers.reports.statistics import WIDEST, plots_of

if TYPE_CHECKING:
    from builder.model.edition import Edition

PROGRAM_FILES = ("templates/reports",)
_BUILDER = Path(__file__).parents[2]
_REFRESHER = Place("course/refresher.yml", 1, 1)
HEADS: Mapping[str, str] = {
    "lesson": "Lessons",
    "try": "Tried",
    "tool": "Worksheets",
    "item": "Items",
    "card": "Cards",
    "refresher": "Refresher",
    "activity": "Activities",
}
"""The columns of the table as people read them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing in a cell: ``address`` leads to its file from the report, ``place`` is where it stands there."""

    name: str
    address: str
    place: str


@dataclass(frozen=True, slots=True)
class Row:
    """An objective or a practice: its cells in the order of the columns, and how many of them are empty."""

    id: str
    kind: str
    name: str
    about: str
    place: str
    address: str
    cells: tuple[tuple[Entry, ...], ...]
    gaps: int


Link = Callable[[Place], str]
"""The address by which a report leads to a place in the source."""


def coverage_page(edition: Edition, table: Mapping[str, Any], link: Link) -> bytes:
    """The page for a table that ``assembly.coverage`` made; each place in it is linked by ``link``."""
    places = {str(named.id): named.place for named in things_of(edition.course)}
    rows = [*_rows(edition, table, "objective", places, link), *_rows(edition, table, "practice", places, link)]
    rows.sort(key=lambda row: -row.gaps)  # stable: the course's order among equals
    style = Markup((_BUILDER / PROGRAM_FILES[0] / "report.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file
    script = Markup((_BUILDER / PROGRAM_FILES[0] / "table.js").read_text(encoding="utf-8"))  # noqa: S704 - our own file
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(_BUILDER / PROGRAM_FILES[0]), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    page = environment.get_template("coverage.html").render(
        settings=edition.course.settings, organisation=edition.organisation, language=edition.language, rows=rows,
        columns=[HEADS[name] for name in table["columns"]], plots=plots_of(edition), widest=WIDEST, style=style,
        script=script, policy=_policy(style, script), items=len(edition.items), empty=table["empty"],
        cells={"objectives": len(table["objectives"]) * len(HEADS), "practices": len(table["practices"]) * len(HEADS)},
    )  # fmt: skip
    return page.encode()


def _policy(style: str, script: str) -> str:
    """What the page may do: its own style and script, nothing else."""
    hashes = [base64.b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    return f"default-src 'none'; img-src data:; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'"


def _rows(edition: Edition, table: Mapping[str, Any], kind: str, places: Mapping[str, Place], link: Link) -> list[Row]:
    about = _about(edition)
    rows = []
    for row in table[f"{kind}s"]:
        cells = tuple(tuple(_entry(name, places, link) for name in row[column]) for column in table["columns"])
        gaps = sum(not cell for cell in cells)
        here = _entry(row["id"], places, link)
        rows.append(Row(row["id"], kind, row["name"], about.get(row["id"], ""), here.place, here.address, cells, gaps))
    return rows


def _about(edition: Edition) -> dict[str, str]:
    modules = {str(module.id): module.title.plain for module in edition.course.modules}
    about = {str(one.id): f"{one.level}, {modules.get(one.module, one.module)}" for one in edition.course.objectives}
    return about | {str(one.id): "core" for one in edition.course.practices if one.core}


def _entry(name: str, places: Mapping[str, Place], link: Link) -> Entry:
    place = places.get(name, _REFRESHER)
    return Entry(name, link(place), f"{place.file}:{place.line}")
