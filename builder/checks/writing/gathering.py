"""Options that speak of the others in sentences of their own: "She should do all three things", "None of it happens".

Each word of an option becomes a letter for what it does there; patterns over the letters tell what the option says. A
word that says more of its own than a pattern has room for keeps an option from being told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from builder.checks.writing.lists import NEVER, NO_WORDS, Pattern, Words, no_entries
from builder.checks.writing.pointing import OfOthers

WEAK, STRANGE, KIND, COUNT, FEW, LABEL = ".", "#", "k", "3", "2", "L"
"""Letters of a word that only carries the sentence, of one that says more, of what the item asks for, of the number of
the other options, of another number, and of an option's letter or number."""
MOST_OWN = 4
"""Words that the language knows nothing of, those of the question and labels included."""
FEWEST = 3
"""Options that are many where one more denies them all."""
LABELS = 1
"""Letters of a word of the language that may be a label too."""
LONGEST = 14
"""Words of the longest option that is looked at."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Gathering:
    """How a language speaks of options in whole sentences."""

    does: Mapping[str, str] = field(default_factory=no_entries)
    """What words do, as a letter."""
    counts: Mapping[str, int] = field(default_factory=no_entries)
    """Words for two and more."""
    shrunk: Words = NO_WORDS
    """What is left of a verb after an apostrophe."""
    affirming: Words = NO_WORDS
    """Verbs by which an option that ends with them says that what the stem denies is so: "They all are"."""
    trailing: Words = NO_WORDS
    """Words that may still stand after them."""
    turning: Words = NO_WORDS
    """Words of which an option has one if it may speak of the others."""
    told: tuple[tuple[Pattern, OfOthers], ...] = ()
    """Over the letters: what they come to; the first that is found holds."""
    denied: Pattern = NEVER
    """Over the letters: what is said of all is that they don't hold."""

    otherwise: Pattern = NEVER
    """Over the letters: another amount than those that stand there."""
    idle: Pattern = NEVER
    """Over joined words: phrases that only look like it: ``a lot``."""
    indefinite: Words = NO_WORDS
    """Articles after which a place is none: "a first list"."""
    of_many: Words = NO_WORDS
    of_each: Words = NO_WORDS
    """Words for all of a kind that stand before its name, in the plural and in the singular."""
    places: str = ""
    """The letter of a place."""
    concluding: Words = NO_WORDS
    """Words that draw a conclusion: "a nod and a wave, so both"."""
    bare: Pattern = NEVER
    """Over the letters: nothing is said but that it is all, which is told of the last options only."""

    def may_tell(self, words: tuple[str, ...], own: tuple[str, ...]) -> bool:
        """Whether an option of these words may speak of the others; ``own`` are those that not all options end with."""
        if len(words) > LONGEST or self.turning.isdisjoint(own):
            return False
        return sum(word not in self.does for word in set(words)) <= MOST_OWN and not self.is_idle(words)

    def is_idle(self, words: tuple[str, ...]) -> bool:
        """Whether the words hold a phrase that only looks as if it spoke of others."""
        return self.idle.search(" ".join(words)) is not None

    def affirms(self, words: tuple[str, ...]) -> bool:
        """Whether the words end by saying that it is so after all."""
        *before, last = (word for word in words if word not in self.trailing)
        return last in self.affirming and len(before) > 0

    def letters(self, words: tuple[str, ...], others: int, asked: Callable[[str], str]) -> str:
        """A letter for each word; ``others`` is how many other options there are.

        ``asked`` gives `KIND` for a word for what the item asks for, `WEAK` for another word of its question, `LABEL`
        for an option's letter or number, and nothing for any other word.
        """
        told = []
        before = ""
        for word in words:
            one = "" if len(word) == LABELS or word in self.counts else self.does.get(word, "")
            if not one:
                one = self._letters(word, others, asked)
                one = STRANGE if self._counted(before, word, one) else one
            told.append(STRANGE if one == self.places and before in self.indefinite else one)
            before = word
        return "".join(told)

    def _counted(self, before: str, word: str, letter: str) -> bool:
        """Whether ``word``, of the question and no name of what it asks for, is a noun after "all" or "each"."""
        if letter != WEAK or word in self.does:
            return False
        return before in (self.of_many if word.endswith("s") else self.of_each)

    def _letters(self, word: str, others: int, asked: Callable[[str], str]) -> str:
        """The letters of a word, two where a verb has shrunk into it: "they'd"."""
        head, mark, tail = word.partition("'")
        if mark and word not in self.does and tail in self.shrunk and head in self.does:
            return self._letter(head, others, asked) + WEAK
        return self._letter(word, others, asked)

    def _letter(self, word: str, others: int, asked: Callable[[str], str]) -> str:
        if count := self.counts.get(word):
            return COUNT if count in {others, max(others - 1, FEWEST)} else FEW
        if len(word) > LABELS or word not in self.does:
            return self.does.get(word) or asked(word) or STRANGE
        return asked(word) or self.does[word]


def gathered(letters: str, gathering: Gathering, *, negated: bool) -> OfOthers:
    """What an option of these letters says; ``negated`` says that the stem asks for what doesn't hold."""
    told: OfOthers = next((told for pattern, told in gathering.told if pattern.search(letters)), "")
    if told == "all" and not negated and gathering.denied.search(letters):
        return "none"
    return told


NO_GATHERING = Gathering()
"""A language that nobody has written lists for."""
