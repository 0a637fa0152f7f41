"""Words that a scene holds in passing: who is there, where, when and how many."""

from __future__ import annotations

from collections.abc import Sequence

from builder.checks.writing.view import Choice, ItemView


def bystander(word: str, key: Choice, view: ItemView) -> bool:
    """Whether ``word`` only says who, where or how many: a name, a place, a number, a team, a role (not put to a noun).

    It stands in the stem and in ``key``.
    """
    tongue = view.tongue
    named = word in view.stem.names and word in key.names
    if named or tongue.is_setting(word) or tongue.is_time(word):
        return True
    if any(_before_groups(word, phrase.words, view) for phrase in (view.stem, key)):
        return True
    return tongue.is_person(word) and not _attribute(word, key)


def _before_groups(word: str, words: Sequence[str], view: ItemView) -> bool:
    """Whether ``word`` only names a group wherever it stands: "the meter team"."""
    after = {follows for one, follows in zip(words, (*words[1:], ""), strict=True) if one == word}
    return bool(after) and after <= view.tongue.groups


def _attribute(word: str, key: Choice) -> bool:
    """Whether a key puts ``word`` to a noun: "the caretaker's phone", "an expert flag"."""
    follows = zip(key.words, (*key.words[1:], ""), strict=True)
    return any(one == word and after and (one.endswith("'s") or key.tongue.root_of(after)) for one, after in follows)
