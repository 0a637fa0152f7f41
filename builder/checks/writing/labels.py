"""Options that call others by their labels: "a) and c)", "B for the ward, C for the store", "neither a nor b".

What is read are the labels themselves, and which of them are meant or set aside, whatever else the option says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from builder.checks.writing.late import late
from builder.checks.writing.lists import NO_WORDS, Words
from builder.checks.writing.pointing import OfOthers, Pointing

_OWN = late(r"[\"“«']?\(?([a-h1-9]|i{1,3}|iv|vi?)(?:[.:]|\)[.:]?)\s+")
_TOKEN = late(r"[(\[]?[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*[)\]]?|[+&/,\N{EN DASH}\N{EM DASH}-]")
_CLOSED = ")]"
_SIGNS = frozenset("+&/,\N{EN DASH}\N{EM DASH}-")
_DASHES = frozenset("-\N{EN DASH}\N{EM DASH}")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
_LETTERS, _DIGITS = "abcdefgh", "123456789"
MARKS = frozenset((*_LETTERS[1:], *_DIGITS, *_ROMAN[1:4]))
"""Words of which an option has one if it calls two others by their labels; number words aside."""
LONGEST, MOST_STRANGE = 14, 4
"""Words of the longest option that is read so, and how many of them may be its own."""
FIRST = 3
"""Words at the start among which those stand of which one is meant."""
MANY = 3
"""Options that are all there are when all are named."""


class Called(NamedTuple):
    """Options by their places: those that an option means, and those that it sets aside."""

    meant: frozenset[int]
    dropped: frozenset[int]
    gathered: bool = False
    """Whether it begins with a word for all of them, or none."""

    def told(self, others: int) -> OfOthers:
        """What it comes to beside so many ``others``."""
        if len(self.meant) + len(self.dropped) < 1 + (not self.gathered):
            return ""
        if self.meant and not self.dropped and len(self.meant) >= max(others, MANY):
            return "all"
        if not self.meant and not self.gathered:
            return "none"
        return "combined"


def own_label(text: str, place: int) -> int:
    """How many letters of an option's text (small letters) its own label takes; 0 where it has none."""
    found = _OWN.match(text)
    if not found or place not in _places(found[1]):
        return 0
    return found.end()


def _places(label: str) -> frozenset[int]:
    rows = (_LETTERS, _DIGITS, _ROMAN)
    return frozenset(row.index(label) for row in rows if label in row)


