"""Fractions of a mark as Moodle's importer accepts them: any other makes it skip the question."""

from __future__ import annotations

FULL = "100"
NONE = "0"
SHARES: dict[int, str] = {
    1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20",
    6: "16.66667", 7: "14.28571", 8: "12.5", 9: "11.11111", 10: "10",
}  # fmt: skip
"""The n-th part of a whole mark, for each number of parts that has a legal one."""

GRADED: dict[int, str] = {0: "0", 1: "33.33333", 2: "66.66667", 3: "100"}
"""A judgement's score out of 3."""


def penalty(keys: int, others: int, *, all_or_nothing: bool) -> str:
    """What a wrong tick costs: as much as a right one earns, and enough that ticking everything earns nothing.

    ``keys`` is one of `SHARES`. With ``all_or_nothing`` any wrong tick takes the whole mark.
    """
    return f"-{FULL}" if all_or_nothing else f"-{SHARES[min(keys, others)]}"
