"""What every thing in the model has in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from builder.diagnostics.place import Places
from builder.model.text import Id, Line

PLACE_KEY = "\0place"
"""The key under which a loaded mapping carries its `Places`: YAML cannot hold it, so no author can type it."""


def listed(value: object) -> object:
    """A lone plain value as a list of one, for fields that may stand without brackets."""
    return (value,) if isinstance(value, str) else value


class Thing(BaseModel):
    """A frozen mapping of the source; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, arbitrary_types_allowed=True)

    places: SkipJsonSchema[Places] = Field(default=Places(), alias=PLACE_KEY, exclude=True, repr=False)


class Identified(Thing):
    """A thing with an id of its own."""

    id: Id


Ids = Annotated[tuple[Id, ...], BeforeValidator(listed)]
"""A list of ids; one id alone may stand without brackets."""

Lines = Annotated[tuple[Line, ...], BeforeValidator(listed)]
"""A list of one-line texts; one alone may stand without brackets."""


class Picture(Thing):
    """A picture beside the file that names it. ``alt`` empty needs ``decorative``."""

    file: str
    alt: Line = Line("")
    decorative: bool = False
    caption: Line = Line("")


class Serves(Identified):
    """What teaches, asks or reminds says which objectives and practices it serves, and which sources it stands on."""

    objectives: Ids = ()
    practices: Ids = ()
    sources: Ids = ()
