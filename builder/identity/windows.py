"""Fingerprints of a text that must not be copied: a hash of each eight words in a row, never the words themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

WORDS = 8
"""So many words in a row are somebody's own wording."""
SIZE = 5
"""Bytes a hash: by chance one window of a hundred million equals one of ten thousand."""
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[tuple[str, int]]:
    """The words of a text without case and apostrophes, each with its offset in the text without apostrophes."""
    return [(found[0], found.start()) for found in _WORD.finditer(_folded(text))]


def _folded(text: str) -> str:
    return text.replace("'", "").replace("\u2019", "").casefold()


def windows(words: list[str]) -> Iterator[bytes]:
    """The hash of each `WORDS` words in a row."""
    coded = " ".join(words).encode().split(b" ")
    for start in range(len(words) - WORDS + 1):
        yield blake2b(b" ".join(coded[start : start + WORDS]), digest_size=SIZE).digest()


@lru_cache(maxsize=1 << 15)
def windows_of(text: str) -> tuple[bytes, ...]:
    """The windows of a text, in their order; another edition of the course asks for the same texts again."""
    return tuple(windows(_WORD.findall(_folded(text))))


def packed(text: str) -> list[str]:
    """A text's windows in hexadecimal digits, sorted."""
    return sorted({window.hex() for window in windows_of(text)})
