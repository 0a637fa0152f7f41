"""The words by which options point at other options."""

from __future__ import annotations

import re
from dataclasses import dataclass

Words = frozenset[str]
NO_WORDS: Words = frozenset()


@dataclass(frozen=True, slots=True)
class Pointing:
    """How a language points at other options, in small letters."""

    spoken: tuple[tuple[re.Pattern[str], str], ...] = ()
    """Ways of speaking, over joined words, and what they come to: ``it is none`` to ``none``."""
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
    links: Words = NO_WORDS
    """Words that may stand between."""
    verdicts: Words = NO_WORDS
    """What is said of options: ``right``."""
    denials: Words = NO_WORDS
    """What is said of options that don't hold."""
    kind: re.Pattern[str] = re.compile(r"(?!)")
    """In the joined words of a stem: the words that say what kind of thing is asked for, as a group."""
    nouns: Words = NO_WORDS
    """What options are called."""
    loose_nouns: Words = NO_WORDS
    """What options are called where the rest of the words leaves no doubt."""
    counts: Words = NO_WORDS
    single: Words = NO_WORDS
    """The count of one, which is a pronoun too."""
    ordinals: Words = NO_WORDS
    pairs: Words = NO_WORDS
    """Words for two things at once: ``both``."""
    joins: Words = NO_WORDS
    """Words that join two places: ``and``."""

    def may_begin(self, word: str) -> bool:
        """Whether an option that speaks of others may begin with ``word``: most options are told by that."""
        return bool(self.nouns) and (len(word) == 1 or word in self.ordinals or self.knows(word))

    def knows(self, word: str) -> bool:
        """Whether ``word`` may stand in an option that only points."""
        return (
            word in self.links or word in self.markers or word in self.nouns or word in self.loose_nouns
            or word in self.counts or word in self.pairs or word in self.joins or word in self.denials
            or word in self.all_first or word in self.none_first
        )  # fmt: skip


NO_POINTING = Pointing()
"""A language that nobody has written lists for."""
