"""Items as their authors wrote them: keys, parts, rationales. What depends on values is in `answers`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from builder.checks.cloze import check_cloze
from builder.checks.known import local, repeated
from builder.diagnostics import Diagnostic, Place
from builder.identity.paper_order import shows_key
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
    Reflection,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
    WrongAnswer,
)
from builder.model.text import Text

FEWEST = 2
BEST = 3
"""The score of a judgement's best option."""


def check_item(item: Item, course: str) -> Iterator[Diagnostic]:
    """What is wrong in ``item`` whatever the organisation; ``course`` is the course's id."""
    match item:
        case SingleChoice() | MultipleResponse():
            yield from _options(item, item.options)
            yield from _key(item)
        case Judgement():
            yield from _options(item, item.options)
            yield from _best(item)
        case TrueFalse():
            yield from _explained(item.if_true, "the answer 'true'", item.places.of("if_true"))
            yield from _explained(item.if_false, "the answer 'false'", item.places.of("if_false"))
        case Numeric():
            yield from _rationales(item.rationale, item.places.of("rationale"), item.wrong)
        case ShortAnswer():
            if not any(answer.source.strip() for answer in item.accepted):
                yield Diagnostic(
                    "no-key", "no answer is accepted", item.places.of("accepted"), "list the right answers"
                )
            yield from _rationales(item.rationale, item.places.of("rationale"), item.wrong)
        case Cloze():
            yield from check_cloze(item)
            wrong = tuple(answer for gap in item.gaps for answer in gap.wrong)
            yield from _rationales(item.rationale, item.places.of("rationale"), wrong)
        case Matching():
            yield from _pairs(item)
            yield from _paper(item, course)
        case Ordering():
            yield from _few(len(item.steps), "step", item.places.of("steps"))
            yield from repeated((step.id for step in item.steps), "step", item.places.start)
            yield from _explained(item.rationale, "the item", item.places.of("rationale"))
            yield from _paper(item, course)
        case Categorise():
            yield from _heaps(item)
        case Reflection():
            pass
        case _:
            assert_never(item)


def _options(item: Item, options: tuple[Option, ...]) -> Iterator[Diagnostic]:
    yield from _few(len(options), "option", item.places.of("options"))
    yield from repeated((option.id for option in options), "option", item.places.start)
    for option in options:
        yield from _explained(option.rationale, f"the option '{option.id}'", option.places.of("rationale"))


def _key(item: SingleChoice | MultipleResponse) -> Iterator[Diagnostic]:
    options = {option.id for option in item.options}
    place = item.places.of("key")
    for name in item.key:
        yield from local(name, options, "option", place, "unknown-option")
    yield from repeated(item.key, "key", place)
    keys = set(item.key)
    if not keys:
        yield Diagnostic("no-key", "this item has no key", place, "name the right option's id under 'key'")
    elif isinstance(item, SingleChoice) and len(keys) > 1:
        help_ = "leave one of them, or make the item a multiple_response"
        yield Diagnostic("two-keys", f"a single choice with {len(keys)} keys", place, help_)
    elif keys >= options and len(options) >= FEWEST:
        yield Diagnostic("all-keys", "every option is a key", place, "add a distractor, or take a key away")


def _best(item: Judgement) -> Iterator[Diagnostic]:
    best = [option for option in item.options if option.score == BEST]
    if not best:
        help_ = "give the best option 3"
        yield Diagnostic("no-key", "no option of this judgement has the score 3", item.places.of("options"), help_)
    for option in best[1:]:
        message = f"'{best[0].id}' and '{option.id}' both have the score 3"
        yield Diagnostic("two-keys", message, option.places.of("score"), "give 3 to one option alone")


def _pairs(item: Matching) -> Iterator[Diagnostic]:
    if len(item.pairs) < FEWEST:
        help_ = "add pairs, better three or four"
        yield Diagnostic(
            "one-pair", f"a matching with {_counted(len(item.pairs), 'pair')}", item.places.of("pairs"), help_
        )
    ids = (*(pair.id for pair in item.pairs), *(extra.id for extra in item.extras))
    yield from repeated(ids, "pair", item.places.start)
    yield from _explained(item.rationale, "the item", item.places.of("rationale"))


def _heaps(item: Categorise) -> Iterator[Diagnostic]:
    yield from _few(len(item.categories), "categorie", item.places.of("categories"))
    yield from _few(len(item.members), "member", item.places.of("members"))
    ids = (*(member.id for member in item.members), *(category.id for category in item.categories))
    yield from repeated(ids, "part", item.places.start)
    categories = {category.id for category in item.categories}
    for member in item.members:
        yield from local(member.category, categories, "category", member.places.of("category"), "unknown-option")
    yield from _explained(item.rationale, "the item", item.places.of("rationale"))


def _paper(item: Ordering | Matching, course: str) -> Iterator[Diagnostic]:
    parts = item.steps if isinstance(item, Ordering) else item.pairs
    if len(parts) >= FEWEST and shows_key(course, item):
        message = f"paper shows the parts of '{item.id}' in their right order"
        help_ = f"rename an id, such as '{parts[0].id}': paper's order is made from the ids"
        yield Diagnostic("paper-order-is-key", message, parts[0].places.of("id"), help_, len(parts[0].id))


def _rationales(rationale: Text, place: Place, wrong: tuple[WrongAnswer, ...]) -> Iterator[Diagnostic]:
    yield from _explained(rationale, "the item", place)
    for answer in wrong:
        yield from _explained(
            answer.rationale, f"the wrong answer '{answer.answer.source}'", answer.places.of("rationale")
        )


def _explained(rationale: Text, what: str, place: Place) -> Iterator[Diagnostic]:
    if not rationale.source.strip():
        help_ = "say in one sentence why it is right, or why it is tempting and wrong"
        yield Diagnostic("missing-rationale", f"{what} has no rationale", place, help_)


def _few(count: int, what: str, place: Place) -> Iterator[Diagnostic]:
    if count < FEWEST:
        yield Diagnostic(
            "too-few-options", f"an item with {_counted(count, what)}", place, "write at least two, better three"
        )


def _counted(count: int, what: str) -> str:
    plural = what if count == 1 else f"{what}s"
    return f"{count or 'no'} {plural.replace('categorie', 'category') if count == 1 else plural}"
