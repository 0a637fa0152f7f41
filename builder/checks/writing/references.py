"""Options that speak of the other options: all of these, none of them, the first two."""

from __future__ import annotations

from typing import NamedTuple

from builder.checks.writing.late import late
from builder.checks.writing.lists import NO_WORDS, Words
from builder.checks.writing.phrase import words_of
from builder.checks.writing.pointing import OfOthers, Pointing

LONGEST = 14
"""Words of the longest option that is looked at."""
_LABELS = frozenset((*"bcdefgh", *"123456789", "i", "ii", "iii", "iv", "v", "vi"))
_ORDER = (*"123456789", *"abcdefghi", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_EACH = 9
_JOINED = late(r"[+&/,]")
_RANGE = late(r"\w ?\N{EN DASH} ?\w")
_CAPITAL = late(
    r"(?<![\w'])(?:(?<!^)[A-H]|[B-H]|A(?=\W*(?:[,+&/]|(?:and|or|as|with|plus|to|nor|but|only|is)\b)))(?![\w'])"
)
"""A letter that may name an option: "A" at the start only where it is no article."""


class Said(NamedTuple):
    """What an option says, without a label before it: its text and words.

    ``last`` says that no option follows that speaks for itself; ``topic`` are the words by which the stem says what
    kind of thing it asks for, and those that several options share; ``negated``, that it asks for what doesn't hold.
    """

    text: str
    words: tuple[str, ...]
    topic: Words = NO_WORDS
    last: bool = True
    negated: bool = False


def of_others(said: Said, pointing: Pointing) -> OfOthers:
    """What an option says of the others, if `Pointing.may_point` holds for its words."""
    if len(said.words) > LONGEST:
        return ""
    words = _plainly(said.words, pointing)
    if words and (told := _gathered(words, said, pointing)):
        return told
    if words and _combines(words, pointing, said.text):
        return "combined"
    head, comma, _ = said.text.partition(", ")
    return _gathered(_plainly(words_of(head), pointing), said, pointing) if comma and said.last else ""


def _plainly(words: tuple[str, ...], pointing: Pointing) -> tuple[str, ...]:
    line = " ".join(words)
    if pointing.any_spoken.search(line):
        for pattern, instead in pointing.spoken:
            line = pattern.sub(instead, line)
    return tuple(pointing.framing.sub("", line).split())


def _gathered(words: tuple[str, ...], said: Said, pointing: Pointing) -> OfOthers:
    """Whether all of the others are meant, or none."""
    labels = [word for word in words if word in _LABELS or word == "a"]
    if len(labels) > 1 and words[0] in pointing.none_first:
        return "none" if all(word in labels or pointing.knows(word) for word in words) else ""
    if len(labels) > 1:
        words = tuple(word for word in words if word not in labels)
    if not words:
        return ""
    of_its_kind = said.last and _of_its_kind(words, pointing, said.topic)
    if words[0] in pointing.all_first and (of_its_kind or _points(words, pointing, said.topic, unknown=0)):
        denied = not pointing.denials.isdisjoint(words) and not said.negated
        return "none" if denied else "all"
    if words[0] in pointing.none_first and _points(words, pointing, said.topic, unknown=int(said.last)):
        return "none"
    return ""


def _points(words: tuple[str, ...], pointing: Pointing, topic: Words, *, unknown: int) -> bool:
    """Whether the words after the first only point, but for one noun at a marker and as many more as ``unknown``."""
    strange = [at for at, word in enumerate(words) if at and not pointing.knows(word)]
    after = pointing.markers - pointing.determiners
    before = pointing.determiners | (pointing.counts - pointing.single)
    marked = [at for at in strange if words[at - 1] in before or (*words, "")[at + 1] in after]
    bare = words[0] in pointing.bare
    if len(strange) > max(unknown, len(marked[:1])):
        return False
    if strange and not marked:
        noun = words[strange[0]]
        return bare and words[strange[0] - 1] in pointing.before_nouns and (noun.endswith("s") or _asked(noun, topic))
    if strange and words[strange[0] - 1] in pointing.counts:
        return bare and len(words) > 3  # noqa: PLR2004 - "all of the three desks", but not "all three desks"
    rest = frozenset(words[1:]).difference(() if bare else pointing.singular)
    if not rest.isdisjoint(pointing.markers) or (bare and not rest.isdisjoint(pointing.loose_nouns)):
        return bare or len(words) > 2  # noqa: PLR2004 - "nothing on this list", but not "no list"
    if not rest.isdisjoint(pointing.nouns):
        return bare or len(words) > 2  # noqa: PLR2004 - "no answer is right", but not "no answer"
    return bare and rest <= pointing.counts | pointing.links


def _of_its_kind(words: tuple[str, ...], pointing: Pointing, topic: Words) -> bool:
    """Whether the words are "all" and one noun that the item is about: "Which desk …?", "All three desks"."""
    strange = [word for word in words[1:] if not pointing.knows(word)]
    return len(strange) == 1 and words[-1] == strange[0] and _asked(strange[0], topic)


def _asked(noun: str, topic: Words) -> bool:
    return not topic.isdisjoint({noun, noun.removesuffix("s"), f"{noun}s"})


def places_named(words: tuple[str, ...], pointing: Pointing, text: str = "") -> int:
    """How many options an option names by letter or number, all between the ends of a range included."""
    words = _plainly(words, pointing)
    labels = [word for word in words if word in _LABELS or word == "a"]
    labels = labels if "ii" in labels else [word for word in labels if word != "i"]
    if not (pointing.none_first | pointing.denials).isdisjoint(words) or "or" in words:
        return 0
    if len(labels) == 2 and (not pointing.ranges.isdisjoint(words) or _RANGE.search(text)):  # noqa: PLR2004 - "1 to 3"
        one, other = (_ORDER.index(label) % _EACH if label in _ORDER else -1 for label in labels)
        return max(other - one + 1, 0)
    return len(set(labels))


def _combines(words: tuple[str, ...], pointing: Pointing, text: str) -> bool:
    """Whether the words name two options or more by their places, and nothing else."""
    if words[0] in pointing.none_first and words[0] in pointing.bare:
        return False
    if all(word.isdigit() or word == "to" for word in words[words[0] in pointing.links :]) and not _JOINED.search(text):
        return False
    letters = {word for word in words if word in _LABELS} | {found.casefold() for found in _CAPITAL.findall(text)}
    if letters - {"a"}:
        letters |= {"a"} & set(words)
    places = [word for word in words if word in letters or word in pointing.ordinals]
    counted = {word for word in words if word in pointing.counts}
    strange = [word for word in words if word not in places and not pointing.knows(word)]
    gathers = words[0] in pointing.pairs or words[0] in pointing.all_first
    pointed = not frozenset(words).isdisjoint(pointing.markers | pointing.nouns | pointing.loose_nouns)
    of_a_kind = pointed and len(places) > 1 and strange == [words[0]]
    if strange and not of_a_kind and not (gathers and places and counted and strange == [words[-1]]):
        return False
    if words[0] in pointing.pairs:
        return len(words) == 1 or bool(places or counted) or pointed
    if words[0] in pointing.all_first:
        return bool(places) and (bool(counted) or not pointing.joins.isdisjoint(words))
    if len(places) > 1 or (places and counted - pointing.single):
        return True
    if words[0] in counted and len(counted) > 1 and not pointing.choosing.isdisjoint(words):
        return False
    said = pointed or not pointing.verdicts.isdisjoint(words)
    return (said and len(counted) > 1) or (pointed and words[0] in counted)
