"""My progress: what is done and what is left, and the answers themselves, to save, to bring in, to clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.writers.site.counted import counted
from builder.writers.site.course_map import PROGRESS, course_map
from builder.writers.site.offline import offline_words
from builder.writers.site.page import Page

if TYPE_CHECKING:
    from builder.writers.site.frame import Frame


def progress_page(frame: Frame) -> Page:
    """``progress.html``: complete lists, beside which the player says what is done."""
    _ = frame.words.gettext
    page = Page(frame, PROGRESS, _("My progress"), "progress", _("What you have done, and what is left."))
    page.heading(1, "page--progress", page.title)
    whole = course_map(frame)
    page.add("learner/progress_lead.html")
    page.heading(2, "page--criteria", _("What completes the course"))
    page.add("learner/criteria.html", modules=whole, completion=frame.edition.course.settings.completion)
    for part in whole:
        if part.module:
            title = _("Module {number}: {title}", number=part.number, title=part.module.title.plain)
            page.heading(2, f"page--{part.module.id}", title)
        else:
            page.heading(2, "page--tests", _("Tests of the whole course"))
        page.add("learner/progress_module.html", part=part)
    page.heading(2, "page--answers", _("Your answers on this device"))
    page.add("learner/kept_state.html")
    page.heading(3, "page--save", _("Take them with you"))
    page.add("learner/transfer.html", settings=frame.edition.course.settings)
    page.heading(3, "page--clear", _("Clear my answers"))
    page.add("learner/clear.html")
    page.heading(2, "page--offline", _("Keep for offline"))
    page.add("learner/offline.html", settings=frame.edition.course.settings)
    page.words(overview_words(frame) | transfer_words(frame) | offline_words(frame))
    return page


def overview_words(frame: Frame) -> dict[str, str]:
    """What is said of lessons, tests, scenarios and criteria."""
    _ = frame.words.gettext
    return {
        "test-new": _("Not taken yet"),
        "test-open": _("Best result so far: {best} %"),
        "test-done": _("Best result: {best} %"),
        "test-passed": _("Passed on {date}, best result {best} %"),
        "endings": _("{done} of {all} endings reached"),
        "criterion-met": _("Done"),
        "criterion-open": _("Open"),
        "complete": _("You have completed the course."),
        "to-certificate": _("Your certificate"),
    }


def transfer_words(frame: Frame) -> dict[str, str]:
    """What is said about keeping, saving, bringing in and clearing."""
    _, ngettext, language = frame.words.gettext, frame.words.ngettext, frame.edition.language
    asides = counted(
        language,
        "aside-answers",
        lambda n: ngettext("Answers to {n} question", "Answers to {n} questions", n, n="{n}"),
    )
    return asides | {
        "state-kept": _("Your answers are kept in this browser on this device, and nowhere else."),
        "state-blocked": _(
            "This browser does not let the site keep anything: your answers are lost when you close the page. Allow "
            "the site to store data, or save your answers as a file before you leave."
        ),
        "state-full": _(
            "There is no room left to keep your answers in this browser. Save them as a file now, then remove what is "
            "kept aside below or clear the data of other sites."
        ),
        "export-done": _("Saved as {name}."),
        "import-done": _("The answers of the file are here now. What was here before is kept aside below."),
        "import-damaged": _(
            "This is not a file that this course has saved, or it is damaged or cut off. Choose the file as it was "
            "saved. Nothing has changed here."
        ),
        "import-newer": _(
            "This file comes from a newer version of the course. Reload this page to get the newest version, then "
            "try again. Nothing has changed here."
        ),
        "import-other-course": _(
            "This file holds answers of another course: {title}. Bring it in there. Nothing has changed here."
        ),
        "import-too-big": _(
            "This file is too big to hold answers of a course. Choose another. Nothing has changed here."
        ),
        "import-no-room": _(
            "There is no room to keep your present answers aside, so nothing has changed. Save them as a file, remove "
            "what is kept aside below, then try again."
        ),
        "aside-unreadable": _("Answers that could not be read"),
        "aside-bring": _("Bring back"),
        "aside-save": _("Save as a file"),
        "aside-remove": _("Remove"),
        "aside-brought": _("Brought back. What was here before is kept aside below."),
        "aside-removed": _("Removed."),
        "cleared": _("Everything has been cleared. You start anew."),
    }
