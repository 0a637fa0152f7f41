"""Words that are too strong, too soft or of no fixed size."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.writing.phrase import QUOTED, cut
from builder.checks.writing.stems import makes_two_claims
from builder.checks.writing.view import Found, ItemView
from builder.model.items import Judgement, Reflection, TrueFalse

SCALE = 2
"""Words of an option that is itself a step of a scale: "quite often"."""


def absolute_words(view: ItemView) -> Iterator[Found]:
    """Two or more distractors hold an absolute word, and no key does; a word that all options share doesn't count."""
    strong = [choice for choice in view.own if choice.absolutes]
    if len(strong) < 2:  # noqa: PLR2004 - one alone may be chance
        return
    shared = frozenset.intersection(*(choice.vocabulary for choice in view.own))
    told = [(choice, word) for choice in strong if (word := _first(choice.absolutes, shared))]
    wrong = [(choice, word) for choice, word in told if not choice.key]
    if len(wrong) > 1 and len(wrong) == len(told) and view.keys:
        choice, word = wrong[1]
        message = f"{len(wrong)} distractors hold words such as '{word}', and the key none"
        yield Found(choice.text, message, "word the distractors as mildly as the key", word)


def absolute_statement(view: ItemView) -> Iterator[Found]:
    """A false statement that an absolute word may be what makes false."""
    item = view.item
    if isinstance(item, TrueFalse) and not item.key and view.stem.absolutes and not makes_two_claims(view):
        word = view.stem.absolutes[0]
        help_ = "make a statement that is wrong in what it says, not in how far it goes"
        yield Found(item.stem, f"'{word}' tells that the statement is false", help_, word)


def hedged_key(view: ItemView) -> Iterator[Found]:
    """The key alone is softened."""
    key = view.the_key
    if (
        key is not None
        and len(key.words) > SCALE
        and key.hedge
        and not any(choice.hedge for choice in view.distractors)
    ):
        help_ = "soften a distractor too, or nothing"
        yield Found(key.text, f"the key alone is softened ('{key.hedge}')", help_, key.hedge)


def vague_frequency(view: ItemView) -> Iterator[Found]:
    """The answer rests on a word that readers take differently."""
    if isinstance(view.item, Reflection):
        return
    tongue = view.tongue
    help_ = "say how often, how many or how soon"
    marks = tongue.vague_marks
    told = not view.stem.vocabulary.isdisjoint(marks)
    for ask, main in zip(view.stem.asks, view.stem.main_asks, strict=True) if told else ():
        if isinstance(view.item, TrueFalse):
            found = _vague_claim(tongue.settled.sub("", QUOTED.sub("“”", ask)), view)
        else:
            found = tongue.vague_stems.search(main) and tongue.vague_stems.search(tongue.relative_clause.sub(" ", main))
        if found:
            yield Found(view.item.stem, f"'{found['word']}' has no fixed size", help_, found["word"])
            return
    if told and view.choices and (found := _vague_scene(view)):
        yield Found(view.item.stem, f"'{found['word']}' has no fixed size", help_, found["word"])
        return
    if isinstance(view.item, Judgement):
        return
    if told and not isinstance(view.item, TrueFalse) and (case := tongue.vague_cases.search(_told(view))):
        word = next(filter(None, case.groups()))
        yield Found(view.item.stem, f"'{word}' has no fixed size", help_, word)
        return
    spoken = all(choice.quoted for choice in view.own)
    for choice in view.choices:
        if spoken and choice.quoted:
            continue
        if choice.vocabulary.isdisjoint(marks):
            continue
        if found := tongue.vague_options.search(tongue.settled.sub("", choice.low)):
            yield Found(choice.text, f"'{found['word']}' has no fixed size", help_, found["word"])
            return


def _vague_claim(statement: str, view: ItemView) -> re.Match[str] | None:
    """The vague word of a statement; where an absolute word settles it, none that only tells which thing is meant."""
    main = view.tongue.relative_clause.sub(" ", statement) if view.stem.absolutes else statement
    return view.tongue.vague_claims.search(main)


def _vague_scene(view: ItemView) -> re.Match[str] | None:
    """The word that says how often a thing happens, or what an amount hangs on; what is quoted is somebody's word."""
    told = _told(view)
    if view.spans and (found := view.tongue.vague_amounts.search(told)):
        return found
    if isinstance(view.item, Judgement):
        return None
    asks = frozenset(view.stem.asks)
    clause = view.tongue.relative_clause
    parts = (part if part in asks else clause.sub(" ", part) for part in cut(told))
    return next(filter(None, map(view.tongue.vague_habits.search, parts)), None)


def _told(view: ItemView) -> str:
    """The stem in small letters without what it quotes: that is somebody's word."""
    return view.tongue.settled.sub("", QUOTED.sub("“”", view.stem.low))


def _first(words: tuple[str, ...], but: frozenset[str]) -> str:
    return next((word for word in words if word not in but), "")
