"""Values of an organisation that stand in the text as typed words, so that another organisation can't replace them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from builder.checks.content.writings import Writing, finding
from builder.diagnostics import Diagnostic
from builder.model.organisation import Duration, Organisation

_SENTENCE = re.compile(r"[^.!?\n]+")
_TIME = re.compile(r"\d\s+(?:minute|hour|working|day|week|month)")


class Promise(NamedTuple):
    """A channel's time: the value's name, the channel as a word, the time as typed."""

    value: str
    channel: re.Pattern[str]
    time: re.Pattern[str]


def check_values(
    organisations: Sequence[Organisation], written: Sequence[Writing], texts: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Names, contacts, and a channel's times in a sentence with the channel's name, of any of ``organisations``."""
    typed = {" ".join(name.split()): value for one in organisations for value, name in _typed(one)}
    names = _any_of(typed)
    promises = [promise for one in organisations for promise in _promises(one)]
    for writing in written:
        for found in names.finditer(writing.text):
            yield _finding(writing, found, typed[" ".join(found[0].split())], texts)
        if _TIME.search(writing.text):
            yield from _times(writing, promises, texts)


def _typed(organisation: Organisation) -> Iterator[tuple[str, str]]:
    """Values that are nobody else's words: the name, names of several words, addresses."""
    yield "org.name", organisation.name.source
    for department in organisation.departments:
        if " " in department.name.source.strip():
            yield f"org.departments.{department.id}.name", department.name.source
        if "@" in department.contact.source:
            yield f"org.departments.{department.id}.contact", department.contact.source


def _any_of(typed: Iterable[str]) -> re.Pattern[str]:
    ways = [r"\s+".join(map(re.escape, name.split())) for name in sorted(typed, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways) or '(?!)'})(?!\w)")


def _promises(organisation: Organisation) -> Iterator[Promise]:
    for standard in organisation.standards:
        channel = re.compile(rf"(?<!\w){re.escape(standard.name.source)}s?(?!\w)", re.IGNORECASE)
        for name in ("acknowledge", "update", "resolve"):
            time: Duration = getattr(standard, name)
            unit = time.unit.replace(" ", r"\s+")
            pattern = re.compile(rf"(?<!\w){time.count}\s+{unit}s?(?!\w)")
            yield Promise(f"org.standards.{standard.id}.{name}", channel, pattern)


def _times(writing: Writing, promises: Sequence[Promise], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    for sentence in _SENTENCE.finditer(writing.text):
        start, end = sentence.span()
        if _TIME.search(writing.text, start, end):
            kept = (one for one in promises if one.channel.search(writing.text, start, end))
            for one in kept:
                if found := one.time.search(writing.text, start, end):
                    yield _finding(writing, found, one.value, texts)
                    break


def _finding(writing: Writing, found: re.Match[str], value: str, texts: Mapping[str, str]) -> Diagnostic:
    message = f"“{' '.join(found[0].split())}” is typed, and is a value of the organisation"
    return finding("typed-value", writing, found, texts, (message, f"write {{{{ {value} }}}}"))
