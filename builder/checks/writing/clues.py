"""Words of the stem that lead to the key."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.answers import number
from builder.checks.writing.counts import LONGEST_STEM
from builder.checks.writing.phrase import words_of
from builder.checks.writing.tongue import Tongue
from builder.checks.writing.view import Found, ItemView
from builder.model.items import Cloze, Numeric, ShortAnswer


def shared_words(view: ItemView) -> Iterator[Found]:
    """A telling word of the stem comes back in the key and in no distractor.

    A name doesn't count where a distractor bears another name of the stem.
    """
    key = view.the_key
    if key is None or key not in view.own:
        return
    asked, names = _asked(view), view.stem.names
    distractors = [choice for choice in view.own if not choice.key]
    others = set().union(*(choice.roots for choice in distractors))
    named = any(word in names for choice in distractors for word in choice.names)
    for root, word in key.roots.items():
        if root in asked and root not in others and not (named and word in key.names and word in names):
            help_ = "use another word in the key, or the same in a distractor"
            yield Found(key.text, f"'{word}' of the stem comes back in the key alone", help_, word)
            return


def answer_in_stem(view: ItemView) -> Iterator[Found]:
    """The right answer stands in the stem, and no other option does."""
    help_ = "take the answer out of the stem"
    stem = _bare(view.stem.words, view.tongue)
    for answer in _answers(view, stem):
        words = _bare(words_of(answer), view.tongue)
        if len("".join(words)) > 1 and _within(words, stem):
            yield Found(view.item.stem, f"the answer '{answer[:40]}' stands in the stem", help_, answer)
            return


def _asked(view: ItemView) -> dict[str, str]:
    """The telling words of the stem; of a long one only those of its question."""
    if len(view.stem.words) <= LONGEST_STEM:
        return view.stem.roots
    asks = {word for ask in view.stem.asks for word in words_of(ask)}
    return {root: word for root, word in view.stem.roots.items() if word in asks}


def _answers(view: ItemView, stem: tuple[str, ...]) -> Iterator[str]:
    match view.item:
        case ShortAnswer(accepted=accepted):
            yield from (answer.plain for answer in accepted)
        case Numeric(answer=answer) if number(answer.plain) is not None:
            yield answer.plain
        case Cloze(gaps=gaps):
            yield from (answer.plain for gap in gaps for answer in gap.accepted)
        case _:
            told = [choice for choice in view.keys if _within(_bare(choice.words, view.tongue), stem)]
            if told and not any(_within(_bare(choice.words, view.tongue), stem) for choice in view.distractors):
                yield from (choice.text.plain for choice in told)


def _bare(words: tuple[str, ...], tongue: Tongue) -> tuple[str, ...]:
    return tuple(word.removesuffix("s") for word in words if word not in tongue.articles)


def _within(words: tuple[str, ...], text: tuple[str, ...]) -> bool:
    return set(text).issuperset(words) and any(
        text[at : at + len(words)] == words for at in range(len(text) - len(words) + 1)
    )
