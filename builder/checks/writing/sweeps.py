"""Tells the options of an item that speak of all the others, by the clauses that they are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from builder.checks.writing.choice import Choice, speaking_beside
from builder.checks.writing.phrase import Phrase, words_of
from builder.checks.writing.pointing import OfOthers
from builder.checks.writing.sweeping import Around, swept

PAIR = 2
"""Options of which a word for two is about all."""
FIRST, MOST_STRANGE = 5, 3
"""Of so many words at its start, an option that sweeps has no more than so many of its own."""
LONGEST_PICK = 6
"""Words of the longest clause that picks others by words of theirs, and of those that are so picked."""
LONGEST, LONGEST_WITHIN = 20, 10
"""Words of the longest option that is looked at: the last one, and one that others stand after."""


def sweep(choices: Sequence[Choice], stem: Phrase, free: AbstractSet[Choice]) -> None:
    """Tell the options that sweep over the others, of those that are ``free`` to do so."""
    last = True
    for choice in reversed(choices):
        if choice in free and _may_sweep(choice, stem, last=last):
            own = speaking_beside(choice, choices)
            if len(own) > 1:
                _tell(choice, own, stem, last=last)
        last = last and bool(choice.of_others)


def _may_sweep(choice: Choice, stem: Phrase, *, last: bool) -> bool:
    """Whether the words of an option may sweep, or pick; those that are told need a reason for a second look."""
    sweeping = stem.tongue.sweeping
    words = choice.vocabulary
    if len(choice.words) > (LONGEST if last else LONGEST_WITHIN):
        return False
    if choice.of_others:
        marked = not words.isdisjoint(sweeping.turning) or not words.isdisjoint(sweeping.pairs)
    elif last:
        marked = not words.isdisjoint(sweeping.marks) or not words.isdisjoint(sweeping.picking)
    else:
        marked = not words.isdisjoint(sweeping.marks) and not words.isdisjoint(sweeping.pointers)
    if not marked:
        return False
    known = sweeping.classes
    strange = [word for word in choice.words[:FIRST] if word not in known and word not in sweeping.counts]
    return len(strange) <= (MOST_STRANGE if last else 1)


def _tell(choice: Choice, own: Sequence[Choice], stem: Phrase, *, last: bool) -> None:
    """Tell one option of the ``own`` ones; ``last`` says that none of these stands after it."""
    sweeping = stem.tongue.sweeping
    told = choice.of_others
    paired = len(own) == PAIR and not sweeping.pairs.isdisjoint(choice.words)
    if not sweeping.marks.isdisjoint(choice.words):
        found = _swept(choice, own, stem, last=last)
        negated = not stem.vocabulary.isdisjoint(sweeping.judging)
        if not told or found == "none" or (found == "all" and (paired or not negated)):
            choice.of_others = found
    picking = last and choice.of_others in {"", "all"} and not sweeping.picking.isdisjoint(choice.words)
    if picking and _picks(choice, own, stem):
        choice.of_others = "combined"


def _swept(choice: Choice, own: Sequence[Choice], stem: Phrase, *, last: bool) -> OfOthers:
    """What the clauses of an option come to, of which the first that says something holds."""
    sweeping = stem.tongue.sweeping
    if sweeping.hanging.match(choice.low):
        return ""
    around: Around | None = None
    ways = sweeping.last_ways if last else sweeping.first_ways
    held: tuple[str, ...] = ()
    for clause in sweeping.boundary.split(choice.typed.lower()):
        words = (*held, *words_of(clause))
        strange = sum(word not in sweeping.classes for word in words)
        if strange <= MOST_STRANGE + 1 and not sweeping.marks.isdisjoint(words):
            around = around or _around(stem, own)
            line = " ".join(words)
            if any(other.low.startswith(f"{line},") for other in own):
                return ""
            if told := swept(line, sweeping, around, ways):
                return told
        if not last:
            return ""
        held = words if len(words) == 1 and sweeping.classes.get(words[0]) == sweeping.judged else ()
        if not stem.tongue.function_words.issuperset(words):
            ways = sweeping.ways
    return ""


def _around(stem: Phrase, own: Sequence[Choice]) -> Around:
    sweeping = stem.tongue.sweeping
    amounts = any(not sweeping.amounts.isdisjoint(other.words) for other in own)
    implied = {noun for word in stem.question[:PAIR] for noun in sweeping.implied.get(word, ())}
    return Around(
        stem.whole_root,
        frozenset(map(stem.whole_root, _kinds(stem, own))),
        frozenset(map(stem.whole_root, implied)),
        len(own),
        negated=not stem.vocabulary.isdisjoint(sweeping.judging),
        amounts=amounts or bool(sweeping.amount_asked.search(stem.line)),
    )


def _picks(choice: Choice, own: Sequence[Choice], stem: Phrase) -> bool:
    """Whether an option picks others by words of theirs: "All but the rulers", "Only the paper ones"."""
    sweeping = stem.tongue.sweeping
    if len(choice.words) > LONGEST_PICK + LONGEST_PICK:
        return False
    words = words_of(sweeping.boundary.split(choice.typed.lower(), maxsplit=1)[0])
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
    if not all(len(held) == 1 for held in holders):
        return False
    named = sweeping.classes.get(words[-1]) == "1"
    picked = {held[0] for root, held in zip(roots, holders, strict=True) if named or _head(held[0]) == root}
    return len(picked) > 1 and all(held[0] in picked for held in holders)


def _head(choice: Choice) -> str:
    """The last telling root of a short option."""
    short = len(choice.roots) > 0 and len(choice.words) <= LONGEST_PICK
    return next(reversed(choice.roots)) if short else ""


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
