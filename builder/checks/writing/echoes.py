"""Words of the stem that come back in the key alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.checks.writing.counts import LONGEST_STEM
from builder.checks.writing.once import once
from builder.checks.writing.stems import asks_nothing
from builder.checks.writing.view import Choice, Found, ItemView
from builder.model.items import Judgement

IN_PASSING, TELLING = 1, 2
"""What a word weighs as an echo: one that many scenes hold, and any other word of meaning."""
ENOUGH, ENOUGH_OF_A_CASE = 2, 3
"""What the echoes of a key weigh together to tell; all options of a judgement act on the same case."""
TOPIC = 2
"""Telling words of a stem without a question that are its topic and no more."""


def shared_words(view: ItemView) -> Iterator[Found]:
    """Telling words of the stem come back in the key (of several keys: in most) and in no distractor."""
    keys = [choice for choice in view.keys if choice in view.own]
    if not keys or not view.distractors or len(keys) < len(view.keys):
        return
    roots = _of_most(keys) & view.stem.roots.keys()
    roots = roots.difference(*(choice.roots for choice in view.own if not choice.key)) if roots else roots
    if not roots or (len(view.stem.roots) <= TOPIC and asks_nothing(view)):
        return
    echoes = Echoes(view, keys)
    weights = {root: echoes.weight(root) for key in keys for root in key.roots if root in roots}
    enough = ENOUGH_OF_A_CASE if isinstance(view.item, Judgement) else ENOUGH
    if sum(weights.values()) >= enough or echoes.whole:
        root = max(weights, key=lambda root: weights[root])
        key = next(key for key in keys if root in key.roots)
        word = key.roots[root]
        help_ = "use another word in the key, or the same in a distractor"
        yield Found(key.text, f"'{word}' of the stem comes back in the key alone", help_, word)


def _of_most(keys: list[Choice]) -> frozenset[str]:
    """The telling words that more than half of the keys hold."""
    if len(keys) == 1:
        return frozenset(keys[0].roots)
    count = Counter(root for key in keys for root in key.roots)
    return frozenset(root for root, times in count.items() if times > len(keys) / 2)


class Echoes:
    """How much the words of a stem tell when they come back in its keys."""

    def __init__(self, view: ItemView, keys: list[Choice]) -> None:
        """``keys`` are the options of ``view`` that are looked at together."""
        self.stem = view.stem
        self.tongue = view.tongue
        self.keys = keys
        self.own = view.own
        self.long = len(view.stem.words) > LONGEST_STEM

    @once
    def whole(self) -> bool:
        """Whether the key as a whole stands in the stem, and no distractor does."""
        stem = f" {self.stem.line} "
        return len(self.keys) == 1 and [choice for choice in self.own if f" {choice.line} " in stem] == self.keys

    @once
    def asked(self) -> frozenset[str]:
        """The words of the stem's question."""
        return frozenset(self.stem.question)

    @once
    def times(self) -> Counter[str]:
        """How often the stem says each of its words."""
        return Counter(self.tongue.root_of(word) for word in self.stem.words)

    def weight(self, root: str) -> int:
        """What ``root`` weighs: a question and repetition make it count, a name or somebody's role doesn't."""
        word, told = self.stem.roots[root], next(key.roots[root] for key in self.keys if root in key.roots)
        if self.bystander(word, told):
            return IN_PASSING
        asked = any(self.tongue.root_of(part) == root for part in self.asked)
        if self.long and not asked:
            return IN_PASSING
        light = IN_PASSING if self.tongue.is_everyday(root) else TELLING
        return light + (asked or self.times[root] > 1)

    def bystander(self, word: str, told: str) -> bool:
        """Whether it only says who, where or when: a name, a time, a place, a team, a role (not put to a noun)."""
        named = word in self.stem.names and any(told in key.names for key in self.keys)
        if named or self.tongue.is_setting(told) or self._of_a_group(word):
            return True
        return self.tongue.is_person(word) and self.tongue.is_person(told) and not self._attribute(told)

    def _of_a_group(self, word: str) -> bool:
        """Whether the stem says ``word`` only to name a group: "the meter team"."""
        words = (*self.stem.words, "")
        after = {words[at + 1] for at, one in enumerate(words[:-1]) if one == word}
        return bool(after) and after <= self.tongue.groups

    def _attribute(self, word: str) -> bool:
        """Whether a key puts ``word`` to a noun: "the caretaker's phone", "an expert flag"."""
        for key in self.keys:
            for one, after in zip(key.words, (*key.words[1:], ""), strict=True):
                if one == word and after and (one.endswith("'s") or self.tongue.root_of(after)):
                    return True
        return False
