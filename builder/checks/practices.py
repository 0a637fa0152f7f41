"""Practices: rules that people can remember."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.model.edition import Edition

LONGEST_RULE = 8


def check_practices(edition: Edition) -> Iterator[Diagnostic]:
    """Rules of more than eight words."""
    for practice in edition.course.practices:
        count = len(practice.rule.plain.split())
        if count > LONGEST_RULE:
            message = f"a rule of {count} words, more than {LONGEST_RULE}"
            yield Diagnostic("long-rule", message, practice.places.of("rule"), "say it in fewer words")
