"""What became of one thing of the course between two versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Fate = Literal["kept", "reopened", "retired", "new"]
"""``kept``: what a learner has done there counts; ``reopened``: it is asked or shown anew; ``retired``: it is gone."""

STATE_KINDS = ("item", "lesson", "quiz", "scenario", "card", "field", "plan", "month")
"""Kinds of things under which something of a learner is kept (docs/progress-format.md)."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is asked again: ``code`` to count by, ``text`` to read."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Shift:
    """Something beside meaning and wording that differs: where a thing stands (file, bank, quizzes), or a setting."""

    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """One text before and after, as typed. ``part`` says which: ``stem``, ``options.payroll.text``.

    ``diff`` holds (sign, words): ``=`` in both, ``-`` only before, ``+`` only after. ``alarms`` say why old answers may
    no longer fit.
    """

    part: str
    language: str
    old: str
    new: str
    diff: tuple[tuple[str, str], ...]
    alarms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What differs about one thing. ``editions`` are those it differs in, none where it is all of them.

    ``losses`` say what a learner loses or finds otherwise although the thing is kept; ``twin`` is the id of a thing
    that has come with the very words of this one, which is gone.
    """

    kind: str
    id: str
    fate: Fate
    place: str = ""
    module: str = ""
    reasons: tuple[Reason, ...] = ()
    losses: tuple[str, ...] = ()
    shifts: tuple[Shift, ...] = ()
    rewordings: tuple[Rewording, ...] = ()
    editions: tuple[str, ...] = ()
    twin: str = ""

    @property
    def tells(self) -> bool:
        """Whether there is anything to tell of it."""
        return self.fate != "kept" or bool(self.losses or self.shifts or self.rewordings)
