"""What becomes of what was written into worksheets, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from builder.impact.cases import course_of, spot
from builder.impact.change import Change, Reason
from builder.model.activities import ChoicesField, CommitmentField, ScaleField, TableField

if TYPE_CHECKING:
    from builder.impact.side import Both
    from builder.model.activities import SheetField, Worksheet


def fields(both: Both) -> Iterator[Change]:
    """A field keeps what stands in it while its id and its kind stay. Plans are told apart."""
    was, now = _fields(both, old=True), _fields(both, old=False)
    for name, (module, _, field) in now.items():
        old = was.get(name)
        if old is None:
            yield Change("field", name, "new", spot(field), module)
        elif old[2].kind != field.kind:
            why = (Reason("kind", f"it was {_KINDS[old[2].kind]}, is {_KINDS[field.kind]}"),)
            yield Change("field", name, "reopened", spot(field), module, why)
        else:
            yield Change("field", name, "kept", spot(field), module, losses=tuple(_losses(old[2], field)))
    for name, (module, _, field) in was.items():
        if name not in now:
            yield Change("field", name, "retired", spot(field), module)


_KINDS = {
    "lines": "writing space",
    "table": "a table",
    "choices": "boxes to tick",
    "scale": "a scale",
    "commitment": "a plan",
}


def _fields(both: Both, *, old: bool) -> dict[str, tuple[str, Worksheet, SheetField]]:
    course = course_of(both, old=old)
    return {
        f"{sheet.id}.{field.id}": (str(module.id), sheet, field)
        for module in (course.modules if course else ())
        for sheet in module.worksheets
        for field in sheet.fields
        if not isinstance(field, CommitmentField)
    }


def _losses(old: SheetField, new: SheetField) -> Iterator[str]:
    """Rows and columns without a place: what stands in a table is shown below it, a tick is gone."""
    match old, new:
        case TableField(), TableField():
            gone = lost_rows(_table_rows(old), _table_rows(new))
            if gone:
                yield f"{count(gone, 'row')} gone: what was written there is shown below the table"
            gone = lost_rows([one.plain for one in old.columns], [one.plain for one in new.columns])
            if gone:
                yield f"{count(gone, 'column')} gone: what was written there is shown below the table"
        case ChoicesField(), ChoicesField():
            gone = lost_rows([one.plain for one in old.choices], [one.plain for one in new.choices])
            if gone:
                yield f"{count(gone, 'box', 'boxes')} gone, and the ticks there"
        case ScaleField(), ScaleField():
            gone = lost_rows([one.plain for one in old.statements], [one.plain for one in new.statements])
            if gone:
                yield f"{count(gone, 'statement')} gone, and the ratings there"
            if new.points != old.points:
                yield f"ratings were out of {old.points}, are out of {new.points}"
        case _:
            return


def count(number: int, one: str, many: str = "") -> str:
    """``1 row is``, ``2 rows are``."""
    return f"1 {one} is" if number == 1 else f"{number} {many or one + 's'} are"


def lost_rows(was: list[str], now: list[str]) -> int:
    """How many rows have no place any more. One that was reworded keeps its place between the same neighbours.

    As `movedRows` of the player has it.
    """
    free: dict[str, list[int]] = {}
    for at in range(len(now) - 1, -1, -1):
        free.setdefault(now[at], []).append(at)
    places = [found.pop() if (found := free.get(row)) else None for row in was]
    taken = {one for one in places if one is not None}
    lost, at = 0, 0
    while at < len(places):
        if places[at] is not None:
            at += 1
            continue
        end = next((n for n in range(at, len(places)) if places[n] is not None), len(places))
        before = -1 if at == 0 else places[at - 1] or 0
        after = places[end] if end < len(places) else len(now)
        room = range(before + 1, after or 0)
        if len(room) != end - at or any(one in taken for one in room):
            lost += end - at
        at = end
    return lost


def _table_rows(table: TableField) -> list[str]:
    return [*(one.plain for one in table.rows), *(f"\0{number}" for number in range(table.empty_rows))]
