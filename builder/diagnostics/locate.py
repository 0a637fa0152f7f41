"""Finding the place of a part of a text in its file.

A text knows where it starts; folding, quoting and indentation lie between an offset in it and a column in the file.
The part itself is searched for from the text's start, which is exact for whatever an author typed in one piece.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache

from builder.diagnostics.place import Place


def part_place(files: Mapping[str, str], place: Place, text: str, start: int, length: int) -> Place:
    """The place of ``text[start:start + length]`` where ``text`` stands at ``place`` in one of ``files``.

    Without the file, `within`; where the file doesn't hold the part in one piece, the place of the text.
    """
    source = files.get(place.file)
    part = text[start : start + length]
    if source is None or not place.line:
        return within(place, text, start)
    if not part.strip():
        return place
    starts = line_starts(source)
    if place.line > len(starts):
        return place
    at = starts[place.line - 1] + max(place.column - 1, 0)
    for _ in range(text.count(part, 0, start + length)):
        at = source.find(part, at) + 1
        if not at:
            return place
    line = bisect_right(starts, at - 1)
    return Place(place.file, line, at - starts[line - 1])


def within(place: Place, text: str, offset: int) -> Place:
    """The place of ``text[offset]`` where ``text`` stands at ``place`` and its lines as they are in the file.

    That holds for text on one line, for literal blocks of YAML (all lines indented as the first) and for Markdown.
    """
    if not place.line:
        return place
    before = text[:offset]
    line_start = before.rfind("\n") + 1
    if not line_start:
        return Place(place.file, place.line, place.column + offset)
    indent = 0 if place.file.endswith(".md") else place.column - 1
    return Place(place.file, place.line + before.count("\n"), indent + offset - line_start + 1)


@lru_cache(maxsize=256)
def line_starts(source: str) -> tuple[int, ...]:
    """The offset of each line's first character."""
    starts = [0]
    while at := source.find("\n", starts[-1]) + 1:
        starts.append(at)
    return tuple(starts)
