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
        "stays": _("What you answer and write stays on this device."),
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
        "done": _("Done"),
        "scheme-dark": _("Dark colours"),
        "scheme-light": _("Light colours"),
        "menu": _("Menu"),
        "notice-more": _("My progress"),
        "notice-damaged": _("Your earlier answers here could not be read, so you start anew. They are kept aside:"),
        "notice-repaired": _(
            "Some of your earlier answers here could not be read. The rest is here; all are kept aside:"
        ),
        "notice-newer": _(
            "Your answers here were kept by a newer version of this course, which this page cannot read. Reload it. "
            "They are kept aside:"
        ),
        "notice-overtaken": _(
            "Another window has a newer version of this course. Reload this page: until then, nothing new is kept here."
        ),
        "notice-blocked": _("This browser keeps nothing of this site: your answers are lost when you close it."),
        "notice-full": _("There is no room left in this browser: what you answer now is not kept."),
        "update-ready": _("A new version of this course is ready."),
        "update-use": _("Use it now"),
        "update-later": _("Later"),
    }
