"""What the rules of item writing have to know of a language. Without lists, only rules that need none find anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Words = frozenset[str]
Pattern = re.Pattern[str]
_NO_WORDS: Words = frozenset()
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Tongue:
    """Words and patterns of one language, in small letters with straight apostrophes.

    Patterns that say so match the words of a text joined by single spaces; the others its sentences as typed.
    """

    function_words: Words = _NO_WORDS
    """Words that carry grammar, not meaning."""
    common_words: Words = _NO_WORDS
    """Words of meaning that stand in any question and tell nothing."""
    articles: Words = _NO_WORDS
    absolutes: Words = _NO_WORDS
    not_absolute: Pattern = _NEVER
    """Phrases (over joined words) in which such a word is no claim without exception."""
    absolute_phrases: Pattern = _NEVER
    hedges: Words = _NO_WORDS
    hedge_phrases: Pattern = _NEVER
    negatives: Words = _NO_WORDS
    """Words that turn a sentence round."""
    negating: Words = _NO_WORDS
    """Words that come and go with a negation: ``do not``."""
    contracted: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """``don't`` as ``do not``."""
    asks_for_not: Pattern = _NEVER
    """In the main clause of a question: what is not so is asked for. Group ``word`` is the negative word."""
    side_clause: Pattern = _NEVER
    """A clause that only tells of the case: its negation is no question's."""
    denial: Pattern = _NEVER
    """In the main clause of a statement: it says what is not so."""
    negation: Pattern = _NEVER
    """Each match is one negative of a sentence."""
    all_of_these: Pattern = _NEVER
    """Over an option's joined words, whole: all the others hold."""
    none_of_these: Pattern = _NEVER
    combined: Pattern = _NEVER
    """Over an option's text, whole: it is made of other options."""
    vague_options: Pattern = _NEVER
    """In an option: a word of no fixed size that the answer rests on."""
    vague_stems: Pattern = _NEVER
    vague_claims: Pattern = _NEVER
    empty_stem: Pattern = _NEVER
    """Over a stem's joined words, whole: it asks nothing."""
    predicates: Words = _NO_WORDS
    """Verbs by which an open stem says what is asked."""
    relative_clause: Pattern = _NEVER
    """A clause that only tells which thing is meant."""
    open_ends: Words = _NO_WORDS
    """Words at whose end a sentence can't stop: an option completes it."""
    opinion: Pattern = _NEVER
    second_question: Pattern = _NEVER
    joined_claims: Pattern = _NEVER
    loud: Words = _NO_WORDS
    """Words that are no abbreviation when they stand in capitals."""
    opposites: frozenset[tuple[str, str]] = frozenset()
    numerals: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    units: Mapping[str, tuple[str, float]] = field(default_factory=lambda: MappingProxyType({}))
    """Each name of a unit: its dimension, and its size there."""
    months: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    relations: tuple[tuple[Pattern, str], ...] = ()
    """What turns a number into a range, and the sign for it: ``<``, ``<=``, ``>``, ``>=``, ``..``."""
    fillers: Words = _NO_WORDS
    """Words that leave an amount an amount."""
    agreement: tuple[tuple[Pattern, Pattern], ...] = ()
    """How a stem ends, and how an option starts that completes it."""
    forms: tuple[tuple[str, Pattern], ...] = ()
    """What options start with, and what to call it."""
    root: Callable[[str], str] = str
    """A word without its endings."""
    indefinite: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))
    """Indefinite articles that a stem may end with: whether a vowel follows them."""
    vowel_first: Pattern = _NEVER
    """At the start of an option: it is spoken with a vowel first."""

    def tells_nothing(self, word: str) -> bool:
        """Whether ``word`` could stand in any item, whatever its subject."""
        return word in self.function_words or word in self.common_words or word in self.numerals


NO_LISTS = Tongue()
"""A language that nobody has written lists for."""
