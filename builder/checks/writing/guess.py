"""A reader who knows nothing of the subject, and picks an option by its looks."""

from __future__ import annotations

from builder.checks.writing.clues import roots
from builder.checks.writing.strength import absolute, hedged
from builder.checks.writing.view import Choice, ItemView

LONGER = 1.1
"""So many times as long as the next longest option, and the length is seen."""


def guess(view: ItemView) -> Choice:
    """The option with the most looks of a key; of several the longest, then the first.

    Looks are: longest of all, no absolute word where others have one, a softener, words of the stem, all of the above.
    """
    longest = sorted((len(choice.low) for choice in view.choices), reverse=True)[:2]
    strong = any(absolute(choice, view.tongue) for choice in view.choices)
    asked = roots(view.stem, view.tongue).keys()

    def looks(choice: Choice) -> tuple[int, int]:
        told = 2 * (len(choice.low) >= LONGER * longest[-1] and len(choice.low) == longest[0])
        told -= 2 * bool(strong and absolute(choice, view.tongue))
        told += bool(hedged(choice, view.tongue)) + bool(asked & roots(choice, view.tongue).keys())
        told += 3 * bool(view.tongue.all_of_these.fullmatch(choice.said))
        return told - bool(view.tongue.none_of_these.fullmatch(choice.said)), len(choice.low)

    return max(view.choices, key=looks)
