"""What makes an item impossible in Moodle: there it would be dropped, misgraded, or take the rest of the file along."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import assert_never

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
from builder.model.text import Text
from builder.writers.moodle.cloze import MARKER
from builder.writers.moodle.fractions import SHARES

_BEST = 3
_TWO = 2


def impossible(item: Item) -> str:
    """Why Moodle can't hold ``item``: one sentence without a full stop; empty when it can."""
    match item:
        case SingleChoice():
            return _texts("option", [o.text for o in item.options]) or _keys(item, most=1)
        case MultipleResponse():
            return _texts("option", [o.text for o in item.options]) or _keys(item, most=max(SHARES))
        case Judgement():
            best = any(option.score == _BEST for option in item.options)
            return _texts("option", [o.text for o in item.options]) or ("" if best else "no option has the full score")
        case Numeric():
            return "" if number(item.answer.plain) is not None else "the answer is not a number"
        case ShortAnswer():
            return _texts("accepted answer", item.accepted, least=1)
        case Cloze():
            return _gaps(item)
        case Matching():
            sides = [side for pair in item.pairs for side in (pair.left, pair.right)]
            return _texts("side of a pair", sides, least=2 * _TWO)
        case Ordering():
            return _texts("step", [step.text for step in item.steps])
        case Categorise():
            known = {str(category.id) for category in item.categories}
            strayed = any(str(member.category) not in known for member in item.members)
            parts = [*(category.text for category in item.categories), *(member.text for member in item.members)]
            return "a member has no category" if strayed else _texts("part", parts, least=2 * _TWO)
        case TrueFalse() | Reflection():
            return ""
        case _:
            assert_never(item)


def number(text: str) -> Decimal | None:
    """``text`` as a finite decimal number, or None."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _texts(what: str, texts: Iterable[Text], least: int = _TWO) -> str:
    shown = [text.plain.strip() or "img" * ("<img" in text.html) for text in texts]
    if not all(shown):
        return f"one {what} is empty"
    return "" if len(shown) >= least else f"too few {what}s"


def _keys(item: SingleChoice | MultipleResponse, most: int) -> str:
    options = {str(option.id) for option in item.options}
    keys = {str(key) for key in item.key}
    if not keys or not keys <= options:
        return "the key is no option"
    if keys == options:
        return "all options are keyed"
    return "" if len(keys) <= most else f"more than {most} right options"


def _gaps(item: Cloze) -> str:
    marked = MARKER.findall(item.text.html)
    if not marked or sorted(marked) != sorted(str(gap.id) for gap in item.gaps):
        return "the gaps and their marks in the text don't agree"
    for gap in item.gaps:
        answers = [*gap.accepted, *(wrong.answer for wrong in gap.wrong)] if gap.choose else list(gap.accepted)
        if fault := _texts(f"answer of the gap {gap.id}", answers, least=_TWO if gap.choose else 1):
            return fault
    return ""
