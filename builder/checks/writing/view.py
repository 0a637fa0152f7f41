"""An item as the rules of item writing see it, and what they find in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder.checks.writing.amounts import Span, spans_of
from builder.checks.writing.choice import Choice, show_labels
from builder.checks.writing.once import once
from builder.checks.writing.others import tell_others
from builder.checks.writing.phrase import Phrase, words_of
from builder.checks.writing.tongue import Tongue
from builder.diagnostics import Place
from builder.model.items import Item, Judgement, MultipleResponse, Reflection, SingleChoice, TrueFalse
from builder.model.text import Text

__all__ = ["Choice", "Found", "ItemView"]
PAIR = 2
"""Sentences of which the second may ask about the first."""
BEST = 3
"""The score of a judgement's key."""


class Found(NamedTuple):
    """What a rule found: where (``words`` of a text, its start, or a place of the item), what, and how to mend it."""

    at: Text | Place
    message: str
    help: str
    words: str = ""


class ItemView:
    """An item with its texts taken apart. Items without options have none in ``choices``.

    ``own`` are the options that speak for themselves, and not of the other options.
    """

    def __init__(self, item: Item, tongue: Tongue) -> None:
        """Take ``item`` apart, whose texts are resolved; ``tongue`` knows its language."""
        self.item = item
        self.tongue = tongue
        self.stem = Phrase(item.stem, tongue)
        self.choices = tuple(_choices(item, tongue))
        show_labels(self.choices)
        tell_others(self.choices, self.stem)
        self.own = tuple(choice for choice in self.choices if not choice.of_others and not choice.aside)
        self.keys = tuple(choice for choice in self.choices if choice.key)
        self.distractors = tuple(choice for choice in self.choices if not choice.key)

    @once
    def spans(self) -> list[Span]:
        """The amounts that the options are; none unless all are amounts of one dimension."""
        if sum(choice.counts for choice in self.own) < max(len(self.own) - 1, 1):
            return []
        return spans_of([choice.bare for choice in self.own], self.tongue)

    @once
    def asks_for_not(self) -> str:
        """The word by which the stem asks for what is not so; empty if it doesn't."""
        if isinstance(self.item, TrueFalse | Reflection) or self.stem.vocabulary.isdisjoint(self.tongue.negative_marks):
            return ""
        for ask, main in zip(self.stem.asks, self.stem.main_asks, strict=True):
            if self.tongue.negative_marks.isdisjoint(words_of(main)):
                continue
            open_end = bool(self.choices) and ask[-1] not in "?.!"
            pattern = self.tongue.open_for_not if open_end else self.tongue.asks_for_not
            if found := pattern.match(main):
                return found["word"]
            if found := self.tongue.ceases.match(main):
                return found["ceased"] or found["shunned"]
            if found := self.tongue.lacks.match(main):
                return found["lacks"] or found["unable"] or found["lacking"]
        return self._told_before()

    def _told_before(self) -> str:
        """The word by which the sentence before a bare "Which one?" says that one is not so."""
        if len(self.stem.sentences) < PAIR or not self.tongue.bare_ask.issuperset(words_of(self.stem.sentences[-1])):
            return ""
        found = self.tongue.one_is_not.match(self.stem.sentences[-2])
        return (found["word"] or found["none"]) if found else ""

    @once
    def the_key(self) -> Choice | None:
        """The key, where there is exactly one beside distractors."""
        return self.keys[0] if len(self.keys) == 1 and self.distractors else None


def _choices(item: Item, tongue: Tongue) -> Iterator[Choice]:
    match item:
        case SingleChoice() | MultipleResponse():
            for option in item.options:
                yield Choice(option, tongue, key=option.id in item.key)
        case Judgement():
            for option in item.options:
                yield Choice(option, tongue, key=option.score == BEST)
        case _:
            pass
