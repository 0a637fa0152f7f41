"""Options that are numbers, times, dates or ranges of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from builder.checks.writing.amounts import DATE, FEWEST, TIME_OF_DAY, TIME_OF_WEEK, WEEK, WEEKDAY, Span, span_of, spelt
from builder.checks.writing.view import Choice, Found, ItemView

DAYS = 7
_POINTS_OF_TIME = frozenset({TIME_OF_DAY, TIME_OF_WEEK, WEEKDAY, DATE})
_PERIODS = {WEEKDAY: float(DAYS), TIME_OF_WEEK: WEEK}
AT_ONCE = Span(0, 0, "time")
"""Not taken for a part of "within a day"."""


def unordered_numbers(view: ItemView) -> Iterator[Found]:
    """Options that are all numbers stand in neither rising nor falling order."""
    spans = view.spans
    if len(spans) >= FEWEST and not _ordered([span.rank for span in spans]) and not any(map(_rising, _readings(view))):
        help_ = "sort the options, and write 'shuffle: no' if they are to stay so"
        yield Found(view.choices[0].text, "the numbers of the options are in no order", help_)


def _ordered(ranks: Sequence[float]) -> bool:
    return _rising(ranks) or _rising(ranks[::-1])


def _rising(ranks: Sequence[float]) -> bool:
    return all(a <= b for a, b in pairwise(ranks))


def _readings(view: ItemView) -> Iterator[list[float]]:
    """The ranks of days of the week, counted from each day that the stem names."""
    ranks = [span.rank for span in view.spans]
    period = _PERIODS.get(view.spans[0].dimension)
    if period:
        units = view.tongue.units
        for dimension, day in (units[word] for word in view.stem.words if word in units):
            if dimension == WEEKDAY:
                yield [(rank - day * period / DAYS) % period for rank in ranks]


def overlapping_options(view: ItemView) -> Iterator[Found]:
    """Ranges of which two hold at once."""
    for (one, first), (other, second) in combinations(zip(view.own, view.spans, strict=False), 2):
        if (first.ranged or second.ranged) and first.meets(second) and AT_ONCE not in {first, second}:
            message = f"'{one.text.plain}' and '{other.text.plain}' overlap"
            yield Found(other.text, message, "let each range start where the one before has ended")
            return
    if late := _deadlines(view):
        one, other = late[:2]
        message = f"'{one.text.plain}' and '{other.text.plain}' overlap"
        yield Found(other.text, message, "ask for the latest time at which it still holds")


def _deadlines(view: ItemView) -> list[Choice]:
    """Options that are different times until which a thing may be done: the earlier one lies in the later one."""
    tongue = view.tongue
    if not any(choice.counts for choice in view.own):
        return []
    asked = tongue.open_limit.match(" ".join(view.stem.question)) is not None
    told: dict[Span, Choice] = {}
    starts: set[str] = set()
    for choice in view.own:
        if not choice.counts:
            continue
        found = tongue.limit.match(choice.bare)
        if not found and not asked:
            return []
        amount = found["amount"] if found else choice.bare
        span = span_of(spelt(amount, tongue), tongue)
        timed = span and (span.dimension in _POINTS_OF_TIME or amount in tongue.hours)
        if span and timed and not span.ranged:
            told.setdefault(span, choice)
            starts.add(choice.bare[: found.start("amount")] if found else "")
    return list(told.values()) if len(told) > 1 and len(starts) == 1 else []
