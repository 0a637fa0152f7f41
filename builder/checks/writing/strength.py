"""Words that are too strong, too soft or of no fixed size."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.writing.phrase import Phrase
from builder.checks.writing.tongue import Tongue
from builder.checks.writing.view import Found, ItemView
from builder.model.items import Reflection, TrueFalse


def absolute_words(view: ItemView) -> Iterator[Found]:
    """Two or more distractors hold an absolute word, and no key does."""
    told = [
        (choice, word) for choice in view.distractors if choice in view.own and (word := absolute(choice, view.tongue))
    ]
    if len(told) > 1 and view.keys and not any(absolute(choice, view.tongue) for choice in view.keys):
        choice, word = told[1]
        message = f"{len(told)} distractors hold words such as '{word}', and the key none"
        yield Found(choice.text, message, "word the distractors as mildly as the key", word)


def absolute_statement(view: ItemView) -> Iterator[Found]:
    """A false statement that an absolute word may be what makes false."""
    item = view.item
    if isinstance(item, TrueFalse) and not item.key and (word := absolute(view.stem, view.tongue)):
        help_ = "make a statement that is wrong in what it says, not in how far it goes"
        yield Found(item.stem, f"'{word}' tells that the statement is false", help_, word)


def hedged_key(view: ItemView) -> Iterator[Found]:
    """The key alone is softened."""
    key = view.the_key
    word = hedged(key, view.tongue) if key is not None else ""
    if key is not None and word and not any(hedged(choice, view.tongue) for choice in view.distractors):
        yield Found(key.text, f"the key alone is softened ('{word}')", "soften a distractor too, or nothing", word)


def vague_frequency(view: ItemView) -> Iterator[Found]:
    """The answer rests on a word that readers take differently."""
    if isinstance(view.item, Reflection):
        return
    tongue = view.tongue
    help_ = "say how often, how many or how soon"
    pattern = tongue.vague_claims if isinstance(view.item, TrueFalse) else tongue.vague_stems
    for ask in view.stem.asks:
        if found := pattern.search(ask):
            yield Found(view.item.stem, f"'{found['word']}' has no fixed size", help_, found["word"])
            return
    for choice in view.choices:
        if found := tongue.vague_options.search(choice.low):
            yield Found(choice.text, f"'{found['word']}' has no fixed size", help_, found["word"])
            return


def absolute(phrase: Phrase, tongue: Tongue) -> str:
    """The absolute word of a text; empty if it has none."""
    if phrase.vocabulary.isdisjoint(tongue.absolutes):
        found = tongue.absolute_phrases.search(phrase.line)
        return found[0] if found else ""
    rest = tongue.not_absolute.sub(" ", phrase.line).split()
    return next((word for word in rest if word in tongue.absolutes), "")


def hedged(phrase: Phrase, tongue: Tongue) -> str:
    """The word that softens a text; empty if none does."""
    found = tongue.hedge_phrases.search(phrase.line)
    return found[0] if found else next((word for word in phrase.words if word in tongue.hedges), "")
