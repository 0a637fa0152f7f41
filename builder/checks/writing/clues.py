"""Answers that stand in the stem."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.answers import number
from builder.checks.writing.phrase import words_of
from builder.checks.writing.tongue import Tongue
from builder.checks.writing.view import Found, ItemView
from builder.model.items import Cloze, Numeric, ShortAnswer


def answer_in_stem(view: ItemView) -> Iterator[Found]:
    """The right answer stands in the stem, and no other option does."""
    help_ = "take the answer out of the stem"
    stem = _bare(view.stem.words, view.tongue)
    for answer in _answers(view, stem):
        words = _bare(words_of(answer), view.tongue)
        if len("".join(words)) > 1 and _within(words, stem):
            yield Found(view.item.stem, f"the answer '{answer[:40]}' stands in the stem", help_, answer)
            return


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
