"""A reader who knows nothing of the subject, and picks an option by its looks."""

from __future__ import annotations

from builder.checks.writing.view import Choice, ItemView

LONGER = 1.1
"""So many times as long as the next longest option, and the length is seen."""


def guess(view: ItemView) -> Choice:
    """The option with the most looks of a key; of several the longest, then the first.

    Looks are: longest of all, no absolute word where others have one, a softener, words of the stem, all of the above.
    """
    longest = sorted((len(choice.low) for choice in view.choices), reverse=True)[:2]
    strong = any(choice.absolutes for choice in view.choices)
    asked = view.stem.roots.keys()

    def looks(choice: Choice) -> tuple[int, int]:
        told = 2 * (len(choice.low) >= LONGER * longest[-1] and len(choice.low) == longest[0])
        told -= 2 * bool(strong and choice.absolutes)
        told += bool(choice.hedge) + (not asked.isdisjoint(choice.roots))
        told += 3 * (choice.of_others == "all")
        return told - (choice.of_others == "none"), len(choice.low)

    return max(view.choices, key=looks)
