"""Answers after the organisation's values are put in: what was apart in the source may read the same now."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation

from builder.diagnostics import Diagnostic, Place
from builder.model.edition import Edition
from builder.model.items import (
    Categorise,
    Cloze,
    Item,
    Judgement,
    Matching,
    MultipleResponse,
    Numeric,
    Option,
    Ordering,
    ShortAnswer,
    SingleChoice,
    WrongAnswer,
)
from builder.model.text import Line


def check_answers(edition: Edition) -> Iterator[Diagnostic]:
    """Options that read the same, wrong answers that are right, numbers that are none; for one edition."""
    where = f"in the edition for {edition.organisation.name.plain}"
    for item in edition.items.values():
        yield from _item(item, where)


def folded(text: str) -> str:
    """``text`` as answers are compared: composed, without regard to case and runs of spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def number(text: str) -> Decimal | None:
    """The finite decimal number that ``text`` is, in ASCII digits with a point, or None."""
    try:
        value = Decimal(text) if text.isascii() and "_" not in text and text == text.strip() else None
    except InvalidOperation:
        return None
    return value if value is not None and value.is_finite() else None


def _item(item: Item, where: str) -> Iterator[Diagnostic]:
    match item:
        case SingleChoice() | MultipleResponse():
            yield from _options(item.options, set(item.key), where)
        case Judgement():
            yield from _options(item.options, {o.id for o in item.options if o.score == 3}, where)  # noqa: PLR2004 - best
        case Numeric():
            yield from _numeric(item, where)
        case ShortAnswer():
            yield from _wrong(item.accepted, item.wrong, where, match_case=item.match_case)
        case Cloze():
            for gap in item.gaps:
                yield from _wrong(gap.accepted, gap.wrong, where, match_case=False)
        case Matching():
            yield from _same([(pair.left, pair.places.of("left")) for pair in item.pairs], where)
            sides = [(pair.right, pair.places.of("right")) for pair in item.pairs]
            sides += [(extra.text, extra.places.of("text")) for extra in item.extras]
            yield from _same(sides, where, listed=True)
        case Ordering():
            yield from _same([(step.text, step.places.of("text")) for step in item.steps], where)
        case Categorise():
            yield from _same([(member.text, member.places.of("text")) for member in item.members], where)
            heaps = [(category.text, category.places.of("text")) for category in item.categories]
            yield from _same(heaps, where, listed=True)
        case _:
            pass


def _options(options: Iterable[Option], keys: set[str], where: str) -> Iterator[Diagnostic]:
    first: dict[str, Option] = {}
    for option in options:
        words = folded(option.text.html)
        other = first.setdefault(words, option)
        if other is option:
            continue
        if (option.id in keys) != (other.id in keys):
            wrong, key = (other, option) if option.id in keys else (option, other)
            message = f"the distractor '{wrong.id}' reads '{wrong.text.plain[:40]}' like the key '{key.id}' {where}"
            yield Diagnostic("distractor-equals-key", message, wrong.places.of("text"), "write another distractor")
        else:
            message = f"the options '{other.id}' and '{option.id}' read the same {where}"
            yield Diagnostic("repeated-option", message, option.places.of("text"), "write another option")


def _same(texts: Iterable[tuple[Line, Place]], where: str, *, listed: bool = False) -> Iterator[Diagnostic]:
    """Texts that read the same; where they are ``listed``, native lists show nothing but their words."""
    seen: set[str] = set()
    for text, place in texts:
        words = folded(text.plain if listed else text.html)
        if words in seen:
            message = f"'{text.plain[:40]}' stands here twice {where}"
            yield Diagnostic("repeated-option", message, place, "word the two apart")
        seen.add(words)


def _numeric(item: Numeric, where: str) -> Iterator[Diagnostic]:
    right = number(item.answer.plain)
    if right is None:
        message = f"the answer '{item.answer.plain[:40]}' is no number {where}"
        help_ = "write digits with a decimal point; of a duration take the number: {{ … | number }}"
        yield Diagnostic("not-a-number", message, item.places.of("answer"), help_)
    for wrong in item.wrong:
        value = number(wrong.answer.plain)
        place = wrong.places.of("answer")
        if value is None:
            message = f"the wrong answer '{wrong.answer.plain[:40]}' is no number {where}"
            yield Diagnostic("not-a-number", message, place, "write digits with a decimal point")
        elif right is not None and abs(value - right) <= item.tolerance:
            message = f"the wrong answer {wrong.answer.plain} is right {where}"
            yield Diagnostic("distractor-equals-key", message, place, "write another wrong answer, or take it away")


def _wrong(
    accepted: Iterable[Line], wrong: Iterable[WrongAnswer], where: str, *, match_case: bool
) -> Iterator[Diagnostic]:
    right = {answer.plain.strip() if match_case else folded(answer.plain) for answer in accepted}
    seen: set[str] = set()
    for one in wrong:
        words = one.answer.plain.strip() if match_case else folded(one.answer.plain)
        if words in right:
            message = f"the wrong answer '{one.answer.plain[:40]}' is also accepted {where}"
            yield Diagnostic("distractor-equals-key", message, one.places.of("answer"), "write another wrong answer")
        elif words in seen:
            message = f"the wrong answer '{one.answer.plain[:40]}' stands here twice {where}"
            yield Diagnostic("repeated-option", message, one.places.of("answer"), "take one of the two away")
        seen.add(words)
