"""pydantic's errors in an author's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from pydantic_core import ErrorDetails

from builder.diagnostics import Diagnostic
from builder.model.base import PLACE_KEY, Thing
from builder.model.patterns import FORMS
from builder.source.shape import keys_at
from builder.source.trail import Trail, follow

_SHAPES = {
    "text_type": ("must be text", "if the text holds ': ', put it in quotes"),
    "string_type": ("must be text", "if the text holds ': ', put it in quotes"),
    "int_parsing": ("must be a whole number", "write a number such as 10"),
    "int_type": ("must be a whole number", "write a number such as 10"),
    "int_from_float": ("must be a whole number", "write a number such as 10"),
    "bool_parsing": ("must be yes or no", "write true or false"),
    "bool_type": ("must be yes or no", "write true or false"),
    "decimal_parsing": ("must be a number", "write a number such as 0.5"),
    "decimal_type": ("must be a number", "write a number such as 0.5"),
    "finite_number": ("must be a finite number", "write a number such as 0.5"),
    "decimal_max_digits": ("has too many digits", "write a shorter number"),
    "decimal_max_places": ("has too many decimal places", "write a shorter number"),
    "decimal_whole_digits": ("has too many digits", "write a shorter number"),
    "tuple_type": ("must be a list", "write each entry on its own line, after '- '"),
    "model_type": ("must be a mapping of keys and values", "write each key on its own line, as 'key: value'"),
    "dict_type": ("must be a mapping of keys and values", "write each key on its own line, as 'key: value'"),
    "too_short": ("is empty", "add an entry"),
    "day_form": ("must be a day of the calendar", "write a day that there is, such as '2027-02-28'"),
    "duration_form": ("must be a duration", "write it as '4 working hours', '2 days' or '30 minutes'"),
}
_BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "greater_than": ("gt", "more than"),
    "less_than_equal": ("le", "at most"),
    "less_than": ("lt", "less than"),
}
_LONGEST = 80
_REASONS = frozenset({"rationale", "if_true", "if_false"})
_QUOTED = re.compile(r"'([^']*)'")


def suggestion(word: str, known: tuple[str, ...], otherwise: str = "use one of") -> str:
    """A help: the known word most like ``word``, or all known ones when none is."""
    close = nearest(word, known)
    return f"did you mean '{close}'?" if close else f"{otherwise}: {', '.join(known)}"


@lru_cache(maxsize=1024)
def nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word most like ``word``, or ``""``."""
    if len(word) > _LONGEST:
        return ""
    close = get_close_matches(word.lower().replace("-", "_"), known, n=1) or get_close_matches(word, known, n=1)
    return close[0] if close else ""


def paired(errors: list[ErrorDetails], model: type[Thing], root: Any, file: str) -> Iterator[tuple[ErrorDetails, str]]:
    """Each error with the key it was probably meant to be (misspelt keys), without what a misspelling explains."""
    missing = {e["loc"] for e in errors if e["type"] == "missing"}
    explained = set()
    meant: dict[int, str] = {}
    for number, error in enumerate(errors):
        if error["type"] != "extra_forbidden":
            continue
        *above, key = error["loc"]
        held = follow(root, tuple(above), file).value
        known = tuple(k for k in keys_at(model, tuple(above)) if k not in held)
        close = nearest(str(key), known)
        if close:
            meant[number] = close
            explained.add((*above, close))
    for number, error in enumerate(errors):
        if not (error["loc"] in missing and error["loc"] in explained):
            yield error, meant.get(number, "")


