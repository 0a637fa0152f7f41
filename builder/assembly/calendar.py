"""Months as numbers."""

from __future__ import annotations


def month_number(month: str) -> int:
    """``2027-01`` as a count of months, so that differences are months."""
    return int(month[:4]) * 12 + int(month[5:]) - 1


def month_name(number: int) -> str:
    """The month of a number, as YYYY-MM."""
    return f"{number // 12:04}-{number % 12 + 1:02}"
