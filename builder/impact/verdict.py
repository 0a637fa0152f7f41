"""The first line: whether answers carry over, or why that can't be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.impact.change import Change
    from builder.impact.compare import Impact

_SAID = {
    "type": "the type is another",
    "revision": "revision was raised",
    "key": "the key is another",
    "answer": "the answer is another",
    "tolerance": "the tolerance is another",
    "accepted": "other answers are accepted",
    "case": "the case of letters counts otherwise",
    "order": "the order is another",
    "score": "scores are others",
    "belongs": "categories are others",
    "choices": "other choices are offered",
    "course-id": "the course's id is another",
    "not-accepted": "they were never accepted",
    "id-used-before": "the id was used before",
}
_MOST = 3
"""So many reasons stand in the verdict."""
_LOST = {
    "lesson": "{n} lesson is open again|{n} lessons are open again",
    "quiz": "{n} quiz asks other questions than it did|{n} quizzes ask other questions than they did",
    "scenario": "{n} scenario starts anew|{n} scenarios start anew",
    "field": "{n} field of a worksheet is empty again|{n} fields of worksheets are empty again",
}
_GONE = {
    "lesson": "{n} lesson is gone|{n} lessons are gone",
    "quiz": "{n} quiz is gone|{n} quizzes are gone",
    "scenario": "{n} scenario is gone|{n} scenarios are gone",
    "card": "{n} card is gone|{n} cards are gone",
    "field": "{n} field of a worksheet is gone|{n} fields of worksheets are gone",
    "plan": "{n} plan is gone|{n} plans are gone",
}


def verdict(impact: Impact, since: str) -> str:
    """Whether answers carry over, and what else is lost; without a verdict why. ``since`` names the old version."""
    return _known(impact) if impact.is_whole else f"No verdict can be given{_until(impact)}{_there(impact, since)}"


def _until(impact: Impact) -> str:
    if not impact.errors_new:
        return ":"
    words = (
        " until {n} error of the course here is mended; `course check` shows it."
        "| until {n} errors of the course here are mended; `course check` shows them."
    )
    return _plural(words, impact.errors_new)


def _there(impact: Impact, since: str) -> str:
    if not impact.errors_old:
        return ""
    words = (
        " {n} error hides a part of the course at {since}; `course check` shows it where that is checked out."
        "| {n} errors hide a part of the course at {since}; `course check` shows them where that is checked out."
    )
    return _plural(words, impact.errors_old).replace("{since}", since)


def _known(impact: Impact) -> str:
    again, gone = impact.of("item", "reopened"), impact.of("item", "retired")
    rest = [_plural("{n} item is gone|{n} items are gone", len(gone))] if gone else []
    rest += [_plural(words, n) for kind, words in _LOST.items() if (n := len(impact.of(kind, "reopened")))]
    rest += [_plural(words, n) for kind, words in _GONE.items() if (n := len(impact.of(kind, "retired")))]
    if not impact.certificate.stays:
        rest.append("who has completed the course has to complete it again")
    if again:
        first = (
            _plural("{n} item is|{n} items are", len(again)) + f" asked again, because {because(again)}{_where(again)}."
        )
        return first + (f" Also: {'; '.join(rest)}." if rest else "")
    return f"Answers carry over, but {'; '.join(rest)}." if rest else "Answers carry over."


def because(again: tuple[Change, ...]) -> str:
    """The reasons by how many items they hold for, the most frequent first."""
    counts: dict[str, int] = {}
    for one in again:
        for code in dict.fromkeys(reason.code for reason in one.reasons):
            counts[code] = counts.get(code, 0) + 1
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    alone = len(ranked) == 1
    said = [_said(code) if alone else f"{_said(code)} ({counts[code]})" for code in ranked[:_MOST]]
    return ", ".join(said) + (" and for other reasons" if len(ranked) > _MOST else "")


def _said(code: str) -> str:
    if code in _SAID:
        return _SAID[code]
    part, _, what = code.partition("-")
    article = "an" if part[0] in "aeiou" else "a"
    return f"{article} {part} {'was added' if what == 'added' else 'was ' + what}"


def _where(again: tuple[Change, ...]) -> str:
    """The editions, where the same ones hold for all of them and others stay."""
    where = {one.editions for one in again}
    return f" (in {', '.join(again[0].editions)})" if len(where) == 1 and again[0].editions else ""


def _plural(words: str, number: int) -> str:
    one, many = words.split("|")
    return (one if number == 1 else many).replace("{n}", str(number))
