"""What a reader looks up: glossary, practices, sources, and what this edition is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.writers.addresses import ABOUT, GLOSSARY, PRACTICES, SOURCES
from builder.writers.site.page import Page

if TYPE_CHECKING:
    from builder.writers.site.frame import Frame


def reference_pages(frame: Frame) -> list[Page]:
    """The pages that have something to show; the last one always has."""
    course = frame.edition.course
    made: list[Page] = []
    if course.terms:
        made.append(_glossary(frame))
    if course.practices:
        made.append(_practices(frame))
    if course.sources:
        made.append(_sources(frame))
    return [*made, _about(frame)]


def _glossary(frame: Frame) -> Page:
    _ = frame.words.gettext
    page = Page(frame, GLOSSARY, _("Glossary"), "glossary", _("The words of this course."))
    page.heading(1, "page--glossary", page.title)
    terms = sorted(frame.edition.course.terms, key=lambda term: term.term.plain.casefold())
    page.add("reference/glossary.html", terms=terms)
    return page


def _practices(frame: Frame) -> Page:
    _ = frame.words.gettext
    about = _("What good work looks like here, and where it is taught.")
    page = Page(frame, PRACTICES, _("Practices"), "practices", about)
    page.heading(1, "page--practices", page.title)
    practices = frame.edition.course.practices
    taught = {p.id: [one for one in frame.edition.lessons.values() if p.id in one.practices] for p in practices}
    page.add("reference/practices.html", practices=practices, taught=taught)
    return page


def _sources(frame: Frame) -> Page:
    _ = frame.words.gettext
    page = Page(frame, SOURCES, _("Sources"), "sources", _("Where what we say comes from, and how sure it is."))
    page.heading(1, "page--sources", page.title)
    sources = sorted(frame.edition.course.sources, key=lambda source: (source.kind != "article", source.authors.plain))
    used = {s.id: [one for one in frame.edition.lessons.values() if s.id in one.sources] for s in sources}
    page.add("reference/sources.html", sources=sources, used=used)
    return page


def _about(frame: Frame) -> Page:
    _ = frame.words.gettext
    page = Page(frame, ABOUT, _("About"), "about", _("Version, licence, and what is kept on your device."))
    page.heading(1, "page--about", page.title)
    page.add("reference/about.html", settings=frame.edition.course.settings, organisation=frame.edition.organisation)
    page.heading(2, "page--kept", _("What is kept, and where"))
    page.add("reference/about_kept.html")
    page.heading(2, "page--limits", _("Limits of the questions"))
    page.add("reference/about_limits.html")
    page.heading(2, "page--access", _("Using it your way"))
    page.add("reference/about_access.html")
    return page
