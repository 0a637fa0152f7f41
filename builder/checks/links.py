"""Links of rendered texts lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.checks.known import NOTHING_ELSE, Elsewhere
from builder.diagnostics import Diagnostic
from builder.diagnostics.locate import part_place
from builder.diagnostics.suggest import did_you_mean
from builder.identity.things import things_of
from builder.model.edition import Edition
from builder.model.links import linked_ids
from builder.model.text import Text
from builder.model.walk import each_text

LINKED_KINDS = frozenset(
    {
        "objective",
        "practice",
        "term",
        "source",
        "module",
        "lesson",
        "section",
        "worksheet",
        "activity",
        "scenario",
        "quiz",
        "item",
        "deck",
        "evidence",
    }
)
"""Kinds of things that a link may name."""


def check_links(
    edition: Edition, files: Mapping[str, str], elsewhere: Elsewhere = NOTHING_ELSE
) -> Iterator[Diagnostic]:
    """Links of rendered texts that name nothing a reader could go to."""
    things = (*things_of(edition.course), *elsewhere.things)
    known = {str(named.id) for named in things if named.kind in LINKED_KINDS} | elsewhere.unsorted
    for text in each_text(edition.course):
        if 'href="#' in text.html:
            yield from _dead(text, known, files)


def _dead(text: Text, known: set[str], files: Mapping[str, str]) -> Iterator[Diagnostic]:
    for name in linked_ids(text.html):
        if name not in known:
            start = text.source.find(f"#{name}") + 1
            place = part_place(files, text.place, text.source, start, len(name))
            help_ = did_you_mean(name, known) or "link to the id of a lesson, heading, term, source, worksheet or quiz"
            yield Diagnostic("dead-link", f"nothing to link to has the id '{name}'", place, help_, len(name))
