"""Options that are numbers, times, dates or ranges of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from builder.checks.writing.amounts import Span, span_of
from builder.checks.writing.view import Found, ItemView


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
    for (one, first), (other, second) in combinations(zip(view.choices, spans, strict=False), 2):
        if (first.ranged or second.ranged) and first.meets(second):
            message = f"'{one.text.plain}' and '{other.text.plain}' overlap"
            yield Found(other.text, message, "let each range start where the one before has ended")
            return


def _spans(view: ItemView) -> list[Span]:
    """The amount that each option is; none unless every option is one, all of one dimension."""
    spans = []
    for choice in view.choices:
        span = span_of(choice.low, view.tongue)
        if span is None:
            return []
        spans.append(span)
    known = {span.dimension for span in spans} - {""}
    return spans if len(known) <= 1 else []
