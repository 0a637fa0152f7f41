"""What answers are worth on paper: the site's share of a question, in sixths, so that a person can add them up."""

from __future__ import annotations

from decimal import ROUND_UP, Decimal
from typing import assert_never

from builder.locale import Catalogue
from builder.model.items import (
    Categorise,
    Cloze,
    Credit,
    Item,
    Judgement,
    Matching,
    MultipleResponse,
    Numeric,
    Ordering,
    Reflection,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)

BEST = 6
"""The points of a question: halves, thirds and sixths of it are whole numbers."""
_BEST_SCORE = 3


def points_of(item: Item) -> int:
    """What a right answer is worth; a reflection isn't marked."""
    return 0 if isinstance(item, Reflection) else BEST


def marking(words: Catalogue, item: Item) -> str:
    """How to mark ``item``, in a sentence."""
    match item:
        case Judgement():
            scores = sorted({option.score for option in item.options}, reverse=True)
            worth = ", ".join(f"{score}: {_number(words, share(score, _BEST_SCORE))}" for score in scores)
            return words.gettext("Points by the score of the option: {worth}", worth=worth)
        case MultipleResponse():
            return _ticks(words, item)
        case Cloze():
            return _parts(words, len(item.gaps), item.credit)
        case Matching():
            return _parts(words, len(item.pairs), item.credit)
        case Ordering():
            return _parts(words, len(item.steps), item.credit)
        case Categorise():
            return _parts(words, len(item.members), item.credit)
        case SingleChoice() | TrueFalse() | Numeric() | ShortAnswer():
            return words.gettext("Right: {points}. Otherwise: 0", points=BEST)
        case Reflection():
            return words.gettext("Not marked")
        case _:
            assert_never(item)


def share(right: int, of: int) -> Decimal:
    """The points for ``right`` parts of ``of``, to a tenth."""
    return (Decimal(BEST * right) / of).quantize(Decimal("0.1"))


def reached_of(points: int, best: int) -> int:
    """Whole per cent, rounded as the site rounds them (a half goes up), so that paper and screen pass alike."""
    return (200 * points + best) // (2 * best) if best else 0


def needed(best: int, percent: int) -> Decimal:
    """The fewest points, to a tenth, that the site would round to ``percent`` of ``best`` or more."""
    return max(Decimal(0), (Decimal(best) * (2 * percent - 1) / 200).quantize(Decimal("0.1"), ROUND_UP))


def in_words(words: Catalogue, points: Decimal) -> str:
    """Points as people of the language write them: 38.4, and 38 without a nought behind."""
    return _number(words, points)


def _ticks(words: Catalogue, item: MultipleResponse) -> str:
    if item.credit == "all":
        return words.gettext("All ticks right and no other: {points}. Otherwise: 0", points=BEST)
    each = _number(words, share(1, max(1, len(item.key))))
    return words.gettext("Each right tick: {points}. Each wrong tick takes as much away, down to 0", points=each)


def _parts(words: Catalogue, count: int, credit: Credit) -> str:
    if credit == "all" or count < 1:
        return words.gettext("All right: {points}. Otherwise: 0", points=BEST)
    worth = ", ".join(f"{right}: {_number(words, share(right, count))}" for right in range(count, 0, -1))
    return words.gettext("Points by the number of right ones: {worth}", worth=worth)


def _number(words: Catalogue, number: Decimal) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415 - babel is slow to import

    return format_decimal(number, "0.#", locale=words.language.replace("-", "_"))
