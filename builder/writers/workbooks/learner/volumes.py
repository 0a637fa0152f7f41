"""The volumes of a book that is too thick for one: split between modules, with the labels of the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from builder.writers.workbooks.learner.book import Chapter, LearnerBook

_FRONT = 4
"""Cover and contents of a further volume take so many pages at most."""


@dataclass(frozen=True, slots=True)
class Volume:
    """One of ``count`` volumes: its chapters, the first chapter of each volume, and (volume, label) of each anchor."""

    number: int
    count: int
    chapters: tuple[Chapter, ...]
    firsts: tuple[str, ...] = ()
    elsewhere: Mapping[str, tuple[int, str]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def last(self) -> bool:
        """Whether the back matter is in it."""
        return self.number == self.count

    def label(self, anchor: str) -> str:
        """The page of an anchor in another volume."""
        return self.elsewhere[anchor][1]

    def starts(self, chapter: Chapter) -> int:
        """The number of the volume that begins with ``chapter``, or 0."""
        return self.firsts.index(chapter.id) + 1 if chapter.id in self.firsts else 0


def whole(book: LearnerBook) -> Volume:
    """The book as its only volume."""
    return Volume(1, 1, book.chapters)


def volumes(book: LearnerBook, pages: Mapping[str, int], labels: Mapping[str, str]) -> tuple[Volume, ...]:
    """The volumes of ``book``, with at most ``most_pages`` pages each where its modules allow.

    ``pages`` counts the pages of each run, ``labels`` are those of the whole.
    """
    parts = _split(book, pages)
    firsts = tuple(part[0].id for part in parts)
    run = {f"{chapter.number}-": number for number, part in enumerate(parts, 1) for chapter in part}
    where = {anchor: (_volume(label, run, len(parts)), label) for anchor, label in labels.items()}
    return tuple(
        Volume(
            number,
            len(parts),
            tuple(part),
            firsts,
            MappingProxyType({anchor: place for anchor, place in where.items() if place[0] != number}),
        )
        for number, part in enumerate(parts, 1)
    )


def _split(book: LearnerBook, pages: Mapping[str, int]) -> Sequence[list[Chapter]]:
    """The chapters in runs, none thicker than it has to be: each takes what still fits."""
    parts: list[list[Chapter]] = [[]]
    room = book.most_pages - pages.get("front", 0)
    for chapter in book.chapters:
        thick = pages.get(f"m{chapter.number}", 0)
        thick += pages.get("back", 0) if chapter is book.chapters[-1] else 0
        if parts[-1] and thick > room:
            parts.append([])
            room = book.most_pages - _FRONT
        parts[-1].append(chapter)
        room -= thick
    return parts


def _volume(label: str, run: Mapping[str, int], count: int) -> int:
    prefix = label.rpartition("-")[0] + "-"
    return run.get(prefix, count if prefix == "A-" else 1)
