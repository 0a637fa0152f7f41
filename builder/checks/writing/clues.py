"""Answers that stand in the stem."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.answers import number
from builder.checks.writing.passing import bystander
from builder.checks.writing.phrase import words_of
from builder.checks.writing.tongue import Tongue
from builder.checks.writing.view import Choice, Found, ItemView
from builder.model.items import Cloze, Judgement, Numeric, ShortAnswer

SHORT = 4
"""Letters of a word that may be a form of too many others."""


def answer_in_stem(view: ItemView) -> Iterator[Found]:
    """The right answer stands in the stem, or all that sets it apart from the other options."""
    help_ = "take the answer out of the stem"
    for answer in _typed(view) if not view.choices else _chosen(view):
        yield Found(view.item.stem, f"the answer '{answer[:40]}' stands in the stem", help_, answer)
        return


def _typed(view: ItemView) -> Iterator[str]:
    """The accepted answers that stand in the stem."""
    match view.item:
        case ShortAnswer(accepted=accepted):
            answers = [line.plain for line in accepted]
        case Numeric(answer=answer) if number(answer.plain) is not None:
            answers = [answer.plain]
        case Cloze(gaps=gaps):
            answers = [line.plain for gap in gaps for line in gap.accepted]
        case _:
            return
    stem = _bare(view.stem.words, view.tongue)
    for plain in answers:
        words = _bare(words_of(plain), view.tongue)
        if len("".join(words)) > 1 and (_within(words, stem) or _formed(words, view)):
            yield plain


def _formed(words: tuple[str, ...], view: ItemView) -> bool:
    """Whether an answer of one word is a form of a word of the stem: "label" of "unlabelled"."""
    return len(words) == 1 and len(words[0]) > SHORT and view.tongue.root_of(words[0]) in view.stem.roots


def _chosen(view: ItemView) -> Iterator[str]:
    """The keys that stand in the stem as a whole, while no distractor does; else the words that set the key apart."""
    told = [choice for choice in view.keys if choice.roots and f" {choice.line} " in f" {view.stem.line} "]
    if told:
        if not any(f" {choice.line} " in f" {view.stem.line} " for choice in view.distractors):
            yield from (choice.text.plain for choice in told)
    elif word := _set_apart(view):
        yield word


def _set_apart(view: ItemView) -> str:
    """The last of the telling words that set the key apart, where all of them stand in the stem; else empty."""
    key = view.the_key
    if key is None or key not in view.own or isinstance(view.item, Judgement):
        return ""
    if not (view.stem.roots.keys() & key.roots.keys()):
        return ""
    roots = key.roots.keys() - set[str]().union(*(choice.roots for choice in view.own if choice is not key))
    stem = set(_bare(view.stem.words, view.tongue))
    words = [word for root, word in key.roots.items() if root in roots]
    if not all(word.removesuffix("s") in stem and not bystander(word, key, view) for word in words):
        return ""
    told = [word for word in words if not view.tongue.is_everyday(view.tongue.root_of(word))]
    return "" if not told or _does_more(key, view) else told[-1]


def _does_more(key: Choice, view: ItemView) -> bool:
    """Whether a verb of any talk, which stands neither in the stem nor in another option, sets the key apart too."""
    verbs = key.vocabulary & view.tongue.light_verbs
    if not verbs:
        return False
    spoken = view.stem.vocabulary.union(*(choice.vocabulary for choice in view.own if choice is not key))
    stem_of = view.tongue.stem_of
    return not set(map(stem_of, verbs)) <= set(map(stem_of, spoken))


def _bare(words: tuple[str, ...], tongue: Tongue) -> tuple[str, ...]:
    return tuple(word.removesuffix("s") for word in words if word not in tongue.articles)


def _within(words: tuple[str, ...], text: tuple[str, ...]) -> bool:
    return set(text).issuperset(words) and any(
        text[at : at + len(words)] == words for at in range(len(text) - len(words) + 1)
    )
