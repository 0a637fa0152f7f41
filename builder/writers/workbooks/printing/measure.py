"""How high parts of a page are, before they are put on pages."""

from __future__ import annotations

import gc
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from builder.model.activities import LinesField, SheetField, TableField
from builder.writers.workbooks.printing.engine import laid_out

_MM = 25.4 / 96
_GROWTH = 1.3
"""Heights grow by about this power of the type: lines get longer and more, rows to write in stay."""
_WIDER = 5.0
"""Millimetres that a row to write in may gain where a page has room."""
_NOTES = 38.0
"""Millimetres of empty page that are worth some lines for notes."""
Measure = Callable[[Mapping[str, float]], Mapping[str, float]]
"""The heights in millimetres of parts by id, each in type of its size in points."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a part goes into its room: type of ``size`` points, ``rest`` millimetres left; ``whole`` unless too long."""

    size: float
    rest: float
    whole: bool = True

    def wider(self, fields: Sequence[SheetField]) -> float:
        """Millimetres that each row to write in gains, so that the page is full."""
        rows = sum(_rows(field) for field in fields)
        return round(min(_WIDER, self.rest * 0.9 / rows), 1) if rows and self.whole else 0.0

    def lines(self, fields: Sequence[SheetField]) -> int:
        """How many lines for notes go below, where much is left."""
        wider = self.wider(fields)
        left = self.rest - sum(_rows(field) for field in fields) * wider
        return int((left - 20) / (9 + wider)) if left >= _NOTES else 0


def heights(html: str, *, forms: bool) -> Mapping[str, float]:
    """The height in millimetres of each element with an id, from border to border; its page has to be long enough.

    Pictures have none. ``forms`` is whether its fields are to be filled in.
    """
    found: dict[str, float] = {}
    for page in laid_out(html, forms=forms).pages:
        for box in page._page_box.descendants():  # noqa: SLF001 - WeasyPrint has no public way to a box's height
            name = box.element.get("id") if box.element is not None else None
            if name and name not in found:
                found[name] = box.border_height() * _MM
    return found


def fitted(ids: Sequence[str], sizes: Sequence[float], room: float, measure: Measure) -> Mapping[str, Fit]:
    """For each part one of ``sizes``, which fall: about the largest in which it goes into ``room`` millimetres.

    All are measured once, and again in the size that this lets expect; who is still too long, in smaller ones.
    """
    fits: dict[str, Fit] = {}
    tried = dict.fromkeys(ids, len(sizes) // 2)
    expected: set[str] = set()
    while left := {one: sizes[at] for one, at in tried.items() if one not in fits and at < len(sizes)}:
        for one, height in measure(left).items():
            at = tried[one] + 1 if one in expected else _expected(sizes, left[one], height, room)
            if height <= room and (one in expected or at == tried[one]):
                fits[one] = Fit(left[one], room - height)
            tried[one] = at if height <= room else max(at, tried[one] + 1)
            expected.add(one)
    gc.collect(0)  # a job looks for nothing to free (`builder/build/pool.py`): what was measured is all there is
    return fits | {one: Fit(sizes[-1], 0, whole=False) for one in ids if one not in fits}


def grown(height: float, size: float, wanted: float) -> float:
    """About how high a part is in type of ``wanted`` points that is ``height`` high in type of ``size``."""
    return height * math.pow(wanted / size, _GROWTH)


def _expected(sizes: Sequence[float], size: float, height: float, room: float) -> int:
    """The number of the largest size in which a part may be expected to fit; the last if none."""
    fitting = (at for at, wanted in enumerate(sizes) if grown(height, size, wanted) <= room)
    return next(fitting, len(sizes) - 1)


def _rows(field: SheetField) -> int:
    match field:
        case LinesField():
            return field.lines
        case TableField():
            return len(field.rows) + field.empty_rows
        case _:
            return 0
