"""What the stem asks: one thing, of fact, before the options."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.writing.view import Found, ItemView
from builder.model.items import Reflection, TrueFalse

_BLANK = re.compile(r"_{2,}|(?:^|(?<=[\s\"“«'(]))(?:…|\.{3,}|\[…\]|\[\.{3}\])")
_LETTER = re.compile(r"\w")


def unfocused_stem(view: ItemView) -> Iterator[Found]:
    """The stem alone puts no question and no task."""
    if view.choices and (view.tongue.empty_stem.fullmatch(view.stem.line) or _topic(view)):
        help_ = "ask a question that can be answered before the options are read"
        yield Found(view.item.stem, "the stem alone asks nothing", help_)


def opinion_stem(view: ItemView) -> Iterator[Found]:
    """A scored item asks what the reader thinks, feels or likes."""
    if not isinstance(view.item, Reflection) and (found := view.tongue.opinion.search(view.stem.line)):
        help_ = "ask for what a rule, a source or an expert says, or make it a reflection"
        yield Found(view.item.stem, f"'{found[0]}' asks for an opinion, which can't be wrong", help_, found[0])


def two_questions(view: ItemView) -> Iterator[Found]:
    """The stem asks two things at once, or the statement makes two claims."""
    if isinstance(view.item, Reflection):
        return
    if isinstance(view.item, TrueFalse):
        if any(view.tongue.joined_claims.search(part) for part in view.stem.sentences):
            yield Found(view.item.stem, "the statement makes two claims", "make two items of it")
    elif len([part for part in view.stem.asks if part.endswith("?")]) > 1:
        yield Found(view.item.stem, "the stem asks two questions", "ask one, or make two items")
    elif any(view.tongue.second_question.search(ask) for ask in view.stem.asks):
        yield Found(view.item.stem, "the stem asks two things at once", "ask one, or make two items")


def gap_in_middle(view: ItemView) -> Iterator[Found]:
    """The gap of an open stem isn't at its end."""
    if view.choices:
        for blank in _BLANK.finditer(view.stem.low):
            if _LETTER.search(view.stem.low, blank.end()):
                yield Found(view.item.stem, "the stem has its gap before its end", "word it so that the options end it")
                return


def _topic(view: ItemView) -> bool:
    """Whether the stem is a heading: no question, no task, no verb that an option could complete."""
    if not view.tongue.predicates or "?" in view.stem.low:
        return False
    return view.stem.vocabulary.isdisjoint(view.tongue.predicates) and len(view.stem.words) <= 6  # noqa: PLR2004 - a heading
