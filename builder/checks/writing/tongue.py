"""What the rules of item writing have to know of a language. Without lists, only rules that need none find anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from builder.checks.writing.gathering import NO_GATHERING, Gathering
from builder.checks.writing.lists import NEVER, NO_WORDS, Pattern, Words, no_entries
from builder.checks.writing.pointing import NO_POINTING, Pointing
from builder.checks.writing.sweeping import NO_SWEEPING, Sweeping

TELLING = 3
"""Letters of the shortest word that can tell something."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tongue:
    """Words and patterns of one language, in small letters with straight apostrophes.

    Patterns that say so match the words of a text joined by single spaces; the others its sentences as typed.
    """

    function_words: Words = NO_WORDS
    """Words that carry grammar, not meaning."""
    common_words: Words = NO_WORDS
    """Words of meaning that stand in any question and tell nothing."""
    light_verbs: Words = NO_WORDS
    """Verbs that stand in any talk, but say what is done: ``take``."""
    articles: Words = NO_WORDS
    people: Words = NO_WORDS
    """What people are called by what they do."""
    groups: Words = NO_WORDS
    """Nouns that a word before them only names: ``team``."""
    settings: Words = NO_WORDS
    """Places in which any scene may play, and departments that take part in it."""
    times: Words = NO_WORDS
    """Times at which any scene may play, beside the names of `units` and `months`."""
    everyday: Words = NO_WORDS
    """Words of meaning that most scenes hold; they tell something only together with others."""
    small: Words = NO_WORDS
    """Words that tell nothing when they come back, in whatever form."""
    absolutes: Words = NO_WORDS
    not_absolute: Pattern = NEVER
    """Phrases (over joined words) in which such a word is no claim without exception."""
    absolute_phrases: Pattern = NEVER
    absolute_marks: Words = NO_WORDS
    """Words of which each such phrase holds one."""
    hedges: Words = NO_WORDS
    hedge_phrases: Pattern = NEVER
    hedge_marks: Words = NO_WORDS
    """These words, and words of which each such phrase holds one."""
    graded: Pattern = NEVER
    """Phrases in which such a word says how much and softens nothing."""
    negatives: Words = NO_WORDS
    """Words that turn a sentence round."""
    negating: Words = NO_WORDS
    """Words that come and go with a negation: ``do not``."""
    contracted: Mapping[str, str] = field(default_factory=no_entries)
    """``don't`` as ``do not``."""
    negative_marks: Words = NO_WORDS
    """Words of which each question for what is not so holds one."""
    told_clause: Pattern = NEVER
    """A clause with a negation that only says which thing is meant, unless the sentence is `picking`."""
    picking: Pattern = NEVER
    """The start of a sentence that asks to pick a thing by what is said of it."""
    asks_for_not: Pattern = NEVER
    """In the main clause of a question: what is not so is asked for. Group ``word`` is the negative word."""
    side_clause: Pattern = NEVER
    """A clause that only tells of the case: its negation is no question's."""
    side_marks: Words = NO_WORDS
    """Words of which each such clause holds one; else one of `side_starts` is its first, or it has one of `side_joins`
    beside a comma."""
    side_starts: Words = NO_WORDS
    side_joins: Words = NO_WORDS
    ceases: Pattern = NEVER
    """The same, asked by a verb of not doing a thing (any longer): groups ``ceased``, ``shunned``."""
    lacks: Pattern = NEVER
    """The same, asked for what has none of a thing or can't do it: groups ``lacks``, ``unable``, ``lacking``."""
    bare_ask: Words = NO_WORDS
    """Words of a question that only points at the sentence before it: "Which one?"."""
    one_is_not: Pattern = NEVER
    """In that sentence: one of several is not so. Group ``word`` or ``none`` is the negative word."""
    open_for_not: Pattern = NEVER
    """The same in a stem that the options complete."""
    denial: Pattern = NEVER
    """In the main clause of a statement: it says what is not so."""
    negation: Pattern = NEVER
    """Each match is one negative of a sentence."""
    undone: Pattern = NEVER
    """Verbs of not doing a thing, which turn a negative question round."""
    negated: Pattern = NEVER
    """In an option: an adjective that is a negative."""
    pointing: Pointing = NO_POINTING
    gathering: Gathering = NO_GATHERING
    sweeping: Sweeping = NO_SWEEPING
    vague: Pattern = NEVER
    """A word of no fixed size, beside which no measure stands: group ``word``."""
    vague_marks: Words = NO_WORDS
    """Words of which each vague phrase holds one."""
    spoken: Pattern = NEVER
    """What somebody says or writes, without quotation marks."""
    each_does: Pattern = NEVER
    """Over an open stem's joined words, whole: a subject with its verb, whichever that is."""
    empty_stem: Pattern = NEVER
    """Over a stem's joined words, whole: it asks nothing."""
    topic_first: Pattern = NEVER
    """At the start of a sentence: what it is about, up to its comma."""
    bare_subject: Pattern = NEVER
    """A whole sentence: a subject that nothing is said of, with the verb before it would be."""
    and_what: Pattern = NEVER
    """At the end of a heading: a clause that names a second topic, in a question's words."""
    predicates: Words = NO_WORDS
    """Verbs by which an open stem says what is asked."""
    asking: Words = NO_WORDS
    """Question words: after a verb that stands first they say what is to be found out."""
    reasoned: Pattern = NEVER
    """Over a heading's joined words, whole: it says of what options are the reasons, the signs, the ways."""
    imperatives: Words = NO_WORDS
    """Verbs that set a task when they stand first."""
    verb_phrase: Pattern = NEVER
    """A verb with its object."""
    relative_clause: Pattern = NEVER
    """A clause that only tells which thing is meant."""
    added_clause: Pattern = NEVER
    """The same in a heading: up to its end, unless a verb of the sentence's own follows."""
    asking_heading: Pattern = NEVER
    """Over a sentence's joined words, whole: a heading that starts like a question."""
    told_verb: Pattern = NEVER
    """From a sentence's first of the joined words: a subject, and a verb with what follows it."""
    going_on: Pattern = NEVER
    """Over the joined words of what a story breaks off with, whole: "so", "in this case"."""
    choosing: Words = NO_WORDS
    """Question words that only ask to choose: ``which``."""
    finite: Words = NO_WORDS
    """Verbs that have their subject before them."""
    subjects: Words = NO_WORDS
    """Words by which a sentence begins that tells, and doesn't order."""
    gerund: Pattern = NEVER
    """A verb that names what is done: ``counting``."""
    asked_in_passing: Pattern = NEVER
    """Over joined words: somebody asks or has to decide something, in a sentence without a question mark."""
    addressed: Pattern = NEVER
    """At the end of a sentence: whom it speaks to."""
    open_ends: Words = NO_WORDS
    """Words at whose end a sentence can't stop: an option completes it."""
    opinion: Pattern = NEVER
    opinion_marks: Words = NO_WORDS
    """Words of which each question for an opinion holds one."""
    joins: Pattern = NEVER
    """Words that join two questions."""
    told_question: Pattern = NEVER
    """A question that only is the object of telling or knowing, to its end."""
    second_question: Pattern = NEVER
    """Two questions; groups ``first``, what stands between their words, and ``then``, the second's word if any."""
    joining: Words = NO_WORDS
    """Words of which two claims in a statement hold one."""
    joined_claims: Pattern = NEVER
    """In a statement: a second clause with its own claim."""
    second_verb: Pattern = NEVER
    """In a statement: a second verb, which is a second claim where the first is the main clause's."""
    verb: Pattern = NEVER
    subordinate: Pattern = NEVER
    """Words that start a side clause, which has a verb of its own."""
    loud: Words = NO_WORDS
    """Words that are no abbreviation when they stand in capitals."""
    opposites: frozenset[tuple[str, str]] = frozenset()
    numerals: Mapping[str, float] = field(default_factory=no_entries)
    units: Mapping[str, tuple[str, float]] = field(default_factory=no_entries)
    """Each name of a unit: its dimension, and its size there."""
    months: Mapping[str, int] = field(default_factory=no_entries)
    measuring: Words = NO_WORDS
    """The names of numbers, units, months and hours: an amount without figures holds one."""
    clock_words: Pattern = NEVER
    """How a time is told by its ``hour`` and the ``minutes`` past it, or the other ``way``."""
    hours: Mapping[str, int] = field(default_factory=no_entries)
    """The names of hours."""
    relating: Words = NO_WORDS
    """Words of which a text holds one that `clock_words` or `relations` without a sign find something in."""
    relations: Pattern = NEVER
    """What turns a number into a range or stands for one; the last group that matched is named after its sign."""
    signs: Mapping[str, str] = field(default_factory=no_entries)
    """The sign for each group of `relations`: ``<``, ``<=``, ``>``, ``>=``, ``..``, or an amount."""
    fillers: Words = NO_WORDS
    """Words that leave an amount an amount."""
    limit: Pattern = NEVER
    """An option that is a time until which a thing may be done: group ``amount`` is the time."""
    open_limit: Pattern = NEVER
    """Over the joined words of a question: such a time ends it."""
    agreement: Mapping[str, Pattern] = field(default_factory=no_entries)
    """A stem's last word, and how an option starts that completes it."""
    forms: tuple[tuple[str, Pattern], ...] = ()
    """What options start with, and what to call it."""
    any_form: Pattern = NEVER
    """What all options start with that have such a form, and a few others."""
    root: Callable[[str], str] = str
    """A word without its endings."""
    indefinite: Mapping[str, bool] = field(default_factory=no_entries)
    """Indefinite articles that a stem may end with: whether a vowel follows them."""
    either_article: Pattern = NEVER
    """At the end of a stem: both articles, so that each option has its own."""
    vowel_first: Pattern = NEVER
    """At the start of an option: it is spoken with a vowel first."""

    opposing: Words = NO_WORDS
    """All words that turn an option into its opposite."""
    everyday_roots: set[str] = field(default_factory=set)
    small_roots: set[str] = field(default_factory=set)
    known_roots: dict[str, str] = field(default_factory=dict)
    """What `root_of` has found so far: items of a course use few words."""
    known_stems: dict[str, str] = field(default_factory=dict)

    def without_sides(self, sentence: str, words: tuple[str, ...], instead: str = "") -> str:
        """``sentence``, which is of ``words``, without the clauses that only tell of the case."""
        marked = not self.side_marks.isdisjoint(words) or self.side_starts.issuperset(words[:1])
        if marked or ("," in sentence and not self.side_joins.isdisjoint(words)):
            return self.side_clause.sub(instead, sentence)
        return sentence

    def root_of(self, word: str) -> str:
        """``word`` without its endings; empty for a word or number that could stand in any item."""
        known = self.known_roots.get(word)
        if known is None:
            known = self.known_roots[word] = "" if self._empty(word) else self.stem_of(word)
        return known

    def stem_of(self, word: str) -> str:
        """``word`` without its endings, whatever it means."""
        known = self.known_stems.get(word)
        if known is None:
            known = self.known_stems[word] = self.root(word)
        return known

    def is_person(self, word: str) -> bool:
        """Whether ``word`` calls somebody by a role."""
        bare = word.removesuffix("'s").removesuffix("'")
        return bare in self.people or bare.removesuffix("s") in self.people

    def is_setting(self, word: str) -> bool:
        """Whether ``word`` may only say where, or how many."""
        return any(form in self.settings or form in self.numerals for form in _singular(word))

    def is_time(self, word: str) -> bool:
        """Whether ``word`` says when: a part of the day, a day, a month, a unit of time or of anything else."""
        return any(form in self.times or form in self.units or form in self.months for form in _singular(word))

    def is_everyday(self, root: str) -> bool:
        """Whether ``root`` is of an everyday word."""
        if not self.everyday_roots:
            self.everyday_roots.update(map(self.root_of, self.everyday))
        return root in self.everyday_roots

    def roots_of_small(self) -> set[str]:
        """The roots of the words that tell nothing when they come back."""
        if not self.small_roots:
            self.small_roots.update(map(self.stem_of, self.small))
        return self.small_roots

    def _empty(self, word: str) -> bool:
        bare = word.removesuffix("'s")
        known = bare in self.function_words or bare in self.common_words
        return known or not self.function_words or len(word) < TELLING or any(map(str.isdigit, word))


def _singular(word: str) -> tuple[str, str]:
    """``word`` as it may stand in a list, without the sign of a genitive: as it is, and without an s."""
    bare = word.removesuffix("'s").removesuffix("'")
    return bare, bare.removesuffix("s")


NO_LISTS = Tongue()
"""A language that nobody has written lists for."""
