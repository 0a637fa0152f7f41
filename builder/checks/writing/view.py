"""An item as the rules of item writing see it, and what they find in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from builder.checks.writing.phrase import Phrase
from builder.checks.writing.tongue import Tongue
from builder.diagnostics import Place
from builder.model.items import Item, Judgement, MultipleResponse, Option, SingleChoice
from builder.model.text import Text

BEST = 3
"""The score of a judgement's key."""


class Found(NamedTuple):
    """What a rule found: where (``words`` of a text, its start, or a place of the item), what, and how to mend it."""

    at: Text | Place
    message: str
    help: str
    words: str = ""


_LABEL = re.compile(r"\(?[a-h1-9][.):]\s+")


class Choice(Phrase):
    """An option: its words, whether it is a key, and as ``said`` its words joined, without a label before them."""

    def __init__(self, option: Option, *, key: bool) -> None:
        """``key`` says whether choosing the option is right."""
        super().__init__(option.text)
        self.option = option
        self.said = self.line
        self.key = key


class ItemView:
    """An item with its texts taken apart. Items without options have none in ``choices``."""

    def __init__(self, item: Item, tongue: Tongue) -> None:
        """Take ``item`` apart, whose texts are resolved; ``tongue`` knows its language."""
        self.item = item
        self.tongue = tongue
        self.stem = Phrase(item.stem)
        self.choices = tuple(_choices(item))
        if self.choices and all(_LABEL.match(choice.low) for choice in self.choices):
            for choice in self.choices:
                choice.said = choice.line[2:]
        self.keys = tuple(choice for choice in self.choices if choice.key)
        self.distractors = tuple(choice for choice in self.choices if not choice.key)

    @cached_property
    def own(self) -> tuple[Choice, ...]:
        """The options that speak for themselves, and not of the other options."""
        return tuple(choice for choice in self.choices if not self._of_others(choice))

    def _of_others(self, choice: Choice) -> bool:
        tongue = self.tongue
        patterns = (tongue.all_of_these, tongue.none_of_these, tongue.combined)
        return any(pattern.fullmatch(choice.said) for pattern in patterns)

    @cached_property
    def the_key(self) -> Choice | None:
        """The key, where there is exactly one beside distractors."""
        return self.keys[0] if len(self.keys) == 1 and self.distractors else None


def _choices(item: Item) -> Iterator[Choice]:
    match item:
        case SingleChoice() | MultipleResponse():
            for option in item.options:
                yield Choice(option, key=option.id in item.key)
        case Judgement():
            for option in item.options:
                yield Choice(option, key=option.score == BEST)
        case _:
            pass
