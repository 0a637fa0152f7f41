"""Whether those who have completed the course still have, and what completion hangs on now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.impact.change import Change
    from builder.impact.side import Both


@dataclass(frozen=True, slots=True)
class Certificate:
    """``stays``: who has completed the course has it still; ``reasons`` say why not, ``rules`` what else differs."""

    stays: bool
    reasons: tuple[str, ...]
    rules: tuple[str, ...]


def certificate(both: Both, changes: Iterable[Change]) -> Certificate:
    """The course is complete when each lesson is done and each final test is passed (the player's completion.js)."""
    listed = list(changes)
    finals = _finals(both, old=False)
    before = _finals(both, old=True)
    reasons = list(_reasons(listed, finals, before)) if both.old.versions else []
    return Certificate(not reasons, tuple(reasons), tuple(_rules(listed, finals, before)))


def _finals(both: Both, *, old: bool) -> set[str]:
    side = both.old if old else both.new
    found = side.versions[0].plan.quizzes if side.versions else ()
    return {str(one.blueprint.id) for one in found if one.blueprint.kind == "final_test"}


def _reasons(changes: list[Change], finals: set[str], before: set[str]) -> Iterator[str]:
    if both_ids := [one for one in changes if any(reason.code == "course-id" for reason in one.reasons)]:
        yield both_ids[0].reasons[0].text
        return
    for one in changes:
        if one.kind == "lesson" and one.fate == "reopened":
            yield f"lesson '{one.id}' is open again"
        elif one.kind == "lesson" and one.fate == "new":
            yield f"lesson '{one.id}' is new"
    for name in sorted(finals - before):
        yield f"'{name}' has to be passed, which is no test of theirs yet"


def _rules(changes: list[Change], finals: set[str], before: set[str]) -> Iterator[str]:
    for one in changes:
        if one.kind == "lesson" and one.fate == "retired":
            yield f"lesson '{one.id}' isn't needed any more"
        if one.kind == "quiz" and one.id in finals & before:
            yield from (f"'{one.id}': {loss}" for loss in one.losses)
    for name in sorted(before - finals):
        yield f"'{name}' needn't be passed any more"
