"""The kit: words about the subject that guides, letters, forms and job aids need, and how activities make a day."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.model.activities import SheetField
from builder.model.base import Identified, Ids, Lines, Thing
from builder.model.patterns import Clock
from builder.model.runs import RunRow
from builder.model.text import Id, Line, Prose


class Passage(Identified):
    """A titled text."""

    title: Line
    text: Prose


class HardMoment(Identified):
    """What can go wrong in a room: how it shows, words to say, what to do, and what makes it worse."""

    title: Line
    signs: Line
    say: Line
    do: Lines
    avoid: Line


class RoomPlan(Identified):
    """A way to set up the room, drawn for so many ``people``."""

    plan: Literal["tables", "horseshoe", "circle", "remote"]
    title: Line
    people: int = Field(ge=2, le=40)
    text: Line


class DayList(Identified):
    """What the trainer does so many days before (negative) or after the workshop."""

    day: int = Field(ge=-90, le=365)
    title: Line
    tasks: Lines


class Guide(Thing):
    """The file ``course/kit/guide.yml``: what a facilitator guide says beside the activities."""

    purpose: Prose
    audience: Prose
    new_trainer: Prose
    experienced_trainer: Prose
    smallest: int = Field(ge=2)
    largest: int = Field(ge=2)
    ground_rules: tuple[Passage, ...] = ()
    debriefs: tuple[Passage, ...] = ()
    groups: tuple[Passage, ...] = ()
    remote: Prose
    access: Prose
    if_late: Prose
    rooms: tuple[RoomPlan, ...] = ()
    days: tuple[DayList, ...] = ()
    hard_moments: tuple[HardMoment, ...] = ()
    practice_hour: Prose = Prose("")
    observation: tuple[SheetField, ...] = ()


class Session(Identified):
    """One sitting: rows from a chosen start. ``minutes``, breaks and all, may be left to the sum."""

    title: Line
    start: Clock = "09:00"
    minutes: int = Field(default=0, ge=0)
    rows: tuple[RunRow, ...] = Field(min_length=1)


class Timing(Identified):
    """A way to run the course: one sitting or several, from the activities of the modules.

    It takes so many ``minutes`` in all, breaks among them.
    """

    title: Line
    suits: Line
    minutes: int = Field(ge=1)
    sessions: tuple[Session, ...] = Field(min_length=1)


class Timings(Thing):
    """The file ``course/kit/timings.yml``."""

    timings: tuple[Timing, ...]


class Message(Identified):
    """A letter ready to send, so many days before (negative) or after the first sitting; 0 is the day itself."""

    day: int = Field(ge=-90, le=365)
    to: Literal["participants", "managers"]
    subject: Line
    text: Prose


class Messages(Thing):
    """The file ``course/kit/messages.yml``."""

    messages: tuple[Message, ...]


class Form(Identified):
    """A form that evaluates: what people found useful (1), learned (2) or do (3), and how to read the answers."""

    level: Literal["useful", "learned", "done"]
    day: int = Field(ge=-90, le=365)
    title: Line
    who: Line
    purpose: Prose
    fields: tuple[SheetField, ...]
    reading: Prose


class Evaluation(Thing):
    """The file ``course/kit/evaluation.yml``."""

    forms: tuple[Form, ...]


class ManagerPage(Identified):
    """A page of the manager's kit: a brief, a talk, a check-in, an observation sheet. ``when`` says when it is used."""

    title: Line
    when: Line
    minutes: int = Field(default=0, ge=0, le=120)
    text: Prose
    fields: tuple[SheetField, ...] = ()


class ManagersKit(Thing):
    """The file ``course/kit/managers.yml``: what those who lead the learners do before and after."""

    title: Line
    purpose: Prose
    pages: tuple[ManagerPage, ...]


class JobAid(Identified):
    """One page to work with: rules of ``practices``, what it ``shows`` of the organisation, text, space to write.

    As a card, four to a sheet, it says ``card_text`` in place of ``text`` where there is one, and shows less.
    """

    title: Line
    use: Line
    practices: Ids = ()
    shows: Literal["promises", "escalation", "calendar", "swaps", ""] = ""
    text: Prose = Prose("")
    card_text: Prose = Prose("")
    fields: tuple[SheetField, ...] = ()


class JobAids(Thing):
    """The file ``course/kit/aids.yml``."""

    aids: tuple[JobAid, ...]


class OwnCase(Identified):
    """The page of a module on which a learner carries a case of their own further."""

    module: Id
    title: Line
    text: Prose
    fields: tuple[SheetField, ...]


class WorkbookKit(Thing):
    """The file ``course/kit/workbook.yml``: what a workbook says beside the lessons."""

    how_to_use: Prose
    reason: Line
    back: Line
    cases: tuple[OwnCase, ...] = ()


class Kit(Thing):
    """All files of ``course/kit``; what a course leaves out is empty, and the outputs that need it aren't made."""

    guide: Guide | None = None
    timings: tuple[Timing, ...] = ()
    messages: tuple[Message, ...] = ()
    forms: tuple[Form, ...] = ()
    managers: ManagersKit | None = None
    aids: tuple[JobAid, ...] = ()
    workbook: WorkbookKit | None = None
