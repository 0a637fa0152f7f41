"""Two texts word by word: what stays, what goes, what comes; and whether old answers may still fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\s+|[\w'\N{RIGHT SINGLE QUOTATION MARK}-]+|[^\w\s]")
_WORD = re.compile(r"[\w'\N{RIGHT SINGLE QUOTATION MARK}-]+")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_TOO_LONG = 1000
"""From so many differing words on, they are told as one."""
_SPARSE = 0.3
"""Where a smaller share of words is the same, old and new are told as a whole."""
LARGE = 0.5
"""A question of which less than this share of words stays is likely to be another one."""
_FEW = 4
"""Of fewer words than this, no share is taken."""

NEGATIONS = {
    "en": frozenset({"not", "no", "never", "none", "without", "except", "least", "cannot", "isn't", "aren't", "don't",
                     "doesn't", "didn't", "can't", "won't", "shouldn't", "mustn't", "wasn't", "weren't"}),
    "es": frozenset({"no", "nunca", "jamás", "ningún", "ninguno", "ninguna", "sin", "excepto", "salvo", "menos"}),
    "fr": frozenset({"ne", "n'", "pas", "jamais", "aucun", "aucune", "sans", "sauf", "excepté", "moins"}),
    "de": frozenset({"nicht", "kein", "keine", "keinen", "nie", "niemals", "ohne", "außer"}),
}  # fmt: skip
"""Words that turn a question round, by language."""


def diff(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """(sign, words): ``=`` in both, ``-`` only in ``old``, ``+`` only in ``new``; together each text in its order."""
    was, now = _TOKEN.findall(old), _TOKEN.findall(new)
    head = _common(was, now)
    tail = _common(was[head:][::-1], now[head:][::-1])
    middle = was[head : len(was) - tail], now[head : len(now) - tail]
    made = [("=", "".join(was[:head])), *_middle(*middle), ("=", "".join(was[len(was) - tail :]))]
    return tuple(_joined(one for one in made if one[1]))


def _common(was: list[str], now: list[str]) -> int:
    pairs = zip(was, now, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(was), len(now)))


def _middle(was: list[str], now: list[str]) -> Iterator[tuple[str, str]]:
    if len(was) > _TOO_LONG or len(now) > _TOO_LONG:
        yield "-", "".join(was)
        yield "+", "".join(now)
        return
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    same = sum(
        _is_word(was[at]) for start, _, size in matcher.get_matching_blocks() for at in range(start, start + size)
    )
    if same < _SPARSE * max(sum(map(_is_word, was)), sum(map(_is_word, now))):
        yield "-", "".join(was)
        yield "+", "".join(now)
        return
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield "=", "".join(was[a:b])
        else:
            yield "-", "".join(was[a:b])
            yield "+", "".join(now[c:d])


def _is_word(token: str) -> bool:
    return token[0].isalnum()


def _joined(parts: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Differences with no word between them as one."""
    before, after, between = "", "", ""
    for sign, words in parts:
        if sign == "=" and ((before or after) and not any(one.isalnum() for one in words)):
            between += words
        elif sign == "=":
            yield from _told(before, after, between)
            before, after, between = "", "", ""
            yield "=", words
        elif words:
            before += between + (words if sign == "-" else "")
            after += between + (words if sign == "+" else "")
            between = ""
    yield from _told(before, after, between)


def _told(before: str, after: str, between: str) -> Iterator[tuple[str, str]]:
    """A difference without the space that both sides end with, and what follows it."""
    space = ""
    while before and after and before[-1] == after[-1] and before[-1].isspace():
        before, after, space = before[:-1], after[:-1], before[-1] + space
    if before:
        yield "-", before
    if after:
        yield "+", after
    if space + between:
        yield "=", space + between


def alarms(old: str, new: str, language: str) -> tuple[str, ...]:
    """Why answers to ``old`` may not fit ``new``: few words stay, a number or a negation differs."""
    was, now = _words(old), _words(new)
    found = []
    most = max(len(was), len(now))
    stay = _staying(was, now)
    if most >= _FEW and stay < LARGE * most:
        found.append(f"{stay} of {most} words stay")
    gone, come = _numbers(old), _numbers(new)
    if gone != come:
        found.append(f"a number was {', '.join(gone) or 'not there'}, is {', '.join(come) or 'not there'}")
    turns = NEGATIONS.get(language.partition("-")[0], frozenset())
    before, after = [one for one in was if one in turns], [one for one in now if one in turns]
    found += [f"'{one}' came" for one in _more(after, before)] + [f"'{one}' went" for one in _more(before, after)]
    return tuple(found)


def _words(text: str) -> list[str]:
    return [one.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for one in _WORD.findall(text)]


def _numbers(text: str) -> list[str]:
    """The numbers of a text without those that stand in its values' names."""
    return _NUMBER.findall(re.sub(r"\{\{.*?\}\}", "", text))


def _staying(was: list[str], now: list[str]) -> int:
    """How many words are in both, wherever they stand."""
    left: dict[str, int] = {}
    for one in was:
        left[one] = left.get(one, 0) + 1
    stay = 0
    for one in now:
        if left.get(one, 0):
            left[one] -= 1
            stay += 1
    return stay


def _more(many: list[str], few: list[str]) -> list[str]:
    return [one for one in dict.fromkeys(many) if many.count(one) > few.count(one)]
