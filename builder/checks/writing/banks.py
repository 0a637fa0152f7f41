"""What shows over a bank alone: where its keys stand, and what somebody scores who knows nothing of the subject.

Both tests ask how likely the count is if keys stood where chance puts them: with p_i = 1/(options of item i), the count
is Poisson binomial, and its tail is computed exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from builder.checks.writing.guess import guess
from builder.checks.writing.view import Found, ItemView
from builder.model.items import Bank, Judgement, SingleChoice

RARE = 0.01
"""A bank is reported when chance alone would do so in fewer than this share of banks; for key positions all tests of a
bank together."""
FEWEST_ITEMS = 8
MANY_ITEMS = 400
"""Above so many items only the first ones are counted: a bias shows in them."""


def key_position(bank: Bank, views: Sequence[ItemView]) -> Iterator[Found]:
    """Keys of single choices stand at one position more often, or less often, than chance would put them."""
    rows = [(_position(view), len(view.choices)) for view in _one_key(views) if isinstance(view.item, SingleChoice)]
    if len(rows) < FEWEST_ITEMS:
        return
    positions = range(max(count for _, count in rows))
    for position in positions:
        chances = [1 / count for _, count in rows if position < count]
        keys = sum(at == position for at, _ in rows)
        if min(at_least(keys, chances), at_most(keys, chances)) * 2 * len(positions) < RARE:
            message = f"{keys} of {len(chances)} keys stand at position {position + 1}; chance gives {_about(chances)}"
            yield Found(
                bank.title, message, "move keys in the order of the options: where they stand tells nothing then"
            )
            return


def know_nothing(bank: Bank, views: Sequence[ItemView]) -> Iterator[Found]:
    """Who picks by the look of the options alone is right more often than chance."""
    rows = list(_one_key(views))
    if len(rows) < FEWEST_ITEMS:
        return
    chances = [1 / len(view.choices) for view in rows]
    right = sum(guess(view).key for view in rows)
    if at_least(right, chances) < RARE:
        message = (
            f"who knows nothing gets {right} of {len(rows)} items right by their looks; chance gives {_about(chances)}"
        )
        yield Found(bank.title, message, "make distractors as long, as exact and as mild as the keys")


def at_least(count: int, chances: Iterable[float]) -> float:
    """The probability that ``count`` or more of independent events with these ``chances`` happen."""
    return sum(_distribution(tuple(chances))[count:])


def at_most(count: int, chances: Iterable[float]) -> float:
    """The probability that ``count`` or fewer of independent events with these ``chances`` happen."""
    return sum(_distribution(tuple(chances))[: count + 1])


@lru_cache(maxsize=64)
def _distribution(chances: tuple[float, ...]) -> list[float]:
    """The probability of each count, item by item; most banks have items of the same few chances."""
    told = [1.0]
    for chance in chances:
        told = [a * (1 - chance) + b * chance for a, b in zip([*told, 0.0], [0.0, *told], strict=True)]
    return told


def _one_key(views: Sequence[ItemView]) -> Iterator[ItemView]:
    yield from [view for view in views if view.the_key and isinstance(view.item, SingleChoice | Judgement)][:MANY_ITEMS]


def _position(view: ItemView) -> int:
    return next(number for number, choice in enumerate(view.choices) if choice.key)


def _about(chances: Sequence[float]) -> str:
    return f"about {sum(chances):.0f}"
