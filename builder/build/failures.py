"""Telling why an artefact could not be made: each reason on a line, with its place in the source where there is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.build.layout import edition_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.build.front import Compiled
    from builder.build.graph import ArtefactError


_LIBRARY = re.compile(r"cannot load library '([^']+)'")
"""How WeasyPrint's bridge to the system names the library that it doesn't find, in an OSError without a number."""


class FailedError(Exception):
    """The build stopped and left everything as it was; ``lines`` say why."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        """``lines`` are ready to be shown."""
        super().__init__("\n".join(lines))
        self.lines = lines


def failed(error: ArtefactError, chosen: Iterable[Compiled]) -> FailedError:
    """``error`` in words. What the layout engine complained of is looked for in the source of its edition."""
    from builder.writers.workbooks.printing.errors import BookError, place_of  # noqa: PLC0415 - slow, and most builds succeed

    head = f"error: could not make {error.node.name}"
    cause = error.__cause__
    if told := without_library(cause):
        return told
    edition = next((one.edition for one in chosen if edition_name(one.edition) == error.node.edition), None)
    if not isinstance(cause, BookError) or edition is None:
        return FailedError((f"{head}: {cause}",))
    lines = [head]
    for complaint in cause.complaints:
        place = place_of(edition, complaint)
        lines.append(f"  {place}: {complaint.message}" if place.file else f"  {complaint.message}")
    return FailedError(tuple(lines))


def without_library(error: BaseException | None) -> FailedError | None:
    """``error`` in a line, where it is that the system lacks a library that printing loads; else None."""
    found = _LIBRARY.search(str(error)) if isinstance(error, OSError) else None
    if not found:
        return None
    return FailedError((f"error: books can't be printed without the library '{found[1]}': run `course doctor`",))
