"""Days and months as people of a language write them."""

from __future__ import annotations

from datetime import date


def month_in_words(language: str, month: str) -> str:
    """``2027-01`` as people write it: January 2027."""
    from babel.dates import format_skeleton  # noqa: PLC0415 - babel is slow to import

    year, number = month.split("-")
    return format_skeleton("yMMMM", date(int(year), int(number), 1), locale=_locale(language))


def day_in_words(language: str, day: date) -> str:
    """A day with its weekday: Tuesday, March 9, 2027."""
    from babel.dates import format_date  # noqa: PLC0415 - babel is slow to import

    return format_date(day, "full", locale=_locale(language))


def _locale(language: str) -> str:
    return language.replace("-", "_")
