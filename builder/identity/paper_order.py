"""The order in which paper shows what has to be put in order or matched: a function of ids alone.

Never of the key: the learner's paper must not change when the right answer does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from builder.model.items import Matching, Ordering


def paper_order(course: str, item: str, parts: Iterable[str]) -> tuple[str, ...]:
    """The ids ``parts`` of an item, ordered by SHA-256 over course id, item id and part id."""
    return tuple(sorted((str(part) for part in parts), key=lambda part: (_rank(course, item, part), part)))


def shows_key(course: str, item: Ordering | Matching) -> bool:
    """Whether paper would show the steps in their right order, or each pair's right side beside its left.

    Left sides stand in the order of the source, right sides and extras in `paper_order`.
    """
    match item:
        case Ordering():
            right = [step.id for step in item.steps]
            return list(paper_order(course, item.id, right)) == right
        case Matching():
            pairs = [pair.id for pair in item.pairs]
            shown = paper_order(course, item.id, [*pairs, *(extra.id for extra in item.extras)])
            return list(shown[: len(pairs)]) == pairs


def _rank(course: str, item: str, part: str) -> bytes:
    return hashlib.sha256(json.dumps([course, str(item), part], ensure_ascii=True).encode()).digest()
