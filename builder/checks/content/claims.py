"""Claims that need a source, and stories about learning and service that no study bears out. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from builder.checks.content.writings import Passage, Writing, finding
from builder.diagnostics import Diagnostic
from builder.model.edition import Edition

_STUDIES = r"(?:research|researchers|science|scientists|studies|surveys|experts|psychologists|the evidence)"
_SAY = (
    r"(?:shows?|showed|shown|finds?|found|suggests?|suggested|proves?|proved|proven|say|says|agree|tells? us|"
    r"confirms?|confirmed|indicates?|indicated|ha(?:s|ve) (?:shown|found))"
)
_APPEAL = re.compile(
    rf"\b(?:{_STUDIES}\s+(?:\w+ly\s+)?{_SAY}|(?:a|one|recent|many|several|some)\s+(?:\w+\s+)?(?:study|studies|surveys?)\s+{_SAY}"
    rf"|according to (?:\w+\s+){{0,2}}(?:research|studies|a study|surveys?|experts)"
    rf"|(?:it (?:is|has been)|has been)\s+(?:scientifically\s+)?(?:proven|shown by research))\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b\d+(?:[.,]\d+)?\s?(?:%|per ?cent\b|percent\b)|\b(?:\d+|two|three|four|five|six|seven|eight|nine) (?:out of|in) "
    r"(?:ten|10|five|5|four|4|three|3)\b|\b(?:\d+|two|three|four|five|six|seven|ten) times (?:as|more)\b",
    re.IGNORECASE,
)
_PERCENT = r"\s?(?:%|per ?cent|percent)"
_MUCH = rf"(?:70|79|80|90){_PERCENT}"
_EIGHT = r"(?:eight|8)[\s-]seconds?"
_MYTHS: tuple[tuple[str, str], ...] = (
    ("the learning pyramid", r"(?:learning pyramid|pyramid of learning|cone of (?:experience|learning))"),
    ("how much we remember by reading, hearing, doing", rf"(?:remember|retain)s?\s+(?:only\s+)?\d+{_PERCENT}"),
    ("learning styles", r"(?:learning styles?|(?:visual|auditory|kina?esthetic) learners?)"),
    (
        "7-38-55",
        rf"(?:7|seven){_PERCENT}[^.]{{0,60}}(?:38|thirty-eight){_PERCENT}[^.]{{0,60}}(?:55|fifty-five){_PERCENT}",
    ),
    ("7-38-55", rf"(?:7\W{{1,3}}38\W{{1,3}}55|(?:93|55){_PERCENT} of communication|mehrabian)"),
    ("forgetting so much in so many days", rf"{_MUCH}[^.]{{0,40}}(?:forgotten|forgets?|lost)"),
    ("forgetting so much in so many days", rf"(?:forgets?|loses?)\s[^.]{{0,40}}{_MUCH}"),
    (
        "the eight-second attention span",
        rf"(?:{_EIGHT}[^.]{{0,30}}attention|attention spans?[^.]{{0,40}}{_EIGHT}|goldfish)",
    ),
    ("70-20-10", r"70\W{1,3}20\W{1,3}10"),
    ("watermelon figures", rf"68{_PERCENT}[^.]{{0,40}}watermelons?"),
    (
        "a new customer is five times dearer",
        r"(?:five|six|seven|[567]) times[^.]{0,60}(?:new|another|existing) customers?",
    ),
    (
        "a new customer is five times dearer",
        r"(?:new|another) customers?[^.]{0,60}(?:five|six|seven|[567]) times",
    ),
    ("how much of the work is failure demand", rf"\d+{_PERCENT}\W[^.]{{0,40}}failure demand"),
    ("how much of the work is failure demand", rf"failure demand[^.]{{0,40}}\d+{_PERCENT}"),
    ("learners who prefer groups", rf"75{_PERCENT} of learners"),
    ("surveys that fail at the follow-up", rf"70{_PERCENT} of (?:\w+\s)?surveys"),
    ("left-brained and right-brained people", r"(?:left|right)[\s-]brain(?:ed)?"),
    ("we use ten per cent of our brain", rf"(?:ten|10){_PERCENT} of (?:our|the|their|your) brains?"),
)
_CITE = "link the source in this paragraph, [like this](#its-id), or say it as your own view without the claim"
_MYTH = tuple((name, re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE)) for name, pattern in _MYTHS)

_HINTS = (
    "%", "cent", "out of", "in ten", "in 10", "in five", "in 5", "in four", "in 4", "in three", "in 3", "times",
    "research", "scien", "stud", "survey", "expert", "psychologist", "evidence", "proven", "pyramid", "cone of",
    "style", "learner", "mehrabian", "attention", "goldfish", "brain",
)  # fmt: skip
_NUMBERS = re.compile(r"\d\W{1,3}\d")
"""What every claim and myth has a part of: texts without it are not looked at closely."""


def check_claims(edition: Edition, written: Sequence[Writing], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Appeals to research and shares without a source in the same paragraph; myths anywhere but in the sources."""
    if edition.language.split("-")[0] != "en":
        return
    known = {str(one.id) for source in edition.course.sources for one in (source, *source.evidence)}
    for writing in written:
        if _is_closer_look_due(writing.text):
            yield from _myths(writing, texts)
            for passage in writing.passages():
                if not passage.sourced(known):
                    yield from _claims(passage, texts)


def _is_closer_look_due(text: str) -> bool:
    small = text.lower()
    return any(hint in small for hint in _HINTS) or _NUMBERS.search(text) is not None


def _claims(passage: Passage, texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    for pattern in (_APPEAL,) if passage.writing.tells else (_APPEAL, _SHARE):
        for found in passage.matches(pattern):
            message = f"“{' '.join(found[0].split())}” without a source"
            yield finding("unsourced-claim", passage.writing, found, texts, (message, _CITE))


def _myths(writing: Writing, texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    for name, pattern in _MYTH:
        for found in pattern.finditer(writing.text):
            says = (f"a myth: {name}", "take it out: no study bears it out as it is told")
            yield finding("myth", writing, found, texts, says)
