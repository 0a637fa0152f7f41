"""The certificate: a sheet to print, which the player shows when the course is complete."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from builder.identity.content import contents
from builder.writers.site.course_map import CERTIFICATE, course_map
from builder.writers.site.page import Page

if TYPE_CHECKING:
    from builder.model.edition import Edition
    from builder.writers.site.frame import Frame

_HASH_LENGTH = 12


def certificate_page(frame: Frame) -> Page:
    """``certificate.html``: what is missing, and the sheet."""
    _ = frame.words.gettext
    about = _("For when you have completed the course: a sheet to print.")
    page = Page(frame, CERTIFICATE, _("Certificate"), "certificate", about, hide=("toc",))
    page.heading(1, "page--certificate", page.title)
    whole = course_map(frame)
    page.add(
        "learner/certificate.html", wrap="part", modules=whole, settings=frame.edition.course.settings,
        organisation=frame.edition.organisation, hash=edition_hash(frame.edition),
        minutes=sum(part.minutes for part in whole),
    )  # fmt: skip
    page.words(certificate_words(frame))
    return page


def certificate_words(frame: Frame) -> dict[str, str]:
    """What the player says on the page."""
    _ = frame.words.gettext
    return {
        "name-missing": _("Write your name first: the certificate is made out to it."),
        "not-yet": _("You have not completed the course yet. This is missing:"),
        "missing-lesson": _("Lesson: {title}"),
        "missing-test": _("Test: {title}, pass mark {mark} %"),
    }


def edition_hash(edition: Edition) -> str:
    """A short hash of all content of the edition: two sheets of the same hash stand for the same texts."""
    digest = hashlib.sha256()
    for thing, content in sorted(contents(edition).items()):
        digest.update(f"{thing} {content}\n".encode())
    return digest.hexdigest()[:_HASH_LENGTH]
