"""What an item's meaning consists of, piece by piece, so that two meanings can be told apart in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from builder.identity.meaning import folded
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

PARTS = frozenset({"option", "gap", "pair", "extra", "step", "category", "member"})
"""Facets that are there or not; the others have a value."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A part (``name`` and ``id``) with its ``words``, or a value. ``texts`` are those that the value comes from."""

    name: str
    id: str = ""
    value: tuple[str, ...] = ()
    texts: tuple[Text, ...] = ()
    words: str = ""


def facets(item: Item) -> Iterator[Facet]:
    """All that `builder.identity.meaning` looks at beside type and revision."""
    match item:
        case SingleChoice() | MultipleResponse():
            yield from (Facet("option", one.id, words=one.text.source) for one in item.options)
            yield Facet("key", value=tuple(sorted(item.key)))
        case TrueFalse():
            yield Facet("key", value=("true" if item.key else "false",))
        case Judgement():
            yield from (Facet("option", one.id, words=one.text.source) for one in item.options)
            yield from (Facet("score", one.id, (str(one.score),)) for one in item.options)
        case Numeric():
            yield Facet("answer", value=(item.answer.plain,), texts=(item.answer,))
            yield Facet("tolerance", value=(str(item.tolerance.normalize()),))
        case ShortAnswer():
            accepted = _folded(item.accepted, match_case=item.match_case)
            yield Facet("accepted", value=accepted, texts=item.accepted)
            yield Facet("case", value=("matters" if item.match_case else "doesn't matter",))
        case Cloze():
            for gap in item.gaps:
                yield Facet("gap", gap.id, words=" / ".join(one.source for one in gap.accepted))
                yield Facet("accepted", gap.id, _folded(gap.accepted), gap.accepted)
                wrong = tuple(one.answer for one in gap.wrong)
                yield Facet("choices", gap.id, ("", *sorted(folded(one.plain) for one in wrong)) if gap.choose else ())
        case Matching():
            yield from (Facet("pair", one.id, words=f"{one.left.source} / {one.right.source}") for one in item.pairs)
            yield from (Facet("extra", one.id, words=one.text.source) for one in item.extras)
        case Ordering():
            yield from (Facet("step", one.id, words=one.text.source) for one in item.steps)
            yield Facet("order", value=tuple(str(one.id) for one in item.steps))
        case Categorise():
            yield from (Facet("category", one.id, words=one.text.source) for one in item.categories)
            yield from (Facet("member", one.id, words=one.text.source) for one in item.members)
            yield from (Facet("belongs", one.id, (str(one.category),)) for one in item.members)
        case Reflection():
            return
        case _:
            assert_never(item)


def _folded(answers: Iterable[Text], *, match_case: bool = False) -> tuple[str, ...]:
    return tuple(sorted({folded(one.plain, match_case=match_case) for one in answers}))
