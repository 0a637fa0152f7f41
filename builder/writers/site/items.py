"""Items as forms with native controls, complete on paper; with the player they are answered in the browser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, assert_never

from markupsafe import Markup

from builder.identity.meaning import folded
from builder.model.items import (
    Categorise,
    Cloze,
    Credit,
    Gap,
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
from builder.writers.site.item_words import item_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.writers.site.frame import Frame
    from builder.writers.site.page import Page

_GAP = re.compile(r"\[\[([a-z0-9-]+)\]\]")
_GAP_AND_SIGNS = re.compile(_GAP.pattern + r"([^\s<\w\[]*)")
_ONE_PARAGRAPH = re.compile(r"\s*<p>((?:(?!</?p>).)*)</p>\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Asked:
    """How much is asked: ``count`` items that are scored, their state ``keys``, and ``alone`` to think about."""

    keys: str
    count: int
    alone: int


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as the page shows it. ``rank`` is its name in state; ``score`` is out of 3 where options are graded."""

    id: str
    rank: int
    text: Markup
    rationale: Markup
    right: bool
    score: int = 0
    fixed: bool = False


def asked(frame: Frame, items: Iterable[Item]) -> Asked:
    """What ``items`` ask, so that no total counts what can't be answered on the page."""
    here, alone = [], 0
    for item in items:
        if isinstance(item, Reflection):
            alone += 1
        else:
            here.append(str(frame.state_key(item)))
    return Asked(" ".join(here), len(here), alone)


def item_html(page: Page, item: Item, *, anchored: bool = True, sure: bool = True) -> Markup:
    """An item's form. ``anchored`` puts its id on the form; without it a heading before it has the id.

    ``sure`` asks the learner how sure they are.
    """
    template, values = _parts(page, item)
    lead, question = _stem(page, item)
    page.words(item_words(page.frame))
    return page.render(
        template, item=item, anchored=anchored, lead=lead, question=question, sure=sure,
        key=page.frame.state_key(item), earlier=page.frame.earlier(item), **values,
    )  # fmt: skip


def _parts(page: Page, item: Item) -> tuple[str, dict[str, object]]:
    match item:
        case SingleChoice():
            return "items/choice.html", _choice_values(_choices(page, item), shuffle=item.shuffle)
        case MultipleResponse():
            choices = _choices(page, item)
            return "items/choice.html", _choice_values(choices, shuffle=item.shuffle, many=True, credit=item.credit)
        case TrueFalse():
            return "items/choice.html", _choice_values(_truth(page, item), shuffle=False)
        case Judgement():
            return "items/judgement.html", {"choices": _judged(page, item), "shuffle": item.shuffle}
        case Numeric():
            return "items/numeric.html", {"answer": _plain(item.answer.plain), "tolerance": _plain(item.tolerance)}
        case ShortAnswer():
            return "items/short_answer.html", {}
        case Cloze():
            return "items/cloze.html", _cloze(page, item)
        case Matching():
            return "items/matching.html", _matching(page.frame, item)
        case Ordering():
            order = " ".join(str(page.frame.rank(item, step.id)) for step in item.steps)
            return "items/ordering.html", {"shown": sorted(item.steps, key=lambda step: step.id), "order": order}
        case Categorise():
            heaps = {category.id: category.text for category in item.categories}
            values = {str(one): rank for rank, one in enumerate(sorted(category.id for category in item.categories))}
            members = sorted(item.members, key=lambda m: m.id)
            return "items/categorise.html", {"shown": members, "heaps": heaps, "values": values}
        case Reflection():
            return "items/reflection.html", {}
        case _:
            assert_never(item)


def _choice_values(
    choices: list[Choice], *, shuffle: bool, many: bool = False, credit: Credit = "all"
) -> dict[str, object]:
    return {"choices": choices, "shuffle": shuffle, "many": many, "credit": credit}


