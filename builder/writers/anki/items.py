"""Items as cards: those that ask for one thing that can be said before turning the card."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

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
)
from builder.writers.anki.fields import Fields, hints, listed
from builder.writers.artefact import Declined

if TYPE_CHECKING:
    from builder.locale import Catalogue
    from builder.model.items import Gap, WrongAnswer

MOST_GAPS = 2
_MARKER = re.compile(r"\[\[([a-z0-9-]+)\]\]")


@dataclass(frozen=True, slots=True)
class Sides:
    """Question, answer and reason of an item's card, as field values."""

    question: str
    answer: str
    why: str


def sides(item: Item, fields: Fields, words: Catalogue) -> Sides | Declined:
    """The card of a practice item, or why it makes none."""
    if item.pool != "practice":
        return _declined(item, "kept out of the deck, because it is asked in a test")
    match item:
        case SingleChoice():
            return _single_choice(item, fields, words)
        case TrueFalse():
            return _true_false(item, fields, words)
        case Numeric():
            return _numeric(item, fields, words)
        case ShortAnswer():
            return _short_answer(item, fields, words)
        case Cloze():
            return _cloze(item, fields, words)
        case MultipleResponse() | Matching() | Ordering() | Categorise():
            return _declined(item, "a card asks for one thing, and this item for several at once")
        case Judgement():
            return _declined(item, "a card has one right answer, and these options are right by degrees")
        case Reflection():
            return _declined(item, "a card needs an answer, and a reflection has none")
        case _:
            assert_never(item)


def _single_choice(item: SingleChoice, fields: Fields, words: Catalogue) -> Sides | Declined:
    keyed = [option for option in item.options if option.id in item.key]
    if len(keyed) != 1:
        return _declined(item, "it has no single key")
    options = "".join(f"<li>{fields.html(option.text.html)}</li>" for option in item.options)
    others = [
        (fields.html(option.text.html), fields.html(option.rationale.html))
        for option in item.options
        if option is not keyed[0]
    ]
    why = f"<p>{fields.html(keyed[0].rationale.html)}</p>{listed(others, 'others')}"
    asked = _asked(item, f'<ol class="options">{options}</ol>', fields, words)
    return Sides(asked, fields.html(keyed[0].text.html), why)


def _true_false(item: TrueFalse, fields: Fields, words: Catalogue) -> Sides:
    ask = f'<p class="ask">{words.gettext("True or false?")}</p>'
    named = {True: words.gettext("True"), False: words.gettext("False")}
    said = {True: fields.html(item.if_true.html), False: fields.html(item.if_false.html)}
    other = listed([(named[not item.key], said[not item.key])], "others")
    return Sides(_asked(item, ask, fields, words), named[item.key], f"<p>{said[item.key]}</p>{other}")


def _numeric(item: Numeric, fields: Fields, words: Catalogue) -> Sides:
    unit = fields.html(item.unit.html)
    ask = f'<p class="unit">{words.gettext("Unit: {unit}", unit=unit)}</p>' if unit else ""
    reach = f" ± {item.tolerance:f}" if item.tolerance else ""
    answer = f"{fields.html(item.answer.html)}{reach} {unit}".strip()
    return Sides(_asked(item, ask, fields, words), answer, _reasons(item.rationale.html, item.wrong, fields))


def _short_answer(item: ShortAnswer, fields: Fields, words: Catalogue) -> Sides | Declined:
    if not item.accepted:
        return _declined(item, "it has no answer")
    answer = " / ".join(fields.html(accepted.html) for accepted in item.accepted)
    return Sides(_asked(item, "", fields, words), answer, _reasons(item.rationale.html, item.wrong, fields))


def _cloze(item: Cloze, fields: Fields, words: Catalogue) -> Sides | Declined:
    gaps = {str(gap.id): gap for gap in item.gaps}
    marked = _MARKER.findall(item.text.html)
    if not marked or any(one not in gaps or not gaps[one].accepted for one in marked):
        return _declined(item, "its gaps and their marks don't agree")
    if len(marked) > MOST_GAPS:
        return _declined(item, "a card asks for one thing, and this item for several at once")
    text = fields.html(item.text.html)
    open_ = _MARKER.sub(lambda found: _open(gaps[found[1]], fields), text)
    filled = _MARKER.sub(
        lambda found: f'<span class="cloze">{fields.html(gaps[found[1]].accepted[0].html)}</span>', text
    )
    wrong = [one for gap in item.gaps for one in gap.wrong]
    return Sides(_asked(item, open_, fields, words), filled, _reasons(item.rationale.html, wrong, fields))


def _open(gap: Gap, fields: Fields) -> str:
    if not gap.choose:
        return '<span class="gap">…</span>'
    offered = sorted([*gap.accepted, *(wrong.answer for wrong in gap.wrong)], key=lambda line: line.plain)
    return f'<span class="gap offered">{" / ".join(fields.html(line.html) for line in offered)}</span>'


def _asked(item: Item, below: str, fields: Fields, words: Catalogue) -> str:
    folded = hints(item.hints, words.gettext("Hint"), fields)
    return fields.html(item.stem.html) + fields.picture(item.picture) + below + folded


def _reasons(rationale: str, wrong: list[WrongAnswer] | tuple[WrongAnswer, ...], fields: Fields) -> str:
    pairs = [(fields.html(one.answer.html), fields.html(one.rationale.html)) for one in wrong]
    return f"<p>{fields.html(rationale)}</p>{listed(pairs, 'others')}"


def _declined(item: Item, reason: str) -> Declined:
    return Declined(item.id, reason, item.places.start, whole=True)
