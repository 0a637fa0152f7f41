"""Words of the stem that come back in the key alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from builder.checks.writing.counts import LONGEST_STEM
from builder.checks.writing.once import once
from builder.checks.writing.passing import Scene
from builder.checks.writing.stems import asks_nothing, early_gap
from builder.checks.writing.view import Choice, Found, ItemView
from builder.model.items import Judgement

IN_PASSING, TELLING = 1, 2
"""What a word weighs as an echo: one that only belongs to the scene or to any talk, and any other word of meaning."""
ASKED = 1
"""What it weighs more in the sentence that asks, or said twice: the scene turns on it."""
ENOUGH = 2
"""What the echoes of a key weigh together to tell."""
OF_A_TOPIC = 2
"""How much more is enough where the stem asks nothing: then one word is the topic of all options."""


def shared_words(view: ItemView) -> Iterator[Found]:
    """Telling words of the stem come back in the key (of several keys: in most) and in no distractor."""
    keys = [choice for choice in view.keys if choice in view.own]
    if not keys or not view.distractors or len(keys) < len(view.keys):
        return
    if number := _number(view, keys):
        yield _found(keys[0], number)
        return
    roots = _of_most(keys) & view.stem.roots.keys()
    roots = roots.difference(*(choice.roots for choice in view.own if not choice.key)) if roots else roots
    if not roots or _names_all(view):
        return
    echoes = Echoes(view, keys)
    weights = {root: echoes.weight(root) for key in keys for root in key.roots if root in roots}
    if sum(weights.values()) >= _enough(view) or echoes.whole:
        root = max(weights, key=lambda root: weights[root])
        key = next(key for key in keys if root in key.roots)
        word = key.roots[root]
        yield _found(key, word)


def _found(key: Choice, word: str) -> Found:
    help_ = "use another word in the key, or the same in a distractor"
    return Found(key.text, f"'{word}' of the stem comes back in the key alone", help_, word)


def _number(view: ItemView, keys: list[Choice]) -> str:
    """A number of the question that stands in the key and in no distractor; empty if there is none."""
    if len(keys) > 1 or isinstance(view.item, Judgement):
        return ""
    asked = {word for word in view.stem.question if word.isdigit()}
    found = asked.intersection(keys[0].words).difference(*(choice.words for choice in view.own if not choice.key))
    return min(found, default="")


def _of_most(keys: list[Choice]) -> frozenset[str]:
    """The telling words that more than half of the keys hold."""
    if len(keys) == 1:
        return frozenset(keys[0].roots)
    count = Counter(root for key in keys for root in key.roots)
    return frozenset(root for root, times in count.items() if times > len(keys) / 2)


def _names_all(view: ItemView) -> bool:
    """Whether the options are the things the stem names: what tells each from the others stands in the stem."""
    shared = frozenset.intersection(*(frozenset(choice.roots) for choice in view.own))
    apart = [choice.roots.keys() - shared for choice in view.own]
    return all(roots and roots <= view.stem.roots.keys() for roots in apart)


def _enough(view: ItemView) -> int:
    return ENOUGH + OF_A_TOPIC * (asks_nothing(view) and not early_gap(view))


class Echoes:
    """How much the words of a stem tell when they come back in its keys."""

    def __init__(self, view: ItemView, keys: list[Choice]) -> None:
        """``keys`` are the options of ``view`` that are looked at together."""
        self.stem = view.stem
        self.tongue = view.tongue
        self.keys = keys
        self.own = view.own
        self.scene = Scene(view, keys)
        self.for_not = bool(view.asks_for_not)
        """Whether what is not so is asked for: then it is no matter who is there or where."""
        self.long = len(view.stem.words) > LONGEST_STEM

    @once
    def whole(self) -> bool:
        """Whether the key as a whole stands in the stem, and no distractor does."""
        stem = f" {self.stem.line} "
        return len(self.keys) == 1 and [choice for choice in self.own if f" {choice.line} " in stem] == self.keys

    @once
    def asked(self) -> frozenset[str]:
        """The words of the stem's question, without their endings."""
        return frozenset(map(self.tongue.root_of, self.stem.question))

    @once
    def times(self) -> Counter[str]:
        """How often the stem says each of its words."""
        return Counter(map(self.tongue.root_of, self.stem.words))

    def weight(self, root: str) -> int:
        """What ``root`` weighs: more where the scene turns on it, less where it only says who, where or how many."""
        word, told = self.stem.roots[root], next(key.roots[root] for key in self.keys if root in key.roots)
        asked = root in self.asked
        if self.tongue.is_everyday(root) or (self.long and not asked):
            return IN_PASSING + ASKED * (not self.long and self._in_a_phrase(told))
        if self.scene.one_of_several(word, told):
            return 0
        if self.scene.hangs_on(told):
            return TELLING
        if self.scene.bystander(word, told):
            return IN_PASSING + ASKED * (not self.for_not and self._turned_to(root, told, asked=asked))
        return TELLING + ASKED * (asked or self.times[root] > 1)

    def _turned_to(self, root: str, told: str, *, asked: bool) -> bool:
        """Whether the scene turns on a bystander after all: it is asked for, said twice, or one of several."""
        repeated = self.times[root] > 1 and self.scene.may_be_repeated(told)
        return repeated or (asked and self.scene.may_be_asked(told)) or self._in_a_phrase(told)

    def _in_a_phrase(self, told: str) -> bool:
        """Whether a key says which one it is of several, as the stem does: "the third time"."""
        orders = self.tongue.pointing.orders
        return any(told in pair and not pair.isdisjoint(orders) for pair in self.pairs)

    @once
    def pairs(self) -> list[set[str]]:
        """Words that stand side by side in the stem and in a key."""
        said = set(pairwise(self.stem.words))
        return [set(pair) for key in self.keys for pair in pairwise(key.words) if pair in said and pair[0] != pair[1]]
