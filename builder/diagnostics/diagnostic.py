"""The finding itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from builder.diagnostics.place import NOWHERE, Place


class Severity(StrEnum):
    """How much a finding weighs: an error stops the build, a warning doesn't, information never fails anything."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """An author's mistake as a value.

    ``code`` is a key of `builder.diagnostics.codes.CODES`, which gives the severity; ``message`` is one terse
    sentence without a full stop; ``help`` is a fix, in the imperative; ``length`` is the width of the caret mark
    in characters.
    """

    code: str
    message: str
    place: Place = NOWHERE
    help: str = ""
    length: int = 1
