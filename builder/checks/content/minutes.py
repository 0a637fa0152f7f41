"""Minutes that match the words."""

from __future__ import annotations

import math
from collections.abc import Iterator

from builder.checks.content.sentences import read_texts, words
from builder.diagnostics import Diagnostic
from builder.model.edition import Edition
from builder.model.lessons import CheckBlock, Lesson

QUICK, CALM = 260, 110
"""Words a minute: silent reading of non-fiction, 175 to 300 for most adults (Brysbaert 2019), slower with thought."""
QUICK_ITEM, CALM_ITEM = 0.4, 1.5
"""Minutes for a question."""
SHORT = 5
"""Minutes that any lesson may have: it may ask for something to be done."""


def check_minutes(edition: Edition) -> Iterator[Diagnostic]:
    """Lessons whose minutes nobody could keep, or that are over long before."""
    sizes = {str(quiz.id): max(len(quiz.items), sum(row.count for row in quiz.draw)) for quiz in edition.course.quizzes}
    for module in edition.course.modules:
        for lesson in module.lesson_files:
            yield from _minutes(lesson, sizes, edition.key.language)


def _minutes(lesson: Lesson, sizes: dict[str, int], translation: str) -> Iterator[Diagnostic]:
    count = sum(len(words(text.plain)) for text in read_texts(lesson))
    targets = [block.target for section in lesson.sections for block in section.blocks if isinstance(block, CheckBlock)]
    asked = sum(sizes.get(target, 1) for target in targets)
    least = math.floor(count / QUICK + asked * QUICK_ITEM)
    most = max(SHORT, math.ceil(count / CALM + asked * CALM_ITEM))
    if not least <= lesson.minutes <= most:
        questions = f" and {asked} question{'s' * (asked != 1)}" if asked else ""
        translated = f" of the translation '{translation}'" if translation else ""
        message = f"{count} words{translated}{questions} take {max(least, 1)} to {most} minutes, not {lesson.minutes}"
        yield Diagnostic("minutes-off", message, lesson.places.of("minutes"), "say how long readers need, or cut")
