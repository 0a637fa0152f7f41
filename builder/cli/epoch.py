"""The date that a user gives from outside, as reproducible builds do: SOURCE_DATE_EPOCH."""

from __future__ import annotations

import os
import sys

NAME = "SOURCE_DATE_EPOCH"
LATEST = 4_354_819_198
"""The end of 2107, the last second that a zip can hold (APPNOTE.TXT 4.4.6)."""


def source_date_epoch() -> int | None:
    """Seconds since 1970 from the environment, None where it is unset; exits with 2 and a line on anything else."""
    value = os.environ.get(NAME, "")
    if not value:
        return None
    if not (value.isascii() and value.isdigit()) or int(value) > LATEST:
        print(f"course: {NAME} is not a number of seconds from 0 to {LATEST}", file=sys.stderr)
        raise SystemExit(2)
    return int(value)
