"""Tells the options of an item that speak of all the others, by the clauses that they are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.checks.writing.choice import Choice
from builder.checks.writing.phrase import Phrase, words_of
from builder.checks.writing.references import OfOthers
from builder.checks.writing.sweeping import Around, swept

PAIR = 2
"""Options of which a word for two is about all."""
LONGEST = 24
"""Words of the longest option that is looked at."""


def sweep(choices: Sequence[Choice], stem: Phrase, settled: set[Choice], *, negated: bool) -> None:
    """Tell the last options, as long as each speaks of others, and the first, but not those ``settled``."""
    for choice in reversed(choices):
        _tell(choice, choices, stem, settled, negated=negated, last=True)
        if not choice.of_others:
            _tell(choices[0], choices, stem, settled, negated=negated, last=False)
            return


def _tell(choice: Choice, choices: Sequence[Choice], stem: Phrase, settled: set[Choice], *, negated: bool, last: bool) -> None:
    sweeping = stem.tongue.sweeping
    told = choice.of_others
    own = [other for other in choices if other is not choice and not other.of_others]
    paired = told == "combined" and len(own) == PAIR and not sweeping.pairs.isdisjoint(choice.words)
    may = choice not in settled and len(choice.words) <= LONGEST and len(own) > 1
    if may and not sweeping.marks.isdisjoint(choice.words):
        found = _swept(choice, own, stem, negated=negated, last=last)
        if not told or (found in {"all", "none"} and (told != "combined" or paired)):
            choice.of_others = found


def _swept(choice: Choice, own: Sequence[Choice], stem: Phrase, *, negated: bool, last: bool) -> OfOthers:
    sweeping = stem.tongue.sweeping
    words = [frozenset(other.words) for other in own]
    amounts = sweeping.amount_asked.search(stem.line) or any(not sweeping.amounts.isdisjoint(word) for word in words)
    implied = frozenset[str]().union(*(sweeping.implied.get(word, ()) for word in stem.question[:PAIR]))
    kinds, implied = (frozenset(map(stem.whole_root, nouns)) for nouns in (_kinds(stem, own), implied))
    around = Around(stem.whole_root, kinds, implied, len(own), negated=negated, amounts=bool(amounts))
    ways = sweeping.last_ways if last else sweeping.first_ways
    for clause in sweeping.boundary.split(choice.typed.lower()):
        line = " ".join(words_of(clause))
        if any(other.low.startswith(f"{line},") for other in own):
            return ""
        told = swept(line, sweeping, around, ways)
        if told or not last:
            return told
        if not all(word in stem.tongue.function_words for word in line.split()):
            ways = sweeping.ways
    return ""


def _kinds(stem: Phrase, own: Sequence[Choice]) -> Iterator[str]:
    """The nouns that the question asks for and those by which all options begin."""
    tongue = stem.tongue
    asked = " ".join(stem.question)
    for found in tongue.sweeping.kinds.finditer(asked):
        for word in (found[found.lastindex or 0] or "").split():
            if word in tongue.function_words:
                break
            yield word
    firsts = {other.words[:1] for other in own}
    if len(firsts) == 1:
        yield from (word for word in firsts.pop() if word not in tongue.function_words)