def finding_of(error: ErrorDetails, meant: str, trail: Trail, model: type[Thing]) -> Diagnostic:
    """The finding for one error; ``meant`` is the key that a misspelt one was probably meant to be."""
    kind, key = error["type"], trail.key
    if kind == "extra_forbidden":
        return _unknown_key(error, meant, trail, model)
    if kind == "missing":
        return _missing_key(trail)
    if kind in ("literal_error", "union_tag_invalid", "union_tag_not_found"):
        return _unknown_value(error, trail)
    if kind in ("id_form", "id_type"):
        return _bad_id(trail)
    if kind in _BOUNDS:
        name, words = _BOUNDS[kind]
        bound = error["ctx"][name]
        return Diagnostic(
            "out-of-range",
            f"'{key}' must be {words} {bound}",
            trail.place,
            f"write a number that is {words} {bound}",
            trail.length,
        )
    shape, help_ = _shape(error)
    entry = bool(trail.steps) and isinstance(trail.steps[-1][1], int)
    what = f"an entry of '{key}'" if entry else f"'{key}'" if key else "the file"
    return Diagnostic("wrong-type", f"{what} {shape}", trail.place, help_, trail.length)


def _missing_key(trail: Trail) -> Diagnostic:
    key = trail.key
    if key in _REASONS:
        help_ = "say in one sentence why it is right, or why it is tempting and wrong"
        return Diagnostic("missing-rationale", f"there is no '{key}' here", trail.place, help_)
    places = trail.holder.get(PLACE_KEY) if isinstance(trail.holder, dict) else None
    if places and key in places.fields:
        return Diagnostic("missing-key", f"the key '{key}' has no value", trail.place, f"write it after '{key}:'")
    return Diagnostic("missing-key", f"the key '{key}' is missing", trail.place, f"add '{key}: …'")


def _shape(error: ErrorDetails) -> tuple[str, str]:
    form = FORMS.get(error.get("ctx", {}).get("pattern", ""))
    if form:
        return form.fault, form.help
    said = error["msg"]
    return _SHAPES.get(error["type"], (said[:1].lower() + said[1:], "look at the format of this key"))


def _unknown_key(error: ErrorDetails, meant: str, trail: Trail, model: type[Thing]) -> Diagnostic:
    key = str(error["loc"][-1])
    known = keys_at(model, error["loc"][:-1])
    help_ = f"did you mean '{meant}'?" if meant else suggestion(key, known, "the keys here are")
    if key in known:
        help_ = "remove it"
    return Diagnostic("unknown-key", f"unknown key '{key}'", trail.place, help_, max(1, len(key)))


def _unknown_value(error: ErrorDetails, trail: Trail) -> Diagnostic:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "literal_error":
        value, key = trail.value, trail.key
        if not isinstance(value, str):
            return Diagnostic(
                "wrong-type", f"'{key}' must be one word", trail.place, f"use one of: {context['expected']}"
            )
        known = tuple(_QUOTED.findall(context["expected"]))
        return Diagnostic(
            "unknown-value",
            f"'{_short(value)}' is not a value of '{key}'",
            trail.place,
            suggestion(value, known),
            trail.length,
        )
    name = context["discriminator"].strip("'")
    if not isinstance(trail.value, dict):
        return Diagnostic(
            "wrong-type",
            f"an entry of '{trail.key}' must be a mapping of keys and values",
            trail.place,
            f"start it with '- {name}: …'",
        )
    if kind == "union_tag_not_found":
        return Diagnostic("missing-key", f"the key '{name}' is missing", trail.place, f"add '{name}: …'")
    known = tuple(_QUOTED.findall(context["expected_tags"]))
    tag = str(context["tag"])
    place = follow(trail.value, (name,), trail.place.file).place
    return Diagnostic(
        "unknown-value", f"'{_short(tag)}' is not a value of '{name}'", place, suggestion(tag, known), max(1, len(tag))
    )


def _bad_id(trail: Trail) -> Diagnostic:
    if not isinstance(trail.value, str):
        return Diagnostic(
            "wrong-type", f"'{trail.key}' must be an id", trail.place, "write one id, such as 'greet-people'"
        )
    slug = re.sub(r"[^a-z0-9]+", "-", trail.value.lower()).strip("-")[:40].strip("-")
    help_ = f"write '{slug}'" if slug and slug != trail.value else "use small letters, digits and single hyphens"
    return Diagnostic("bad-id", f"'{_short(trail.value)}' is not an id", trail.place, help_, trail.length)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 - what fits a line
