"""Which file is read as what: the layout of a course."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from builder.diagnostics import Diagnostic, Place
from builder.model.activities import Activities
from builder.model.base import Thing
from builder.model.cards import Deck
from builder.model.course import CourseSettings, Fingerprint, Glossary, ModuleSettings, Objectives, Practices, Sources
from builder.model.items import Bank
from builder.model.kit import Evaluation, Guide, JobAids, ManagersKit, Messages, Timings, WorkbookKit
from builder.model.lessons import FrontMatter
from builder.model.organisation import Organisation
from builder.model.quizzes import Blueprints
from builder.model.refreshers import RefresherPolicy
from builder.model.scenarios import Scenario


class Kind(NamedTuple):
    """A kind of file: its name, its model, the pattern of its path, and where its texts stand in the course."""

    name: str
    model: type[Thing]
    pattern: str
    prefix: str = ""


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("course", CourseSettings, "course/course.yml", "settings"),
            Kind("organisation", Organisation, "course/organisations/*.yml", "organisations.<id>"),
            Kind("objectives", Objectives, "course/objectives.yml"),
            Kind("practices", Practices, "course/practices.yml"),
            Kind("glossary", Glossary, "course/glossary.yml"),
            Kind("sources", Sources, "course/sources.yml"),
            Kind("fingerprint", Fingerprint, "course/fingerprints/*.yml"),
            Kind("refresher", RefresherPolicy, "course/refresher.yml"),
            Kind("guide", Guide, "course/kit/guide.yml", "kit.guide"),
            Kind("timings", Timings, "course/kit/timings.yml", "kit"),
            Kind("messages", Messages, "course/kit/messages.yml", "kit"),
            Kind("evaluation", Evaluation, "course/kit/evaluation.yml", "kit"),
            Kind("managers", ManagersKit, "course/kit/managers.yml", "kit.managers"),
            Kind("aids", JobAids, "course/kit/aids.yml", "kit"),
            Kind("workbook", WorkbookKit, "course/kit/workbook.yml", "kit.workbook"),
            Kind("module", ModuleSettings, "modules/*/module.yml", "modules.<id>"),
            Kind("activities", Activities, "modules/*/activities.yml", "modules.<id>"),
            Kind("lesson", FrontMatter, "modules/*/*.md"),
            Kind("bank", Bank, "quizzes/banks/*.yml", "banks.<id>"),
            Kind("scenario", Scenario, "quizzes/scenarios/*.yml", "scenarios.<id>"),
            Kind("deck", Deck, "quizzes/cards/*.yml", "decks.<id>"),
            Kind("quizzes", Blueprints, "quizzes/quizzes.yml"),
        )
    }
)
"""Every kind of file by its name. ``prefix`` is empty where the keys of the file are those of the course."""

_LANGUAGE = re.compile(r"\.([A-Za-z][A-Za-z0-9-]*)(\.(?:yml|md))$")
_READ_ELSEWHERE = ("course/ledger.yml",)
_SOURCE = (".yml", ".yaml", ".md", ".markdown")


def language_of(path: str) -> str:
    """The language in a file's name (``first.fr.yml``), or ``""``."""
    found = _LANGUAGE.search(path)
    return found[1] if found else ""


def base_of(path: str) -> str:
    """The path of the file that ``path`` translates, or ``path`` itself."""
    return _LANGUAGE.sub(r"\2", path)


def kind_of(path: str) -> Kind | None:
    """The kind of the file at ``path``, a translation's as its original's; None when the course has no place for it."""
    parts = base_of(path).split("/")
    for kind in KINDS.values():
        pattern = kind.pattern.split("/")
        if len(pattern) == len(parts) and all(_fits(p, part) for p, part in zip(pattern, parts, strict=True)):
            return None if parts[-1].lower() == "readme.md" else kind
    return None


def _fits(pattern: str, part: str) -> bool:
    return part.endswith(pattern[1:]) if pattern.startswith("*") else part == pattern


def unknown_file(path: str) -> Diagnostic | None:
    """The finding for a Markdown or YAML file without a place; None for what may lie about."""
    name = path.rpartition("/")[2].lower()
    if not name.endswith(_SOURCE) or name == "readme.md" or path.startswith(_READ_ELSEWHERE):
        return None
    help_ = "end its name with '.yml'" if name.endswith(".yaml") else "move it to where its kind stands, or delete it"
    return Diagnostic("unknown-file", "the course has no place for this file", Place(path), help_)