@dataclass(slots=True)
class Caller:
    """Reads the labels of one item's options."""

    pointing: Pointing
    plain: Words
    """Words that carry grammar, which an option may have around labels."""
    asked: Words
    """Words of the question, which it may have there too."""
    taken: Words
    """Labels that name other things in this item."""
    count: int
    """How many options there are."""
    labelled: bool = False
    """Whether they show their labels."""
    roman: bool = False
    amounts: bool = False
    """Whether numbers are what the item is about."""
    kinds: Words = NO_WORDS
    """What the question asks for: "rules two and three" to "Which rule …?"."""
    known: dict[str, bool] = field(default_factory=dict)

    def called(self, text: str, place: int) -> Called | None:
        """The options that the one at ``place`` calls in ``text``, its own label aside; None if it names no two."""
        tokens = _TOKEN.findall(text)
        if len(tokens) > LONGEST + LONGEST:
            return None
        found = dict(self._labels(tokens))
        strange = sum(at not in found and self._strange(token) for at, token in enumerate(tokens))
        explicit = any(tokens[at][-1] in _CLOSED for at in found)
        if strange > (LONGEST if explicit else MOST_STRANGE):
            return None
        return self._sorted(tokens, found, place)

    def _labels(self, tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where labels stand among the words, and the options that they name."""
        lows = [token.strip("()[]").lower() for token in tokens]
        linking = self.pointing.joins | self.pointing.ranges | _SIGNS
        refused = False
        ordered = any(one in self.pointing.orders and other in self.pointing.nouns for one, other in pairwise(lows))
        called = numbered = not self.amounts and self._only_numbers(tokens)
        for at, low in enumerate(lows):
            before = lows[at - 1] if at else ""
            if low in linking:
                continue
            if before not in linking:
                called = numbered or self._calls(before) or self._asked(before, low) or self._one_of(lows, at)
                refused = bool(before) and not called and not self.labelled and self._strange(before)
            if ordered and low in self.pointing.orders:
                yield at, self.pointing.orders.index(low)
                continue
            label = self._label(low)
            named = label in range(self.count)
            if named and not refused and self._means(tokens, at, called=called):
                yield at, label

    def _only_numbers(self, tokens: Sequence[str]) -> bool:
        """Whether nothing stands there but number words, joined: "One, two and three"."""
        rest = {token.lower() for token in tokens}.difference(self.pointing.numbers)
        rest -= self.pointing.adding
        return len(rest) < len(tokens) - 1 and len(rest) > 0 and rest <= self.pointing.both_joins

    def _calls(self, word: str) -> bool:
        """Whether a number after ``word`` is a label: "questions one and two"."""
        pointing = self.pointing
        plural = word in pointing.loose_nouns and word.endswith("s")
        return word in pointing.nouns or word in pointing.numbered or plural

    def _asked(self, word: str, low: str) -> bool:
        """Whether ``low`` names an option after the name of what is asked for: "rules two and three"."""
        return low in self.pointing.numbers and word.endswith("s") and not self.kinds.isdisjoint({word, word[:-1]})

    def _one_of(self, lows: Sequence[str], at: int) -> bool:
        """Whether two numbers follow of which one is meant: "whichever of 1 and 2 is later"."""
        joined = [*lows[at + 1 : at + 3], "", ""]
        both = joined[0] in self.pointing.both_joins and self._label(joined[1]) >= 0
        return both and 0 < at <= FIRST and lows[at - 1] in self.pointing.before_nouns

    def _label(self, low: str) -> int:
        if self.roman and low in _ROMAN:
            return _ROMAN.index(low)
        if low in self.pointing.numbers:
            return self.pointing.numbers.index(low)
        if len(low) == 1 and low in _DIGITS:
            return _DIGITS.index(low)
        return _LETTERS.index(low) if len(low) == 1 and low in _LETTERS else -1

    def _means(self, tokens: Sequence[str], at: int, *, called: bool) -> bool:
        """Whether the token there is a label, and no article, amount or name of something else."""
        token = tokens[at]
        low = token.strip("()[]").lower()
        if low in self.taken:
            return False
        if token[-1] in _CLOSED or called:
            return True
        if low in self.pointing.numbers or low in _DIGITS:
            return self.labelled and not self.amounts and low in _DIGITS
        following = tokens[at + 1].lower() if at + 1 < len(tokens) else ","
        return low != "a" or following in self.pointing.after_label or not following[0].isalnum()

    def _sorted(self, tokens: Sequence[str], found: dict[int, int], place: int) -> Called | None:
        """The options that are meant, and those set aside."""
        pointing = self.pointing
        sets: dict[bool, set[int]] = {False: set(), True: set()}
        dropping, last = False, (-1, -1)
        for at, token in enumerate(tokens):
            word = token.lower()
            if at in found:
                between = {part.lower() for part in tokens[last[0] + 1 : at]}
                ranged = last[0] >= 0 and between and between <= pointing.ranges | _DASHES
                sets[dropping].update(range(last[1], found[at] + 1) if ranged else (found[at],))
                last = at, found[at]
            elif word in pointing.excluded and last[0] >= 0:
                sets[False].discard(last[1])
                sets[True].add(last[1])
            elif (
                word in pointing.excluding
                or word.endswith("n't")
                or (not at and word in pointing.none_first - pointing.numbered)
            ):
                dropping = True
            elif word == pointing.turning:
                dropping = not sets[False] and not sets[True]
        sets[False].discard(place)
        if not sets[False] and not sets[True]:
            return None
        gathered = tokens[0].lower() in pointing.all_first
        return Called(frozenset(sets[False]), frozenset(sets[True]), gathered and bool(sets[True]))

    def _strange(self, token: str) -> bool:
        word = token.strip("()[]").lower()
        known = self.known.get(word)
        if known is None:
            known = self.known[word] = (
                not word[:1].isalnum()
                or word in self.plain
                or word in self.asked
                or self.pointing.knows(word)
                or word in self.pointing.numbered
            )
        return not known
