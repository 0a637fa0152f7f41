"""Times of day and minutes from the start."""

from __future__ import annotations

_DAY = 24 * 60


def clock(start: str, minutes: int) -> str:
    """The time of day, as HH:MM, so many ``minutes`` after ``start``; after midnight it begins again."""
    hours, _, rest = start.partition(":")
    at = (int(hours) * 60 + int(rest) + minutes) % _DAY
    return f"{at // 60:02}:{at % 60:02}"


def since(minutes: int) -> str:
    """So many ``minutes`` from the start, as H:MM."""
    return f"{minutes // 60}:{minutes % 60:02}"
