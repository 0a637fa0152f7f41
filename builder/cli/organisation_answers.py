"""What is said of a new organisation: by flags, or where a needed one is missing by answers on a terminal."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace

from builder.cli import UsageError
from builder.cli.new_organisation import read_logo
from builder.cli.organisation_words import channel, channel_of, colour_fault, order_fault, part, serving, time_fault
from builder.cli.questions import ask, can_ask, line_fault
from builder.drafts.around import Around
from builder.drafts.organisations import Channel, Outside, Portrait, Serving
from builder.drafts.pattern import ACCENT, COLOUR, Pattern
from builder.source.pictures import suffix_of

_NEEDED = {"name": "ID", "words": "--name", "department": "--department", "channel": "--channel"}
_KIND = "an organisation"
_VISION = "Each piece of work arrives so that the next person can start."


def portrait_from(arguments: argparse.Namespace, around: Around, pattern: Pattern) -> tuple[Portrait, bytes]:
    """The organisation that is described, and its logo's bytes (empty without one).

    Raises UsageError where something needed is missing and nobody can be asked, or where a word won't do.
    """
    lacking = [flag for field, flag in _NEEDED.items() if not getattr(arguments, field)]
    if lacking and not can_ask():
        message = f"please give {', '.join(lacking)}; on a terminal the command asks"
        raise UsageError(message)
    said = _Said(arguments, pattern, asks=bool(lacking))
    name = said.line("name", "Id of the organisation", "", around.fault)
    words = said.line("words", "Its name", "")
    departments = said.departments()
    portrait = Portrait(
        id=name,
        name=words,
        short_name=said.line("short_name", "Its short name", words),
        kind=said.line("kind_of", "What it is, as in 'a workshop by the sea'", _KIND),
        vision=said.line("vision", "What it is there for, in a sentence", _VISION),
        departments=departments,
        serves=said.serves(departments),
        outside=said.outside(),
        channels=said.channels(),
        rows=pattern.rows_for(departments),
        help_desk=said.line("help_desk", "Where to turn for help", f"help@{name}.example"),
        colour=said.line("colour", "Colour of its brand", COLOUR, colour_fault),
        accent=said.line("accent", "Second colour of its brand", ACCENT, colour_fault),
    )
    logo = said.line("logo", "File of its logo, if there is one", "", _logo_fault, may_be_empty=True)
    return (replace(portrait, logo=f"{name}.{suffix_of(logo)}"), read_logo(logo)) if logo else (portrait, b"")


def _logo_fault(name: str) -> str:
    try:
        read_logo(name)
    except UsageError as error:
        return str(error)
    return ""


class _Said:
    """Flags as far as they were given; answers for the rest where ``asks``, else what the pattern has."""

    def __init__(self, arguments: argparse.Namespace, pattern: Pattern, *, asks: bool) -> None:
        self._arguments = arguments
        self._pattern = pattern
        self._asks = asks

    def line(
        self,
        field: str,
        label: str,
        default: str,
        fault: Callable[[str], str] | None = None,
        *,
        may_be_empty: bool = False,
    ) -> str:
        """One line: the flag's, the answer, or ``default``."""
        given: str | None = getattr(self._arguments, field)
        if given is None:
            return ask(label, default, fault, empty=may_be_empty) if self._asks else default
        if said := line_fault(given) or (fault(given) if fault else ""):
            raise UsageError(said if given in said else f"--{field.replace('_', '-')} {said}")
        return given

    def departments(self) -> dict[str, str]:
        """Names by id."""
        given: list[str] | None = self._arguments.department
        if given or not self._asks:
            return _each([part(text, "--department") for text in given or ()], "--department")
        needed = self._pattern.needed.get("department", ())
        found = {name: ask(f"Your name for '{name}'", self._pattern.departments[name]) for name in needed}
        label = "Further departments, with commas" if found else "Departments, with commas"
        default = "" if found else ", ".join(self._pattern.departments.values())
        return found | dict(part(text, "--department") for text in _split(ask(label, default, empty=bool(found))))

    def serves(self, departments: dict[str, str]) -> tuple[Serving, ...]:
        """Who serves whom with what."""
        given: list[str] | None = self._arguments.serves
        if given or not self._asks:
            made = tuple(serving(text) for text in given or ())
            for name in (name for one in made for name in (one.giver, one.to)):
                if name not in departments:
                    message = f"--serves: there is no department '{name}'"
                    raise UsageError(message)
            return made
        return tuple(one for giver in departments for one in _asked_services(giver, departments))

    def outside(self) -> tuple[Outside, ...]:
        """Whom it is there for; the pattern's where nothing is said."""
        like = {one.id: one for one in self._pattern.outside}
        given = self._arguments.outside
        if given:
            named = _each([part(text, "--outside") for text in given], "--outside")
        else:
            named = {name: ask(f"Outside: '{name}'", o.name) if self._asks else o.name for name, o in like.items()}
        return tuple(Outside(name, words, like[name].feels if name in like else "") for name, words in named.items())

    def channels(self) -> tuple[Channel, ...]:
        """Channels with their times."""
        known = {one.id: one for one in self._pattern.channels}
        given = self._arguments.channel
        if given:
            made = [channel(text, known) for text in given]
            _each([(one.id, one.name) for one in made], "--channel")
            return tuple(made)
        asked = [_asked_channel(name, known) for name in known]
        for name, words in (
            part(text, "--channel") for text in _split(ask("Further channels, with commas", empty=True))
        ):
            known[name] = Channel(name, words, "4 working hours", "2 working days", "5 working days")
            asked.append(_asked_channel(name, known))
        return tuple(asked)


def _asked_channel(name: str, known: dict[str, Channel]) -> Channel:
    like = known[name]
    acknowledge = ask(f"{like.name}: acknowledged within", like.acknowledge, time_fault)

    def fault(answer: str) -> str:
        return time_fault(answer) or order_fault(acknowledge, answer)

    return channel_of(name, acknowledge, "", ask(f"{like.name}: done within", like.resolve, fault), known)


def _asked_services(giver: str, departments: dict[str, str]) -> list[Serving]:
    others = [name for name in departments if name != giver]

    def fault(answer: str) -> str:
        to, mark, what = answer.partition(":")
        known = to.strip() in others and mark and what.strip()
        return "" if known else f"write 'id: what', with one of the ids {', '.join(others)}"

    made: list[Serving] = []
    while others:
        label = (
            f"Whom {'else ' if made else ''}does {departments[giver]} serve, and with what (id: what; empty: nobody)"
        )
        answer = ask(label, "", fault, empty=True)
        if not answer:
            break
        to, _, what = answer.partition(":")
        made.append(Serving(giver, to.strip(), what.strip()))
    return made


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _each(pairs: list[tuple[str, str]], flag: str) -> dict[str, str]:
    """``pairs`` as a mapping; raises UsageError where an id stands twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        message = f"{flag}: an id stands twice"
        raise UsageError(message)
    return found
