"""What `course impact` says on a terminal: the verdict, then what matters most first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from builder.cli.impact_numbers import files, numbers
from builder.cli.impact_words import MOST, Paint, diff_lines, listed, rest
from builder.impact.verdict import verdict

if TYPE_CHECKING:
    from builder.build.outputs_changed import OutputChange
    from builder.impact.change import Change
    from builder.impact.compare import Impact
    from builder.impact.side import Both

_NAMES = {
    "lesson": "Lessons", "quiz": "Quizzes", "scenario": "Scenarios", "card": "Cards", "field": "Worksheet fields",
    "plan": "Plans", "month": "Refresher months",
}  # fmt: skip
_FATES = {"reopened": "open again", "retired": "gone", "kept": "kept", "new": "new"}
"""The words for each fate, the worst first."""
_FIRST = ("item", "scenario", "card", "lesson")
"""Kinds whose rewordings come first, and of which it is told where they have moved."""
_CODES = {"bold": "1", "bad": "1;31", "good": "1;32", "warn": "1;33", "dim": "2", "old": "31", "new": "32"}


def told(both: Both, impact: Impact, outputs: Iterable[OutputChange], since: str, *, colour: bool) -> str:
    """The whole report."""

    def paint(style: str, text: str) -> str:
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if colour and text else text

    of = impact.kinds["item"].before
    parts = [
        [
            paint("good" if impact.carries_over else "bad", verdict(impact, since)),
            *_kept(impact, paint),
            *_head(both, impact, since, paint),
        ],
        _items("Asked again", impact.of("item", "reopened"), of, paint),
        _items("Gone, with their answers", impact.of("item", "retired"), of, paint),
        _otherwise(impact, paint),
        *(_others(kind, name, impact, paint) for kind, name in _NAMES.items()),
        _certificate(impact, paint),
        _reworded(impact, paint),
        _values(impact, paint),
        _new(impact, paint),
        _moved(impact, paint),
        numbers(impact, paint),
        files(list(outputs), paint),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _kept(impact: Impact, paint: Paint) -> list[str]:
    items = impact.kinds["item"]
    known = "" if impact.is_whole else ", as far as they can be read"
    return [f"{paint('bold', 'Kept')}: {items.kept} of {items.before} items{known}"] if items.before else []


def _head(both: Both, impact: Impact, since: str, paint: Paint) -> Iterator[str]:
    if not both.old.versions:
        yield paint("dim", f"There is no course that can be read at {since}: everything is new.")
        return
    has = bool(both.old.ledger.things)
    what = f"the ledger and the texts of {since}" if has else f"the texts of {since}, which has no ledger,"
    yield paint("dim", f"Compared with {what} for {', '.join(impact.editions)}.")
    for side, where, looks in ((both.old, f"at {since}", "new"), (both.new, "here", "gone")):
        if side.errors:
            yield paint("warn", f"What can't be read {where} looks {looks} below.")
    if has and both.old.ledger != both.new.ledger:
        yield paint("dim", f"course/ledger.yml has changed since: the one of {since} counts.")
    yield from (f"The edition {name} is no longer made." for name in impact.editions_gone)
    yield from (f"The edition {name} is new." for name in impact.editions_new)


def _items(title: str, changes: tuple[Change, ...], of: int, paint: Paint) -> list[str]:
    if not changes:
        return []
    lines = [paint("bold", f"{title}: {len(changes)} of {of} items")]
    for one in changes[:MOST]:
        where = paint("dim", f"  in {', '.join(one.editions)}") if one.editions else ""
        lines.append(f"  {paint('bad', one.id)}  {paint('dim', one.place)}{where}")
        lines += _why(one)
    return lines + rest(changes)


def _otherwise(impact: Impact, paint: Paint) -> list[str]:
    """Items that are kept and yet not as they were, by what differs."""
    found: dict[str, list[str]] = {}
    for one in impact.of("item", "kept"):
        for loss in one.losses:
            found.setdefault(loss, []).append(one.id)
    lines = [f"  {listed(ids)}: {loss}" for loss, ids in found.items()]
    return [paint("bold", "Kept, but"), *lines] if lines else []


def _why(one: Change) -> list[str]:
    lines = [f"      {text}" for text in (*(reason.text for reason in one.reasons), *one.losses)]
    if one.twin:
        lines.append(f"      '{one.twin}' has its very words: give it this id, and what was done carries over")
    return lines[: MOST + 1]


def _others(kind: str, name: str, impact: Impact, paint: Paint) -> list[str]:
    changes = [one for one in impact.changes if one.kind == kind]
    found = [one for one in changes if one.fate != "kept" or one.losses]
    drawn = [
        one.id
        for one in changes
        if one.fate == "kept" and not one.losses and any(shift.what == "items" for shift in one.shifts)
    ]
    lines = []
    for fate, word in _FATES.items():
        ones = [one for one in found if one.fate == fate]
        if fate == "new" and ones:
            lines.append(f"  new: {listed(one.id for one in ones)}")
            continue
        for one in ones[:MOST]:
            style = "bold" if fate == "kept" else "bad"
            lines.append(f"  {paint(style, one.id)}  {word}  {paint('dim', one.place)}".rstrip())
            lines += _why(one)
        lines += rest(ones)
    if drawn:
        lines.append(f"  not frozen, so they ask other questions now: {listed(drawn)}")
    return [paint("bold", name), *lines] if lines else []


def _certificate(impact: Impact, paint: Paint) -> list[str]:
    found = impact.certificate
    if not found.reasons and not found.rules:
        return []
    stays = "who has completed the course has it still" if found.stays else "the course has to be completed again"
    lines = [f"  {text}" for text in (*found.reasons, *found.rules)]
    return [f"{paint('bold', 'Certificate')}: {stays}", *lines[:MOST], *rest(lines)]


def _reworded(impact: Impact, paint: Paint) -> list[str]:
    worded = [one for one in impact.changes if one.rewordings]
    lines = []
    for kind in dict.fromkeys((*_FIRST, *(one.kind for one in worded))):
        found = sorted((one for one in worded if one.kind == kind), key=_rank)
        lines += [line for one in found[:MOST] for line in _texts(one, paint)] + rest(found, f" of kind '{kind}'")
    return [paint("bold", f"Reworded: {len(worded)}"), *lines] if worded else []


def _rank(one: Change) -> tuple[bool, bool]:
    """What is kept and looks like another question first."""
    return one.fate != "kept", not _alarms(one)


def _alarms(one: Change) -> str:
    return "; ".join(f"{each.part}: {why}" for each in one.rewordings for why in each.alarms)


def _texts(one: Change, paint: Paint) -> Iterator[str]:
    kind = "" if one.kind in _FIRST else f"{one.kind} "
    yield f"  {kind}{paint('bold', one.id)}  {paint('dim', one.place)}{'' if one.fate == 'kept' else '  asked again'}"
    if one.fate == "kept" and (why := _alarms(one)):
        yield f"      {paint('warn', 'another question?')} {why}: raise `revision` if old answers no longer count"
    for each in one.rewordings:
        yield from diff_lines(each, paint)


def _values(impact: Impact, paint: Paint) -> list[str]:
    lines = [
        f"  {one.name}  {paint('dim', one.edition)}  {paint('old', one.old or 'nothing')} \N{RIGHTWARDS ARROW} "
        f"{paint('new', one.new or 'nothing')}, in {listed(one.things)}"
        for one in impact.values[:MOST]
    ]
    return [paint("bold", "Values that stand in texts"), *lines, *rest(impact.values)] if lines else []


def _new(impact: Impact, paint: Paint) -> list[str]:
    found = impact.of("item", "new")
    return [f"{paint('bold', 'New items')}: {listed(one.id for one in found)}"] if found else []


def _moved(impact: Impact, paint: Paint) -> list[str]:
    moved: dict[str, list[str]] = {}
    for one in impact.changes:
        for shift in one.shifts if one.kind in _FIRST else ():
            what = f"{shift.what} {shift.old or 'none'} \N{RIGHTWARDS ARROW} {shift.new or 'none'}"
            moved.setdefault(what, []).append(one.id)
    lines = [f"  {what}: {listed(ids)}" for what, ids in moved.items()]
    return [paint("bold", "Moved, or set otherwise"), *lines[:MOST], *rest(lines)] if lines else []
