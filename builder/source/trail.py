"""From pydantic's location of a fault to the part of the tree that holds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from builder.diagnostics import Place, Places
from builder.model.base import PLACE_KEY

_LINES_BACK = 20
Location = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Trail:
    """The way to a fault: ``steps`` are the containers passed, each with the key or index taken in it.

    ``value`` is what stands there (None when missing), ``place`` where, ``path`` the keys and indexes without the
    tags of unions, ``tag`` the last such tag.
    """

    steps: tuple[tuple[Any, int | str], ...]
    value: Any
    place: Place
    length: int = 1

    @property
    def key(self) -> str:
        """The innermost key on the way, for messages."""
        return next((key for _, key in reversed(self.steps) if isinstance(key, str)), "")

    @property
    def holder(self) -> Any:
        """The container that the fault is in, or None at the root."""
        return self.steps[-1][0] if self.steps else None


def follow(root: Any, location: Location, file: str) -> Trail:
    """Walk ``location`` through ``root``; names of union members, which stand in no tree, are stepped over."""
    value, place = root, Place(file, 1, 1)
    steps: list[tuple[Any, int | str]] = []
    around: Places | None = None
    name = ""
    for part in location:
        if isinstance(value, dict):
            around = value.get(PLACE_KEY)
            place = around.start if around else place
            if _is_tag(value, part, steps):
                continue
            name = str(part)
            steps.append((value, name))
            place = around.of(name) if around else place
            value = value.get(name)
        elif isinstance(value, list) and isinstance(part, int):
            steps.append((value, part))
            name = f"{name}[{part}]"
            if around and name in around.fields:
                place = around.of(name)
            value = value[part] if part < len(value) else None
        elif isinstance(value, str) and part == 0:
            continue
        else:
            break
    if isinstance(value, dict) and PLACE_KEY in value:
        place = value[PLACE_KEY].start
    return Trail(tuple(steps), value, place, _length(value))


def key_place(lines: list[str], key: str, value: Place) -> Place:
    """Where ``key`` itself stands whose value is at ``value`` in a file of ``lines``; ``value`` when it isn't found."""
    for number in range(min(value.line, len(lines)), max(value.line - _LINES_BACK, 0), -1):
        line = lines[number - 1]
        before = line[: value.column - 1] if number == value.line else line
        found = list(re.finditer(rf"""(?<![\w-]){re.escape(key)}(?=["']? *([:,}}]|$))""", before))
        if found:
            return Place(value.file, number, found[-1].start() + 1)
    return value


def _is_tag(value: dict[str, Any], part: int | str, steps: list[tuple[Any, int | str]]) -> bool:
    in_list = bool(steps) and isinstance(steps[-1][1], int)
    return in_list and part in (value.get("type"), value.get("kind"))


def _length(value: Any) -> int:
    return max(1, len(value)) if isinstance(value, str) and "\n" not in value else 1
