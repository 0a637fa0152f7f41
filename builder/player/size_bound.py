"""How long the packed answers of given items can get: what a package must have room for.

The format is described in ``docs/progress-format.md`` and written by ``site/player/state/packed.js``; both are held to
``tests/player/state.vectors.json``. All numbers here are bits, but for the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Literal, assert_never

from builder.model.items import (
    Categorise,
    Cloze,
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

_KEYS = 1 << 24
_STEPS = 32
_OFTEN = (16, 8, 24, 11, 21, 6, 13, 19, 26, 5, 27, 4, 12, 20, 28)
_PARTIAL = (*_OFTEN, *(step for step in range(1, _STEPS) if step not in _OFTEN))
_SIGN_BITS = 6
_CHECK_SIGNS = 3
_GRADES = 3
_DIGITS_MOST = 1 << 31


@dataclass(frozen=True, slots=True)
class Shape:
    """What an item's answer looks like: ``parts`` ranks up to ``highest``; points are multiples of 1 / ``portions``."""

    kind: Literal["one", "set", "list", "order"]
    parts: int
    highest: int
    portions: int = 1


def longest_answers(shapes: Sequence[Shape], tries: int, hints: int) -> int:
    """The greatest number of signs that the answers of ``shapes`` take, with so many tries and hints at the most."""
    if not shapes:
        return 0
    order = _order_for(len(shapes))
    keys = len(shapes) * (1 + order) + floor((_KEYS - len(shapes)) / (1 << order))
    bits = _golomb(len(shapes) - 1, 6) + 5 + keys + sum(_longest(shape, tries, hints) for shape in shapes)
    return ceil(bits / _SIGN_BITS) + _CHECK_SIGNS


def shapes_of(items: Iterable[Item]) -> list[Shape]:
    """The shapes of the items that are scored."""
    return [shape for item in items if (shape := _shape(item))]


def _shape(item: Item) -> Shape | None:
    match item:
        case SingleChoice():
            return Shape("one", 1, len(item.options) - 1)
        case TrueFalse() | Numeric() | ShortAnswer():
            return Shape("one", 1, 1)
        case Judgement():
            return Shape("one", 1, len(item.options) - 1, _GRADES)
        case MultipleResponse():
            return Shape("set", len(item.options), len(item.options) - 1, _portions(item, len(item.key)))
        case Cloze():
            offered = max(len(gap.accepted) + len(gap.wrong) if gap.choose else 2 for gap in item.gaps)
            return Shape("list", len(item.gaps), offered, _portions(item, len(item.gaps)))
        case Matching():
            highest = len(item.pairs) + len(item.extras)
            return Shape("list", len(item.pairs), highest, _portions(item, len(item.pairs)))
        case Categorise():
            return Shape("list", len(item.members), len(item.categories), _portions(item, len(item.members)))
        case Ordering():
            return Shape("order", len(item.steps), len(item.steps) - 1, _portions(item, len(item.steps)))
        case Reflection():
            return None
        case _:
            assert_never(item)


def _portions(item: MultipleResponse | Cloze | Matching | Categorise | Ordering, count: int) -> int:
    return count if item.credit == "partial" else 1


def _longest(shape: Shape, tries: int, hints: int) -> int:
    """One answer: what was chosen, hints, how sure, tries, and the points of the first and of the last try."""
    points = _points(shape.portions)
    counted = max(
        _golomb(many - 1, 0) + (points if many == 1 else 2 * points) for many in range(1, tries + 1)
    )  # fmt: skip
    return _chosen(shape) + max(_golomb(many, 0) for many in range(hints + 1)) + 2 + counted


def _chosen(shape: Shape) -> int:
    one = 2 + _golomb(shape.highest, 1)
    as_set = 2 + _golomb(shape.highest + 1, 3) + shape.highest
    match shape.kind:
        case "one":
            return one
        case "set":
            return max(one, as_set)
        case "order":
            return max(one if shape.parts == 1 else 0, as_set, _order(shape.parts))
        case "list":
            if shape.parts == 1:
                return one
            both = max(as_set, _order(shape.parts)) if shape.highest >= shape.parts - 1 else as_set
            return max(both, _list(shape.parts, shape.highest))


def _list(parts: int, highest: int) -> int:
    head = 2 + _golomb(parts - 2, 2) + 1
    return head + max(_golomb(span - 1, 1) + _digits(parts, span + 1) for span in range(1, max(1, highest) + 1))


def _digits(parts: int, base: int) -> int:
    """Numbers below ``base``, so many at a time that they fit into 31 bits."""
    many = 1
    while base ** (many + 1) <= _DIGITS_MOST:
        many += 1
    whole, rest = divmod(parts, many)
    return whole * int(base**many - 1).bit_length() + int(base**rest - 1).bit_length()


def _order(parts: int) -> int:
    """Places among what is left, as many at a time as fit into 31 bits."""
    bits, most = 2 + _golomb(max(0, parts - 2), 2), 1
    for left in range(parts, 0, -1):
        if most * left > _DIGITS_MOST:
            bits, most = bits + (most - 1).bit_length(), 1
        most *= left
    return bits + (most - 1).bit_length()


def _points(portions: int) -> int:
    """Nothing and everything take two bits; a part of the points takes one, and its place among the usual ones."""
    kept = {min(_STEPS - 1, max(1, floor(part / portions * _STEPS + 0.5))) for part in range(1, portions)}
    return max([2, *(1 + _golomb(_PARTIAL.index(one), 1) for one in kept)])


def _order_for(count: int) -> int:
    return max(1, (_KEYS * 5 // (count * 7)).bit_length()) - 1


def _golomb(value: int, order: int) -> int:
    return 2 * (value + (1 << order)).bit_length() - order - 1
