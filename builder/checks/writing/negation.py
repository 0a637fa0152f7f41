"""Negations: what is asked for is what is not so."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.writing.phrase import QUOTED, words_of
from builder.checks.writing.view import Choice, Found, ItemView
from builder.model.items import TrueFalse


def negative_stem(view: ItemView) -> Iterator[Found]:
    """The stem asks for what is not so, and no emphasis says so."""
    word = view.asks_for_not
    if word and word not in view.stem.emphasised:
        help_ = f"ask for what is so, or set the word in bold: **{word}**"
        yield Found(view.item.stem, f"the stem asks for what is not so ('{word}'), and nothing marks it", help_, word)


def double_negative(view: ItemView) -> Iterator[Found]:
    """A negative question with a negative option, or two negatives in one question or statement."""
    if view.stem.vocabulary.isdisjoint(view.tongue.negative_marks):
        return
    if isinstance(view.item, TrueFalse):
        doubled = any(_negatives(part, view) > 1 for part in view.stem.sentences)
    else:
        doubled = any(_negatives(part, view) > 1 for part in _without_told(view)) or _turned_twice(view)
    if doubled:
        yield Found(view.item.stem, "two negatives in one sentence", "say it without any")
    elif word := view.asks_for_not:
        for choice in view.choices:
            if _negative(choice, view):
                message = f"a negative option to a negative question ('{word}')"
                yield Found(choice.text, message, "ask for what is so, or word the option without a negative")
                return


def negative_statement(view: ItemView) -> Iterator[Found]:
    """The statement to judge is a negation."""
    if isinstance(view.item, TrueFalse):
        main = view.stem.main_asks[-1] if view.stem.main_asks else ""
        if found := view.tongue.denial.search(main):
            message = f"the statement is a negation ('{found[0]}'): 'false' would say that it isn't not so"
            yield Found(view.item.stem, message, "say what is so, true or false", found[0])


def _without_told(view: ItemView) -> Iterator[str]:
    """The sentences that ask, without the clauses that only tell which thing is meant."""
    return (view.tongue.relative_clause.sub(" ", ask) for ask in view.stem.asks)


def _negatives(sentence: str, view: ItemView) -> int:
    return len(view.tongue.negation.findall(sentence))


def _negative(choice: Choice, view: ItemView) -> bool:
    """Whether an option has a negative of its own; what it quotes is somebody else's."""
    low = QUOTED.sub(" ", choice.low)
    tongue = view.tongue
    told = not tongue.negatives.isdisjoint(words_of(low)) and tongue.negation.search(low)
    return bool(told or tongue.negated.search(low))


def _turned_twice(view: ItemView) -> bool:
    """Whether a question asks for what is not so about not doing a thing: "What should you not leave out?"."""
    word = view.asks_for_not
    return bool(word) and any(
        word not in found[0] and found[0] not in word
        for main in view.stem.main_asks
        for found in view.tongue.undone.finditer(main)
    )
