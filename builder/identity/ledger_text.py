"""The text of ``course/ledger.yml``: what was promised to learners and must be remembered.

For each id ever accepted its kind, whether it is retired, an item's state keys, and for each edition the date and
content of its last change; and the items of frozen refresher months. Only ``course accept`` writes it, sorted by id, a
thing a line, so that branches merge::

    things:
      who-waits: {kind: item, states: [0a1b2c], dates: {larkfield.en: 2026-11-22T10:00:00Z 9f86d081884c7d65}}
      old-item: {kind: item, retired: 2026-12-01T09:00:00Z, states: [7c4d11]}
    refreshers:
      2027-01: [who-waits, …]
"""

from __future__ import annotations

import calendar
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from builder.diagnostics import Diagnostic, Place
from builder.identity.content import CONTENT_LENGTH
from builder.model.text import ID_PATTERN

LEDGER_FILE = "course/ledger.yml"
_STAMP = "%Y-%m-%dT%H:%M:%SZ"
_SECOND = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ"
_HASH = rf"[0-9a-f]{{{CONTENT_LENGTH}}}"
_EDITION = r"[a-z0-9-]+\.[A-Za-z0-9-]+"
_PART = re.compile(r"(things|refreshers):(?: \{\})?\s*")
_DATED = re.compile(rf"({_EDITION}): ({_SECOND}) ({_HASH})")
_THING = re.compile(
    rf"  (?P<id>{ID_PATTERN}): \{{kind: (?P<kind>[a-z ]+)(?:, retired: (?P<retired>{_SECOND}))?"
    r"(?:, states: \[(?P<states>[0-9a-f]{6}(?:, [0-9a-f]{6})*)\])?"
    rf"(?:, dates: \{{(?P<dates>{_DATED.pattern}(?:, {_EDITION}: {_SECOND} {_HASH})*)\}})?\}}\s*"
)
_REFRESHER = re.compile(
    rf"  (?P<month>\d{{4}}-(?:0[1-9]|1[0-2])): \[(?P<items>(?:{ID_PATTERN}(?:, {ID_PATTERN})*)?)\]\s*"
)
_HEAD = """\
# What was promised to learners: ids, state keys, dates, and the items of frozen refresher months.
# Written by `course accept`. When branches meet here, keep the lines of both, then run it again.
"""


@dataclass(frozen=True, slots=True)
class Dated:
    """A content and the second (Unix time) at which it was accepted."""

    content: str
    date: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What is remembered of an id. ``states`` are state keys; ``dates`` is by edition (``organisation.language``)."""

    kind: str
    retired: int | None = None
    states: tuple[int, ...] = ()
    dates: Mapping[str, Dated] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Entries by id, and the items of frozen months (YYYY-MM)."""

    things: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))
    refreshers: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


def parse(text: str) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The ledger that ``text`` holds. A line that can't be read is a finding, and the others still count.

    Two lines of one id, as a merge of branches leaves them, become one: all state keys, the newest dates.
    """
    things: dict[str, Entry] = {}
    refreshers: dict[str, tuple[str, ...]] = {}
    findings: list[Diagnostic] = []
    part = ""
    for number, line in enumerate(text.splitlines(), 1):
        if head := _PART.fullmatch(line):
            part = head[1]
        elif part == "things" and (found := _THING.fullmatch(line)):
            entry = _entry(found)
            known = things.get(found["id"])
            things[found["id"]] = _merged(known, entry) if known else entry
        elif part == "refreshers" and (found := _REFRESHER.fullmatch(line)):
            items = tuple(found["items"].split(", ")) if found["items"] else ()
            if refreshers.setdefault(found["month"], items) != items:
                findings.append(damaged(f"has the month {found['month']} twice", number))
        elif line.strip() and not line.startswith("#"):
            findings.append(damaged(f"has a line that can't be read: '{line.strip()[:40]}'", number))
    return Ledger(things, refreshers), tuple(findings)


def unparse(ledger: Ledger) -> str:
    """The text of ``ledger``, sorted by id; `parse` gives the ledger back."""
    lines = [_HEAD, "things:\n" if ledger.things else "things: {}\n"]
    lines += [f"  {name}: {_entry_text(ledger.things[name])}\n" for name in sorted(ledger.things)]
    lines.append("refreshers:\n" if ledger.refreshers else "refreshers: {}\n")
    lines += [f"  {month}: [{', '.join(ledger.refreshers[month])}]\n" for month in sorted(ledger.refreshers)]
    return "".join(lines)


def _entry(found: re.Match[str]) -> Entry:
    states = tuple(sorted(int(state, 16) for state in (found["states"] or "").split(", ") if state))
    dates = {name: Dated(content, _seconds(date)) for name, date, content in _DATED.findall(found["dates"] or "")}
    return Entry(found["kind"], _seconds(found["retired"]) if found["retired"] else None, states, dates)


def _merged(one: Entry, other: Entry) -> Entry:
    retired = None if one.retired is None or other.retired is None else max(one.retired, other.retired)
    dates = dict(one.dates)
    for name, dated in other.dates.items():
        if name not in dates or dates[name].date < dated.date:
            dates[name] = dated
    return Entry(one.kind, retired, tuple(sorted({*one.states, *other.states})), dates)


def _seconds(stamp: str) -> int:
    year, month, day, hour, minute, second = (int(part) for part in re.split(r"[-T:]", stamp[:-1]))
    return calendar.timegm((year, month, day, hour, minute, second))


def _entry_text(entry: Entry) -> str:
    parts = [f"kind: {entry.kind}"]
    if entry.retired is not None:
        parts.append(f"retired: {_stamp(entry.retired)}")
    if entry.states:
        parts.append(f"states: [{', '.join(f'{state:06x}' for state in sorted(entry.states))}]")
    if entry.dates:
        dates = (f"{name}: {_stamp(d.date)} {d.content}" for name, d in sorted(entry.dates.items()))
        parts.append(f"dates: {{{', '.join(dates)}}}")
    return f"{{{', '.join(parts)}}}"


def _stamp(seconds: int) -> str:
    return time.strftime(_STAMP, time.gmtime(seconds))


def damaged(reason: str, line: int = 0) -> Diagnostic:
    """The finding that the ledger can't be read, at ``line`` (0: as a whole)."""
    help_ = "take the file back from version control; only `course accept` writes it"
    return Diagnostic("damaged-ledger", f"the ledger {reason}", Place(LEDGER_FILE, line, 1 if line else 0), help_)
