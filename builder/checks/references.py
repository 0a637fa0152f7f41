"""Ids that name another thing: the thing has to exist, and be of the right kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.checks.known import Known, local
from builder.diagnostics import Diagnostic
from builder.model.activities import Activity, Do, SheetField, TableField
from builder.model.base import Serves
from builder.model.course import Course, Module
from builder.model.kit import Kit
from builder.model.lessons import ActivityBlock, CheckBlock, Lesson, ScenarioBlock, WorksheetBlock
from builder.model.organisation import Organisation
from builder.model.runs import OWN_PAGES, PAGED, RunRow
from builder.model.scenarios import Scenario


def check_references(course: Course, known: Known) -> Iterator[Diagnostic]:
    """Every id in the course that names nothing, or a thing of another kind."""
    settings = course.settings
    yield from known.unknown(settings.organisation, "organisation", place=settings.places.of("organisation"))
    for organisation in course.organisations:
        yield from _organisation(organisation)
    yield from _lists(course, known)
    for module in course.modules:
        yield from _module(module, known)
    for bank in course.banks:
        yield from known.unknown(bank.module, "module", place=bank.places.of("module"))
        for item in bank.items:
            yield from serves(item, known)
            if item.read_again is not None:
                yield from known.unknown(item.read_again, "section", "lesson", place=item.places.of("read_again"))
    for deck in course.decks:
        yield from known.unknown(deck.module, "module", place=deck.places.of("module"))
        for card in deck.cards:
            yield from serves(card, known)
    for scenario in course.scenarios:
        yield from _scenario(scenario, known)
    yield from _kit(course.kit, known)
    yield from _planned(course, known)


def serves(thing: Serves, known: Known) -> Iterator[Diagnostic]:
    """The objectives, practices and sources that ``thing`` names and that don't exist."""
    for names, kind in ((thing.objectives, "objective"), (thing.practices, "practice"), (thing.sources, "source")):
        if names:
            yield from known.all_known(names, kind, thing.places.of(f"{kind}s"))


def _lists(course: Course, known: Known) -> Iterator[Diagnostic]:
    for objective in course.objectives:
        yield from known.unknown(objective.module, "module", place=objective.places.of("module"))
    for practice in course.practices:
        yield from known.all_known(practice.articles, "source", practice.places.of("articles"))
    for fingerprint in course.fingerprints:
        yield from known.unknown(fingerprint.source, "source", place=fingerprint.places.of("source"))
    for term in course.terms:
        yield from known.all_known(term.practices, "practice", term.places.of("practices"))
        yield from known.all_known(term.see, "term", term.places.of("see"))


def _module(module: Module, known: Known) -> Iterator[Diagnostic]:
    yield from known.all_known(module.objectives, "objective", module.places.of("objectives"))
    for lesson in module.lesson_files:
        yield from serves(lesson, known)
        yield from _blocks(lesson, known)
    for sheet in module.worksheets:
        yield from serves(sheet, known)
        yield from _fields(sheet.fields, known)
    for activity in module.activities:
        yield from serves(activity, known)
        yield from _activity(activity, known)
    yield from _rows(module.workshop.rows if module.workshop else (), known)


def _rows(rows: Iterable[RunRow], known: Known) -> Iterator[Diagnostic]:
    for row in rows:
        if row.activity is not None:
            yield from known.unknown(row.activity, "activity", place=row.places.of("activity"))
        elif not row.title:
            help_ = "name an activity by its id, or give the row a title"
            yield Diagnostic(
                "missing-key", f"the row '{row.id}' names no activity and no title", row.places.start, help_
            )
        for page in row.pages:
            if page not in OWN_PAGES:
                yield from known.unknown(page, *PAGED, place=row.places.of("pages"))


