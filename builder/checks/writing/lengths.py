"""Lengths that tell: a key fuller than its distractors, options of very different length."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.writing.view import Choice, Found, ItemView

FULLER, LETTERS_MORE, WORDS_MORE = 1.25, 15, 5
"""A key gives itself away when it is so many times as long as each distractor, and so many letters or words longer."""
UNEVEN, MANY_WORDS = 3, 8
"""Options differ too much when the longest is so many times the shortest, and has at least so many words."""


def longest_key(view: ItemView) -> Iterator[Found]:
    """The only key is clearly the longest option."""
    key = view.the_key
    if key is not None and (longest := _fuller(view, key)):
        message = f"the key has {_length(key)} letters, the longest distractor {longest}"
        yield Found(key.text, message, "cut the key, or make a distractor as full as the key")


def uneven_lengths(view: ItemView) -> Iterator[Found]:
    """The longest option is three times the shortest, and it isn't that the key alone is long."""
    counts = [len(choice.words) for choice in view.own]
    if not counts or max(counts) < max(MANY_WORDS, UNEVEN * min(counts)):
        return
    key = view.the_key
    if key is None or not _fuller(view, key):
        message = f"options of {min(counts)} to {max(counts)} words"
        yield Found(view.own[counts.index(max(counts))].text, message, "bring the options to about one length")


def _fuller(view: ItemView, key: Choice) -> int:
    """The length of the longest distractor where the key outdoes it clearly, else 0."""
    longest = max(map(_length, view.distractors))
    words = max(len(choice.words) for choice in view.distractors)
    more = _length(key) >= longest + LETTERS_MORE or len(key.words) >= words + WORDS_MORE
    return longest if more and _length(key) >= FULLER * longest else 0


def _length(choice: Choice) -> int:
    return len(choice.low)
