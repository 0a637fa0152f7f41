"""Answers any item of the site, right, half or wrong, as a learner would: by keyboard and native controls.

The right answer is read from the page, where it stands folded below each question. The driver knows no browser: it
works through `Hands`, so that the same answers are given in every engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPT = (Path(__file__).parent / "item_driver.js").read_text(encoding="utf-8")
"""Gives ``plan(item, how)``: the steps that answer an item."""

HALVES = {"multiple_response", "judgement", "cloze", "matching", "ordering", "categorise"}
"""The types that can be half right."""
UNSCORED = {"reflection"}


class Hands(Protocol):
    """What a learner's hands can do on a page."""

    def run(self, script: str, argument: object = None) -> Any:
        """Call a JavaScript function on the page."""

    def press(self, key: str) -> None:
        """Press a key where focus is."""

    def type(self, words: str) -> None:
        """Type where focus is."""

    def pick(self, selector: str, value: str) -> None:
        """Choose from a native list."""


@dataclass(frozen=True)
class PageHands:
    """Hands on a page of Playwright."""

    page: Page

    def run(self, script: str, argument: object = None) -> Any:
        """Call a JavaScript function on the page."""
        return self.page.evaluate(script, argument)

    def press(self, key: str) -> None:
        """Press a key where focus is."""
        self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        """Type where focus is."""
        self.page.keyboard.type(words)

    def pick(self, selector: str, value: str) -> None:
        """Choose from a native list."""
        self.page.locator(selector).select_option(value=value)


def items_here(hands: Hands) -> dict[str, str]:
    """The type of each item on the page that can be answered now, by its id."""
    return dict(
        hands.run(
            "() => Object.fromEntries([...document.querySelectorAll('form.item[data-item]')]"
            ".filter(form => form.checkVisibility() && !form.hasAttribute('data-checked'))"
            ".map(form => [form.dataset.item, form.dataset.type]))"
        )
    )


def form_of(item: str) -> str:
    """The selector of an item's form."""
    return f'form.item[data-item="{item}"]'


def fill(hands: Hands, item: str, how: str) -> None:
    """Give an answer to an item and check nothing."""
    for step in hands.run(f"([item, how]) => {{ {SCRIPT}\n return plan(item, how); }}", [item, how]):
        selector = step["at"]
        if step["do"] == "pick":
            hands.pick(selector, step["value"])
            continue
        focus(hands, selector)
        if step["do"] == "press":
            hands.press(step["value"])
        else:
            hands.run("at => document.querySelector(at).select()", selector)
            hands.type(step["value"])


def focus(hands: Hands, selector: str) -> None:
    """Put focus on an element."""
    hands.run("at => document.querySelector(at).focus()", selector)


def press_button(hands: Hands, item: str, name: str) -> None:
    """Press a button of an item by keyboard: ``check``, ``again``."""
    focus(hands, f"{form_of(item)} [data-do={name}]")
    hands.press("Enter")


def answer(hands: Hands, item: str, how: str) -> str:
    """Answer an item and check it; what its status says then."""
    fill(hands, item, how)
    press_button(hands, item, "check")
    return status(hands, item)


def status(hands: Hands, item: str) -> str:
    """What an item's status says."""
    return str(hands.run("at => document.querySelector(at)?.innerText ?? ''", f"{form_of(item)} [role=status]"))


def expected(hands: Hands, item: str, how: str) -> str:
    """The result that an answer has to have: half of an item that counts as a whole is wrong."""
    credit = hands.run("at => document.querySelector(at).dataset.credit ?? 'partial'", form_of(item))
    return {"half": "part" if credit == "partial" else "wrong"}.get(how, how)
