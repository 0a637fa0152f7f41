"""What the player says about items and quizzes. ``{…}`` is filled in by the player."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.writers.site.frame import Frame


def item_words(frame: Frame) -> dict[str, str]:
    """Words for every page that asks something."""
    return _verdicts(frame) | _faults(frame) | _results(frame)


def _verdicts(frame: Frame) -> dict[str, str]:
    """What is said of one option, row or gap."""
    _ = frame.words.gettext
    return {
        "right": _("Right"),
        "wrong": _("Wrong"),
        "missed": _("Missed"),
        "left": _("Rightly left"),
        "the-answer": _("The right answer"),
        "not-it": _("Not right"),
        "grade-3": _("Best"),
        "grade-2": _("Fair"),
        "grade-1": _("Weak"),
        "grade-0": _("Harmful"),
        "your-answer": _("Your answer."),
        "belongs": _("what belongs here is “{to}”."),
        "its-place": _("its place is {place}."),
    }


def _faults(frame: Frame) -> dict[str, str]:
    """What is said where something is missing."""
    _ = frame.words.gettext
    return {
        "empty": _("Give an answer first."),
        "empty-order": _("Move at least one step first."),
        "still-empty": _("Still open: {count}. Fill in the rest, or press Check again."),
        "not-a-number": _("Write a number, such as 12 or 4.5, without a unit."),
        "not-answered": _("Not answered yet."),
        "changed": _(
            "This question has changed since you answered it, so your earlier answer no longer counts. Please "
            "answer it again."
        ),
        "asked-again": _("You have met this question before. Answer it again from memory."),
    }


def _results(frame: Frame) -> dict[str, str]:
    _ = frame.words.gettext
    return {
        "all-right": _("Right."),
        "not-right": _("Not right yet."),
        "part-right": _("Partly right: {points} of {most}."),
        "judged": _("{grade}: there is a better answer."),
        "read-reasons": _("Read the reasons, then try again."),
        "first-try": _("Your first try counts: {result}."),
        "first-right": _("right"),
        "first-part": _("partly right"),
        "first-wrong": _("not right"),
        "move-up": _("Move up"),
        "move-down": _("Move down"),
        "moved-to": _("Now in place {place} of {all}."),
        "saved-here": _("Saved on this device."),
        "not-saved": _("This browser keeps nothing: copy your words before you leave the page."),
    }


def quiz_words(frame: Frame) -> dict[str, str]:
    """Words for a quiz on a page of its own."""
    _ = frame.words.gettext
    return {
        "score": _("{points} of {all} points ({percent} %)."),
        "passed": _("You have passed: the mark is {mark} %."),
        "not-passed": _("The mark to pass is {mark} %."),
        "pre-test": _("That is where you start. Nobody counts it: go on to the modules and see what changes."),
        "after-pass": _("Answers and reasons show when you have passed. Read the sections again first."),
        "unanswered": _("Not answered yet: {count}."),
        "finish-anyway": _("Press the button again to finish without them."),
        "quiz-changed": _("This test has changed since you took it. What you reached stays; you can take it again."),
        "best-so-far": _("Your best result so far: {percent} %."),
        "no-tries": _("You have used all your tries on this device."),
        "next-try": _("The next try is open from {when}."),
        "review": _("Look at these again, the most useful first:"),
        "review-later": _("Not right yet, the most useful first:"),
        "review-none": _("You knew them all, and you were sure."),
        "review-0": _("you were sure, and it was not right"),
        "review-1": _("not right"),
        "review-2": _("right, but you were not sure"),
    }
