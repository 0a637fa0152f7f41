"""The ids of a course by a glance at its files: no parsing, so that one file can be checked in no time.

What stands at the head of a file or of an entry of its list is known by kind; any other ``id:`` only as a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from builder.diagnostics import Place
from builder.source.kinds import kind_of

_NAME = r"""["']?(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)\b"""
_ANY = re.compile(rf"""\bid["']?:[ \t]*{_NAME}|\{{:?[ \t]*#(?P<heading>[a-z0-9-]+)[ \t]*\}}""")
_HEAD = re.compile(rf"^id:[ \t]*{_NAME}", re.MULTILINE)
_ENTRY = re.compile(rf"^(?P<indent> *)- +\{{? *id:[ \t]*{_NAME}", re.MULTILINE)
_HEADING = re.compile(r"^#{2,3} .*\{:?[ \t]*#(?P<name>[a-z0-9-]+)[ \t]*\}[ \t]*$", re.MULTILINE)
_SECTION = re.compile(r"^(worksheets|activities):", re.MULTILINE)
_PLAN = re.compile(rf"^commitment:[^\n]*\n(?:[ \t]+[^\n]*\n)*?[ \t]+id:[ \t]*{_NAME}", re.MULTILINE)

_HEADS: Mapping[str, str] = MappingProxyType(
    {name: name for name in ("organisation", "module", "lesson", "bank", "scenario", "deck")}
)
_ENTRIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "objectives": ("objective",),
        "practices": ("practice",),
        "glossary": ("term",),
        "sources": ("source", "evidence"),
        "module": ("run row",),
        "bank": ("item",),
        "deck": ("card",),
        "quizzes": ("quiz",),
    }
)
"""What the entries of a file's list are, by their depth from the outermost on."""


class Name(NamedTuple):
    """An id that stands somewhere in the course; ``kind`` is that of a thing, or empty for parts of things."""

    name: str
    kind: str
    place: Place


def names_of(texts: Mapping[str, str]) -> Iterator[Name]:
    """The ids in the files ``texts`` (by path), translations left out by the caller."""
    for path, text in texts.items():
        kind = kind_of(path)
        if kind is None:
            continue
        told = {at: (name, what) for at, name, what in _things(kind.name, text)}
        for at, (name, what) in told.items():
            yield Name(name, what, _place(path, text, at))
        for found in _ANY.finditer(text):
            at = found.start("name" if found["name"] else "heading")
            if at not in told:
                yield Name(found["name"] or found["heading"], "", Place(path))


def _things(kind: str, text: str) -> Iterator[tuple[int, str, str]]:
    """Offset, id and kind of every thing in a file of ``kind``."""
    if kind in _HEADS and (head := _HEAD.search(text)):
        yield head.start("name"), head["name"], _HEADS[kind]
    if kind == "lesson":
        patterns = (("section", _HEADING), ("commitment", _PLAN))
        yield from (
            (found.start("name"), found["name"], what) for what, one in patterns for found in one.finditer(text)
        )
    elif kind == "activities":
        yield from _activities(text)
    elif kind in _ENTRIES:
        yield from _entries(text, _ENTRIES[kind])


def _entries(text: str, kinds: tuple[str, ...]) -> Iterator[tuple[int, str, str]]:
    found = list(_ENTRY.finditer(text))
    depths = sorted({len(entry["indent"]) for entry in found})
    for entry in found:
        depth = depths.index(len(entry["indent"]))
        if depth < len(kinds):
            yield entry.start("name"), entry["name"], kinds[depth]


def _activities(text: str) -> Iterator[tuple[int, str, str]]:
    heads = [(found.start(), found[1]) for found in _SECTION.finditer(text)]
    for (start, section), end in zip(heads, [*(at for at, _ in heads[1:]), len(text)], strict=True):
        what = "worksheet" if section == "worksheets" else "activity"
        yield from ((start + at, name, kind) for at, name, kind in _entries(text[start:end], (what,)))


def _place(path: str, text: str, at: int) -> Place:
    return Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
