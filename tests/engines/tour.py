"""What is tried in every engine: axe and the walk by keyboard on each kind of page, and every item type answered.

Runs in an environment that has drivers of browsers and nothing of the program.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from item_driver import HALVES, UNSCORED, answer, expected, fill, form_of, items_here, press_button
from keyboard_walk import walk

if TYPE_CHECKING:
    from item_driver import Hands

PATIENCE = 180
"""So many seconds one step may take: a machine may have much else to do."""
_AXE = """async tags => {
  scrollTo({top: 0, behavior: 'instant'});  // a target that the header happens to lie over is no small one
  const found = await axe.run(document, {runOnly: tags, resultTypes: ['violations']});
  return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`));
}"""


def tour(go: Callable[[str], Hands], task: Mapping[str, Any]) -> dict[str, Any]:
    """The faults of each page, by its path, and what each item type came to; ``go`` opens a page, with focus in it."""
    axe = Path(task["axe"]).read_text(encoding="utf-8")
    faults: dict[str, list[str]] = {}
    answered: dict[str, dict[str, str]] = {}
    for path in task["pages"]:
        print(path, file=sys.stderr)  # noqa: T201 - where it stood, if it stops
        _stops, found = walk(_opened(go, path))
        hands = _opened(go, path)  # the walk ends in the browser's own controls
        hands.run(f"() => {{ {axe}\n }}")
        faults[path] = found + hands.run(_AXE, task["tags"])
        for item, type_ in items_here(hands).items():
            if type_ not in answered and _can_check(hands, item, type_):
                answered[type_] = _answered(hands, item, type_)
                faults[path] += [f"{item}: {fault}" for fault in hands.run(_AXE, task["tags"])]
    return {"faults": faults, "answered": answered}


def _opened(go: Callable[[str], Hands], path: str) -> Hands:
    """A page that has the keyboard: without it a browser draws no ring, and the walk would blame the page."""
    hands = go(path)
    if not hands.run("() => document.hasFocus()"):
        message = f"{path} was opened without focus"
        raise RuntimeError(message)
    return hands


def _can_check(hands: Hands, item: str, type_: str) -> bool:
    script = "at => document.querySelector(at)?.checkVisibility() ?? false"
    return type_ in UNSCORED or bool(hands.run(script, f"{form_of(item)} [data-do=check]"))


def _answered(hands: Hands, item: str, type_: str) -> dict[str, str]:
    """What the page says of each answer, ``right`` last."""
    if type_ in UNSCORED:
        fill(hands, item, "right")
        return {"written": hands.run("at => document.querySelector(at).value", f"{form_of(item)} textarea")}
    told: dict[str, str] = {}
    for how in ("wrong", "half", "right"):
        if how == "half" and type_ not in HALVES:
            continue
        if told:
            press_button(hands, item, "again")
        answer(hands, item, how)
        result = f"{form_of(item)} .item__result"
        came = hands.run("at => document.querySelector(at).dataset.result", result)
        told[how] = "as it should" if came == expected(hands, item, how) else came
        if not hands.run("() => document.activeElement.matches('[data-do=check]')"):
            told[how] += ", but focus has moved"
    return told


def task() -> dict[str, Any]:
    """What to do, from the one argument: a file of JSON."""
    return dict(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))


def tell(version: str, result: Mapping[str, Any]) -> None:
    """Print what came of it."""
    print(json.dumps({"version": version, **result}))  # noqa: T201 - its result is what it prints
