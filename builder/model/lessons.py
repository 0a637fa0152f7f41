"""Lessons: front matter, sections, and the blocks between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from builder.diagnostics.place import NOWHERE, Place
from builder.model.activities import Commitment
from builder.model.base import Serves
from builder.model.text import Id, Line, Prose

CalloutKind = Literal["situation", "badly", "well"]
AudienceKind = Literal["facilitator", "leaders"]


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """Markdown between two headings or blocks."""

    text: Prose


@dataclass(frozen=True, slots=True)
class Callout:
    """A passage set apart: the opening situation, the thing done badly, the thing done well."""

    kind: CalloutKind
    text: Prose


@dataclass(frozen=True, slots=True)
class AudienceBlock:
    """Markdown for some readers: ``facilitator`` only in the facilitator guide, ``leaders`` for people leaders."""

    kind: AudienceKind
    text: Prose


@dataclass(frozen=True, slots=True)
class CheckBlock:
    """An item, or a quiz of kind check, in the lesson."""

    target: Id
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class WorksheetBlock:
    """A worksheet in the lesson."""

    target: Id
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class ScenarioBlock:
    """A scenario in the lesson."""

    target: Id
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class ActivityBlock:
    """A workshop activity: named on the site, given room in the workbook, run from the guide."""

    target: Id
    place: Place = NOWHERE


LessonBlock = ProseBlock | Callout | AudienceBlock | CheckBlock | WorksheetBlock | ScenarioBlock | ActivityBlock
BLOCK_NAMES = (
    "check", "worksheet", "scenario", "activity", "facilitator", "leaders", "situation", "badly", "well",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with an id and what stands under it. The first section of a lesson may have no heading (level 0)."""

    id: Id
    title: Line
    level: int
    blocks: tuple[LessonBlock, ...]
    place: Place = NOWHERE


class FrontMatter(Serves):
    """What stands between the two ``---`` lines at the head of a lesson."""

    title: Line
    summary: Line = Line("")
    minutes: int = Field(ge=1, le=120)
    commitment: Commitment | None = None


class Lesson(FrontMatter):
    """A lesson. ``file`` is its path from the course's root."""

    file: str
    sections: tuple[Section, ...] = ()
