"""The interface's words that the overrides and the player need, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.writers.site.frame import Frame


def template_words(frame: Frame) -> dict[str, str]:
    """Words of the frame around each page, for the overrides."""
    _ = frame.words.gettext
    return {
        "previous": _("Back"),
        "next": _("Next"),
        "beside": _("Pages before and after"),
        "lost": _("There is no such page. The course may have changed since the link was made."),
        "home": _("To the start"),
        "stays": _("Answers that the course checks stay on this device; what you type is not kept."),
        "about": _("About"),
        "licence": frame.edition.course.settings.licence.plain,
        "publisher": frame.edition.course.settings.publisher.plain,
        "version": _("Version {version}", version=frame.edition.course.settings.version),
    }


def player_words(frame: Frame) -> dict[str, str]:
    """Words that the player says. ``{…}`` is filled in by the player."""
    _ = frame.words.gettext
    return {
        "answered": _("{done} of {all} questions answered"),
        "none-answered": _("{all} questions"),
        "done": _("Done"),
        "continue": _("Continue: {title}"),
        "scheme-dark": _("Dark colours"),
        "scheme-light": _("Light colours"),
        "menu": _("Menu"),
        "menu-close": _("Close the menu"),
        "update-ready": _("A new version of this course is ready."),
        "update-use": _("Use it now"),
        "update-later": _("Later"),
    }
