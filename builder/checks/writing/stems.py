"""What the stem asks: one thing, of fact, before the options."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.writing.late import late
from builder.checks.writing.phrase import words_of
from builder.checks.writing.tongue import Tongue
from builder.checks.writing.view import Found, ItemView
from builder.model.items import Categorise, Matching, Reflection, TrueFalse

_BLANK = late(r"_{2,}|(?:^|(?<=[\s\"“«'(]))(?:…|\.{3,}|\[…\]|\[\.{3}\])")
_DASH = late(r"\s[-\u2013\u2014]\s")
_CLOSE = ".…,;: "
_LETTER = late(r"\w")
LONGEST_HEADING = 14
"""Words from which on a stem without a known verb is taken for a sentence all the same."""
LONGEST_QUESTION = 24
"""Words of the longest stem that is looked at."""


def unfocused_stem(view: ItemView) -> Iterator[Found]:
    """The stem alone puts no question and no task: each of its sentences is a heading, or asks what is right at all."""
    if view.choices and not _early_gap(view) and asks_nothing(view):
        help_ = "ask a question that can be answered before the options are read"
        yield Found(view.item.stem, "the stem alone asks nothing", help_)


def asks_nothing(view: ItemView) -> bool:
    """Whether the stem has no question, no task and no case."""
    stem = view.stem
    parts = [part for sentence in stem.sentences for part in _DASH.split(sentence)]
    return bool(parts) and len(stem.words) <= LONGEST_QUESTION and all(_empty(part, view.tongue) for part in parts)


def opinion_stem(view: ItemView) -> Iterator[Found]:
    """A scored item asks what the reader thinks, feels or likes."""
    if view.stem.vocabulary.isdisjoint(view.tongue.opinion_marks):
        return
    if not isinstance(view.item, Reflection) and (found := view.tongue.opinion.search(view.stem.line)):
        help_ = "ask for what a rule, a source or an expert says, or make it a reflection"
        yield Found(view.item.stem, f"'{found[0]}' asks for an opinion, which can't be wrong", help_, found[0])


def two_questions(view: ItemView) -> Iterator[Found]:
    """The stem asks two things at once, or the statement makes two claims."""
    if isinstance(view.item, Reflection | Categorise | Matching):
        return
    if isinstance(view.item, TrueFalse):
        if makes_two_claims(view):
            yield Found(view.item.stem, "the statement makes two claims", "make two items of it")
    elif len([part for part in view.stem.asks if part.endswith("?")]) > 1:
        yield Found(view.item.stem, "the stem asks two questions", "ask one, or make two items")
    elif any(_asks_twice(ask, view.tongue) for ask in view.stem.asks):
        yield Found(view.item.stem, "the stem asks two things at once", "ask one, or make two items")


def _asks_twice(ask: str, tongue: Tongue) -> bool:
    """Whether a second question follows the first, and not a second clause on what that one is about."""
    if not tongue.joins.search(ask):
        return False
    found = tongue.second_question.search(tongue.told_question.sub(" ", ask))
    return found is not None and found["then"] not in found["first"].split()


def makes_two_claims(view: ItemView) -> bool:
    """Whether a statement has a second clause, or a second verb of its main clause."""
    statement, tongue = view.stem.asks[-1] if view.stem.asks else "", view.tongue
    if tongue.joining.isdisjoint(view.stem.vocabulary) and ";" not in statement:
        return False
    if tongue.joined_claims.search(statement):
        return True
    heads = (statement[: found.start()] for found in tongue.second_verb.finditer(statement))
    return any(_main_clause_done(head, tongue) for head in heads)


def _main_clause_done(head: str, tongue: Tongue) -> bool:
    """Whether the clause that is open at the end of ``head`` is the main one and has its verb."""
    *_, last = tongue.subordinate.split(head)
    return len(tongue.verb.findall(last)) > (last != head)


def gap_in_middle(view: ItemView) -> Iterator[Found]:
    """The gap of an open stem isn't at its end."""
    if view.choices and _early_gap(view):
        yield Found(view.item.stem, "the stem has its gap before its end", "word it so that the options end it")


def _early_gap(view: ItemView) -> bool:
    stem = view.stem.low
    if "_" not in stem and "…" not in stem and ".." not in stem:
        return False
    return any(_LETTER.search(stem, blank.end()) for blank in _BLANK.finditer(stem))


def _empty(sentence: str, tongue: Tongue) -> bool:
    words = words_of(sentence)
    if not words or tongue.empty_stem.fullmatch(" ".join(words)):
        return True
    if sentence.endswith("?") or not tongue.predicates or len(words) > LONGEST_HEADING:
        return False
    if words[0] in tongue.imperatives:
        return False
    main = words_of(tongue.side_clause.sub("", f"{sentence.rstrip(_CLOSE)},"))
    if len(main) < len(words) or tongue.each_does.fullmatch(" ".join(words)):
        return not main
    heading = tongue.relative_clause.sub("", " ".join(main))
    open_end = words[-1] in tongue.open_ends or tongue.verb_phrase.search(heading)
    return not open_end and tongue.predicates.isdisjoint(heading.split())
