"""What an item asks for, by which its options can be told to speak of each other."""

from __future__ import annotations

from collections.abc import Sequence

from builder.checks.writing.gathering import KIND, LABEL, WEAK
from builder.checks.writing.once import once
from builder.checks.writing.phrase import Phrase

_LABELS = frozenset((*"abcdefgh", *"123456789", "i", "ii", "iii", "iv", "v", "vi"))

LABELS = 2
"""Words that an option shares with another and that are labels in both: "a and c", "a to d"."""
_WORDS_TOO = frozenset({"a", "i"})


class Asked:
    """The words of a stem's question, as far as an option may speak of other options with them."""

    def __init__(self, stem: Phrase, others: Sequence[Phrase], option: Phrase) -> None:
        """``others`` are the options that ``option`` may speak of."""
        self.stem = stem
        self.others = others
        self.option = option

    def does(self, word: str) -> str:
        """What a word does that the language knows nothing of."""
        return self.names(word) or (WEAK if len(word) > 1 and self._root(word) in self.stem.asked else "")

    def names(self, word: str) -> str:
        """Whether it names an option or what is asked for; the other words of the question count for nothing."""
        if word in self.labels:
            return LABEL
        return KIND if len(word) > 1 and self._root(word) in self.stem.kinds else ""

    @once
    def labels(self) -> frozenset[str]:
        """The words of the option that name others by a letter or number; amounts have numbers of their own."""
        found = (self.option.vocabulary & _LABELS) - (self.stem.vocabulary - _WORDS_TOO)
        if not found - _WORDS_TOO:
            return frozenset()
        spoken = (other.words for other in self.others if len({*other.words} & found) < LABELS)
        found = found.difference(*spoken) | (found & _WORDS_TOO)
        if not found - _WORDS_TOO or any(map(str.isdigit, "".join(other.low for other in self.others))):
            found -= {word for word in found if word.isdigit()}
        return frozenset(found if found - _WORDS_TOO else ())

    def _root(self, word: str) -> str:
        return self.stem.whole_root(word)
