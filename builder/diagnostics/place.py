"""Places in source files: what a finding points at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple


class Place(NamedTuple):
    """A point in a source file: path from the course's root with ``/``, line and column from 1 (0: the whole file)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """``file:line:column``, as editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Places:
    """Where a mapping of a YAML file starts, and where the value of each of its keys does.

    ``fields`` maps a key to (line, column); the n-th entry of a list of plain values stands under ``key[n]``.
    """

    start: Place = NOWHERE
    fields: Mapping[str, tuple[int, int]] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, name: str) -> Place:
        """The place of the value of key ``name``, or of the mapping when the key is absent."""
        found = self.fields.get(name)
        return Place(self.start.file, *found) if found else self.start

    def __reduce__(self) -> tuple[type[Places], tuple[Place, dict[str, tuple[int, int]]]]:
        """Pickle as plain values: a mapping proxy has no pickle of its own."""
        return (Places, (self.start, dict(self.fields)))
