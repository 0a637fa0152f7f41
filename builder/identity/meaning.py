"""An item's meaning, and the state key made from it.

Meaning is the type, the ids of options, gaps, pairs and the like, the key or accepted answers, and the revision,
after the organisation's values are put in. Wording is not meaning.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import assert_never

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

STATE_KEY_BITS = 24


def meaning(item: Item) -> str:
    """The meaning of a rendered item as canonical JSON: equal texts mean the same question to a learner's state."""
    return json.dumps([item.type, item.revision, _answer(item)], ensure_ascii=True, sort_keys=True)


def state_key(course: str, item: Item) -> int:
    """The first 24 bits of SHA-256 over course id, item id and meaning: what learner state is filed under."""
    text = json.dumps([course, str(item.id), meaning(item)], ensure_ascii=True)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[: STATE_KEY_BITS // 8], "big")


def part_ids(item: Item) -> tuple[str, ...]:
    """The ids of an item's options, gaps, pairs, steps or members, sorted: a part's rank here is its name in state."""
    match item:
        case SingleChoice() | MultipleResponse() | Judgement():
            ids = [option.id for option in item.options]
        case TrueFalse():
            ids = ["false", "true"]  # type: ignore[list-item]  # plain names serve as ids here
        case Cloze():
            ids = [gap.id for gap in item.gaps]
        case Matching():
            ids = [pair.id for pair in item.pairs] + [extra.id for extra in item.extras]
        case Ordering():
            ids = [step.id for step in item.steps]
        case Categorise():
            ids = [member.id for member in item.members]
        case Numeric() | ShortAnswer() | Reflection():
            ids = []
        case _:
            assert_never(item)
    return tuple(sorted(str(part) for part in ids))


def _answer(item: Item) -> object:
    match item:
        case SingleChoice():
            return {"options": part_ids(item), "key": sorted(item.key)}
        case MultipleResponse():
            return {"options": part_ids(item), "key": sorted(item.key)}
        case TrueFalse():
            return {"key": item.key}
        case Judgement():
            return {"scores": {option.id: option.score for option in item.options}}
        case Numeric():
            return {"answer": _number(item.answer.plain), "tolerance": str(item.tolerance.normalize())}
        case ShortAnswer():
            accepted = {folded(a.plain, match_case=item.match_case) for a in item.accepted}
            return {"accepted": sorted(accepted), "case": item.match_case}
        case Cloze():
            return {"gaps": {gap.id: _gap(gap) for gap in item.gaps}}
        case Matching():
            return {"parts": part_ids(item), "pairs": sorted(p.id for p in item.pairs)}
        case Ordering():
            return {"order": [step.id for step in item.steps]}
        case Categorise():
            members = {member.id: member.category for member in item.members}
            return {"members": members, "categories": sorted(c.id for c in item.categories)}
        case Reflection():
            return {}
        case _:
            assert_never(item)


def _gap(gap: Gap) -> object:
    """What may be filled in; of a gap to choose in, also what else is offered: those choices have no ids."""
    accepted = sorted({folded(answer.plain) for answer in gap.accepted})
    return [accepted, sorted(folded(one.answer.plain) for one in gap.wrong)] if gap.choose else accepted


def folded(answer: str, *, match_case: bool = False) -> str:
    """An answer's words as they are compared: runs of space as one, composed letters, small unless ``match_case``."""
    words = " ".join(unicodedata.normalize("NFC", answer).split())
    return words if match_case else words.casefold()


def _number(answer: str) -> str:
    """The number in one writing: 4, 4.0 and 04 are the same answer."""
    try:
        number = Decimal(answer)
    except InvalidOperation:
        return answer
    return str(number.normalize()) if number.is_finite() else answer
