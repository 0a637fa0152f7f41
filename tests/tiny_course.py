"""The tiny course in memory: its editions and plans, made once a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from builder.assembly import assemble
from builder.edition import make_edition
from builder.source import Loaded, load_course

if TYPE_CHECKING:
    from builder.model.course import Course
    from builder.model.edition import Edition
    from builder.model.plan import Plan
    from builder.writers.artefact import Artefact, Written

ROOT = Path(__file__).parent / "tiny"
ORGANISATIONS = ("harbour", "hilltop")
LANGUAGES = ("en", "es")
EDITIONS = tuple((organisation, language) for organisation in ORGANISATIONS for language in LANGUAGES)
EPOCH = 1_790_000_000
NO_DATES: Mapping[str, int] = MappingProxyType({})


@cache
def loaded() -> Loaded:
    return load_course(ROOT)


def course() -> Course:
    made = loaded().course
    assert made is not None, loaded().findings
    return made


@cache
def edition(organisation: str = "harbour", language: str = "en") -> Edition:
    return edition_of(course(), organisation, language)


def edition_of(
    source: Course, organisation: str = "harbour", language: str = "en", dates: Mapping[str, int] = NO_DATES
) -> Edition:
    made, _ = make_edition(source, organisation, language, loaded().pictures, dates, EPOCH)
    return made


@cache
def plan(organisation: str = "harbour", language: str = "en") -> Plan:
    return plan_of(edition(organisation, language))


def plan_of(made: Edition) -> Plan:
    planned, _ = assemble(made, {})
    return planned


def written(artefacts: Iterable[Artefact]) -> tuple[Written, ...]:
    """Each artefact made, without page labels."""
    return tuple(one.write(one.reads, {}) for one in artefacts)


def files(artefacts: Iterable[Artefact]) -> dict[str, bytes]:
    return {path: data for one in written(artefacts) for path, data in one.files.items()}
