"""Tells the options of an item that speak of all the others, by the clauses that they are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.checks.writing.choice import Choice
from builder.checks.writing.phrase import Phrase, words_of
from builder.checks.writing.references import OfOthers
from builder.checks.writing.sweeping import Around, swept

PAIR = 2
"""Options of which a word for two is about all."""
LONGEST_PICK = 6
"""Words of the longest clause that picks others by words of theirs, and of those that are so picked."""
LONGEST = 24
"""Words of the longest option that is looked at."""


def sweep(choices: Sequence[Choice], stem: Phrase, settled: set[Choice], *, negated: bool) -> None:
    """Tell the last options, as long as each speaks of others, and the first, but not those ``settled``."""
    last = True
    for choice in reversed(choices):
        _tell(choice, choices, stem, settled, negated=negated, last=last)
        last = last and bool(choice.of_others)


def _tell(choice: Choice, choices: Sequence[Choice], stem: Phrase, settled: set[Choice], *, negated: bool, last: bool) -> None:
    sweeping = stem.tongue.sweeping
    told = choice.of_others
    own = [other for other in choices if other is not choice and not other.of_others]
    paired = told == "combined" and len(own) == PAIR and not sweeping.pairs.isdisjoint(choice.words)
    may = choice not in settled and len(choice.words) <= LONGEST and len(own) > 1
    if may and not sweeping.marks.isdisjoint(choice.words):
        found = _swept(choice, own, stem, negated=negated, last=last)
        turned = found == "none" or (found == "all" and (paired or not negated))
        if not told or turned:
            choice.of_others = found
    picking = last and choice.of_others in {"", "all"} and not sweeping.picking.isdisjoint(choice.words)
    if picking and choice not in settled and _picks(choice, own, stem):
        choice.of_others = "combined"


def _swept(choice: Choice, own: Sequence[Choice], stem: Phrase, *, negated: bool, last: bool) -> OfOthers:
    sweeping = stem.tongue.sweeping
    if sweeping.hanging.match(choice.low):
        return ""
    words = [frozenset(other.words) for other in own]
    amounts = sweeping.amount_asked.search(stem.line) or any(not sweeping.amounts.isdisjoint(word) for word in words)
    implied = frozenset[str]().union(*(sweeping.implied.get(word, ()) for word in stem.question[:PAIR]))
    kinds, implied = (frozenset(map(stem.whole_root, nouns)) for nouns in (_kinds(stem, own), implied))
    around = Around(stem.whole_root, kinds, implied, len(own), negated=negated, amounts=bool(amounts))
    ways = sweeping.last_ways if last else sweeping.first_ways
    held: tuple[str, ...] = ()
    for clause in sweeping.boundary.split(choice.typed.lower()):
        line = " ".join((*held, *words_of(clause)))
        if any(other.low.startswith(f"{line},") for other in own):
            return ""
        told = swept(line, sweeping, around, ways)
        if told or not last:
            return told
        held = () if held or line not in sweeping.judging else (line,)
        if not all(word in stem.tongue.function_words for word in line.split()):
            ways = sweeping.ways
    return ""


def _picks(choice: Choice, own: Sequence[Choice], stem: Phrase) -> bool:
    """Whether an option picks others by words of theirs: "All but the rulers", "Only the paper ones"."""
    sweeping = stem.tongue.sweeping
    first = next(iter(sweeping.boundary.split(choice.typed.lower())))
    words = words_of(first)
    roots = [stem.whole_root(word) for word in words if word not in sweeping.classes]
    if not roots or len(words) > LONGEST_PICK:
        return False
    holders = [[other for other in own if root in other.roots] for root in roots]
    if not all(holders):
        return False
    if words[0] in sweeping.limiting:
        return all(1 < len(held) < len(own) for held in holders)
    at = next((at for at, word in enumerate(words) if word in sweeping.sparing), 0)
    if at and sweeping.classes.get(words[0]) in {"A", "G"}:
        return all(word in sweeping.classes for word in words[:at])
    heads = {other: next(reversed(other.roots)) for other in own if other.roots and len(other.words) <= LONGEST_PICK}
    if sweeping.classes.get(words[-1]) == "1":
        heads = dict.fromkeys(own, "")
    picked = {other for root, held in zip(roots, holders, strict=True) for other in held if heads.get(other) in {root, ""}}
    single = all(len(held) == 1 for held in holders)
    return single and 1 < len(picked) and len(picked) == len({other for held in holders for other in held})


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
