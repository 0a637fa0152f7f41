"""A folder as one of the two sides of a comparison: read and assembled, but not checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from builder.build.front import compile_edition
from builder.diagnostics.codes import is_error
from builder.identity.ledger import Ledger, default_epoch, read_ledger
from builder.impact.side import Side, Version
from builder.source import Loaded, load_course
from builder.source.load import COURSE_FILE, collector_at_rest

if TYPE_CHECKING:
    from builder.diagnostics import Diagnostic


def side_of(root: Path) -> Side:
    """The course below ``root`` for every organisation and language; without versions where there is none to read."""
    if not (root / COURSE_FILE).is_file():
        return Side()
    with collector_at_rest():
        loaded = load_course(root)
        ledger, damage = read_ledger(root)
        errors = sum(map(_hides, (*loaded.findings, *damage)))
        return Side(tuple(_versions(loaded, ledger)), ledger, errors)


def _hides(finding: Diagnostic) -> bool:
    """Whether something of the course isn't read; a line translated that isn't in it any more is nothing."""
    return is_error(finding) and not (finding.code == "unknown-translation" and finding.place.line)


def _versions(loaded: Loaded, ledger: Ledger) -> Iterator[Version]:
    course = loaded.course
    if course is None:
        return
    first = course.settings.organisation
    organisations = sorted((one.id for one in course.organisations), key=lambda name: name != first)
    epoch = default_epoch(ledger)
    for organisation in organisations:
        for language in course.settings.languages:
            made, _ = compile_edition(loaded, course, ledger, epoch, (organisation, language))
            yield Version(made.edition, made.plan)
