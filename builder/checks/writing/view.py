"""An item as the rules of item writing see it, and what they find in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from builder.checks.writing.amounts import Span, spans_of
from builder.checks.writing.asked import Asked
from builder.checks.writing.gathering import gathered
from builder.checks.writing.once import once
from builder.checks.writing.phrase import Phrase, words_of
from builder.checks.writing.pointing import NO_WORDS, Words
from builder.checks.writing.references import OfOthers, Said, of_others, places_named
from builder.checks.writing.tongue import Tongue
from builder.diagnostics import Place
from builder.model.items import Item, Judgement, MultipleResponse, Option, Reflection, SingleChoice, TrueFalse
from builder.model.text import Text

BEST = 3
"""The score of a judgement's key."""
FEWEST_NAMED = 3
"""Options that are all there are when all are named: "A, B and C"."""


class Found(NamedTuple):
    """What a rule found: where (``words`` of a text, its start, or a place of the item), what, and how to mend it."""

    at: Text | Place
    message: str
    help: str
    words: str = ""


_BEGINNING = re.compile(r"[^,;:.!?(\"“\N{EN DASH}\N{EM DASH}]+(?=[,;:.!?(]* ?[,;:.!?(\N{EN DASH}\N{EM DASH}] ?\w)")
"""What a text says before a mark that isn't its last."""
_LABEL = re.compile(r"\(?[a-h1-9][.):]\s+", re.IGNORECASE)


class Choice(Phrase):
    """An option: its words, whether it is a key, and its ``start`` without a label or a quotation mark."""

    def __init__(self, option: Option, tongue: Tongue, *, key: bool) -> None:
        """``key`` says whether choosing the option is right."""
        super().__init__(option.text, tongue)
        self.option = option
        self.start = self.text.plain.lstrip("\"“«'(")
        self.said = self.words
        """The words without a label."""
        self.key = key
        self.of_others: OfOthers = ""


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
        self.own = self._own()
        if all(_LABEL.match(choice.low) for choice in self.own):
            for choice in self.own:
                choice.start = _LABEL.sub("", choice.text.plain, count=1)
                choice.said = choice.words[1:]
        self.keys = tuple(choice for choice in self.choices if choice.key)
        self.distractors = tuple(choice for choice in self.choices if not choice.key)

    def _own(self) -> tuple[Choice, ...]:
        """The options that don't speak of others, after each has been told from them."""
        labelled = all(_LABEL.match(choice.low) for choice in self.choices)
        pointing = self.tongue.pointing
        may_point = {choice for choice in self.choices if pointing.may_point(choice.words[labelled:])}
        telling = [choice for choice in self.choices if self.tongue.gathering.may_tell(choice.words, choice.vocabulary)]
        if not may_point and not telling:
            return self.choices
        firsts = pointing.all_first | pointing.none_first
        gathers = any(choice.words[labelled] in firsts for choice in may_point)
        topic, last = _common(self.choices).union(*_kinds(self.stem)) if gathers else NO_WORDS, True
        negated = not self.stem.vocabulary.isdisjoint(self.tongue.negatives | pointing.denials)
        for choice in reversed(self.choices):
            if choice in may_point:
                told = Said(choice.text.plain[labelled:], choice.words[labelled:], topic, last, negated)
                choice.of_others = of_others(told, pointing)
            last = last and bool(choice.of_others)
        self._gather(telling, labelled=labelled, negated=negated)
        self._part_told([*may_point, *telling], topic, negated=negated)
        if all(choice.of_others == "combined" for choice in self.choices):
            for choice in self.choices:
                choice.of_others = ""
        own = tuple(choice for choice in self.choices if not choice.of_others)
        for at, choice in enumerate(self.choices):
            named = places_named(choice.words[labelled:], pointing, choice.low) if choice.of_others == "combined" else 0
            if named >= FEWEST_NAMED and named in {len(own), at}:
                choice.of_others = "all"
        return own

    def _gather(self, telling: Sequence[Choice], *, labelled: bool, negated: bool) -> None:
        """Tell the options that speak of others in sentences; all that are combined are all of them."""
        last = True
        for choice in reversed(self.choices):
            if choice in telling and choice.of_others in {"", "combined"}:
                told = self._gathered(choice, choice.words[labelled:], negated=negated, last=last)
                choice.of_others = told if told == "all" else choice.of_others or told
            last = last and bool(choice.of_others)

    def _part_told(self, choices: Sequence[Choice], topic: Words, *, negated: bool) -> None:
        """Tell the last options by what they begin with: "The first two, it depends on the van"."""
        for choice in reversed(self.choices):
            if not choice.of_others and choice in choices and (part := _BEGINNING.match(choice.text.plain)):
                words = words_of(part[0])
                said = Said(part[0], words, topic, last=True, negated=negated)
                told = of_others(said, self.tongue.pointing) if self.tongue.pointing.may_point(words) else ""
                choice.of_others = told or self._gathered(choice, words, negated=negated, last=True)
            if not choice.of_others:
                return

    def _gathered(self, choice: Choice, words: tuple[str, ...], *, negated: bool, last: bool) -> OfOthers:
        gathering = self.tongue.gathering
        others = [other for other in self.choices if other is not choice and not other.of_others]
        asked = Asked(self.stem, others, choice)
        letters = gathering.letters(words, len(self.choices) - 1, asked.does)
        told = gathered(letters, gathering, negated=negated)
        if not told and last and choice.start[0] == choice.text.plain[0]:
            letters = gathering.letters(words, len(self.choices) - 1, asked.names)
            told = "all" if gathering.bare.search(letters) else ""
        return told

    @once
    def spans(self) -> list[Span]:
        """The amounts that the options are; none unless all are amounts of one dimension."""
        if sum(choice.counts for choice in self.own) < max(len(self.own) - 1, 1):
            return []
        return spans_of([choice.low for choice in self.own], self.tongue)

    @once
    def asks_for_not(self) -> str:
        """The word by which the stem asks for what is not so; empty if it doesn't."""
        if isinstance(self.item, TrueFalse | Reflection) or self.stem.vocabulary.isdisjoint(self.tongue.negative_marks):
            return ""
        for ask, main in zip(self.stem.asks, self.stem.main_asks, strict=True):
            open_end = bool(self.choices) and ask[-1] not in "?.!"
            pattern = self.tongue.open_for_not if open_end else self.tongue.asks_for_not
            if found := pattern.match(main):
                return found["word"]
        return ""

    @once
    def the_key(self) -> Choice | None:
        """The key, where there is exactly one beside distractors."""
        return self.keys[0] if len(self.keys) == 1 and self.distractors else None


def _kinds(stem: Phrase) -> Iterator[list[str]]:
    return (found[1].split() for found in stem.tongue.pointing.kind.finditer(stem.line))


def _common(choices: Sequence[Choice]) -> frozenset[str]:
    """The words that stand in several options."""
    count = Counter(word for choice in choices for word in choice.vocabulary)
    return frozenset(word for word, times in count.items() if times > 1)


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
