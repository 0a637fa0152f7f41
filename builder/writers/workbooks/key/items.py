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

_SLASH, _DOT = " / ", " · "


@dataclass(frozen=True, slots=True)
class Keyed:
    """The answers to an item or to each of its gaps, the rationale of the whole, and the key alone, as XHTML."""

    answers: tuple[Answer, ...]
    brief: str
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
        objectives=tuple(objective.html for objective in objectives),
        read_again=str(item.read_again or ""),
        brief=keyed.brief,
    )


def _keyed(course: str, words: Catalogue, item: Item) -> Keyed:
    match item:
        case SingleChoice() | MultipleResponse():
            return _options(item)
        case TrueFalse():
            return _true_or_false(words, item)
        case Judgement():
            return _judged(words, item)
        case Numeric():
            right = _number(words, item)
            return Keyed((right, *_wrong(item.wrong)), right.text, item.rationale.html)
        case ShortAnswer():
            accepted = Answer(_SLASH.join(answer.html for answer in item.accepted), "key")
            return Keyed((accepted, *_wrong(item.wrong)), item.accepted[0].html, item.rationale.html)
        case Cloze():
            gaps = _gaps(item)
            return Keyed((), _DOT.join(gap.accepted[0] for gap in gaps), item.rationale.html, gaps)
        case Matching():
            return _matched(course, item)
        case Ordering():
            return _ordered(course, item)
        case Categorise():
            return _sorted(course, words, item)
        case Reflection():
            return Keyed((), "\N{EN DASH}", item.guidance.html)
        case _:
            assert_never(item)


def _options(item: SingleChoice | MultipleResponse) -> Keyed:
    options = [(letter(number), option) for number, option in enumerate(item.options, start=1)]
    answers = (
        Answer(o.text.html, "key" if o.id in item.key else "wrong", o.rationale.html, mark) for mark, o in options
    )
    return Keyed(tuple(answers), " ".join(mark for mark, option in options if option.id in item.key))


def _true_or_false(words: Catalogue, item: TrueFalse) -> Keyed:
    true, false = words.gettext("True"), words.gettext("False")
    answers = (
        Answer(true, "key" if item.key else "wrong", item.if_true.html),
        Answer(false, "wrong" if item.key else "key", item.if_false.html),
    )
    return Keyed(answers, true if item.key else false)


def _judged(words: Catalogue, item: Judgement) -> Keyed:
    answers = tuple(
        Answer(
            option.text.html,
            "key" if option.score == BEST else "plain",
            option.rationale.html,
            letter(number),
            words.gettext("{score} of {best}", score=option.score, best=BEST),
        )
        for number, option in enumerate(item.options, start=1)
    )
    return Keyed(answers, " ".join(answer.mark for answer in answers if answer.verdict == "key"))


def _number(words: Catalogue, item: Numeric) -> Answer:
    text = f"{item.answer.html} {item.unit.html}".strip()
    within = words.gettext("{tolerance} more or less is right too", tolerance=item.tolerance) if item.tolerance else ""
    return Answer(text, "key", within)


def _wrong(answers: Iterable[WrongAnswer]) -> tuple[Answer, ...]:
    return tuple(Answer(answer.answer.html, "wrong", answer.rationale.html) for answer in answers)


def _gaps(item: Cloze) -> tuple[KeyGap, ...]:
    ordered = sorted(item.gaps, key=lambda gap: item.text.html.find(f"[[{gap.id}]]"))
    return tuple(KeyGap(tuple(accepted.html for accepted in gap.accepted), _wrong(gap.wrong)) for gap in ordered)


def _matched(course: str, item: Matching) -> Keyed:
    right = [str(part.id) for part in (*item.pairs, *item.extras)]
    letters = {part: letter(n) for n, part in enumerate(paper_order(course, item.id, right), start=1)}
    pairs = [Answer(f"{p.left.html} — {p.right.html}", "key", mark=letters[str(p.id)]) for p in item.pairs]
    extras = [Answer(extra.text.html, "wrong", mark=letters[str(extra.id)]) for extra in item.extras]
    return Keyed((*pairs, *extras), " ".join(pair.mark for pair in pairs), item.rationale.html)


def _ordered(course: str, item: Ordering) -> Keyed:
    shown = paper_order(course, item.id, (step.id for step in item.steps))
    ranks = {str(step.id): (step, str(rank)) for rank, step in enumerate(item.steps, start=1)}
    answers = [Answer(ranks[part][0].text.html, "key", mark=ranks[part][1]) for part in shown]
    return Keyed(tuple(answers), " ".join(answer.mark for answer in answers), item.rationale.html)


def _sorted(course: str, words: Catalogue, item: Categorise) -> Keyed:
    members = {str(member.id): member for member in item.members}
    texts = {str(category.id): category.text.html for category in item.categories}
    letters = {category: letter(number) for number, category in enumerate(texts, start=1)}
    shown = [members[part] for part in paper_order(course, item.id, members)]
    marks = letters if len(letters) > MOST_COLUMNS else {}
    answers = tuple(
        Answer(f"{m.text.html} — {texts.get(str(m.category), '')}", "key", mark=marks.get(str(m.category), ""))
        for m in shown
    )
    columns = " ".join(str(list(texts).index(str(m.category)) + 1) for m in shown if str(m.category) in texts)
    brief = (
        " ".join(answer.mark for answer in answers) if marks else words.gettext("columns {numbers}", numbers=columns)
    )
    return Keyed(answers, brief, item.rationale.html)
