"""Whom to turn to when no answer comes: stairs that rise from the one who asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.writers.figures.letters import NOTE, wrapped
from builder.writers.figures.sheet import Caption, Sheet, card

_WIDTH, _STEP, _RISE = 340.0, 30.0, 40.0
_NARROWEST = 200.0


@dataclass(frozen=True, slots=True)
class Rung:
    """A step: who stands there, and in words, how long to wait before going up to it (empty: the first)."""

    name: str
    wait: str = ""


def ladder(rungs: Sequence[Rung], caption: Caption) -> str:
    """The drawing; the first of ``rungs`` stands at the bottom."""
    step = min(_STEP, (_WIDTH - _NARROWEST) / max(len(rungs) - 1, 1))
    room = _WIDTH - step * (len(rungs) - 1)
    sheet = Sheet(_WIDTH, caption.mirrored)
    y = 0.0
    for at in range(len(rungs) - 1, -1, -1):
        content = card(room, rungs[at].name)
        left = step * at
        sheet.box((left, y), content, "box" if at else "main")
        y += content.height
        if at:
            y += _wait(sheet, (left + step / 2 + 8, y), rungs[at].wait, room - step - 24)
    return sheet.svg(y, caption, "ladder")


def _wait(sheet: Sheet, top: tuple[float, float], words: str, room: float) -> float:
    """The arrow up to the rung above, and its words; gives the height."""
    x, y = top
    lines = [(line, NOTE) for line in wrapped(words, room, NOTE)]
    height = max(_RISE, len(lines) * NOTE.leading + 14)
    sheet.way(("M", (x, y + height), "L", (x, y + 4)))
    sheet.head((x, y), "up")
    sheet.lines((x + 14, y + (height - len(lines) * NOTE.leading) / 2), lines, "ground")
    return height
