"""From a plain tree to a frozen model, with every fault as a finding at its place.

A fault is mended by a stand-in and the tree tried again, so that one slip in a file doesn't hide what the course's
checks have to say about the rest. What can't be mended is left out, the smallest list entry around it first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from builder.diagnostics import Diagnostic, Places
from builder.model.base import PLACE_KEY, Thing
from builder.model.patterns import FORMS
from builder.model.text import Located
from builder.source.events import Parsed
from builder.source.faults import finding_of, paired
from builder.source.trail import Trail, follow, key_place

T = TypeVar("T", bound=Thing)
_ROUNDS = 8
_TEXT = "… "
_COMMA = "a text that holds ', ' inside '{ }' needs quotes"
_STAND_INS: dict[str, Any] = {
    "int_parsing": "1",
    "int_type": "1",
    "int_from_float": "1",
    "bool_parsing": "false",
    "bool_type": "false",
    "decimal_parsing": "1",
    "decimal_type": "1",
    "finite_number": "1",
    "decimal_max_digits": "1",
    "day_form": "2027-01-01",
    "duration_form": "1 day",
}


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """The model (None when nothing could be made), its findings, and whether nothing had to be left out."""

    thing: T | None
    findings: tuple[Diagnostic, ...] = ()
    whole: bool = True


def validate(model: type[T], parsed: Parsed, file: str, text: str = "") -> Checked[T]:
    """Make what was read into a ``model``; the tree of ``parsed`` is changed in place where it is faulty.

    ``text`` is the whole text of ``file``: keys are looked up in it, for trees know only where values stand.
    """
    tree = parsed.value
    empty = _unknown_empty(model, parsed, file, text) if parsed.empty else ()
    findings: tuple[Diagnostic, ...] = empty
    whole = True
    for number in range(_ROUNDS):
        try:
            return Checked(model.model_validate(tree), findings, whole)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
        if number == 0:
            findings = (*empty, *_findings(errors, model, tree, file, text))
        whole = _mend(errors, model, tree, file, last=number > _ROUNDS // 2) and whole
    return Checked(None, findings, whole=False)


def _unknown_empty(model: type[Thing], parsed: Parsed, file: str, text: str) -> tuple[Diagnostic, ...]:
    """Findings for unknown keys without a value: leaving those out would lose words without a word."""
    for mapping, key in parsed.empty:
        mapping[key] = None
    try:
        model.model_validate(parsed.value)
        errors = []
    except ValidationError as error:
        errors = [
            one
            for one in error.errors(include_url=False, include_input=False)
            if one["type"] == "extra_forbidden" and follow(parsed.value, one["loc"], file).value is None
        ]
    found = _findings(errors, model, parsed.value, file, text)
    for mapping, key in parsed.empty:
        mapping.pop(key, None)
    return tuple(replace(one, help=_COMMA) if " " in one.message.partition("'")[2] else one for one in found)


def _findings(
    errors: list[ErrorDetails], model: type[Thing], tree: Any, file: str, text: str
) -> tuple[Diagnostic, ...]:
    findings = []
    lines = text.split("\n")
    for error, meant in paired(errors, model, tree, file):
        trail = follow(tree, error["loc"], file)
        finding = finding_of(error, meant, trail, model)
        if error["type"] == "extra_forbidden":
            finding = replace(finding, place=key_place(lines, trail.key, trail.place))
        findings.append(finding)
    return tuple(findings)


def _mend(errors: list[ErrorDetails], model: type[Thing], tree: Any, file: str, *, last: bool) -> bool:
    """Put stand-ins where the errors are; from the back, so that indexes hold. False when something was left out."""
    whole = True
    gone: set[tuple[int, int]] = set()
    for error, meant in reversed(list(paired(errors, model, tree, file))):
        trail = follow(tree, error["loc"], file)
        if last or not _mended(error, meant, trail):
            _leave_out(trail, gone)
            whole = False
    return whole


def _mended(error: ErrorDetails, meant: str, trail: Trail) -> bool:
    if not trail.steps:
        return False
    holder, key = trail.steps[-1]
    kind = error["type"]
    if kind == "extra_forbidden":
        value = holder.pop(key, None)
        if meant and value is not None:
            holder.setdefault(meant, value)
        return True
    stand_in = _stand_in(error, kind, trail)
    if stand_in is not None:
        holder[key] = stand_in
    elif isinstance(holder, dict):
        holder.pop(key, None)
    else:
        return False
    return True


def _stand_in(error: ErrorDetails, kind: str, trail: Trail) -> Any:
    context = error.get("ctx", {})
    if kind in ("id_form", "id_type"):
        return Located(f"stand-in-{trail.place.line}-{trail.place.column}", trail.place)
    if kind == "literal_error":
        return context["expected"].split("'")[1]
    if kind in ("tuple_type", "model_type"):
        return _container(kind, trail)
    if kind == "string_pattern_mismatch":
        return FORMS[context["pattern"]].example
    if kind == "too_short":
        return ["en"]
    if kind in ("missing", "text_type", "string_type"):
        return Located(f"{_TEXT}{trail.place.line}:{trail.place.column}", trail.place)
    bound = context.get("ge", context.get("le"))
    return str(bound) if bound is not None else _STAND_INS.get(kind)


def _container(kind: str, trail: Trail) -> Any:
    """An empty list or mapping where one has to be; None where the key may perhaps be left out instead."""
    if isinstance(trail.holder, dict) and not str(trail.value).startswith(_TEXT):
        return None
    return [] if kind == "tuple_type" else {PLACE_KEY: Places(trail.place)}


def _leave_out(trail: Trail, gone: set[tuple[int, int]]) -> None:
    """Take the smallest list entry around the fault out of its list, or the outermost key where there is no list."""
    for holder, key in reversed(trail.steps):
        if isinstance(holder, list) and isinstance(key, int):
            if (id(holder), key) not in gone and key < len(holder):
                del holder[key]
            gone.add((id(holder), key))
            return
    if trail.steps:
        holder, key = trail.steps[0]
        holder.pop(key, None)
