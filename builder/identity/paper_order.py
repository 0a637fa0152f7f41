"""The order in which paper shows what has to be ordered or matched: from the ids alone, so it can't tell the key."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def paper_order(course: str, item: str, parts: Iterable[str]) -> tuple[str, ...]:
    """The ids ``parts`` of item ``item``, sorted by SHA-256 over ``course/item/part``.

    Any order of ``parts`` gives the same result. ``check`` reports an item whose paper order equals its key.
    """
    return tuple(sorted(map(str, parts), key=lambda part: _rank(course, item, part)))


def _rank(course: str, item: str, part: str) -> bytes:
    return hashlib.sha256(f"{course}/{item}/{part}".encode()).digest()
