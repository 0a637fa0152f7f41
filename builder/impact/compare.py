"""Two versions of a course compared: everything that a learner may find otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from builder.identity.things import things_of
from builder.impact.cases import cards, plans, scenarios, spot
from builder.impact.certificate import Certificate, certificate
from builder.impact.change import STATE_KINDS, Change, Reason, Rewording
from builder.impact.items import items
from builder.impact.lessons import lessons
from builder.impact.quizzes import months, quizzes
from builder.impact.rewordings import rewordings, twins
from builder.impact.sheets import fields
from builder.impact.tally import Tally, by_kind, by_module, by_quiz
from builder.impact.values import ValueChange, value_changes
from builder.model.base import Identified

if TYPE_CHECKING:
    from builder.impact.side import Both, Version

_OTHERS = frozenset({"term", "source", "objective", "practice", "activity", "worksheet", "module", "bank", "deck"})
"""Kinds of which nothing of a learner is kept: told where they come, go or say something else."""


@dataclass(frozen=True, slots=True)
class Impact:
    """What an edit does. ``changes`` are of all kinds, those alone that tell something; tallies count everything."""

    changes: tuple[Change, ...]
    values: tuple[ValueChange, ...]
    certificate: Certificate
    kinds: Mapping[str, Tally]
    modules: Mapping[str, Tally]
    quizzes: Mapping[str, Tally]
    editions: tuple[str, ...]
    editions_gone: tuple[str, ...]
    editions_new: tuple[str, ...]
    errors_old: int = 0
    errors_new: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether both versions could be read whole; otherwise nobody knows what is kept and what is lost."""
        return not (self.errors_old or self.errors_new)

    @property
    def carries_over(self) -> bool:
        """Whether nothing that a learner has done is lost, asked again or shown anew, as far as all of it is known."""
        return self.is_whole and all(
            one.fate in {"kept", "new"} for one in self.changes if one.kind in STATE_KINDS and one.kind != "month"
        )

    def of(self, kind: str, fate: str) -> tuple[Change, ...]:
        """The changes of one kind and fate."""
        return tuple(one for one in self.changes if one.kind == kind and one.fate == fate)


def compare(both: Both) -> Impact:
    """Everything that differs between the two versions."""
    asked = {one.id: one for one in items(both)}
    state = [
        *asked.values(), *lessons(both, asked), *quizzes(both, asked), *scenarios(both), *cards(both), *fields(both),
        *plans(both), *months(both),
    ]  # fmt: skip
    if both.is_renamed:
        state = [_lost(one, both) for one in state]
    worded, same = rewordings(both), twins(both)
    everything = [_with_words(one, worded, same) for one in (*state, *_others(both))]
    return Impact(
        changes=tuple(one for one in everything if one.tells),
        values=value_changes(both),
        certificate=certificate(both, state),
        kinds=by_kind(state, STATE_KINDS),
        modules=by_module(one for one in state if one.kind == "item"),
        quizzes=by_quiz(both, asked),
        editions=tuple(pair.new.name for pair in both.pairs),
        editions_gone=_unpaired(both.old.versions, {pair.old.name for pair in both.pairs}),
        editions_new=_unpaired(both.new.versions, {pair.new.name for pair in both.pairs}),
        errors_old=both.old.errors,
        errors_new=both.new.errors,
    )


def _unpaired(versions: tuple[Version, ...], paired: set[str]) -> tuple[str, ...]:
    return tuple(one.name for one in versions if one.name not in paired)


def _lost(change: Change, both: Both) -> Change:
    """A learner's state stands under the course's id: with another one, nothing is found."""
    if change.fate != "kept":
        return change
    why = Reason("course-id", f"the course's id was '{both.old.course_id}', is '{both.new.course_id}'")
    return replace(change, fate="reopened", reasons=(why,))


def _with_words(change: Change, worded: Mapping[str, tuple[Rewording, ...]], same: Mapping[str, str]) -> Change:
    if change.kind in {"field", "plan", "month"}:
        return change
    if change.fate == "retired":
        return replace(change, twin=same.get(change.id, ""))
    found = worded.get(change.id, ())
    if change.fate == "reopened":  # what is accepted is told as the reason
        found = tuple(one for one in found if one.part.rpartition(".")[2] not in {"accepted", "answer"})
    return replace(change, rewordings=found)


def _others(both: Both) -> Iterator[Change]:
    was = _of_course(both, old=True)
    now = _of_course(both, old=False)
    for name, (kind, place) in now.items():
        yield Change(kind, name, "kept" if name in was else "new", place)
    yield from (Change(kind, name, "retired", place) for name, (kind, place) in was.items() if name not in now)


def _of_course(both: Both, *, old: bool) -> dict[str, tuple[str, str]]:
    side = both.old if old else both.new
    if not side.versions:
        return {}
    return {
        str(one.id): (one.kind, spot(one.thing) if isinstance(one.thing, Identified) else "")
        for one in things_of(side.versions[0].edition.course)
        if one.kind in _OTHERS
    }
