"""The deck: ``decks/<course>.apkg`` for Anki and its kin, a subdeck a module and one for the glossary.

Notes come from cards, from the practice items that make a good card, and from glossary terms. What belongs to a test
stays out. Ids never change, and each note carries the date of its last change of content: so importing again brings
what changed and keeps every schedule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from builder.locale import catalogue
from builder.model.cards import ClozeCard
from builder.model.course import Term
from builder.model.links import picture_path, pictured_paths
from builder.model.walk import files_of, texts_of
from builder.writers.anki.package import write
from builder.writers.anki.reads import Deck, Noted, Subdeck, Subject
from builder.writers.artefact import Artefact

if TYPE_CHECKING:
    from builder.model.course import Module
    from builder.model.edition import Edition, PictureFile
    from builder.model.plan import Plan

GLOSSARY = "glossary"


def artefacts(edition: Edition, _plan: Plan) -> tuple[Artefact, ...]:
    """The one package of the edition."""
    settings = edition.course.settings
    subdecks = tuple(deck for deck in (*_modules(edition), _glossary(edition)) if deck.notes)
    subjects = [noted.subject for deck in subdecks for noted in deck.notes]
    reads = Deck(
        f"decks/{settings.id}.apkg",
        edition.key,
        edition.language,
        settings.title.plain,
        settings.tagline.html,
        f"{settings.publisher.html} · {settings.licence.html} · {settings.version}",
        edition.organisation.brand.primary,
        subdecks,
        _pictures(subjects, edition),
    )
    return (Artefact("anki", "anki", write, reads, files_of(*subjects), weight=1.0),)


def _modules(edition: Edition) -> Iterator[Subdeck]:
    for module in edition.course.modules:
        cards = [card for deck in edition.course.decks if deck.module == module.id for card in deck.cards]
        items = [item for bank in edition.course.banks if bank.module == module.id for item in bank.items]
        notes = tuple(_noted(subject, edition, module) for subject in (*cards, *items))
        yield Subdeck(module.id, module.title.plain, notes)


def _glossary(edition: Edition) -> Subdeck:
    title = catalogue(edition.language).gettext("Glossary")
    return Subdeck(GLOSSARY, title, tuple(_noted(term, edition, None) for term in edition.course.terms))


def _noted(subject: Subject, edition: Edition, module: Module | None) -> Noted:
    cited = [found for one in _sources(subject) if (found := edition.sources.get(one))]
    dates = (edition.date_of(subject.id), *(edition.date_of(source.id) for source in cited))
    lines = tuple(f"{source.authors.html}, <cite>{source.title.html}</cite>" for source in cited)
    return Noted(subject, module.id if module else "", max(dates), lines)


def _sources(subject: Subject) -> tuple[str, ...]:
    return () if isinstance(subject, Term) else subject.sources


def _pictures(subjects: list[Subject], edition: Edition) -> Mapping[str, PictureFile]:
    paths = {path for subject in subjects for _, text in texts_of(subject) for path in pictured_paths(text.html)}
    for subject in subjects:
        if not isinstance(subject, Term | ClozeCard) and subject.picture:
            paths.add(picture_path(subject.picture))
    return {path: edition.pictures[path] for path in sorted(paths) if path in edition.pictures}