def _choices(page: Page, item: SingleChoice | MultipleResponse) -> list[Choice]:
    return [
        Choice(o.id, page.frame.rank(item, o.id), page.text(o.text), page.text(o.rationale), o.id in item.key,
               fixed=o.fixed)
        for o in item.options
    ]  # fmt: skip


def _truth(page: Page, item: TrueFalse) -> list[Choice]:
    words = page.frame.words
    return [
        Choice("true", 1, Markup.escape(words.gettext("True")), page.text(item.if_true), item.key),
        Choice("false", 0, Markup.escape(words.gettext("False")), page.text(item.if_false), not item.key),
    ]


def _judged(page: Page, item: Judgement) -> list[Choice]:
    best = max(option.score for option in item.options)
    return [
        Choice(
            o.id, page.frame.rank(item, o.id), page.text(o.text), page.text(o.rationale), o.score == best, o.score,
            o.fixed,
        )
        for o in item.options
    ]  # fmt: skip


def _matching(frame: Frame, item: Matching) -> dict[str, object]:
    """Rows by the rank of their pair, and each right-hand side with its name in state.

    What is offered stands by its words, which has nothing to do with the rows. Sides of the same words are one.
    """
    values: dict[str, int] = {}
    for pair in sorted(item.pairs, key=lambda p: p.id):
        values.setdefault(pair.right.plain, frame.rank(item, pair.id))
    for extra in item.extras:
        values.setdefault(extra.text.plain, frame.rank(item, extra.id))
    lefts = sorted(item.pairs, key=lambda p: p.id)
    return {"lefts": lefts, "values": values, "places": {pair.id: place for place, pair in enumerate(lefts)}}


def _plain(number: str | Decimal) -> str:
    """A decimal without an exponent."""
    try:
        return format(Decimal(number), "f")
    except InvalidOperation:
        return "0"


def _cloze(page: Page, item: Cloze) -> dict[str, object]:
    typed = any(not gap.choose for gap in item.gaps)
    return {"gapped": _gapped(page, item), "filled": _filled(page, item), "typed": typed}


def _gapped(page: Page, item: Cloze) -> Markup:
    numbers = {str(gap.id): (number, gap) for number, gap in enumerate(item.gaps, 1)}

    def control(found: re.Match[str]) -> str:
        """The gap's field, with the signs that follow it."""
        number, gap = numbers[found[1]]
        return page.render(
            "items/gap.html", item=item, gap=gap, number=number, count=len(numbers), offers=_offers(gap),
            after=Markup(found[2]),  # noqa: S704 - signs out of rendered text
        ).strip()  # fmt: skip

    return Markup(_GAP_AND_SIGNS.sub(control, page.text(item.text)))  # noqa: S704 - rendered text and a template


def _filled(page: Page, item: Cloze) -> Markup:
    """The text with the first accepted answer in each gap."""
    answers = {str(gap.id): gap.accepted[0] for gap in item.gaps}
    return Markup(  # noqa: S704 - rendered text
        _GAP.sub(lambda found: f"<strong>{page.text(answers[found[1]])}</strong>", page.text(item.text))
    )


def _offers(gap: Gap) -> list[tuple[int, str]]:
    """What a gap with a choice offers, by its words, so that the place says nothing; each with its name in state.

    The name is 0 for what is accepted, whichever of it the author has first, and then the rank among all that is
    wrong: as the item's meaning has them.
    """
    wrong = sorted((one.answer.plain for one in gap.wrong), key=folded)
    ranked = list(enumerate([gap.accepted[0].plain, *wrong]))
    return sorted(ranked, key=lambda offer: offer[1].casefold())


def _stem(page: Page, item: Item) -> tuple[Markup, Markup]:
    """The stem as (what leads to the question, the question): a legend can hold only one paragraph's words."""
    text = page.text(item.stem)
    whole = _ONE_PARAGRAPH.fullmatch(text)
    if whole:
        return Markup(), Markup(whole[1])  # noqa: S704 - a part of rendered text
    return text, Markup()
