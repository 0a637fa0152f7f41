"""Words of the stem that come back in the key alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from builder.checks.writing.late import late
from builder.checks.writing.phrase import Phrase
from builder.checks.writing.tongue import Tongue
from builder.checks.writing.view import Choice, Found, ItemView

_FIGURES = late(r"\d+(?:[.:,]\d+)*")
FEW = 4
"""The smallest number that isn't in any scene."""


def shared_words(view: ItemView) -> Iterator[Found]:
    """A word of meaning comes back in the key (of several keys: in most) and in no distractor.

    Item writers call it a clang: T. Haladyna, S. Downing, M. Rodriguez, A Review of Multiple-Choice Item-Writing
    Guidelines for Classroom Assessment, Applied Measurement in Education 15 (2002), guideline 28b.
    """
    keys = [choice for choice in view.keys if choice in view.own]
    if not keys or not view.distractors or len(keys) < len(view.keys):
        return
    told = _of_most([_meanings(key, view.tongue) for key in keys])
    echoes = told.intersection(_meanings(view.stem, view.tongue)) if told else told
    if echoes:
        echoes = echoes.difference(*(_meanings(choice, view.tongue) for choice in view.own if not choice.key))
    if echoes and not _names_all(view):
        yield _found(keys, echoes, view.tongue)


def _found(keys: Sequence[Choice], echoes: frozenset[str], tongue: Tongue) -> Found:
    key, word = next((key, word) for key in keys for root, word in _meanings(key, tongue).items() if root in echoes)
    help_ = "use another word in the key, or the same in a distractor"
    return Found(key.text, f"'{word}' of the stem comes back in the key alone", help_, word)


def _meanings(phrase: Phrase, tongue: Tongue) -> dict[str, str]:
    """The words of meaning by what they are without their endings, and the numbers by their figures."""
    words = phrase.roots.items()
    found = {root: word for root, word in words if not tongue.is_small(root) and word not in tongue.numerals}
    found.update(_numbers(phrase, tongue))
    return found


def _numbers(phrase: Phrase, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """Numbers that not any scene has, in figures and as they are said; a clock time is one."""
    for figures in _FIGURES.findall(phrase.low):
        if not figures.isdecimal() or int(figures) >= FEW:
            yield figures, figures
    for word in phrase.words:
        number = tongue.numerals.get(word, 0)
        if number >= FEW:
            yield f"{number:g}", word


def _of_most(keys: Sequence[dict[str, str]]) -> frozenset[str]:
    """What more than half of the keys hold."""
    if len(keys) == 1:
        return frozenset(keys[0])
    count = Counter(root for key in keys for root in key)
    return frozenset(root for root, times in count.items() if times > len(keys) / 2)


def _names_all(view: ItemView) -> bool:
    """Whether the options are the things the stem names: what tells each from the others stands in the stem."""
    shared = frozenset.intersection(*(frozenset(choice.roots) for choice in view.own))
    apart = [choice.roots.keys() - shared for choice in view.own]
    return all(roots and roots <= view.stem.roots.keys() for roots in apart)
