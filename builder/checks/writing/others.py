"""Which options of an item speak of the other options, and what they say of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from builder.checks.writing.asked import Asked
from builder.checks.writing.choice import Choice, speaking_beside
from builder.checks.writing.gathering import gathered
from builder.checks.writing.labels import MARKS, Called, Caller
from builder.checks.writing.late import late
from builder.checks.writing.lists import NO_WORDS, Words
from builder.checks.writing.phrase import Phrase, words_of
from builder.checks.writing.pointing import OfOthers
from builder.checks.writing.references import Said, of_others, places_named
from builder.checks.writing.sweeps import sweep

_BEGINNING = re.compile(r"[^,;:.!?(\"“\N{EN DASH}\N{EM DASH}]+(?=[,;:.!?(]* ?[,;:.!?(\N{EN DASH}\N{EM DASH}] ?\w)")
"""What a text says before a mark that isn't its last."""
_END = late(r"[,;:\N{EN DASH}\N{EM DASH}] ?([^,;:\N{EN DASH}\N{EM DASH}]+)$")
"""What a text says after its last mark within."""
_CAPITAL = late(r"(?<=[\w,] )[A-H](?![\w'\N{RIGHT SINGLE QUOTATION MARK}])")
"""A letter that names something, within a text."""
_SENTENCE = late(r"[.?!…]")
FEWEST_NAMED = 3
"""Options that are all there are when all are named: "A, B and C"."""
FEWEST_SHARED = 2
"""Words by which all options begin, from which on they are taken as said before them."""


def tell_others(choices: Sequence[Choice], stem: Phrase) -> None:
    """Set ``of_others`` of each option; where all would be combined of others, none is."""
    telling = _Telling(choices, stem)
    if telling.may_point or telling.may_tell or telling.may_call:
        telling.tell()
    telling.tell_repeated()
    telling.sweep()
    telling.set_aside()
    if all(choice.of_others == "combined" for choice in choices):
        for choice in choices:
            choice.of_others = ""
    own = sum(not choice.of_others for choice in choices)
    for at, choice in enumerate(choices):
        if choice in telling.called:
            choice.of_others = telling.called[choice].told(own)
        elif choice.of_others == "combined":
            named = places_named(choice.said, stem.tongue.pointing, choice.low)
            if named >= FEWEST_NAMED and named in {own, at}:
                choice.of_others = "all"


