"""A letter as plain text: whom it goes to and when, what is planned, then its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from builder.locale import Catalogue, catalogue
from builder.locale.dates import day_in_words
from builder.writers.artefact import Written
from builder.writers.letters.plain import WIDTH, plain_blocks, wrapped
from builder.writers.letters.sittings import Sitting

KIND = "letter"
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Occasion:
    """A planned workshop as a letter names it; all texts are plain."""

    sittings: tuple[Sitting, ...]
    place: str
    trainer: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter at ``file`` below the output folder. ``text`` is XHTML whose links lead out of the course.

    ``day`` counts from the first sitting. Without an ``occasion`` the letter has blanks for what isn't planned yet.
    """

    file: str
    language: str
    course: str
    to: Literal["participants", "managers"]
    subject: str
    day: int
    text: str
    occasion: Occasion | None


def write_letter(letter: Letter, labels: Mapping[str, Mapping[str, str]]) -> Written:
    """The letter in lines of at most 76 characters, as UTF-8."""
    del labels
    words = catalogue(letter.language)
    parts = (_table(_head(words, letter)), "-" * WIDTH, _table(_planned(words, letter)), *plain_blocks(letter.text))
    return Written({letter.file: ("\n\n".join(parts) + "\n").encode()})


def audience(words: Catalogue, to: Literal["participants", "managers"]) -> str:
    """Whom a letter goes to, in words."""
    return words.gettext("Participants") if to == "participants" else words.gettext("Managers of the participants")


def sending_day(first: str, day: int) -> date:
    """The day on which a letter goes out; ``first`` is the start of the first sitting.

    At a weekend nobody reads it: it goes on the working day before, after the first sitting on the one that follows.
    """
    sent = date.fromisoformat(first[:10]) + timedelta(days=day)
    while day and sent.weekday() >= _SATURDAY:
        sent += timedelta(days=1 if day > 0 else -1)
    return sent


def _head(words: Catalogue, letter: Letter) -> Iterator[tuple[str, str]]:
    _ = words.gettext
    yield _("To"), audience(words, letter.to)
    yield _("Subject"), letter.subject
    yield _("Send on"), _sent(words, letter)


def _sent(words: Catalogue, letter: Letter) -> str:
    if letter.occasion is None:
        named = words.gettext("day {day}", day=str(letter.day).replace("-", "\N{MINUS SIGN}"))
        return f"{named} ({_counted(words, letter.day)})"
    first = letter.occasion.sittings[0]
    sent = sending_day(first.start, letter.day)
    return f"{day_in_words(letter.language, sent)} ({_counted(words, (sent - first.day).days)})"


def _counted(words: Catalogue, day: int) -> str:
    if not day:
        return words.gettext("the day of the first sitting")
    if day < 0:
        return words.ngettext("{count} day before the first sitting", "{count} days before the first sitting", -day)
    return words.ngettext("{count} day after the first sitting", "{count} days after the first sitting", day)


def _planned(words: Catalogue, letter: Letter) -> Iterator[tuple[str, str]]:
    _ = words.gettext
    occasion = letter.occasion
    yield _("Course"), letter.course
    if occasion is None:
        yield _("Dates"), _("(put in: days and times)")
        yield _("Place"), _("(put in: the place)")
        yield _("Trainer"), _("(put in: the name)")
        return
    for number, sitting in enumerate(occasion.sittings):
        yield "" if number else _("Dates"), f"{day_in_words(letter.language, sitting.day)}, {sitting.clock}"
        if len(occasion.sittings) > 1:
            yield "", f"\N{EN DASH} {sitting.title}"
    yield _("Place"), occasion.place
    if occasion.trainer:
        yield _("Trainer"), occasion.trainer


def _table(rows: Iterator[tuple[str, str]]) -> str:
    """Labels on the left, and what belongs to them beside."""
    lines = list(rows)
    left = max(len(label) for label, _ in lines) + 3
    return "\n".join(
        wrapped(text, first=(f"{label}:" if label else "").ljust(left), rest=" " * left) for label, text in lines
    )
