"""From the plan's months to sheets and keys on each paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.locale.dates import month_in_words
from builder.model.walk import files_of
from builder.writers.addresses import month_page, on_the_web
from builder.writers.artefact import Artefact
from builder.writers.workbooks.key.items import key_entry
from builder.writers.workbooks.learner.items import learner_item
from builder.writers.workbooks.printing.identity import identity_of, logo_of
from builder.writers.workbooks.printing.paper import PAPERS, Format, leaves_of
from builder.writers.workbooks.printing.pictures import pictures_of
from builder.writers.workbooks.sheets.view import Asked, Keyed, Sheet, SheetKey
from builder.writers.workbooks.sheets.write import write_sheet, write_sheet_key
from builder.writers.workbooks.things import Things, things_of

if TYPE_CHECKING:
    from builder.model.edition import Edition
    from builder.model.items import Item
    from builder.model.plan import Plan
    from builder.model.refreshers import RefresherItem, RefresherMonth

SHEET, KEY = "refresher sheet", "refresher key"
_SECONDS = 0.4
"""What two pages take, roughly."""


def artefacts(edition: Edition, plan: Plan) -> tuple[Artefact, ...]:
    """A sheet and a key for each month on each paper that the course asks for, and in large print if it asks."""
    things = things_of(edition, plan)
    papers = [PAPERS[name] for name in edition.course.settings.papers]
    forms = [form for paper in papers for form in leaves_of(edition.course.settings.variants, paper)]
    return tuple(one for month in plan.refreshers for form in forms for one in _of_month(things, month, form))


def _of_month(things: Things, month: RefresherMonth, form: Format) -> Iterator[Artefact]:
    sources = files_of(*(one.item for one in month.items), *_practices(things, month))
    sheet, key = _sheet(things, month, form), _key(things, month, form)
    yield Artefact(sheet.file.removesuffix(".pdf"), SHEET, write_sheet, sheet, sources, weight=_SECONDS)
    yield Artefact(key.file.removesuffix(".pdf"), KEY, write_sheet_key, key, sources, weight=_SECONDS)


def _practices(things: Things, month: RefresherMonth) -> Iterator[object]:
    known = things.edition.practices
    return (known[practice] for one in month.items for practice in one.item.practices if practice in known)


def _sheet(things: Things, month: RefresherMonth, form: Format) -> Sheet:
    edition = things.edition
    identity = identity_of(edition)
    items = [replace(learner_item(things, one.item, _anchor(n), n), hints=()) for n, one in enumerate(month.items, 1)]
    asked = tuple(
        Asked(item, tuple(_aims(edition, one.item)), _last(things, one))
        for item, one in zip(items, month.items, strict=True)
    )
    return Sheet(
        file=_file(month, "sheet", form),
        language=edition.language,
        format=form,
        identity=identity,
        month=month_in_words(edition.language, month.month),
        address=on_the_web(identity.address, month_page(month.month)),
        asked=asked,
        rules=_rules(edition, (one.item for one in month.items)),
        pictures=pictures_of(edition, asked) + logo_of(edition, identity),
    )


def _key(things: Things, month: RefresherMonth, form: Format) -> SheetKey:
    edition = things.edition
    identity = identity_of(edition)
    keyed = tuple(_keyed(things, one, number) for number, one in enumerate(month.items, 1))
    return SheetKey(
        file=_file(month, "key", form),
        language=edition.language,
        format=form,
        identity=identity,
        month=month_in_words(edition.language, month.month),
        keyed=keyed,
        pictures=pictures_of(edition, keyed) + logo_of(edition, identity),
    )


def _keyed(things: Things, one: RefresherItem, number: int) -> Keyed:
    return Keyed(
        entry=key_entry(things, one.item, _anchor(number), number),
        last=_last(things, one),
        again=_again(things.edition, str(one.item.read_again or "")),
        rules=_rules(things.edition, [one.item]),
    )


def _file(month: RefresherMonth, kind: str, form: Format) -> str:
    return f"refreshers/{month.month}/{kind}.{form.paper.name}{'.large' if form.large else ''}.pdf"


def _anchor(number: int) -> str:
    return f"question-{number}"


def _aims(edition: Edition, item: Item) -> Iterator[str]:
    for objective in item.objectives:
        if known := edition.objectives.get(objective):
            yield known.html


def _last(things: Things, one: RefresherItem) -> str:
    if not one.last_seen:
        return things.words.gettext("not asked before")
    return things.words.gettext("last asked in {month}", month=month_in_words(things.edition.language, one.last_seen))


def _rules(edition: Edition, items: Iterable[Item]) -> tuple[tuple[str, str], ...]:
    """Name and rule of the practice that each of ``items`` is about first, each once."""
    named = dict.fromkeys(str(practice) for item in items for practice in item.practices[:1])
    known = [edition.practices[practice] for practice in named if practice in edition.practices]
    return tuple((practice.name.html, practice.rule.html) for practice in known)


def _again(edition: Edition, thing: str) -> str:
    """The title of the lesson, or of its section, that ``thing`` names."""
    for lesson in edition.lessons.values():
        if lesson.id == thing:
            return lesson.title.html
        for section in lesson.sections:
            if section.id == thing:
                return f"{lesson.title.html}: {section.title.html}" if section.level else lesson.title.html
    return ""