def _kit(kit: Kit, known: Known) -> Iterator[Diagnostic]:
    for timing in kit.timings:
        for session in timing.sessions:
            yield from _rows(session.rows, known)
    for case in kit.workbook.cases if kit.workbook else ():
        yield from known.unknown(case.module, "module", place=case.places.of("module"))
        yield from _fields(case.fields, known)
    for aid in kit.aids:
        yield from known.all_known(aid.practices, "practice", aid.places.of("practices"))
        yield from _fields(aid.fields, known)
    for page in kit.managers.pages if kit.managers else ():
        yield from _fields(page.fields, known)
    for form in kit.forms:
        yield from _fields(form.fields, known)
    yield from _fields(kit.guide.observation if kit.guide else (), known)


def _fields(fields: Iterable[SheetField], known: Known) -> Iterator[Diagnostic]:
    for field in fields:
        if isinstance(field, TableField):
            yield from known.all_known(field.practices, "practice", field.places.of("practices"))


def _planned(course: Course, known: Known) -> Iterator[Diagnostic]:
    sittings = {str(module.id): 1 for module in course.modules}
    sittings |= {str(timing.id): len(timing.sessions) for timing in course.kit.timings}
    for organisation in course.organisations:
        for planned in organisation.workshops:
            yield from known.unknown(planned.timing, "timing", "module", place=planned.places.of("timing"))
            wanted = sittings.get(planned.timing, 0)
            if wanted and len(planned.dates) != wanted:
                message = f"{_counted(len(planned.dates), 'date')} for {_counted(wanted, 'sitting')}"
                help_ = f"give {_counted(wanted, 'date')}: one for each sitting"
                yield Diagnostic("run-dates", message, planned.places.of("dates"), help_)


def _blocks(lesson: Lesson, known: Known) -> Iterator[Diagnostic]:
    for section in lesson.sections:
        for block in section.blocks:
            match block:
                case CheckBlock():
                    yield from known.unknown(block.target, "item", "quiz", place=block.place)
                case WorksheetBlock():
                    yield from known.unknown(block.target, "worksheet", place=block.place)
                case ScenarioBlock():
                    yield from known.unknown(block.target, "scenario", place=block.place)
                case ActivityBlock():
                    yield from known.unknown(block.target, "activity", place=block.place)
                case _:
                    pass


def _activity(activity: Activity, known: Known) -> Iterator[Diagnostic]:
    materials = {material.id for material in activity.materials}
    for card in activity.cards:
        yield from local(card.material, materials, "material", card.places.of("material"))
    if activity.worksheet is not None:
        yield from known.unknown(activity.worksheet, "worksheet", place=activity.places.of("worksheet"))
    for step in activity.steps:
        if isinstance(step, Do) and step.worksheet is not None:
            yield from known.unknown(step.worksheet, "worksheet", place=step.places.of("worksheet"))
    if activity.observer_sheet is not None:
        sheet = activity.observer_sheet
        yield from known.all_known(sheet.practices, "practice", sheet.places.of("practices"))


def _scenario(scenario: Scenario, known: Known) -> Iterator[Diagnostic]:
    yield from known.unknown(scenario.module, "module", place=scenario.places.of("module"))
    yield from serves(scenario, known)
    for scene in scenario.scenes:
        for choice in scene.choices:
            if choice.practice is not None:
                yield from known.unknown(choice.practice, "practice", place=choice.places.of("practice"))
    for point in scenario.debrief:
        yield from known.unknown(point.practice, "practice", place=point.places.of("practice"))


def _organisation(organisation: Organisation) -> Iterator[Diagnostic]:
    departments = {department.id for department in organisation.departments}
    outside = {customer.id for customer in organisation.outside}
    for department in organisation.departments:
        for service in department.serves:
            yield from local(service.to, departments, "department", service.places.of("to"))
        for customer in department.meets:
            yield from local(customer, outside, "outside customer", department.places.of("meets"))
    for swap in organisation.swaps:
        yield from local(swap.first, departments, "department", swap.places.of("first"))
        yield from local(swap.second, departments, "department", swap.places.of("second"))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
