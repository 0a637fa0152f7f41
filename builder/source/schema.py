"""JSON Schemas of the course's YAML files, for editors: made from the models that read the files.

An editor's YAML parser guesses types (``no``, ``12:30``, ``2024``), so text admits numbers and truth values, and
numbers and truth values admit text of their form. A key that may be left out may also be empty.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from builder.source.kinds import KINDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_INTEGER = {"type": "string", "pattern": r"^\s*[+-]?[0-9]+\s*$"}
_DECIMAL = {"type": "string", "pattern": r"^\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\s*$"}
_TRUTH = ["true", "false", "yes", "no", "on", "off", "y", "n", "t", "f", "1", "0"]


def schemas() -> Mapping[str, JsonSchemaValue]:
    """A schema for each kind of file, by the kind's name."""
    return {name: _schema(name) for name in KINDS}


def written() -> Mapping[str, bytes]:
    """The schemas as files, by file name: UTF-8, keys sorted, two spaces of indent."""
    return {
        f"{name}.schema.json": (json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
        for name, schema in schemas().items()
    }


def _schema(name: str) -> JsonSchemaValue:
    made = KINDS[name].model.model_json_schema(schema_generator=_Generator, mode="validation")
    return {"$schema": DIALECT, **made, "title": f"{name} ({KINDS[name].pattern})"}


class _Generator(GenerateJsonSchema):
    """pydantic's generator, with what YAML makes of plain values."""

    ignored_warning_kinds = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012 - the base's own type

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return _either(super().int_schema(schema), _INTEGER)

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        bounds = {"ge": "minimum", "le": "maximum"}
        number: dict[str, Any] = {"type": "number"}
        number |= {name: float(schema[key]) for key, name in bounds.items() if key in schema}  # type: ignore[literal-required]
        return _either(number, _DECIMAL)

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:  # noqa: ARG002 - the base has it
        return {
            "enum": [True, False, 0, 1, *_TRUTH, *(word.upper() for word in _TRUTH), *(word.title() for word in _TRUTH)]
        }

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        made = super().str_schema(schema)
        return made if "pattern" in made else {**made, "type": ["string", "number", "boolean"]}

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """A list for which one entry may stand without brackets."""
        made = super().function_before_schema(schema)
        return _either(made["items"], made) if made.get("type") == "array" else made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """What may be left out may be empty; defaults are the program's affair."""
        return _either(self.generate_inner(schema["schema"]), {"type": "null"})

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return _either(self.generate_inner(schema["schema"]), {"type": "null"})

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the base has it
        """No titles: they would repeat the keys."""
        return False


def _either(*choices: JsonSchemaValue) -> JsonSchemaValue:
    """Any of ``choices``, each once, without nesting."""
    flat = [part for choice in choices for part in (choice["anyOf"] if set(choice) == {"anyOf"} else [choice])]
    return {"anyOf": [part for number, part in enumerate(flat) if part not in flat[:number]]}
