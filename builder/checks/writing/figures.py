"""Options that are numbers, times, dates or ranges of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from builder.checks.writing.amounts import FEWEST, Span
from builder.checks.writing.view import Found, ItemView

AT_ONCE = Span(0, 0, "time")
"""Not taken for a part of "within a day"."""


def unordered_numbers(view: ItemView) -> Iterator[Found]:
    """Options that are all numbers stand in neither rising nor falling order."""
    spans = view.spans
    if len(spans) >= FEWEST:
        starts = [span.rank for span in spans]
        rising = all(a <= b for a, b in pairwise(starts))
        if not rising and not all(a >= b for a, b in pairwise(starts)):
            help_ = "sort the options, and write 'shuffle: no' if they are to stay so"
            yield Found(view.choices[0].text, "the numbers of the options are in no order", help_)


def overlapping_options(view: ItemView) -> Iterator[Found]:
    """Ranges of which two hold at once."""
    for (one, first), (other, second) in combinations(zip(view.own, view.spans, strict=False), 2):
        if (first.ranged or second.ranged) and first.meets(second) and AT_ONCE not in {first, second}:
            message = f"'{one.text.plain}' and '{other.text.plain}' overlap"
            yield Found(other.text, message, "let each range start where the one before has ended")
            return
