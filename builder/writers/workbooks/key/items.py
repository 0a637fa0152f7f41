"""From items to the entries of an answer key."""

from __future__ import annotations

from collections.abc import Iterable
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
    WrongAnswer,
)
from builder.writers.workbooks.key.book import Answer, KeyEntry, KeyGap
from builder.writers.workbooks.learner.items import MOST_COLUMNS
from builder.writers.workbooks.things import Things, letter

BEST = 3
"""The score of the best option of a judgement item."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """The answers to an item or to each of its gaps, and the rationale of the whole."""

    answers: tuple[Answer, ...]
    note: str = ""
    gaps: tuple[KeyGap, ...] = ()


def key_entry(things: Things, item: Item, anchor: str, number: int) -> KeyEntry:
    """The key of ``item``, the ``number``-th of its chapter, which the learner's book prints at ``anchor``."""
    edition = things.edition
    keyed = _keyed(str(edition.key.course), things.words, item)
    objectives = [edition.objectives[objective] for objective in item.objectives if objective in edition.objectives]
    return KeyEntry(
        id=anchor,
        number=number,
        title=item.title.html,
        stem=item.stem.html,
        answers=keyed.answers,
        gaps=keyed.gaps,
        note=keyed.note,
        outside=item.outside.html,
        objectives=tuple(f"{objective.verb.html} {objective.text.html}" for objective in objectives),
        read_again=str(item.read_again or ""),
    )


def _keyed(course: str, words: Catalogue, item: Item) -> Keyed:
    match item:
        case SingleChoice() | MultipleResponse():
            return Keyed(_options(item))
        case TrueFalse():
            return Keyed(
                (
                    Answer(words.gettext("True"), "key" if item.key else "wrong", item.if_true.html),
                    Answer(words.gettext("False"), "wrong" if item.key else "key", item.if_false.html),
                )
            )
        case Judgement():
            return Keyed(_judged(words, item))
        case Numeric():
            return Keyed((_number(words, item), *_wrong(item.wrong)), item.rationale.html)
        case ShortAnswer():
            accepted = tuple(Answer(answer.html, "key") for answer in item.accepted)
            return Keyed((*accepted, *_wrong(item.wrong)), item.rationale.html)
        case Cloze():
            return Keyed((), item.rationale.html, _gaps(item))
        case Matching():
            return Keyed(_matched(course, item), item.rationale.html)
        case Ordering():
            shown = paper_order(course, item.id, (step.id for step in item.steps))
            steps = sorted(item.steps, key=lambda step: shown.index(str(step.id)))
            ranks = [str(item.steps.index(step) + 1) for step in steps]
            answers = (Answer(step.text.html, "key", mark=rank) for step, rank in zip(steps, ranks, strict=True))
            return Keyed(tuple(answers), item.rationale.html)
        case Categorise():
            return Keyed(_sorted(course, item), item.rationale.html)
        case Reflection():
            return Keyed((), item.guidance.html)
        case _:
            assert_never(item)


def _options(item: SingleChoice | MultipleResponse) -> tuple[Answer, ...]:
    options = enumerate(item.options, start=1)
    return tuple(
        Answer(o.text.html, "key" if o.id in item.key else "wrong", o.rationale.html, letter(number))
        for number, o in options
    )


def _judged(words: Catalogue, item: Judgement) -> tuple[Answer, ...]:
    return tuple(
        Answer(
            option.text.html,
            "key" if option.score == BEST else "plain",
            option.rationale.html,
            letter(number),
            words.gettext("{score} of {best}", score=option.score, best=BEST),
        )
        for number, option in enumerate(item.options, start=1)
    )


def _number(words: Catalogue, item: Numeric) -> Answer:
    text = f"{item.answer.html} {item.unit.html}".strip()
    within = words.gettext("{tolerance} more or less is right too", tolerance=item.tolerance) if item.tolerance else ""
    return Answer(text, "key", within)


def _wrong(answers: Iterable[WrongAnswer]) -> tuple[Answer, ...]:
    return tuple(Answer(answer.answer.html, "wrong", answer.rationale.html) for answer in answers)


def _gaps(item: Cloze) -> tuple[KeyGap, ...]:
    ordered = sorted(item.gaps, key=lambda gap: item.text.html.find(f"[[{gap.id}]]"))
    return tuple(KeyGap(tuple(accepted.html for accepted in gap.accepted), _wrong(gap.wrong)) for gap in ordered)


def _matched(course: str, item: Matching) -> tuple[Answer, ...]:
    right = [str(part.id) for part in (*item.pairs, *item.extras)]
    letters = {part: letter(n) for n, part in enumerate(paper_order(course, item.id, right), start=1)}
    pairs = [Answer(f"{p.left.html} — {p.right.html}", "key", mark=letters[str(p.id)]) for p in item.pairs]
    extras = [Answer(extra.text.html, "wrong", mark=letters[str(extra.id)]) for extra in item.extras]
    return (*pairs, *extras)


def _sorted(course: str, item: Categorise) -> tuple[Answer, ...]:
    members = {str(member.id): member for member in item.members}
    texts = {str(category.id): category.text.html for category in item.categories}
    letters = {category: letter(number) for number, category in enumerate(texts, start=1)}
    marks = letters if len(letters) > MOST_COLUMNS else {}
    shown = [members[part] for part in paper_order(course, item.id, members)]
    return tuple(
        Answer(f"{m.text.html} — {texts.get(str(m.category), '')}", "key", mark=marks.get(str(m.category), ""))
        for m in shown
    )
