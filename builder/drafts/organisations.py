"""Drafts of organisations: what the author says of one, the rest after the pattern of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.drafts.templates import scalar


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel and its promises, each a duration as people write it: ``4 working hours``."""

    id: str
    name: str
    acknowledge: str
    update: str
    resolve: str
    use_for: str = ""


@dataclass(frozen=True, slots=True)
class Serving:
    """What department ``giver`` does for department ``to``."""

    giver: str
    to: str
    what: str


@dataclass(frozen=True, slots=True)
class Outside:
    """Somebody outside whom the organisation is there for, and what they feel when work inside goes wrong."""

    id: str
    name: str
    feels: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Parts that stand as they are: lines of YAML below their keys (escalation, calendar, swaps, words)."""

    key: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """What is said of an organisation. ``departments`` are names by id, in order."""

    id: str
    name: str
    short_name: str
    kind: str
    vision: str
    departments: dict[str, str]
    serves: tuple[Serving, ...]
    outside: tuple[Outside, ...]
    channels: tuple[Channel, ...]
    rows: tuple[Rows, ...]
    help_desk: str
    colour: str
    accent: str
    logo: str = ""


def text_of(portrait: Portrait) -> str:
    """The file ``course/organisations/<id>.yml``."""
    return "\n".join(_lines(portrait)) + "\n"


def _lines(portrait: Portrait) -> Iterator[str]:
    yield f"# {portrait.name}: the values that the texts take from it."
    for key in ("id", "name", "short_name", "kind", "vision"):
        yield f"{key}: {scalar(getattr(portrait, key))}"
    yield "departments:"
    for name, words in portrait.departments.items():
        yield from _department(portrait, name, words)
    yield "outside:"
    for one in portrait.outside:
        feels = f", feels: {scalar(one.feels)}" if one.feels else ""
        yield f"  - {{id: {one.id}, name: {scalar(one.name)}{feels}}}"
    yield "standards:"
    for channel in portrait.channels:
        yield from _channel(channel)
    for rows in portrait.rows:
        if rows.lines:
            yield f"{rows.key}:"
            yield from rows.lines
    yield 'quiet_hours: {start: "18:00", end: "08:00"}'
    yield "answer_feedback_within: 10 working days"
    yield f"help_desk: {scalar(portrait.help_desk)}"
    yield f"trainer_contact: learning@{portrait.id}.example"
    yield "brand:"
    yield f'  primary: "{portrait.colour}"'
    yield f'  accent: "{portrait.accent}"'
    if portrait.logo:
        yield f"  logo: {portrait.logo}"


def _department(portrait: Portrait, name: str, words: str) -> Iterator[str]:
    yield f"  - id: {name}"
    yield f"    name: {scalar(words)}"
    yield f"    contact: {name}@{portrait.id}.example"
    mine = [one for one in portrait.serves if one.giver == name]
    if mine:
        yield "    serves:"
        yield from (f"      - {{to: {one.to}, what: {scalar(one.what)}}}" for one in mine)
    if name == next(iter(portrait.departments)):
        yield f"    meets: [{', '.join(one.id for one in portrait.outside)}]"


def _channel(channel: Channel) -> Iterator[str]:
    yield f"  - id: {channel.id}"
    yield f"    name: {scalar(channel.name)}"
    yield f"    acknowledge: {channel.acknowledge}"
    yield f"    update: {channel.update}"
    yield f"    resolve: {channel.resolve}"
    if channel.use_for:
        yield f"    use_for: {scalar(channel.use_for)}"
