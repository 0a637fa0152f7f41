"""Checking one file while somebody types: the checks of the whole course over the part of it that the file is.

What needs the whole course is left to the whole check: coverage, quizzes and months that lack items, the ledger, and
what people do in the activities of a run sheet that stand in other files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.checks import check_course, check_edition, check_editions
from builder.checks.known import Elsewhere
from builder.diagnostics import Diagnostic
from builder.diagnostics.sift import sifted
from builder.edition import make_edition
from builder.identity.things import Named
from builder.model.base import Identified
from builder.model.text import Id
from builder.source.names import Name
from builder.source.part import Part, load_part


def check_file(root: Path, path: str, text: str | None = None) -> tuple[tuple[Diagnostic, ...], Mapping[str, str]]:
    """The findings in the file at ``path`` (from the course's root, with ``/``), and the texts that they quote.

    ``text`` is what the file is to hold where that isn't saved yet.
    """
    part = load_part(root, path, text)
    found = sifted(part.findings, _checked(part), whole=part.whole)
    return tuple(finding for finding in found if finding.place.file == path), part.texts


def _checked(part: Part) -> Iterator[Diagnostic]:
    course = part.course
    if course is None:
        return
    elsewhere = _elsewhere(part.names)
    editions = []
    yield from check_course(course, elsewhere)
    for organisation in course.organisations:
        for language in course.settings.languages:
            edition, found = make_edition(course, organisation.id, language, part.pictures, texts=part.texts)
            editions.append(edition)
            yield from found
            yield from check_edition(edition, part.texts, elsewhere)
    yield from check_editions(editions, part.texts)


def _elsewhere(names: tuple[Name, ...]) -> Elsewhere:
    things = []
    for name in names:
        if name.kind:
            made = Id(name.name, name.place)
            things.append(Named(name.kind, made, Identified.model_construct(id=made)))
    return Elsewhere(tuple(things), frozenset(name.name for name in names if not name.kind))
