"""Words that are too strong, too soft or of no fixed size."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.writing.phrase import QUOTED
from builder.checks.writing.stems import makes_two_claims
from builder.checks.writing.view import Found, ItemView
from builder.model.items import Judgement, Reflection, TrueFalse
from builder.model.text import Text

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
    """A word that readers take differently stands where the answer is asked for or given; a story may hold it."""
    for text, part in _answering(view):
        if found := view.tongue.vague.search(QUOTED.sub("“”", part)):
            word = found["word"]
            yield Found(text, f"'{word}' has no fixed size", "say how often, how many or how soon", word)
            return


def _answering(view: ItemView) -> Iterator[tuple[Text, str]]:
    """The parts of an item that ask or answer, in small letters, with the text that each is of."""
    marks, item = view.tongue.vague_marks, view.item
    if isinstance(item, TrueFalse):
        yield item.stem, view.tongue.spoken.sub("", view.stem.low)
    elif not isinstance(item, Reflection) and not view.stem.vocabulary.isdisjoint(marks):
        yield from ((item.stem, ask) for ask in view.stem.asks)
    if not isinstance(item, Judgement):
        yield from ((choice.text, choice.low) for choice in view.choices if not choice.vocabulary.isdisjoint(marks))


def _first(words: tuple[str, ...], but: frozenset[str]) -> str:
    return next((word for word in words if word not in but), "")
