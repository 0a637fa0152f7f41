"""``{{ dotted.name | filter }}``: the organisation's and the course's values in a text.

The syntax is Jinja's, of which only names, attributes and three filters are allowed. An expression is parsed (by
Jinja's sandboxed environment where it isn't of the plain form) and then looked up here: nothing is compiled or run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from builder.diagnostics.suggest import did_you_mean
from builder.model.base import Identified, Thing
from builder.model.organisation import Duration
from builder.model.text import Text
from builder.prose.flaw import Flaw

if TYPE_CHECKING:
    from builder.locale import Catalogue

FILTERS = ("number", "unit", "capital")
PLACEHOLDER = 0xF0000
"""The first of the private characters that stand for values while Markdown is rendered."""

_EXPRESSION = re.compile(r"\{\{((?:(?!\{\{|\}\}).)*)\}\}", re.DOTALL)
_PLAIN_FORM = re.compile(r"\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)((?:\s*\|\s*[a-z]+)*)\s*", re.ASCII)
_LONGEST = 200
_HINT = "write a dotted name such as {{ org.name }}, with no filter but number, unit or capital"


@dataclass(frozen=True, slots=True)
class Filled:
    """A text whose expressions are private characters: the n-th is ``chr(PLACEHOLDER + n)`` for ``values[n]``."""

    text: str
    values: tuple[str, ...]
    flaws: tuple[Flaw, ...]


class Values:
    """What expressions reach: ``roots`` maps the first name to a rendered thing of the model."""

    def __init__(self, roots: Mapping[str, Thing], catalogue: Catalogue) -> None:
        """``catalogue`` words durations in the edition's language."""
        self._roots = roots
        self._catalogue = catalogue
        self._known: dict[str, str | Flaw] = {}

    def fill(self, source: str) -> Filled:
        """Look up every expression of ``source``; what can't be looked up stays as typed and is a flaw."""
        values: list[str] = []
        flaws: list[Flaw] = []

        def put(found: re.Match[str]) -> str:
            value = self._value(found[1])
            if isinstance(value, Flaw):
                start = found.start(1) + value.start
                flaws.append(Flaw(value.code, value.message, value.help, start, value.length))
                value = found[0]
            values.append(value)
            return chr(PLACEHOLDER + len(values) - 1)

        text = _EXPRESSION.sub(put, source)
        if "{{" in text:
            help_ = "close it with }}, or leave the braces out"
            flaws.append(Flaw("template-syntax", "'{{' without '}}'", help_, source.rfind("{{"), 2))
        return Filled(text, tuple(values), tuple(flaws))

    def _value(self, expression: str) -> str | Flaw:
        known = self._known.get(expression)
        if known is None:
            known = self._known[expression] = self._looked_up(expression)
        return known

    def _looked_up(self, expression: str) -> str | Flaw:
        found = _PLAIN_FORM.fullmatch(expression) if len(expression) <= _LONGEST else None
        if found:
            names = found[1].split(".")
            filters = [name.strip() for name in found[2].split("|")[1:]]
        else:
            parsed = parse(expression)
            if isinstance(parsed, Flaw):
                start = len(expression) - len(expression.lstrip())
                return replace(parsed, start=start, length=max(len(expression.strip()), 1))
            names, filters = parsed
        start = len(expression) - len(expression.lstrip())
        for name in filters:
            if name not in FILTERS:
                at = max(expression.find(name), 0)
                fix = did_you_mean(name, FILTERS) or f"the filters are {', '.join(FILTERS)}"
                return Flaw("template-syntax", f"there is no filter '{name}'", fix, at, len(name))
        leaf = self._leaf(names, start)
        return leaf if isinstance(leaf, Flaw) else self._printed(leaf, names, filters, start)

    def _leaf(self, names: list[str], start: int) -> object | Flaw:
        members: Mapping[str, object] = self._roots
        value: object = None
        for n, name in enumerate(names):
            if name not in members:
                path, before = ".".join(names[: n + 1]), "".join(f"{part}." for part in names[:n])
                return Flaw(
                    "undefined-value", f"there is no value '{path}'", _nearest(name, members, before), start, len(path)
                )
            value = members[name]
            members = _members(value)
        return value

    def _printed(self, value: object, names: list[str], filters: list[str], start: int) -> str | Flaw:
        path = ".".join(names)
        printed: str | None = None
        if isinstance(value, Duration):
            printed = self._catalogue.duration(value)
        elif isinstance(value, Text):
            printed = value.plain
        elif isinstance(value, str | int):
            printed = str(value)
        if printed is None:
            return Flaw(
                "undefined-value",
                f"'{path}' is no single value",
                _nearest("", _members(value), f"{path}."),
                start,
                len(path),
            )
        for name in filters:
            if name == "capital":
                printed = printed[:1].upper() + printed[1:]
            elif isinstance(value, Duration):
                printed = str(value.count) if name == "number" else self._catalogue.unit(value)
            else:
                fix = "take the filter away: it takes a duration apart, such as {{ org.standards.… | number }}"
                return Flaw("template-syntax", f"'{path}' has no {name}", fix, start, len(path))
        return printed


def parse(expression: str) -> tuple[list[str], list[str]] | Flaw:
    """Names and filters of an expression that isn't of the plain form, read by Jinja; or what it may not do."""
    from jinja2 import TemplateSyntaxError, nodes  # noqa: PLC0415 - few courses need it, and it imports slowly
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    if len(expression) > _LONGEST:
        return Flaw("template-syntax", f"an expression of {len(expression)} characters is no value", _HINT)
    if expression.startswith(("-", "+")) or expression.endswith(("-", "+")):
        return Flaw("template-syntax", "a value has no white-space marks", "take the sign at the braces away")
    environment = ImmutableSandboxedEnvironment(block_start_string="\0b", comment_start_string="\0c")
    try:
        body = environment.parse("{{" + expression + "}}").body
    except TemplateSyntaxError as error:
        return Flaw(
            "template-syntax", f"not a value: {(error.message or 'syntax').rstrip('.')}", _HINT, 0, len(expression)
        )
    names: list[str] = []
    filters: list[str] = []
    node: nodes.Node = body[0].nodes[0] if len(body) == 1 and isinstance(body[0], nodes.Output) else nodes.Node()
    while not isinstance(node, nodes.Name):
        match node:
            case nodes.Getattr(node=inner, attr=str(attr)):
                names.insert(0, attr)
            case nodes.Filter(
                node=nodes.Expr() as inner, name=str(name), args=[], kwargs=[], dyn_args=None, dyn_kwargs=None
            ) if not names:
                filters.insert(0, name)
            case _:
                kind = _FORBIDDEN.get(type(node).__name__, "compute")
                return Flaw("template-syntax", f"a value can't {kind}", _HINT)
        node = inner
    return [node.name, *names], filters


_FORBIDDEN = {"Call": "call", "Getitem": "index", "Const": "be a constant", "Filter": "take a filter's arguments"}


def _members(value: object) -> Mapping[str, object]:
    if isinstance(value, Thing):
        return {name: getattr(value, name) for name in type(value).model_fields if name != "places"}
    if isinstance(value, tuple):
        return {part.id.replace("-", "_"): part for part in value if isinstance(part, Identified)}
    return {}


def _nearest(name: str, members: Mapping[str, object], before: str) -> str:
    if guess := did_you_mean(name, members, before):
        return guess
    known = ", ".join(sorted(members)[:8])
    return f"known after '{before}': {known}" if known else "take the last name away"
