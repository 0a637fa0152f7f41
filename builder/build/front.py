"""From a folder to editions and plans, with every finding on the way: what ``check`` and ``build`` share."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from builder.assembly import assemble
from builder.build.spread import over_cores
from builder.checks import check_course, check_edition, check_editions, check_plan
from builder.diagnostics import Diagnostic
from builder.diagnostics.codes import is_error, severity_of
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
        return any(map(is_error, self.findings))

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
    course = loaded.course
    ledger, findings = read_ledger(root)
    compiled: tuple[Compiled, ...] = ()
    if course is not None:
        date = default_epoch(ledger) if epoch is None else epoch
        made = partial(compile_edition, loaded, course, ledger, date, renderers=Renderers())
        compiled, found = check_compiled(loaded, course, ledger, made, locked=locked)
        findings = (*findings, *found)
    return Front(course, compiled, sifted(loaded.findings, findings, whole=loaded.whole), loaded.texts, ledger)


def check_compiled(
    loaded: Loaded,
    course: Course,
    ledger: Ledger,
    compiled: Callable[[tuple[str, str]], tuple[Compiled, list[Diagnostic]]],
    *,
    locked: bool,
) -> tuple[tuple[Compiled, ...], list[Diagnostic]]:
    """Every edition, as ``compiled`` gives it by organisation and language, and all that the checks find."""
    findings = [*check_course(course)]
    every: list[Compiled] = []
    for organisation in course.organisations:
        for language in course.settings.languages:
            one, found = compiled((organisation.id, language))
            every.append(one)
            findings += [*found, *check_edition(one.edition, loaded.texts), *check_plan(one.edition, one.plan)]
    editions = tuple(one.edition for one in every)
    findings += [*check_editions(editions, loaded.texts, over_cores), *check_ledger(editions, ledger, locked=locked)]
    return tuple(every), findings


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
