"""What stands at the end of a learner's book: glossary, sources, where to turn."""

from __future__ import annotations

from collections.abc import Container, Iterable

from builder.locale import Catalogue
from builder.model.course import Module, Source, Term
from builder.model.edition import Edition
from builder.writers.workbooks.aids.shown import promises_of, rungs_of
from builder.writers.workbooks.learner.book import Finding, Help, SourceEntry, TermEntry


def terms_of(edition: Edition, modules: Iterable[Module], linked: Container[str]) -> tuple[TermEntry, ...]:
    """The words that ``modules`` use: those that are ``linked``, or explain a practice their lessons serve."""
    practices = {practice for module in modules for lesson in module.lesson_files for practice in lesson.practices}
    chosen = [t for t in edition.course.terms if t.id in linked or practices.intersection(t.practices)]
    known = {str(term.id): term.term.html for term in chosen}
    return tuple(_term(term, known) for term in sorted(chosen, key=lambda term: term.term.plain.casefold()))


def sources_of(edition: Edition, modules: Iterable[Module], linked: Iterable[str]) -> tuple[SourceEntry, ...]:
    """The sources that the lessons of ``modules`` name, and those that are ``linked``, by author."""
    named = {str(source) for module in modules for lesson in module.lesson_files for source in lesson.sources}
    named.update(linked)
    chosen = [source for source in edition.course.sources if source.id in named]
    return tuple(_source(source) for source in sorted(chosen, key=lambda s: (s.authors.plain.casefold(), s.year or 0)))


def help_of(edition: Edition, words: Catalogue) -> Help:
    """Where to turn in the edition's organisation."""
    organisation = edition.organisation
    return Help(
        help_desk=organisation.help_desk.html,
        promises=promises_of(organisation, words),
        rungs=rungs_of(organisation, words),
    )


def _term(term: Term, known: dict[str, str]) -> TermEntry:
    see = tuple((other, known[other]) for other in map(str, term.see) if other in known)
    return TermEntry(str(term.id), term.term.html, term.definition.html, see)


def _source(source: Source) -> SourceEntry:
    return SourceEntry(
        id=str(source.id),
        authors=source.authors.html,
        year=str(source.year or ""),
        title=source.title.html,
        published_in=source.published_in.html,
        address=source.address,
        evidence=tuple(
            Finding(e.claim.html, e.design.html, e.n.html, e.effect.html, e.limits.html) for e in source.evidence
        ),
    )
