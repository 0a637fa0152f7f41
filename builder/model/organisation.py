"""What an organisation says about itself: the values that texts take from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, Self

from pydantic_core import PydanticCustomError, core_schema

from builder.model.base import Identified, Ids, Lines, Thing
from builder.model.patterns import Colour, Day
from builder.model.text import Id, Line

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

Unit = Literal["minute", "hour", "working hour", "day", "working day", "week", "month"]
_FORM = "duration_form"
_DURATION = re.compile(r"(\d{1,4}) +(minute|hour|working hour|day|working day|week|month)s?")


class Duration:
    """A stretch of time as people promise it: ``4 working hours``. ``count`` is in ``unit``; never converted."""

    __slots__ = ("count", "unit")

    def __init__(self, count: int, unit: Unit) -> None:
        """``count`` is at least 0, ``unit`` is singular."""
        self.count = count
        self.unit: Unit = unit

    def __eq__(self, other: object) -> bool:
        """Same count and same unit: 60 minutes is not 1 hour, as a promise in print isn't."""
        return isinstance(other, Duration) and (self.count, self.unit) == (other.count, other.unit)

    def __hash__(self) -> int:
        """By count and unit."""
        return hash((self.count, self.unit))

    def __repr__(self) -> str:
        """``Duration(4, 'working hour')``."""
        return f"Duration({self.count}, {self.unit!r})"

    @classmethod
    def parse(cls, value: object) -> Self:
        """Read ``<number> <unit>``, unit in the singular or plural; raises a pydantic error otherwise."""
        if isinstance(value, cls):
            return value
        found = _DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
        if not found:
            raise PydanticCustomError(_FORM, "is not a duration such as '4 working hours'")
        return cls(int(found[1]), found[2])  # type: ignore[arg-type]  # the pattern admits only units

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Validate by `parse`."""
        return core_schema.no_info_plain_validator_function(cls.parse)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """A string of the same pattern."""
        return {"type": "string", "pattern": f"^{_DURATION.pattern}$"}


class Service(Thing):
    """One department's service to another: ``to`` is the department served, ``with_what`` what it gets."""

    to: Id
    what: Line


class Department(Identified):
    """A part of the organisation, whom it serves inside, and which outside customers meet it directly."""

    name: Line
    purpose: Line = Line("")
    contact: Line = Line("")
    serves: tuple[Service, ...] = ()
    meets: Ids = ()


class OutsideCustomer(Identified):
    """Somebody outside whom the organisation is there for."""

    name: Line
    feels: Line = Line("")


class Standard(Identified):
    """The promises for one channel: acknowledged within, next update within, done within."""

    name: Line
    acknowledge: Duration
    update: Duration
    resolve: Duration
    use_for: Line = Line("")


class EscalationStep(Identified):
    """A rung of the ladder: whom to turn to, after how long without an answer."""

    role: Line
    after: Duration
    contact: Line = Line("")


class Meeting(Identified):
    """A fixed point in the communication calendar."""

    name: Line
    rhythm: Line
    who: Line
    channel: Line
    purpose: Line


class SwapPair(Identified):
    """Two departments that depend on each other and swap places for a while."""

    first: Id
    second: Id
    length: Duration
    look_for: Lines = ()


class QuietHours(Thing):
    """When nobody has to answer: ``start`` and ``end`` as HH:MM on the organisation's clock."""

    start: Line
    end: Line


class Brand(Thing):
    """How the organisation looks: ``primary`` is a CSS hex colour; ``logo`` a picture beside its file."""

    primary: Colour = "#1f4e5f"
    accent: Colour = "#b4541a"
    logo: str = ""


class Word(Identified):
    """The organisation's own word for a thing, as in ``{{ org.words.ticket.text }}``."""

    text: Line


class PlannedWorkshop(Identified):
    """A workshop on its days: ``timing`` is how it is run (or the id of a module), ``dates`` one for each sitting."""

    timing: Id
    dates: tuple[Day, ...]
    place: Line
    trainer: Line = Line("")


class Organisation(Identified):
    """One organisation, typed; its fields are what ``{{ org.… }}`` reaches."""

    name: Line
    short_name: Line
    kind: Line
    vision: Line
    departments: tuple[Department, ...]
    outside: tuple[OutsideCustomer, ...]
    standards: tuple[Standard, ...]
    escalation: tuple[EscalationStep, ...] = ()
    calendar: tuple[Meeting, ...] = ()
    swaps: tuple[SwapPair, ...] = ()
    quiet_hours: QuietHours
    answer_feedback_within: Duration
    help_desk: Line
    trainer_contact: Line = Line("")
    words: tuple[Word, ...] = ()
    brand: Brand = Brand()
    workshops: tuple[PlannedWorkshop, ...] = ()
