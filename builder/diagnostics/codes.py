"""Every code a finding can carry: how much it weighs, what it means, why it matters, and an example with its fix."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.diagnostics.content import CONTENT
from builder.diagnostics.diagnostic import Diagnostic, Severity
from builder.diagnostics.item_writing import ITEM_WRITING
from builder.diagnostics.items import ITEMS
from builder.diagnostics.parts import IDS, LESSONS, SCENARIOS
from builder.diagnostics.reading import READING, SHAPE
from builder.diagnostics.rule import Rule
from builder.diagnostics.run_sheets import RUN_SHEETS
from builder.diagnostics.texts import TEXTS
from builder.diagnostics.whole_course import COURSE

CODES: Mapping[str, Rule] = MappingProxyType(
    {
        **READING,
        **SHAPE,
        **LESSONS,
        **IDS,
        **ITEMS,
        **ITEM_WRITING,
        **SCENARIOS,
        **TEXTS,
        **CONTENT,
        **RUN_SHEETS,
        **COURSE,
    }
)
"""Every code, in the order of the page of codes."""

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Reading files": tuple(READING),
        "The shape of YAML files": tuple(SHAPE),
        "Lessons": tuple(LESSONS),
        "Ids and the ledger": tuple(IDS),
        "Items": tuple(ITEMS),
        "Item writing": tuple(ITEM_WRITING),
        "Scenarios": tuple(SCENARIOS),
        "Texts, links and pictures": tuple(TEXTS),
        "What the course says": tuple(CONTENT),
        "Run sheets": tuple(RUN_SHEETS),
        "The course as a whole": tuple(COURSE),
    }
)
"""The codes by the heading they stand under on the page of codes."""

OF_ABSENCE = frozenset(
    {
        "unknown-id", "dead-link", "orphan-lesson", "orphan-module", "untaught-objective", "unassessed-objective",
        "blueprint-short", "refresher-policy", "missing-translation", "unknown-translation", "empty-course",
        "missing-picture", "undefined-value", "unfilled-ledger", "unpractised-objective", "unrefreshed-objective",
    }
)  # fmt: skip
"""Codes that say that something is not there: not worth saying while a file could not be read."""


def severity_of(code: str) -> Severity:
    """How much findings of ``code`` weigh."""
    return CODES[code].severity


def is_error(finding: Diagnostic) -> bool:
    """Whether a finding stops a build."""
    return severity_of(finding.code) is Severity.ERROR
