"""The parts of a course into one value: modules with their lessons, everything in its order."""

from __future__ import annotations

from builder.diagnostics import Diagnostic, Place
from builder.model.cards import Deck
from builder.model.course import (
    Course,
    CourseSettings,
    Fingerprint,
    Glossary,
    Objectives,
    Practices,
    Sources,
)
from builder.model.items import Bank
from builder.model.kit import Evaluation, Guide, JobAids, Kit, ManagersKit, Messages, Timings, WorkbookKit
from builder.model.organisation import Organisation
from builder.model.quizzes import Blueprints
from builder.model.refreshers import RefresherPolicy
from builder.model.scenarios import Scenario
from builder.source.modules import modules_of
from builder.source.overlays import with_translations
from builder.source.readings import Readings


def assembled(readings: Readings) -> tuple[Course | None, list[Diagnostic]]:
    """The course, or None without settings or organisations; and what is wrong between its files."""
    settings = next(iter(readings.of(CourseSettings)), None)
    organisations = readings.of(Organisation)
    if settings is None:
        return None, []
    findings: list[Diagnostic] = []
    modules = modules_of(settings, readings, findings)
    if not organisations:
        help_ = "add a file to course/organisations/"
        findings.append(
            Diagnostic("missing-file", "no organisation is described", Place("course/organisations"), help_)
        )
        return None, findings
    course = Course(
        settings=settings,
        organisations=organisations,
        objectives=tuple(o for file in readings.of(Objectives) for o in file.objectives),
        practices=tuple(p for file in readings.of(Practices) for p in file.practices),
        terms=tuple(t for file in readings.of(Glossary) for t in file.terms),
        sources=tuple(s for file in readings.of(Sources) for s in file.sources),
        fingerprints=readings.of(Fingerprint),
        refresher=next(iter(readings.of(RefresherPolicy)), None),
        modules=modules,
        banks=readings.of(Bank),
        scenarios=readings.of(Scenario),
        decks=readings.of(Deck),
        quizzes=tuple(q for file in readings.of(Blueprints) for q in file.quizzes),
        kit=_kit(readings),
        files=readings.texts,
    )
    return with_translations(course, readings, findings), findings


def _kit(readings: Readings) -> Kit:
    return Kit(
        guide=next(iter(readings.of(Guide)), None),
        timings=tuple(t for file in readings.of(Timings) for t in file.timings),
        messages=tuple(m for file in readings.of(Messages) for m in file.messages),
        forms=tuple(f for file in readings.of(Evaluation) for f in file.forms),
        managers=next(iter(readings.of(ManagersKit)), None),
        aids=tuple(a for file in readings.of(JobAids) for a in file.aids),
        workbook=next(iter(readings.of(WorkbookKit)), None),
    )
