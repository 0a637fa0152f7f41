"""An option as the rules of item writing see it."""

from __future__ import annotations

from collections.abc import Sequence

from builder.checks.writing.labels import own_label
from builder.checks.writing.late import late
from builder.checks.writing.phrase import Phrase
from builder.checks.writing.pointing import OfOthers
from builder.checks.writing.tongue import Tongue
from builder.model.items import Option

_QUOTES = "\"“«'"
_MARK = late(r"[\"“«'(\[]*\w[.:)\]]")
_FIRST = 2
"""Options of which each has its label where the options are labelled."""


class Choice(Phrase):
    """An option: its words, whether it is a key, and its ``start`` without a label or a quotation mark."""

    def __init__(self, option: Option, tongue: Tongue, *, key: bool) -> None:
        """``key`` says whether choosing the option is right."""
        super().__init__(option.text, tongue)
        self.start = self.text.plain.lstrip(f"{_QUOTES}(")
        self.bare = self.low
        """The text in small letters without a label."""
        self.typed = self.text.plain
        """The text without a label."""
        self.said = self.words
        """The words without a label."""
        self.labelled = False
        self.key = key
        self.of_others: OfOthers = ""
        """What it says of the others, as `tell_others` finds it."""
        self.aside = False
        """Whether it says that there is none of what the others are."""
        self.by_label = False
        """Whether it says so by their labels alone."""

    @property
    def quoted(self) -> bool:
        """Whether it begins with a quotation mark."""
        return self.typed[:1] in _QUOTES

    def cut_label(self, length: int) -> None:
        """Set aside a label of so many letters."""
        self.typed = self.text.plain[length:]
        self.bare = self.low[length:]
        self.start = self.typed.lstrip(f"{_QUOTES}(")
        self.said = self.words[1:]
        self.labelled = True


def speaking_beside(choice: Choice, choices: Sequence[Choice]) -> list[Choice]:
    """The other options that, as far as is told, speak for themselves."""
    return [other for other in choices if other is not choice and not other.of_others]


def show_labels(choices: Sequence[Choice]) -> None:
    """Set labels aside, where the first options show theirs."""
    if len(choices) < _FIRST or not _MARK.match(choices[0].low):
        return
    labels = [own_label(choice.low, at) for at, choice in enumerate(choices)]
    if all(labels[:_FIRST]):
        for choice, length in zip(choices, labels, strict=True):
            if length:
                choice.cut_label(length)
