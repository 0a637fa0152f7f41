"""From items to what a learner's book prints of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import assert_never

from builder.identity.paper_order import paper_order
from builder.locale import Catalogue
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
from builder.writers.workbooks.learner.printed import Fill, Gap, Join, LearnerItem, Number, Sort, Space, Tick, Write
from builder.writers.workbooks.printing.pictures import shown
from builder.writers.workbooks.things import Things

MOST_COLUMNS = 5
"""With more categories than this, letters take the place of columns to tick."""

_MARKER = re.compile(r"\[\[([a-z0-9-]+)\]\]")


@dataclass(frozen=True, slots=True)
class Asked:
    """How an item asks: an instruction and the space for the answer."""

    instruction: str
    space: Space


def learner_item(things: Things, item: Item, anchor: str, number: int) -> LearnerItem:
    """``item`` as the ``number``-th of its chapter, with ``anchor`` as its id there."""
    asked = _asked(str(things.edition.key.course), things.words, item)
    return LearnerItem(
        id=anchor,
        number=number,
        title=item.title.html,
        instruction=asked.instruction,
        stem=item.stem.html,
        space=asked.space,
        picture=shown(things.edition, item.picture),
        hints=tuple(hint.html for hint in item.hints),
    )


def _asked(course: str, words: Catalogue, item: Item) -> Asked:
    match item:
        case SingleChoice():
            return Asked(words.gettext("Tick one answer."), Tick(tuple(o.text.html for o in item.options)))
        case MultipleResponse():
            return Asked(
                words.gettext("Tick every answer that is right."),
                Tick(tuple(o.text.html for o in item.options), one=False),
            )
        case TrueFalse():
            return Asked(
                words.gettext("True or false? Tick one."), Tick((words.gettext("True"), words.gettext("False")))
            )
        case Judgement():
            space = Tick(tuple(option.text.html for option in item.options), why=True)
            return Asked(words.gettext("Tick the best one, and say why."), space)
        case Numeric():
            return Asked(words.gettext("Write a number."), Write(1, short=True, unit=item.unit.html))
        case ShortAnswer():
            return Asked(words.gettext("Write a word or a few."), Write(1, short=True))
        case Cloze():
            return _cloze(words, item)
        case Matching():
            return _matching(course, words, item)
        case Ordering():
            texts = {str(step.id): step.text.html for step in item.steps}
            order = paper_order(course, item.id, texts)
            return Asked(
                words.gettext("Number the steps in their right order."), Number(tuple(texts[i] for i in order))
            )
        case Categorise():
            return _categorise(course, words, item)
        case Reflection():
            return Asked(words.gettext("For you alone: write down what comes to mind."), Write(item.lines))
        case _:
            assert_never(item)


def _cloze(words: Catalogue, item: Cloze) -> Asked:
    gaps = {str(gap.id): Gap(wide=gap.choose) for gap in item.gaps}
    pieces: list[str | Gap] = []
    for n, piece in enumerate(_MARKER.split(item.text.html)):
        is_marker = bool(n % 2)
        pieces.append(gaps.get(piece, f"[[{piece}]]") if is_marker else piece)
    if any(gap.choose for gap in item.gaps):
        said = words.gettext("Fill each gap in your own words (on screen you choose from a list).")
        return Asked(said, Fill(tuple(pieces)))
    return Asked(words.gettext("Fill each gap in your own words."), Fill(tuple(pieces)))


def _matching(course: str, words: Catalogue, item: Matching) -> Asked:
    right = {str(pair.id): pair.right.html for pair in item.pairs} | {str(e.id): e.text.html for e in item.extras}
    order = paper_order(course, item.id, right)
    space = Join(tuple(pair.left.html for pair in item.pairs), tuple(right[part] for part in order))
    if item.extras:
        return Asked(words.gettext("Write the letter that belongs to each line. Some letters are left over."), space)
    return Asked(words.gettext("Write the letter that belongs to each line."), space)


def _categorise(course: str, words: Catalogue, item: Categorise) -> Asked:
    members = {str(member.id): member.text.html for member in item.members}
    order = paper_order(course, item.id, members)
    things, categories = tuple(members[part] for part in order), tuple(c.text.html for c in item.categories)
    if len(categories) > MOST_COLUMNS:
        return Asked(words.gettext("Write the letter that belongs to each line."), Join(things, categories))
    return Asked(words.gettext("Tick where each one belongs."), Sort(categories, things))
