"""The organisation and its departments: what each is there for, and whom outside it meets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from builder.writers.figures.sheet import Caption, Card, Sheet, card

if TYPE_CHECKING:
    from builder.model.organisation import Department
    from builder.writers.figures.network import Network

Met = Callable[[str], str]
"""Says in words that a department meets those named: ``meets patients, family doctors``."""

_GAP, _DROP, _BEND = 12.0, 26.0, 9.0
_STRIP, _INDENT, _SPINE = 340.0, 34.0, 14.0
_WIDE, _AISLE, _ROOT = 720.0, 44.0, 420.0


def overview_strip(made: Network, met: Met, caption: Caption, *, purposes: bool = True) -> str:
    """The narrow drawing: the departments hang from one line, each with its purpose where ``purposes`` are drawn."""
    sheet = Sheet(_STRIP, caption.mirrored)
    root = _root(made, _STRIP)
    y = root.height + _GAP
    for one in made.organisation.departments:
        content = _department(made, one, met, _STRIP - _INDENT, purpose=purposes)
        _branch(sheet, (_SPINE, root.height), (_INDENT, y + content.height / 2))
        sheet.box((_INDENT, y), content)
        y += content.height + _GAP
    sheet.box((0, 0), root, "main")
    return sheet.svg(y - _GAP, caption, "strip")


def overview_tree(made: Network, met: Met, caption: Caption) -> str:
    """The wide drawing: the departments in two columns beside one line."""
    sheet = Sheet(_WIDE, caption.mirrored)
    root = _root(made, _ROOT)
    y, room, spine = root.height + _DROP, (_WIDE - _AISLE) / 2, _WIDE / 2
    cards = [_department(made, one, met, room) for one in made.organisation.departments]
    for at in range(0, len(cards), 2):
        pair = cards[at : at + 2]
        tall = max(one.height for one in pair)
        for left, edge, one in zip((0.0, room + _AISLE), (room, room + _AISLE), pair, strict=False):
            _branch(sheet, (spine, root.height), (edge, y + tall / 2))
            sheet.box((left, y), one, height=tall)
        y += tall + _GAP
    sheet.box(((_WIDE - _ROOT) / 2, 0), root, "main", centred=True)
    return sheet.svg(y - _GAP, caption, "tree")


def _root(made: Network, room: float) -> Card:
    return card(room, made.organisation.name.plain, made.organisation.vision.plain)


def _department(made: Network, one: Department, met: Met, room: float, *, purpose: bool = True) -> Card:
    names = ", ".join(outside.name.plain for outside in made.met_by(one))
    return card(room, one.name.plain, one.purpose.plain if purpose else "", met(names) if names else "")


def _branch(sheet: Sheet, start: tuple[float, float], stop: tuple[float, float]) -> None:
    """Down from ``start``, then sideways to ``stop``."""
    spine, y = start[0], stop[1]
    aside = spine + (_BEND if stop[0] > spine else -_BEND)
    sheet.way(("M", start, "L", (spine, y - _BEND), "Q", (spine, y), (aside, y), "L", stop))
