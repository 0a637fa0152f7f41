"""Options that say the same, begin the same, or mirror each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from builder.checks.answers import folded
from builder.checks.writing.late import late
from builder.checks.writing.tongue import Tongue
from builder.checks.writing.view import Choice, Found, ItemView

SHARED_WORDS = 3
"""So many words in a row at the start or end of every option belong into the stem."""
TAIL = 3
"""Letters at their ends by which most options differ."""
_SIGNS = late(r"[^\w\s+<>=%-]|(?<!\s)-(?=\s|$)|(?<=\w)-(?=\w)")
_JOINTS, _JOINING = frozenset(",;+/&"), frozenset(("and", "then", "plus", "or"))
_PART = late(r"\s*[,;+/&]\s*(?:and\s+|then\s+)?|\s+and\s+(?:then\s+)?|\s+then\s+|\s+plus\s+|\s+or\s+")

_Row = tuple[tuple[str, ...], int, tuple[str, ...]]
"""An option's words, how many of them are negatives, and the others without their endings."""


def repeated_option(view: ItemView) -> Iterator[Found]:
    """Two options that differ in articles or punctuation alone; those that read the same are found elsewhere."""
    ends = {choice.line.replace("-", "").replace(" ", "")[-TAIL:] for choice in view.choices}
    if len(ends) == len(view.choices):
        return
    seen: dict[str, Choice] = {}
    for choice in view.choices:
        if choice.of_others == "combined":
            continue
        words = _said(choice, view.tongue)
        other = seen.setdefault(words, choice)
        if other is not choice and words and folded(choice.text.plain) != folded(other.text.plain):
            message = f"'{choice.text.plain[:40]}' says the same as '{other.text.plain[:40]}'"
            yield Found(choice.text, message, "write another option")


def repeated_words(view: ItemView) -> Iterator[Found]:
    """Every option starts or ends with the same words."""
    typed = [_without_determiner(choice.said, view.tongue) for choice in view.own]
    if len(typed) < 2 or not all(typed):  # noqa: PLR2004 - one alone repeats nothing
        return
    stem_of = view.tongue.stem_of
    if all(len({stem_of(words[at]) for words in typed}) > 1 for at in (0, -1)):
        return
    rows = [[stem_of(word) for word in words] for words in typed]
    first, last = _shared(rows), _shared([row[::-1] for row in rows])
    for words, where in ((first, "starts"), (last, "ends")):
        if len(words) >= SHARED_WORDS:
            shared = " ".join(typed[0][: len(words)] if where == "starts" else typed[0][-len(words) :])
            message = f"every option {where} with '{shared}'"
            yield Found(view.own[0].text, message, "move these words into the stem", shared)
            return


def _without_determiner(words: tuple[str, ...], tongue: Tongue) -> tuple[str, ...]:
    """Words without an "all" or "only" that stands before what the options share."""
    return words[1:] if words and words[0] in tongue.absolutes else words


def opposite_options(view: ItemView) -> Iterator[Found]:
    """Exactly two of the options are each other's negation or mirror."""
    words = view.tongue.opposing
    if all(choice.vocabulary.isdisjoint(words) for choice in view.own):
        return
    negatives = view.tongue.negatives
    counts = [
        0 if choice.vocabulary.isdisjoint(negatives) else sum(word in negatives for word in choice.words)
        for choice in view.own
    ]
    told = len(set(counts)) > 1
    rows = [
        (choice.words, count, _bare(choice.words, view.tongue) if told else ())
        for choice, count in zip(view.own, counts, strict=True)
    ]
    pairs = [pair for pair in combinations(range(len(rows)), 2) if _opposed(rows[pair[0]], rows[pair[1]], view.tongue)]
    if len(pairs) == 1:
        one, other = (view.own[at] for at in pairs[0])
        message = f"'{one.text.plain[:40]}' and '{other.text.plain[:40]}' are opposites: one of them must be the key"
        yield Found(other.text, message, "write one of them anew, or give the other options an opposite too")


def convergence(view: ItemView) -> Iterator[Found]:
    """The key is made of the parts that come back most often in the other options."""
    key = view.the_key
    joined = _parts(key) if key is not None else frozenset[str]()
    if key is None or len(joined) < 2:  # noqa: PLR2004 - one part combines nothing
        return
    parts = {choice: joined if choice is key else _parts(choice) for choice in view.choices}
    count = Counter(part for own in parts.values() for part in own)
    shared = {choice: sum(count[part] - 1 for part in own) for choice, own in parts.items()}
    combined = all(count[part] > 1 for part in parts[key])
    if combined and shared[key] > max(shared[choice] for choice in view.distractors):
        yield Found(key.text, "the key combines what the other options share", "let a distractor share as many parts")


def _parts(choice: Choice) -> frozenset[str]:
    """What an option joins."""
    text = choice.low.strip(' .!“”"')
    alone = _JOINTS.isdisjoint(text) and _JOINING.isdisjoint(choice.words)
    return frozenset((text,) if alone else _PART.split(text)) - {""}


def _said(choice: Choice, tongue: Tongue) -> str:
    """What an option says, without spaces, articles and punctuation; signs of numbers stay."""
    if choice.low.isalpha():
        return choice.low
    return "".join(word for word in _SIGNS.sub(" ", choice.low).split() if word not in tongue.articles)


def _shared(rows: Sequence[Sequence[str]]) -> list[str]:
    shared = []
    for words in zip(*rows, strict=False):
        if len(set(words)) > 1:
            break
        shared.append(words[0])
    return shared


def _opposed(first: _Row, second: _Row, tongue: Tongue) -> bool:
    one, other = first[0], second[0]
    if first[1] != second[1]:
        short, long = sorted((first[2], second[2]), key=len)
        if short and (short == long or (len(short) >= SHARED_WORDS and long[: len(short)] == short)):
            return True
    if len(one) != len(other):
        return False
    apart = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return 0 < len(apart) <= 2 and all(  # noqa: PLR2004 - "more … than" beside "less … than", "before" beside "after"
        pair in tongue.opposites or pair[::-1] in tongue.opposites for pair in apart
    )


def _bare(words: tuple[str, ...], tongue: Tongue) -> tuple[str, ...]:
    plain = (tongue.contracted.get(word, word) for word in words)
    return tuple(tongue.stem_of(part) for word in plain for part in word.split() if part not in tongue.negating)
