"""The course as it is on the disk now, read again in a fraction of the time where little has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.build.front import Compiled, check_compiled, compile_edition
from builder.build.run import MisuseError
from builder.diagnostics import Diagnostic
from builder.diagnostics.codes import is_error, severity_of
from builder.diagnostics.diagnostic import Severity
from builder.diagnostics.render import count, in_order, render
from builder.diagnostics.sift import sifted
from builder.edition import Renderers
from builder.identity.ledger import Ledger, default_epoch, read_ledger
from builder.serve.messages import Found, Row, Settings
from builder.source import Loaded, load_course
from builder.source.readings import Memory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.model.course import Course


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look gave. ``shown`` is the edition to show; None where the source can't be read."""

    loaded: Loaded
    ledger: Ledger
    findings: tuple[Diagnostic, ...]
    shown: Compiled | None


class Sight:
    """Looks at the course again and again, and remembers what hasn't changed."""

    def __init__(self, settings: Settings) -> None:
        """Nothing seen yet."""
        self._settings = settings
        self._memory = Memory()
        self._renderers = Renderers()

    def look(self) -> Seen:
        """Read the course and compile the one edition to show; raises MisuseError where the course doesn't have it."""
        loaded = load_course(self._settings.root, self._memory)
        ledger, found = read_ledger(self._settings.root)
        if loaded.course is None or any(map(is_error, loaded.findings)):
            return Seen(loaded, ledger, tuple(found), None)
        name = self._chosen(loaded.course)
        shown, more = self._compiled(loaded, loaded.course, ledger, name)
        return Seen(loaded, ledger, (*found, *more), shown)

    def check(self, seen: Seen) -> tuple[Found, bool]:
        """Everything that is wrong with what was seen, and whether it would stop a build."""
        findings = sifted(seen.loaded.findings, self._checked(seen), whole=seen.loaded.whole)
        failed = any(map(is_error, findings))
        rows = tuple(_row(finding) for finding in sorted(in_order(findings), key=_weight))
        return Found(rows, render(findings, seen.loaded.texts), count(findings), seen.shown is not None), failed

    def _chosen(self, course: Course) -> tuple[str, str]:
        settings, own = self._settings, course.settings
        organisation, language = settings.organisation or str(own.organisation), settings.language or own.languages[0]
        _known("organisation", organisation, [one.id for one in course.organisations])
        _known("language", language, own.languages)
        return organisation, language

    def _compiled(
        self, loaded: Loaded, course: Course, ledger: Ledger, name: tuple[str, str]
    ) -> tuple[Compiled, list[Diagnostic]]:
        epoch = default_epoch(ledger) if self._settings.epoch is None else self._settings.epoch
        return compile_edition(loaded, course, ledger, epoch, name, self._renderers)

    def _checked(self, seen: Seen) -> list[Diagnostic]:
        course = seen.loaded.course
        if course is None:
            return [*seen.findings]

        def compiled(name: tuple[str, str]) -> tuple[Compiled, list[Diagnostic]]:
            shown = seen.shown
            if shown and (shown.edition.organisation.id, shown.edition.language) == name:
                return shown, []
            return self._compiled(seen.loaded, course, seen.ledger, name)

        _, findings = check_compiled(seen.loaded, course, seen.ledger, compiled, locked=False)
        return [*seen.findings, *findings]


def _known(what: str, name: str, there: Iterable[str]) -> None:
    if name not in there:
        raise MisuseError(what, name, there)


def _weight(finding: Diagnostic) -> int:
    return list(Severity).index(severity_of(finding.code))


def _row(finding: Diagnostic) -> Row:
    place = finding.place
    severity = severity_of(finding.code)
    return Row(severity, finding.code, finding.message, finding.help, place.file, place.line, place.column)
