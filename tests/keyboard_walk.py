"""A walk through a whole page by the Tab key, in any engine: what is wrong at each place where it comes to rest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from item_driver import Hands

_SCRIPT = (Path(__file__).parent / "keyboard_walk.js").read_text(encoding="utf-8")
_LONGEST = 600


def walk(hands: Hands) -> tuple[int, list[str]]:
    """From the top of the page to its end: the number of stops, and the faults found there."""
    stops = hands.run(f"() => {{ {_SCRIPT}\n return start(); }}")
    faults: list[str] = []
    for _ in range(_LONGEST):
        hands.press("Tab")
        found = hands.run(f"() => {{ {_SCRIPT}\n return here(); }}")
        if found is None:
            break
        faults += found
    return stops, [*faults, *hands.run(f"() => {{ {_SCRIPT}\n return missed(); }}")]
