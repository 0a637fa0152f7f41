"""Words that a scene holds in passing: who is there, where, when and how many."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from builder.checks.writing.view import Choice, ItemView
from builder.model.items import Judgement

MANY = 4
"""The smallest number that isn't said by chance."""


class Scene:
    """The words of a stem and of its keys by what they do in the scene."""

    def __init__(self, view: ItemView, keys: Sequence[Choice]) -> None:
        """``keys`` are the options of ``view`` that are looked at together."""
        self.stem = view.stem
        self.tongue = view.tongue
        self.keys = keys
        self.distractors = view.distractors
        self.judged = isinstance(view.item, Judgement)

    def bystander(self, word: str, told: str) -> bool:
        """Whether it only says who, where or how many: a name, a place, a number, a team, a role (not put to a noun).

        ``word`` is how the stem says it, and ``told`` how a key does.
        """
        named = word in self.stem.names and any(told in key.names for key in self.keys)
        if named or self.tongue.is_setting(told) or self.tongue.is_time(told) or self._of_a_group(word):
            return True
        return self.tongue.is_person(word) and self.tongue.is_person(told) and not self._attribute(told)

    def one_of_several(self, word: str, told: str) -> bool:
        """Whether it names somebody, and a distractor somebody else of the stem: then people are what is to choose."""
        tongue, names = self.tongue, self.stem.names
        if word not in names or not any(told in key.names for key in self.keys):
            return False
        others = {other for choice in self.distractors for other in choice.names & names}
        return any(tongue.root_of(other) and not tongue.is_time(other) for other in others)

    def may_be_asked(self, told: str) -> bool:
        """Whether the question can turn on such a word: a number or "the desk" stands in it as it does elsewhere."""
        return told not in self.tongue.numerals and told not in self.tongue.groups

    def may_be_repeated(self, told: str) -> bool:
        """Whether saying it twice makes it matter; any scene has two or three of a thing."""
        tongue = self.tongue
        return told not in tongue.groups and tongue.numerals.get(told, MANY) >= MANY and not self._measure(told)

    def hangs_on(self, told: str) -> bool:
        """Whether an answer hangs on a time that comes back in it.

        All that can be done in a case has its time, and the unit after a number ("ten minutes") is none.
        """
        return not self.judged and self.tongue.is_time(told) and not self._measure(told)

    def _measure(self, told: str) -> bool:
        numerals = self.tongue.numerals
        return any(
            after == told and (one in numerals or one.isdigit())
            for words in (self.stem.words, *(key.words for key in self.keys))
            for one, after in pairwise(words)
        )

    def _of_a_group(self, word: str) -> bool:
        """Whether the stem says ``word`` only to name a group: "the meter team"."""
        return any(
            self._before_groups(word, (*words, "")) for words in (self.stem.words, *(key.words for key in self.keys))
        )

    def _before_groups(self, word: str, words: Sequence[str]) -> bool:
        """Whether a group follows ``word`` wherever it stands."""
        after = {words[at + 1] for at, one in enumerate(words[:-1]) if one == word}
        return bool(after) and after <= self.tongue.groups

    def _attribute(self, word: str) -> bool:
        """Whether a key puts ``word`` to a noun: "the caretaker's phone", "an expert flag"."""
        for key in self.keys:
            for one, after in zip(key.words, (*key.words[1:], ""), strict=True):
                if one == word and after and (one.endswith("'s") or self.tongue.root_of(after)):
                    return True
        return False
