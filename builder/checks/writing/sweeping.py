"""Options that speak of all the others by the grammar of their own: a word for all or none, and one for the options.

Each word of a clause becomes a letter for its class. A clause sweeps when a quantifier meets what stands for the
options (``these``, ``listed``, ``answers``, the noun of the question) and nothing strange stands between; how many
negatives it holds tells whether all or none are meant. What follows a comma or a reason is the author's own affair.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from builder.checks.writing.lists import NEVER, NO_WORDS, Pattern, Words, no_entries
from builder.checks.writing.pointing import OfOthers

Ways = tuple[tuple[Pattern, OfOthers], ...]
WEAK, STRANGE, KIND, IMPLIED, COUNT, FEW, BOTH, PAIR = ".", "#", "k", "K", "3", "2", "B", "b"
"""Letters of a word that only carries the clause, of one that says more, of a noun of the question and of one that its
first word implies, of the number of the other options and of a smaller one, of a word for two that are all there are,
and that are not."""
LONGEST = 12
"""Words of the longest clause that is looked at."""
MOST_STRANGE = 3
"""Words of a clause that may say more."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sweeping:
    """How a language speaks of options as a whole."""

    classes: Mapping[str, str] = field(default_factory=no_entries)
    """What words are, as a letter."""
    counts: Mapping[str, int] = field(default_factory=no_entries)
    """Words for two and more."""
    pairs: Words = NO_WORDS
    """Words for two: ``both``."""
    shrunk: Words = NO_WORDS
    """What is left of a verb after an apostrophe."""
    marks: Words = NO_WORDS
    """Words of which a clause that sweeps has one."""
    pointers: Words = NO_WORDS
    """Words of which an option that sweeps has one, if others stand after it."""
    turning: Words = NO_WORDS
    """Words of which an option has one that may say something else of the others than its start does."""
    amounts: Words = NO_WORDS
    """Words that say how much of a thing; beside one as an option, "all" is an amount too."""
    amount_asked: Pattern = NEVER
    """Over the words of a stem: it asks how much."""
    amount_said: Pattern = NEVER
    """Over an option's joined words: to such a stem, it only says how much."""
    boundary: Pattern = NEVER
    """Where one clause ends."""
    idioms: tuple[tuple[Pattern, str], ...] = ()
    """Over a clause's joined words: phrases that are no quantifier, and what stands for them."""
    any_idiom: Pattern = NEVER
    """Any of them."""
    kinds: Pattern = NEVER
    """Over the words of a stem: the nouns that it asks for, as a group."""
    implied: Mapping[str, Words] = field(default_factory=no_entries)
    """Nouns that a question word asks for: ``why`` for reasons."""
    hanging: Pattern = NEVER
    """At the start of an option: it is a clause that hangs on another."""
    aside: Pattern = NEVER
    """Over the letters: what looks so and says nothing of the options as a whole."""
    ways: Ways = ()
    """Over the letters: what a clause that points at the options comes to, "all" as long as nothing denies it."""
    first_ways: Ways = ()
    """The same for the first option."""
    last_ways: Ways = ()
    """The same for the last option, which may do so by a quantifier alone."""
    bare: Pattern = NEVER
    """Over the letters: a quantifier alone, which is no more than an amount beside amounts."""
    judging: Words = NO_WORDS
    """Words by which a stem asks for what doesn't hold, and by which options are denied before a comma."""
    picking: Words = NO_WORDS
    """Words of which an option has one that picks some of the others by words of theirs."""
    sparing: Words = NO_WORDS
    """Those of them that set aside what follows."""
    limiting: Words = NO_WORDS
    """Those of them by which an option begins that means no others."""
    denying: Words = NO_WORDS
    """Letters of words that deny."""
    judged: str = ""
    """That of them which a stem that asks for what doesn't hold turns round."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a clause is read by: the words of the item around it."""

    root_of: Callable[[str], str]
    """A word without its endings, as the next two have them."""
    kinds: Words
    """Nouns of the question and words that all other options share."""
    implied: Words
    """Nouns that the first word of the question stands for."""
    others: int
    """How many options there are to speak of."""
    negated: bool = False
    """Whether the stem asks for what doesn't hold."""
    amounts: bool = False
    """Whether the other options are amounts."""


def swept(clause: str, sweeping: Sweeping, around: Around, ways: Ways) -> OfOthers:
    """What a clause (its joined words) says of the options."""
    if sweeping.any_idiom.search(clause):
        for pattern, instead in sweeping.idioms:
            clause = pattern.sub(instead, clause)
    words = clause.split()
    if not words or len(words) > LONGEST:
        return ""
    letters = "".join(_letters(word, sweeping, around) for word in words)
    if letters.count(STRANGE) > MOST_STRANGE or sweeping.aside.search(letters):
        return ""
    if around.amounts and sweeping.bare.search(letters):
        return ""
    told: OfOthers = next((told for pattern, told in ways if pattern.search(letters)), "")
    if told != "all":
        return told
    denials = sum(letter in sweeping.denying for letter in letters)
    denials -= letters.count(sweeping.judged) if around.negated else 0
    return "none" if denials % 2 else "all"


def _letters(word: str, sweeping: Sweeping, around: Around) -> str:
    """The letter of a word, and of the verb that has shrunk into it: "they're"."""
    head, mark, tail = word.partition("'")
    if mark and tail in sweeping.shrunk:
        return _letter(head, sweeping, around) + sweeping.classes.get("is", WEAK)
    return _letter(word, sweeping, around)


def _letter(word: str, sweeping: Sweeping, around: Around) -> str:
    if count := sweeping.counts.get(word):
        return COUNT if count == around.others else FEW
    if word in sweeping.pairs:
        return BOTH if around.others == sweeping.counts.get("two") else PAIR
    letter = sweeping.classes.get(word, STRANGE)
    if letter not in (STRANGE, WEAK):
        return letter
    root = around.root_of(word)
    if root in around.kinds:
        return KIND
    return IMPLIED if root in around.implied else letter


NO_SWEEPING = Sweeping()
"""A language that nobody has written lists for."""
