"""How hard a lesson reads: its grade, and sentences that are too long to keep in mind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.content.sentences import read_texts, sentences, words
from builder.diagnostics import Diagnostic
from builder.model.edition import Edition
from builder.model.lessons import Lesson
from builder.model.text import Text

HARDEST = 9.0
"""The highest grade; adults with little time read below the school years they have."""
LONGEST = 32
"""Words of a sentence."""
_FEWEST = 60
"""Words below which a grade says nothing."""
_LABEL = 2
"""Words that a cell or a label has: no sentence."""
_SHOWN = 6
_VOWELS = re.compile(r"[aeiouyAEIOUYà-üÀ-Ü]")


def check_reading(edition: Edition) -> Iterator[Diagnostic]:
    """Lessons above grade 9 (English only: the formula is for English), and their sentences of more than 32 words."""
    english = edition.language.split("-")[0] == "en"
    for module in edition.course.modules:
        for lesson in module.lesson_files:
            if english:
                yield from _graded(lesson)
            for text in read_texts(lesson):
                yield from _long(text)


def _graded(lesson: Lesson) -> Iterator[Diagnostic]:
    found = [sentence for text in read_texts(lesson) for sentence in sentences(text.plain)]
    grade = grade_of([sentence for sentence in found if len(words(sentence)) > _LABEL])
    if grade > HARDEST:
        message = f"this lesson reads at grade {grade:.1f}, above {HARDEST:g}"
        help_ = "split long sentences, and take short words for long ones"
        yield Diagnostic("hard-reading", message, lesson.places.start, help_)


def grade_of(found: list[str]) -> float:
    """The Flesch-Kincaid grade (Kincaid et al. 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59.

    Where even as many syllables as vowels wouldn't reach the limit, that bound is given, and no dictionary is loaded.
    """
    count = sum(len(words(sentence)) for sentence in found)
    if count < _FEWEST:
        return 0.0
    vowels = sum(len(_VOWELS.findall(sentence)) for sentence in found)
    bound = 0.39 * count / len(found) + 11.8 * vowels / count - 15.59
    if bound <= HARDEST:
        return bound
    import textstat  # noqa: PLC0415 - its dictionary takes a second

    text = " ".join(sentence if sentence[-1] in ".!?…" else f"{sentence}." for sentence in found)
    return float(textstat.flesch_kincaid_grade(text))


def _long(text: Text) -> Iterator[Diagnostic]:
    for sentence in sentences(text.plain):
        if (count := len(words(sentence))) > LONGEST:
            start = " ".join(sentence.split()[:_SHOWN])
            message = f"a sentence of {count} words, more than {LONGEST}: “{start} …”"
            yield Diagnostic("long-sentence", message, text.place, "make two of it")
