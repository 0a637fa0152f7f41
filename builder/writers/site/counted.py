"""Words with a number in them that the player says: one form for each way in which a language counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 200


def counted(language: str, name: str, say: Callable[[int], str]) -> dict[str, str]:
    """A word for each plural category of ``language``, as ``name.category``; ``say`` gives the word for a number.

    The messages hold ``{n}``, which the player fills in: ``ngettext("{n} card", "{n} cards", number, n="{n}")``.
    """
    from babel import Locale  # noqa: PLC0415 - babel is slow to import

    category = Locale.parse(language, sep="-").plural_form
    found: dict[str, int] = {}
    for number in range(_MOST + 1):
        found.setdefault(category(number), number)
    found.setdefault("other", _MOST)
    return {f"{name}.{form}": say(number) for form, number in sorted(found.items())}
