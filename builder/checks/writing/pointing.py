"""The words by which options point at other options."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from builder.checks.writing.lists import NEVER, NO_WORDS, Pattern, Words

OfOthers = Literal["", "all", "none", "combined"]
"""What an option says of the others: that all hold, or none, or some by their places; empty if nothing."""
FIRST_WORDS, MOST_STRANGE = 4, 1
"""Of so many words at its start, an option that speaks of others has no more than so many of its own."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pointing:
    """How a language points at other options, in small letters."""

    spoken: tuple[tuple[Pattern, str], ...] = ()
    """Ways of speaking, over joined words, and what they come to: ``it is none`` to ``none``."""
    any_spoken: Pattern = NEVER
    """Any of them."""
    framing: Pattern = NEVER
    """What may be left away at the start and the end."""
    all_first: Words = NO_WORDS
    """Words by which an option begins that gathers the others."""
    none_first: Words = NO_WORDS
    """Words by which an option begins that denies the others."""
    bare: Words = NO_WORDS
    """Such words that need no marker: ``all three``, ``none``."""
    markers: Words = NO_WORDS
    """Words that point: ``these``, ``above``. Beside one of them there may be a noun of the options' own."""
    determiners: Words = NO_WORDS
    """Those of the markers that stand before a noun; the others stand after it."""
    before_nouns: Words = NO_WORDS
    """Words after which a noun stands: ``none of the desks``."""
    links: Words = NO_WORDS
    """Words that may stand between."""
    verdicts: Words = NO_WORDS
    """What is said of options: ``right``."""
    denials: Words = NO_WORDS
    """What is said of options that don't hold."""
    kind: Pattern = NEVER
    """In the joined words of a stem: the words that say what kind of thing is asked for, as a group."""
    nouns: Words = NO_WORDS
    """What options are called."""
    loose_nouns: Words = NO_WORDS
    """What options are called where the rest of the words leaves no doubt."""
    counts: Words = NO_WORDS
    single: Words = NO_WORDS
    """The count of one, which is a pronoun too."""
    singular: Words = NO_WORDS
    """Markers that may as well mean what the item is about: "no number for it"."""
    ordinals: Words = NO_WORDS
    pairs: Words = NO_WORDS
    """Words for two things at once: ``both``."""
    ranges: Words = NO_WORDS
    """Words between the first and the last of several places: ``to``."""
    joins: Words = NO_WORDS
    """Words that join two places: ``and``."""
    choosing: Words = NO_WORDS
    """Words between two numbers of which either will do: ``one or two lines``."""
    both_joins: Words = NO_WORDS
    """Those of them, and signs, by which both are meant."""
    adding: Words = NO_WORDS
    """Words that may stand beside joined labels: ``together``."""
    times: Words = NO_WORDS
    """What options are called that are times: ``the first two times``."""
    numbered: Words = NO_WORDS
    """Words before a number that is a label: ``no``."""
    numbers: tuple[str, ...] = ()
    """The names of the first numbers, which are labels after such a word."""
    orders: tuple[str, ...] = ()
    """The places of the first options, as adjectives."""
    after_label: Words = NO_WORDS
    """Words before which a label that is an article too is none: ``a and``, ``a for``."""
    excluding: Words = NO_WORDS
    """Words that set aside what follows: ``without``."""
    excluded: Words = NO_WORDS
    """Words that set aside what stands before: ``excepted``."""
    turning: str = ""
    """The word that ends what is set aside, or sets it aside where nothing stands before: ``but``."""

    known: dict[str, bool] = field(default_factory=dict)
    """What `knows` has found so far."""

    def may_point(self, words: tuple[str, ...]) -> bool:
        """Whether an option of these words may speak of others: most options are told by how they begin."""
        if not self.nouns or not words or not (self.knows(words[0]) or self._places(words[0])):
            return False
        strange = 0
        for word in words[1:FIRST_WORDS]:
            if not self.knows(word) and not self._places(word):
                strange += 1
        return strange <= MOST_STRANGE

    def _places(self, word: str) -> bool:
        return len(word) == 1 or word in self.ordinals

    def knows(self, word: str) -> bool:
        """Whether ``word`` may stand in an option that only points."""
        known = self.known.get(word)
        if known is None:
            known = self.known[word] = (
                word in self.links or word in self.markers or word in self.nouns or word in self.loose_nouns
                or word in self.counts or word in self.pairs or word in self.joins or word in self.denials
                or word in self.all_first or word in self.none_first
            )  # fmt: skip
        return known


NO_POINTING = Pointing()
"""A language that nobody has written lists for."""
