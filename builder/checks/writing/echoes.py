"""Words of the stem that come back in the key alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from builder.checks.writing.late import late
from builder.checks.writing.phrase import Phrase
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
    echoes = _of_most([_meanings(key) for key in keys])
    echoes = echoes & _meanings(view.stem).keys() if echoes else echoes
    for choice in view.own:
        if echoes and not choice.key:
            echoes = echoes - _meanings(choice).keys()
    if echoes and not _names_all(view):
        yield _found(keys, echoes)


def _found(keys: Sequence[Choice], echoes: frozenset[str]) -> Found:
    key, word = next((key, word) for key in keys for root, word in _meanings(key).items() if root in echoes)
    help_ = "use another word in the key, or the same in a distractor"
    return Found(key.text, f"'{word}' of the stem comes back in the key alone", help_, word)


def _meanings(phrase: Phrase) -> dict[str, str]:
    """The words of meaning by what they are without their endings, and the numbers by their figures."""
    tongue = phrase.tongue
    numerals = phrase.vocabulary & tongue.numerals.keys()
    small = tongue.roots_of_small()
    found = {root: word for root, word in phrase.roots.items() if root not in small and word not in numerals}
    found.update((f"{number:g}", word) for word in sorted(numerals) if (number := tongue.numerals[word]) >= FEW)
    figures = _FIGURES.findall(phrase.low)
    found.update((told, told) for told in figures if not told.isdecimal() or int(told) >= FEW)
    return found


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