class _Telling:
    """The options of one item, which are told by labels, by how they begin, and by what their words do."""

    def __init__(self, choices: Sequence[Choice], stem: Phrase) -> None:
        self.choices = choices
        self.stem = stem
        self.pointing = stem.tongue.pointing
        self.gathering = stem.tongue.gathering
        self.called: dict[Choice, Called] = {}
        spoken = sum(choice.quoted for choice in choices) > 1
        free = [choice for choice in choices if not (spoken and choice.quoted and _SENTENCE.search(choice.typed))]
        shared = _shared(choices)
        end = _shared(choices, back=True)
        self.words = {choice: choice.said[shared:] for choice in free}
        self.may_point = [choice for choice in free if self.pointing.may_point(self.words[choice])]
        self.may_tell = [
            choice
            for choice in free
            if self.gathering.may_tell(self.words[choice], self.words[choice][: len(choice.said) - shared - end])
        ]
        self.may_call = [choice for choice in free if self._may_call(choice)]

    def tell(self) -> None:
        """Tell each option that may speak of others, the last ones first."""
        self._call()
        firsts = self.pointing.all_first | self.pointing.none_first
        gathers = any(self.words[choice][0] in firsts for choice in self.may_point)
        self.topic: Words = _common(self.choices) | self.stem.kind_words if gathers else NO_WORDS
        self.negated = not (
            self.stem.vocabulary.isdisjoint(self.stem.tongue.negatives)
            and self.stem.vocabulary.isdisjoint(self.pointing.denials)
        )
        last = True
        for choice in reversed(self.choices):
            if choice in self.may_point and choice not in self.called and not self._amount(choice):
                words = self._untimed(choice)
                text = choice.typed if words == choice.said else " ".join(words)
                choice.of_others = of_others(Said(text, words, self.topic, last, self.negated), self.pointing)
            last = last and bool(choice.of_others)
        self._gather()
        self._tell_parts()
        for choice in self.words if self.negated else ():
            if choice.of_others == "all" and choice not in self.called and self.gathering.affirms(choice.said):
                choice.of_others = "none"

    def _untimed(self, choice: Choice) -> tuple[str, ...]:
        """The words of an option without "time" at their end, where the others are amounts: "the first two times"."""
        words = self.words[choice]
        first, last = words[0], words[-1]
        if len(words) < FEWEST_NAMED or words[-2] not in self.pointing.ordinals | self.pointing.counts:
            return words
        timed = last in self.pointing.times or (last in self.stem.tongue.units and first in self.pointing.pairs)
        return words[:-1] if timed and sum(other.counts for other in self.choices if other != choice) > 1 else words

    def _amount(self, choice: Choice) -> bool:
        """Whether an option is two amounts after a word such as "at", beside other amounts: "At 2 and 4"."""
        first, *rest = choice.said
        numbers = all(word.isdigit() or word in self.pointing.joins for word in rest)
        return (
            numbers and first in self.pointing.links and any(other.counts for other in self.choices if other != choice)
        )

    def sweep(self) -> None:
        """Tell the options that sweep over the others."""
        sweeping = self.stem.tongue.sweeping
        told = [choice for choice in self.choices if choice.of_others]
        if told and sweeping.amount_asked.search(self.stem.line):
            for choice in told:
                if choice not in self.called and sweeping.amount_said.search(choice.line):
                    choice.of_others = ""
        sweep(self.choices, self.stem, self.words.keys() - self.called.keys() if self.called else self.words.keys())

    def tell_repeated(self) -> None:
        """Tell the options that say two others whole, with a word that joins them: "Monday or Friday"."""
        joins = self.pointing.joins | self.pointing.choosing
        joining = joins | self.pointing.adding
        lines: dict[Choice, str] = {}
        for choice in self.choices:
            if choice.of_others in {"", "all"} and choice not in self.called and self._spares(choice):
                choice.of_others = "combined"
            if choice.of_others or choice.quoted or joining.isdisjoint(choice.vocabulary):
                continue
            lines = lines or {other: self._bare(other) for other in self.choices}
            line = lines[choice]
            held = [
                other
                for other in lines.values()
                if other and len(other) < len(line) and f" {other} " in f" {line} " and other not in joins
            ]
            rest = f" {line} "
            for line in held:
                rest = rest.replace(f" {line} ", "  ")
            plain = self.stem.tongue.function_words
            if len(held) > 1 and all(word in plain or self.pointing.knows(word) for word in rest.split()):
                many = len(held) >= max(FEWEST_NAMED, len(self.choices) - 1)
                whole = many and self.pointing.choosing.isdisjoint(choice.vocabulary)
                choice.of_others = "all" if whole else "combined"

    def set_aside(self) -> None:
        """Set aside an option by which there is no amount, where all others are amounts: "No time is promised"."""
        for choice in self.choices:
            if not choice.counts and not choice.of_others and not self.pointing.none_first.isdisjoint(choice.words):
                choice.aside = all(other.counts or other.of_others for other in self.choices if other is not choice)

    def _spares(self, choice: Choice) -> bool:
        """Whether an option is all of the others but one, which it says: "All except the porter"."""
        words = choice.said
        pointing = self.pointing
        at = next((at for at, word in enumerate(words) if word in pointing.excluding or word == pointing.turning), 0)
        if not at or words[0] not in self.pointing.all_first or not all(map(self.pointing.knows, words[:at])):
            return False
        spared = " ".join(word for word in words[at + 1 :] if word not in self.stem.tongue.articles)
        return any(spared == self._bare(other) for other in self.choices if other is not choice)

    def _bare(self, choice: Choice) -> str:
        """The words of an option without articles: "the nod and the wave" holds "a nod"."""
        return " ".join(word for word in choice.words if word not in self.stem.tongue.articles)

    def _may_call(self, choice: Choice) -> bool:
        words = choice.vocabulary
        return bool(self.pointing.nouns) and (
            not words.isdisjoint(MARKS)
            or len(words.intersection(self.pointing.numbers)) > 1
            or len(words.intersection(self.pointing.orders)) > 1
        )

    def _call(self) -> None:
        """Tell the options that call others by their labels."""
        if not self.may_call:
            return
        own = [choice for choice in self.choices if choice not in self.may_call]
        tongue = self.stem.tongue
        caller = Caller(
            self.pointing,
            tongue.function_words,
            self.stem.vocabulary,
            frozenset(found.lower() for found in self._capitals(own)),
            len(self.choices),
            labelled=sum(choice.labelled for choice in self.choices) > 1,
            roman=any(choice.labelled and choice.words[0] == "ii" for choice in self.choices),
            amounts=sum(_counts(choice) for choice in own) > 1,
            kinds=self.stem.kind_words,
        )
        for at, choice in enumerate(self.choices):
            if choice in self.may_call and (called := caller.called(choice.typed, at)):
                choice.of_others = called.told(len(own))
                if choice.of_others:
                    self.called[choice] = called
                    choice.by_label = self.words[choice][0] not in self.pointing.all_first

    def _capitals(self, own: Sequence[Choice]) -> Iterator[str]:
        """Letters that name things of the item."""
        for text in (self.stem.text.plain, *(choice.typed for choice in own)):
            yield from _CAPITAL.findall(text)

    def _gather(self) -> None:
        """Tell the options that speak of others in sentences; all that are combined are all of them."""
        last = True
        for choice in reversed(self.choices):
            if choice in self.may_tell and choice not in self.called and choice.of_others in {"", "combined"}:
                told = self._gathered(choice, self.words[choice], last=last)
                choice.of_others = told if told == "all" else choice.of_others or told
            last = last and bool(choice.of_others)

    def _tell_parts(self) -> None:
        """Tell the last options by what they begin with: "The first two, it depends on the van"."""
        for choice in reversed(self.choices):
            may = choice in self.may_point or choice in self.may_tell
            if not choice.of_others and may and (part := _BEGINNING.match(choice.typed)):
                words = words_of(part[0])
                said = Said(part[0], words, self.topic, last=True, negated=self.negated)
                told = of_others(said, self.pointing) if self.pointing.may_point(words) else ""
                choice.of_others = told or self._gathered_of_part(choice, words)
            if not choice.of_others and may:
                choice.of_others = self._named(choice)
            if not choice.of_others:
                return

    def _named(self, choice: Choice) -> OfOthers:
        """What an option says that names all others by words of theirs: "neither 4 nor 8", "a nod, a wave, so both"."""
        others = speaking_beside(choice, self.choices)
        named = len(others) >= FEWEST_SHARED and all(self._own(choice) & self._own(other) for other in others)
        if named and choice.said[0] in self.pointing.none_first:
            told = self._own(choice) <= frozenset[str]().union(*map(self._own, others))
            return "none" if told and sum(word in self.pointing.excluding for word in choice.said) > 1 else ""
        if end := _END.search(choice.typed):
            first, *rest = words_of(end[1]) or ("",)
            concluded = first in self.gathering.concluding
            words = tuple(rest) if concluded else (first, *rest)
            come_to = self._gathered_of_part(choice, words) if (named or concluded) and words else ""
            if come_to == "all" or (concluded and come_to == "combined"):
                return come_to
        return ""

    @staticmethod
    def _own(choice: Choice) -> frozenset[str]:
        """The telling words of an option, and its numbers."""
        return frozenset(choice.roots) | {word for word in choice.said if word.isdigit()}

    def _gathered_of_part(self, choice: Choice, words: tuple[str, ...]) -> OfOthers:
        return "" if self.gathering.is_idle(words) else self._gathered(choice, words, last=True)

    def _gathered(self, choice: Choice, words: tuple[str, ...], *, last: bool) -> OfOthers:
        others = speaking_beside(choice, self.choices)
        asked = Asked(self.stem, others, choice)
        letters = self.gathering.letters(words, len(self.choices) - 1, asked.does)
        told = gathered(letters, self.gathering, negated=self.negated)
        if not told and last and all(other.counts for other in others) and self.gathering.otherwise.search(letters):
            return "none"
        if told == "all" and words[0] in self.pointing.none_first and choice.typed.find(",") > len(words[0]):
            return "none"
        if not told and last and not choice.quoted:
            letters = self.gathering.letters(words, len(self.choices) - 1, asked.names)
            told = "all" if self.gathering.bare.search(letters) else ""
        return told


def _counts(choice: Choice) -> bool:
    """Whether an option may be an amount, its label aside."""
    return choice.counts and (not choice.labelled or any(map(str.isdigit, choice.bare)))


def _shared(choices: Sequence[Choice], *, back: bool = False) -> int:
    """How many words all options begin with, or end with; 0 if these are few, or all there is of one."""
    edge = -1 if back else 0
    if len({choice.said[edge] for choice in choices if choice.said}) > 1:
        return 0
    count = 0
    rows = (choice.said[:0:-1] if back else choice.said[:-1] for choice in choices)
    for words in zip(*rows, strict=False):
        if len(set(words)) > 1:
            break
        count += 1
    return count if count >= FEWEST_SHARED else 0


def _common(choices: Sequence[Choice]) -> frozenset[str]:
    """The words that stand in several options."""
    count = Counter(word for choice in choices for word in choice.vocabulary)
    return frozenset(word for word, times in count.items() if times > 1)
