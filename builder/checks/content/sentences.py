"""Sentences of a text, and the texts of a lesson that its readers read through."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.model.lessons import AudienceBlock, Callout, Lesson, ProseBlock
from builder.model.text import Prose

_END = re.compile(r"(?<=[.!?…])[\"”\u2019»)\]]*\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:['\u2019.,:/-][^\W_]+)*")


def sentences(plain: str) -> Iterator[str]:
    """The sentences of a plain text; the end of a line ends one too (headings, cells, entries of lists)."""
    yield from (found for part in _END.split(plain) if (found := part.strip()))


def words(plain: str) -> list[str]:
    """The words of a plain text; ``e.g.`` and ``09:00`` are one each."""
    return _WORD.findall(plain)


def read_texts(lesson: Lesson) -> Iterator[Prose]:
    """What a learner reads of a lesson, in order: not what only trainers get, not questions."""
    for section in lesson.sections:
        for block in section.blocks:
            trainers = isinstance(block, AudienceBlock) and block.kind == "facilitator"
            if isinstance(block, ProseBlock | Callout | AudienceBlock) and not trainers:
                yield block.text
