"""The tiny course with every key, accepted answer and rationale changed, and nothing else."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, assert_never

from builder.model.activities import Activity, Ask
from builder.model.items import (
    Categorise,
    Cloze,
    Item,
    Judgement,
    Matching,
    MultipleResponse,
    Numeric,
    Ordering,
    Reflection,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
    WrongAnswer,
)
from builder.model.text import Id, Line, Prose

if TYPE_CHECKING:
    from builder.model.course import Course, Module
    from builder.model.scenarios import Scenario

NEW = Line("qqq changed qqq")
NEWS = Prose("qqq changed qqq")
WRONG = (WrongAnswer(answer=NEW, rationale=NEW),)


def with_other_keys(course: Course) -> Course:
    """``course`` with other answers to everything it asks."""
    banks = tuple(bank.model_copy(update={"items": tuple(map(_item, bank.items))}) for bank in course.banks)
    return course.model_copy(
        update={
            "banks": banks,
            "scenarios": tuple(map(_scenario, course.scenarios)),
            "modules": tuple(map(_module, course.modules)),
        }
    )


def _item(item: Item) -> Item:
    changed = item.model_copy(update={"outside": NEW, "read_again": None, **_answers(item)})
    assert changed != item
    return changed


def _answers(item: Item) -> dict[str, object]:
    match item:
        case SingleChoice():
            other = next(option.id for option in item.options if option.id not in item.key)
            return {"key": (other,), "options": tuple(o.model_copy(update={"rationale": NEW}) for o in item.options)}
        case MultipleResponse():
            others = tuple(option.id for option in item.options if option.id not in item.key)
            return {"key": others, "options": tuple(o.model_copy(update={"rationale": NEW}) for o in item.options)}
        case TrueFalse():
            return {"key": not item.key, "if_true": NEW, "if_false": NEW}
        case Judgement():
            update = {"rationale": NEW, "raters": None}
            options = (o.model_copy(update={**update, "score": 3 - o.score}) for o in item.options)
            return {"options": tuple(options)}
        case Numeric():
            return {"answer": Line("777"), "tolerance": Decimal(5), "rationale": NEW, "wrong": WRONG}
        case ShortAnswer():
            return {"accepted": (NEW,), "match_case": not item.match_case, "rationale": NEW, "wrong": WRONG}
        case Cloze():
            gaps = tuple(gap.model_copy(update={"accepted": (NEW, NEW), "wrong": WRONG}) for gap in item.gaps)
            return {"gaps": gaps, "rationale": NEW}
        case Matching():
            return {"rationale": NEW}
        case Ordering():
            return {"steps": item.steps[::-1], "rationale": NEW}
        case Categorise():
            ids = [category.id for category in item.categories]
            turned = dict(zip(ids, (*ids[1:], ids[0]), strict=True))
            members = (m.model_copy(update={"category": turned[m.category]}) for m in item.members)
            return {"members": tuple(members)[::-1], "rationale": NEW}
        case Reflection():
            return {"guidance": NEWS}
        case _:
            assert_never(item)


def _scenario(scenario: Scenario) -> Scenario:
    update = {"consequence": NEWS, "outside": NEW, "goto": Id("gone")}
    scenes = (
        scene.model_copy(
            update={"choices": tuple(c.model_copy(update={**update, "score": 3 - c.score}) for c in scene.choices)}
        )
        for scene in scenario.scenes
    )
    endings = (e.model_copy(update={"text": NEWS, "outside": NEW, "outcome": "mixed"}) for e in scenario.endings)
    return scenario.model_copy(update={"scenes": tuple(scenes), "endings": tuple(endings), "debrief": ()})


def _module(module: Module) -> Module:
    return module.model_copy(update={"activities": tuple(map(_activity, module.activities))})


def _activity(activity: Activity) -> Activity:
    steps = (
        step.model_copy(update={"expected": (NEW,), "replies": (), "follow_up": NEW}) if isinstance(step, Ask) else step
        for step in activity.steps
    )
    debrief = (question.model_copy(update={"expected": (NEW,)}) for question in activity.debrief)
    return activity.model_copy(update={"steps": tuple(steps), "debrief": tuple(debrief)})
