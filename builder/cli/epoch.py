"""The date that a user gives from outside, as reproducible builds do: SOURCE_DATE_EPOCH."""

from __future__ import annotations

import os

from builder.cli import UsageError

NAME = "SOURCE_DATE_EPOCH"
LATEST = 4_354_819_198
"""The end of 2107, the last second that a zip can hold (APPNOTE.TXT 4.4.6)."""


def source_date_epoch() -> int | None:
    """Seconds since 1970 from the environment, None where it is unset; raises UsageError on anything else."""
    value = os.environ.get(NAME, "")
    if not value:
        return None
    if not (value.isascii() and value.isdigit()) or int(value) > LATEST:
        message = f"{NAME} is not a number of seconds from 0 to {LATEST}"
        raise UsageError(message)
    return int(value)
