"""From a folder to editions and plans, with every finding on the way: what ``check`` and ``build`` share."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from builder.assembly import assemble
from builder.checks import check_course, check_edition, check_editions, check_plan
from builder.diagnostics import Diagnostic
from builder.diagnostics.codes import severity_of
from builder.diagnostics.diagnostic import Severity
from builder.diagnostics.sift import sifted
from builder.edition import Renderers, make_edition
from builder.identity.ledger import Ledger, dates_for, default_epoch, frozen_months, keys_for, read_ledger
from builder.identity.ledger_check import check_ledger
from builder.model.course import Course
from builder.model.edition import Edition
from builder.model.plan import Plan
from builder.source import Loaded, load_course


@dataclass(frozen=True, slots=True)
class Compiled:
    """An edition with what was assembled from it."""

    edition: Edition
    plan: Plan


@dataclass(frozen=True, slots=True)
class Front:
    """All editions that compiled, every finding once, and the source texts that findings quote."""

    course: Course | None
    compiled: tuple[Compiled, ...]
    findings: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    ledger: Ledger

    @property
    def failed(self) -> bool:
        """Whether a finding is an error."""
        return any(severity_of(finding.code) is Severity.ERROR for finding in self.findings)

    @property
    def warned(self) -> bool:
        """Whether a finding is a warning."""
        return any(severity_of(finding.code) is Severity.WARNING for finding in self.findings)


def compile_course(root: Path, *, locked: bool = False, epoch: int | None = None) -> Front:
    """Load the course below ``root`` and compile it for every organisation and language.

    ``epoch`` (seconds since 1970) dates what the ledger doesn't know; without it the ledger's newest date does.
    ``locked`` makes what isn't in the ledger an error.
    """
    with _collector_at_rest():
        return _compiled(root, locked=locked, epoch=epoch)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Everything made here lives until the end: looking for garbage in it costs a third of the time and finds none."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _compiled(root: Path, *, locked: bool, epoch: int | None) -> Front:
    loaded = load_course(root)
    ledger, ledger_findings = read_ledger(root)
    findings = [*ledger_findings]
    compiled: tuple[Compiled, ...] = ()
    if loaded.course is not None:
        findings += check_course(loaded.course)
        compiled, found = _editions(loaded, ledger, default_epoch(ledger) if epoch is None else epoch)
        findings += found
        findings += check_editions(tuple(c.edition for c in compiled), loaded.texts)
        findings += check_ledger(tuple(c.edition for c in compiled), ledger, locked=locked)
    return Front(loaded.course, compiled, sifted(loaded.findings, findings, whole=loaded.whole), loaded.texts, ledger)


def _editions(loaded: Loaded, ledger: Ledger, epoch: int) -> tuple[tuple[Compiled, ...], list[Diagnostic]]:
    course = loaded.course
    compiled: list[Compiled] = []
    findings: list[Diagnostic] = []
    if course is None:
        return (), findings
    for organisation in course.organisations:
        for language in course.settings.languages:
            one, found = compile_edition(loaded, course, ledger, epoch, (organisation.id, language))
            compiled.append(one)
            findings += [*found, *check_edition(one.edition, loaded.texts), *check_plan(one.edition, one.plan)]
    return tuple(compiled), findings


def compile_edition(  # noqa: PLR0913, PLR0917 - each is a different kind of input of the one step
    loaded: Loaded,
    course: Course,
    ledger: Ledger,
    epoch: int,
    name: tuple[str, str],
    renderers: Renderers | None = None,
) -> tuple[Compiled, list[Diagnostic]]:
    """The edition for an organisation's id and a language, and what was found on the way; it isn't checked yet."""
    edition, found = make_edition(course, *name, loaded.pictures, {}, epoch, loaded.texts, renderers)
    edition = replace(edition, dates=dates_for(ledger, edition), earlier=keys_for(ledger, edition))
    plan, unmet = assemble(edition, frozen_months(ledger, edition))
    return Compiled(edition, plan), [*found, *unmet]
