"""Places in source files: what a finding points at."""

from __future__ import annotations

from collections.abc import Mapping
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


class Places(NamedTuple):
    """Where a mapping of a YAML file starts, and where the value of each of its keys does.

    ``fields`` maps a key to (line, column); the n-th entry of a list of plain values stands under ``key[n]``.
    """

    start: Place = NOWHERE
    fields: Mapping[str, tuple[int, int]] = MappingProxyType({})

    def of(self, name: str) -> Place:
        """The place of the value of key ``name``, or of the mapping when the key is absent."""
        found = self.fields.get(name)
        return Place(self.start.file, *found) if found else self.start

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: type, _handler: object) -> dict[str, object]:
        """An instance, taken as it is: pydantic would copy a named tuple part by part."""
        return {"type": "is-instance", "cls": cls}

    def __reduce__(self) -> tuple[type[Places], tuple[Place, dict[str, tuple[int, int]]]]:
        """Pickle as plain values: a mapping proxy has no pickle of its own."""
        return (Places, (self.start, dict(self.fields)))
