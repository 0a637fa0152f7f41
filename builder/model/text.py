"""Texts and ids as the model holds them.

A text is what an author typed, with its place. The edition step replaces each by a copy whose ``html`` and
``plain`` are filled in; writers read only those two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from pydantic_core import PydanticCustomError, core_schema

from builder.diagnostics.place import NOWHERE, Place

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
ID_LENGTH = 40
_ID = re.compile(ID_PATTERN)
_ID_TYPE, _ID_FORM, _TEXT_TYPE = "id_type", "id_form", "text_type"


class Located(str):
    """A plain value of a YAML file, as typed, that knows where it stands."""

    __slots__ = ("place",)
    place: Place

    def __new__(cls, value: str, place: Place = NOWHERE) -> Self:
        """``value`` is the decoded scalar; ``place`` is where its first character stands."""
        made = str.__new__(cls, value)
        made.place = place
        return made


class Id(Located):
    """A promise: kebab-case, at most 40 characters, unique in the course (options, gaps and pairs: in their item)."""

    __slots__ = ()

    @classmethod
    def _validate(cls, value: object) -> Self:
        if not isinstance(value, str):
            raise PydanticCustomError(_ID_TYPE, "must be an id")
        if len(value) > ID_LENGTH or not _ID.fullmatch(value):
            message = "'{id}' is not an id: small letters, digits and single hyphens, at most 40"
            raise PydanticCustomError(_ID_FORM, message, {"id": value[:60]})
        return cls(value, getattr(value, "place", NOWHERE))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Validate by pattern and keep the place, which pydantic's own ``str`` would drop."""
        return core_schema.no_info_plain_validator_function(cls._validate)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """An id's JSON Schema; a number is let through because ``2024`` is one to YAML."""
        return {"type": ["string", "integer"], "pattern": f"^{ID_PATTERN}$", "maxLength": ID_LENGTH}


@dataclass(frozen=True, slots=True)
class Text:
    """A text a learner or trainer reads. ``source`` may hold ``{{ values }}`` and Markdown.

    ``html`` and ``plain`` are empty until the edition step has rendered them. ``html`` is well-formed XHTML without
    scripts; its links to things of the course are ``href="#<id>"`` and its pictures ``src="picture:<path>"``.
    ``plain`` is the same words without marks.
    """

    source: str
    place: Place = NOWHERE
    html: str = ""
    plain: str = ""

    def __bool__(self) -> bool:
        """Whether the author typed anything."""
        return bool(self.source)

    @classmethod
    def _validate(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError(_TEXT_TYPE, "must be text")
        return cls(str(value), getattr(value, "place", NOWHERE))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Any scalar an author typed is a text: ``no`` and ``12:30`` stay what they are."""
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.plain_serializer_function_ser_schema(_source_of)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """What YAML calls a number or a truth value is a text here too."""
        return {"type": ["string", "number", "boolean"]}


class Line(Text):
    """One line of inline Markdown: ``html`` has no block element around it."""

    __slots__ = ()


class Prose(Text):
    """Block Markdown: ``html`` is paragraphs, lists, tables, quotes."""

    __slots__ = ()


def _source_of(text: Any) -> str:
    return str(text.source)
