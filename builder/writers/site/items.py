"""Items as forms with native controls. Three types are answered in the browser, the others checked by the reader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from markupsafe import Markup

from builder.model.items import (
    Categorise,
    Cloze,
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
from builder.model.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.writers.site.frame import Frame
    from builder.writers.site.page import Page

_GAP = re.compile(r"\[\[([a-z0-9-]+)\]\]")
_GAP_AND_SIGNS = re.compile(_GAP.pattern + r"([^\s<\w\[]*)")
_ONE_PARAGRAPH = re.compile(r"\s*<p>((?:(?!</?p>).)*)</p>\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Asked:
    """How much is asked: ``count`` items that the page checks, their state ``keys``, and ``alone`` to check oneself."""

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


def asked(frame: Frame, items: Iterable[Item]) -> Asked:
    """What ``items`` ask, so that no total counts what can't be answered on the page."""
    here, alone = [], 0
    for item in items:
        if isinstance(item, SingleChoice | MultipleResponse | TrueFalse):
            here.append(str(frame.state_key(item)))
        else:
            alone += 1
    return Asked(" ".join(here), len(here), alone)


def item_html(page: Page, item: Item, *, anchored: bool = True) -> Markup:
    """An item's form. ``anchored`` puts its id on the form; without it a heading before it has the id."""
    template, values = _parts(page, item)
    lead, question = _stem(page, item)
    key = page.frame.state_key(item)
    return page.render(template, item=item, anchored=anchored, lead=lead, question=question, key=key, **values)


def _parts(page: Page, item: Item) -> tuple[str, dict[str, object]]:
    match item:
        case SingleChoice():
            return "items/choice.html", {"choices": _choices(page, item), "many": False, "credit": "all"}
        case MultipleResponse():
            return "items/choice.html", {"choices": _choices(page, item), "many": True, "credit": item.credit}
        case TrueFalse():
            return "items/choice.html", {"choices": _truth(page, item), "many": False, "credit": "all"}
        case Judgement():
            return "items/judgement.html", {"choices": _judged(page, item)}
        case Numeric():
            return "items/numeric.html", {}
        case ShortAnswer():
            return "items/short_answer.html", {}
        case Cloze():
            return "items/cloze.html", {"gapped": _gapped(page, item), "filled": _filled(page, item)}
        case Matching():
            return "items/matching.html", {"rights": _rights(item), "lefts": sorted(item.pairs, key=lambda p: p.id)}
        case Ordering():
            return "items/ordering.html", {"shown": sorted(item.steps, key=lambda step: step.id)}
        case Categorise():
            heaps = {category.id: category.text for category in item.categories}
            return "items/categorise.html", {"shown": sorted(item.members, key=lambda m: m.id), "heaps": heaps}
        case Reflection():
            return "items/reflection.html", {}
        case _:
            assert_never(item)


def _choices(page: Page, item: SingleChoice | MultipleResponse) -> list[Choice]:
    return [
        Choice(o.id, page.frame.rank(item, o.id), page.text(o.text), page.text(o.rationale), o.id in item.key)
        for o in item.options
    ]


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
            o.id, page.frame.rank(item, o.id), page.text(o.text), page.text(o.rationale), o.score == best, o.score
        )
        for o in item.options
    ]  # fmt: skip


def _rights(item: Matching) -> list[Line]:
    """The right-hand sides in an order that has nothing to do with the left one: by their words."""
    return sorted([pair.right for pair in item.pairs] + [extra.text for extra in item.extras], key=lambda t: t.plain)


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


def _offers(gap: Gap) -> list[str]:
    """What a gap with a choice offers, by its words, so that the place says nothing."""
    return sorted([gap.accepted[0].plain, *(wrong.answer.plain for wrong in gap.wrong)], key=str.casefold)


def _stem(page: Page, item: Item) -> tuple[Markup, Markup]:
    """The stem as (what leads to the question, the question): a legend can hold only one paragraph's words."""
    text = page.text(item.stem)
    whole = _ONE_PARAGRAPH.fullmatch(text)
    if whole:
        return Markup(), Markup(whole[1])  # noqa: S704 - a part of rendered text
    return text, Markup()
