"""What becomes of quizzes and refresher months: what they ask, and by which rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from builder.impact.cases import spot
from builder.impact.change import Change, Reason, Shift
from builder.model.items import Reflection

if TYPE_CHECKING:
    from builder.impact.side import Both, Version
    from builder.model.items import Item
    from builder.model.quizzes import Quiz

_TESTS = frozenset({"module_test", "final_test"})


def quizzes(both: Both, fates: Mapping[str, Change]) -> Iterator[Change]:
    """Results of a quiz stay; the answers of a finished try show only while the same is asked with the same meaning."""
    was = _quizzes(both.first.old) if both.first else {}
    now = _quizzes(both.new.versions[0]) if both.new.versions else {}
    for name, quiz in now.items():
        module = str(quiz.blueprint.module or "")
        old = was.get(name)
        if old is None:
            yield Change("quiz", name, "new", spot(quiz.blueprint), module)
            continue
        found = tuple(_why(old, quiz, fates))
        shifts = tuple(_rules(old, quiz, both))
        shown = quiz.blueprint.rules.show_answers != "after_each"
        fate = "reopened" if found and shown else "kept"
        yield Change("quiz", name, "reopened" if fate == "reopened" else "kept", spot(quiz.blueprint), module,
                     found if shown else (), tuple(_losses(shifts)), shifts)  # fmt: skip
    for name, quiz in was.items():
        if name not in now:
            yield Change("quiz", name, "retired", spot(quiz.blueprint), str(quiz.blueprint.module or ""))


def pass_mark(quiz: Quiz, version: Version) -> int | None:
    """The quiz's own pass mark in per cent; a test without one has the course's."""
    own = quiz.blueprint.rules.pass_mark
    is_test = quiz.blueprint.kind in _TESTS
    return version.edition.course.settings.pass_mark if own is None and is_test else own


def months(both: Both) -> Iterator[Change]:
    """Refresher months: one that was gone through stays so; what a month asks is drawn anew until it is frozen."""
    was = {one.month: one for one in both.first.old.plan.refreshers} if both.first else {}
    now = {one.month: one for one in both.new.versions[0].plan.refreshers} if both.new.versions else {}
    for name, month in now.items():
        old = was.get(name)
        if old is None:
            yield Change("month", name, "new")
            continue
        asked = [str(one.item.id) for one in month.items]
        before = [str(one.item.id) for one in old.items]
        shifts = []
        if sorted(asked) != sorted(before):
            shifts.append(Shift("items", ", ".join(before), ", ".join(asked)))
        if month.frozen != old.frozen:
            shifts.append(Shift("frozen", str(old.frozen).lower(), str(month.frozen).lower()))
        broken = old.frozen and sorted(asked) != sorted(before)
        losses = ("it is frozen, and asks other questions all the same",) if broken else ()
        yield Change("month", name, "kept", losses=losses, shifts=tuple(shifts))
    yield from (Change("month", name, "retired") for name in was if name not in now)


def _quizzes(version: Version) -> dict[str, Quiz]:
    return {str(one.blueprint.id): one for one in version.plan.quizzes}


def _why(old: Quiz, new: Quiz, fates: Mapping[str, Change]) -> Iterator[Reason]:
    """Per form, what it asks beside what it asked; forms are known by their labels."""
    was = {form.label: _graded(form.items) for form in old.forms}
    now = {form.label: _graded(form.items) for form in new.forms}
    again, more, less = dict[str, None](), dict[str, None](), dict[str, None]()
    for label, asked in now.items():
        before = was.get(label, ())
        again |= dict.fromkeys(one for one in asked if one in before and fates[one].fate == "reopened")
        if label in was:
            more |= dict.fromkeys(one for one in asked if one not in before)
            less |= dict.fromkeys(one for one in before if one not in asked)
    yield from (Reason("asked-again", f"'{one}' is asked again") for one in again)
    yield from (Reason("asks-more", f"'{one}' came in") for one in more)
    yield from (Reason("asks-less", f"'{one}' went out") for one in less)
    yield from (
        Reason("form-removed", f"form {label or 'without a letter'} is gone") for label in was if label not in now
    )


def _graded(items: tuple[Item, ...]) -> dict[str, None]:
    return {str(one.id): None for one in items if not isinstance(one, Reflection)}


def _rules(old: Quiz, new: Quiz, both: Both) -> Iterator[Shift]:
    assert both.first is not None  # noqa: S101 - for the type checker: there is an old quiz
    was, now = old.blueprint, new.blueprint
    marks = pass_mark(old, both.first.old), pass_mark(new, both.new.versions[0])
    pairs = {
        "kind": (was.kind, now.kind),
        "module": (was.module or "", now.module or ""),
        "pass mark": tuple("none" if one is None else f"{one} %" for one in marks),
        "tries": tuple("any" if one.rules.tries == 0 else str(one.rules.tries) for one in (was, now)),
        "cooldown": tuple(_duration(one.rules.cooldown) for one in (was, now)),
        "show answers": (was.rules.show_answers, now.rules.show_answers),
        "forms": (str(len(old.forms)), str(len(new.forms))),
    }
    yield from (Shift(what, str(a), str(b)) for what, (a, b) in pairs.items() if a != b)


def _duration(value: object) -> str:
    return f"{getattr(value, 'count', '')} {getattr(value, 'unit', '')}".strip() or "none"


def _losses(shifts: tuple[Shift, ...]) -> Iterator[str]:
    for one in shifts:
        if one.what == "pass mark":
            yield f"the pass mark was {one.old}, is {one.new}; who has passed stays passed"
        elif one.what == "tries":
            yield f"the tries were {one.old}, are {one.new}; tries made so far count"
