"""The order in which paper shows what has to be ordered or matched: from the ids alone, so it can't tell the key."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from builder.model.items import Matching, Ordering


def paper_order(course: str, item: str, parts: Iterable[str]) -> tuple[str, ...]:
    """The ids ``parts`` of item ``item``, sorted by SHA-256 over ``course/item/part``.

    Any order of ``parts`` gives the same result. ``check`` reports an item whose paper order equals its key.
    """
    return tuple(sorted(map(str, parts), key=lambda part: _rank(course, item, part)))


def shows_key(course: str, item: Ordering | Matching) -> bool:
    """Whether paper would show the steps in their right order, or each pair's right side beside its left.

    Left sides stand in the order of the source, right sides and extras in `paper_order`.
    """
    match item:
        case Ordering():
            right = [str(step.id) for step in item.steps]
            return list(paper_order(course, item.id, right)) == right
        case Matching():
            pairs = [str(pair.id) for pair in item.pairs]
            shown = paper_order(course, item.id, [*pairs, *(extra.id for extra in item.extras)])
            return list(shown[: len(pairs)]) == pairs


def _rank(course: str, item: str, part: str) -> bytes:
    return hashlib.sha256(f"{course}/{item}/{part}".encode()).digest()
