"""Options that are numbers, times, dates or ranges of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from builder.checks.writing.amounts import Span, span_of, spelt, without_shared
from builder.checks.writing.tongue import Tongue
from builder.checks.writing.view import Choice, Found, ItemView

LONGEST = 60
"""Letters of the longest text that is looked at as an amount."""


def unordered_numbers(view: ItemView) -> Iterator[Found]:
    """Options that are all numbers stand in neither rising nor falling order."""
    spans = _spans(view)
    if len(spans) > 2:  # noqa: PLR2004 - two are always in order
        starts = [span.rank for span in spans]
        rising = all(a <= b for a, b in pairwise(starts))
        if not rising and not all(a >= b for a, b in pairwise(starts)):
            help_ = "sort the options, and write 'shuffle: no' if they are to stay so"
            yield Found(view.choices[0].text, "the numbers of the options are in no order", help_)


def overlapping_options(view: ItemView) -> Iterator[Found]:
    """Ranges of which two hold at once."""
    spans = _spans(view)
    for (one, first), (other, second) in combinations(zip(view.own, spans, strict=False), 2):
        if (first.ranged or second.ranged) and first.meets(second):
            message = f"'{one.text.plain}' and '{other.text.plain}' overlap"
            yield Found(other.text, message, "let each range start where the one before has ended")
            return


def _spans(view: ItemView) -> list[Span]:
    """The amount that each option is that speaks for itself; none unless all are amounts of one dimension."""
    tongue = view.tongue
    if not all(_counts(choice, tongue) for choice in view.own):
        return []
    spans = [span_of(row, tongue) for row in without_shared([spelt(choice.low, tongue) for choice in view.own], tongue)]
    known = [span for span in spans if span is not None]
    alike = len({span.dimension for span in known} - {""}) <= 1
    return known if alike and len(known) == len(spans) else []


def _counts(choice: Choice, tongue: Tongue) -> bool:
    """Whether an option may be an amount at all."""
    words = choice.vocabulary
    return len(choice.low) <= LONGEST and (
        any(letter.isdigit() for letter in choice.low)
        or not words.isdisjoint(tongue.numerals)
        or not words.isdisjoint(tongue.units)
    )
