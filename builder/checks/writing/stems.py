"""What the stem asks: one thing, of fact, before the options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.checks.writing.late import late
from builder.checks.writing.phrase import words_of
from builder.checks.writing.tongue import Tongue
from builder.checks.writing.view import Found, ItemView
from builder.model.items import Categorise, Matching, Reflection, TrueFalse

_BLANK = late(r"_{2,}|(?:^|(?<=[\s\"“«'(]))(?:…|\.{3,}|\[…\]|\[\.{3}\])")
_DASH = late(r"\s[-\u2013\u2014]\s")
_DASHES = frozenset("-\u2013\u2014")
_CLOSE = ".…,;: "
_QUOTE = r"[\"“«][^\"“”«»]*[\"”»]"
_QUOTED = late(_QUOTE)
_ONLY_SAID = late(rf"{_QUOTE}[\s.:…\u2013\u2014-]*")
_ENDS = (".", "!")
_LETTER = late(r"\w")
SHORTEST_QUESTION = 3
"""Words of the shortest question that has a verb."""
FEW = 6
"""Words among whose first ones a sentence has its verb, where it starts with a noun."""
LONGEST_HEADING = 14
"""Words from which on a stem without a known verb is taken for a sentence all the same."""
LONGEST_QUESTION = 24
"""Words of the longest stem that is looked at."""


def unfocused_stem(view: ItemView) -> Iterator[Found]:
    """The stem alone puts no question and no task: each of its sentences is a heading, or asks what is right at all."""
    if view.choices and not _early_gap(view) and _asks_nothing(view):
        help_ = "ask a question that can be answered before the options are read"
        yield Found(view.item.stem, "the stem alone asks nothing", help_)


def _asks_nothing(view: ItemView) -> bool:
    """Whether the stem has no question, no task and no case."""
    stem = view.stem
    if _only_tells(view) or _ONLY_SAID.fullmatch(stem.low):
        return True
    parts = [part for sentence in stem.sentences for part in _parts(sentence)]
    *before, last = parts or [""]
    if before and view.tongue.going_on.fullmatch(" ".join(words_of(last))) and all(_tells(p, view) for p in before):
        return not last.endswith("?")
    if not parts or len(stem.words) > LONGEST_QUESTION:
        return False
    if not _empty(parts[0], view.tongue):
        return False
    rest = [_empty(part, view.tongue) for part in parts[1:]]
    return all(rest) or (not any(rest) and _picks(parts[0], view) and all(_tells(part, view) for part in parts[1:]))


def _parts(sentence: str) -> list[str]:
    return [sentence] if _DASHES.isdisjoint(sentence) else _DASH.split(sentence)


def _picks(part: str, view: ItemView) -> bool:
    """Whether it asks which is right, and no more."""
    words = words_of(part)
    return part.endswith("?") and len(words) >= SHORTEST_QUESTION and words[0] in view.tongue.choosing


def _orders(words: Sequence[str], tongue: Tongue) -> bool:
    """Whether a verb stands first, which has an object: "Suggest a reply"."""
    if len(words) == 1 or words[1] not in tongue.articles:
        return False
    known = words[0] in tongue.subjects or words[0] in tongue.function_words
    return not known and not tongue.gerund.match(words[0])


def _asks_what(words: Sequence[str], tongue: Tongue) -> bool:
    """Whether a verb stands first and a question follows: "Weigh what she might say"."""
    if len(words) == 1 or words[1] not in tongue.asking:
        return False
    return words[0] not in tongue.subjects and words[0] not in tongue.asking


def _only_tells(view: ItemView) -> bool:
    """Whether the stem is a story in sentences that nobody asks anything about."""
    typed, tongue = _QUOTED.sub("", view.stem.low).rstrip(), view.tongue
    if not tongue.predicates or "?" in typed or typed[-1:] not in _ENDS or typed.endswith("..") or "_" in typed:
        return False
    if tongue.asked_in_passing.search(view.stem.line):
        return False
    *before, last = view.stem.sentences
    firsts = {words[0] for part in before if (words := words_of(part))}
    return _tells(last, view) and firsts.isdisjoint(tongue.imperatives)


def _tells(sentence: str, view: ItemView) -> bool:
    """Whether a sentence starts with its subject, or is a heading: an order starts with a verb."""
    words, tongue = words_of(sentence), view.tongue
    if not words or sentence[-1] not in ".!":
        return False
    if words[0] in tongue.imperatives or _asks_what(words, tongue):
        return False
    if words[0] in tongue.subjects or "'s" in words[0]:
        return True
    if any(word in tongue.finite for word in words[1:FEW]):
        return True
    return not _orders(words, tongue) and tongue.told_verb.match(" ".join(words)) is not None


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
    """Whether words follow a gap of the stem."""
    stem = view.stem.low
    if "_" not in stem and "…" not in stem and ".." not in stem:
        return False
    return any(_LETTER.search(stem, blank.end()) for blank in _BLANK.finditer(stem))


def _empty(sentence: str, tongue: Tongue) -> bool:
    words = words_of(tongue.addressed.sub("", sentence))
    if not words or _says_nothing(sentence, words, tongue):
        return True
    if sentence.endswith("?") or not tongue.predicates or len(words) > LONGEST_HEADING:
        return False
    if words[0] in tongue.imperatives or _orders(words, tongue) or tongue.reasoned.fullmatch(" ".join(words)):
        return False
    if "," not in sentence and tongue.asking_heading.fullmatch(" ".join(words)):
        return words[-1] not in tongue.open_ends
    main = words_of(tongue.without_sides(f"{tongue.and_what.sub('', sentence.rstrip(_CLOSE))},", words_of(sentence)))
    if tongue.and_what.search(sentence):
        words = main
    if len(main) < len(words) or tongue.each_does.fullmatch(" ".join(words)):
        return not main
    heading = tongue.added_clause.sub("", " ".join(main))
    added = [word for word in main[len(heading.split()) :] if word in tongue.finite]
    if len(added) > 1 and added[-1] == words[-1]:
        return False
    open_end = words[-1] in tongue.open_ends or tongue.verb_phrase.search(heading)
    return not open_end and tongue.predicates.isdisjoint(heading.split())


def _says_nothing(sentence: str, words: Sequence[str], tongue: Tongue) -> bool:
    """Whether a sentence only asks what is right, or stops after a subject, whatever topic stands before."""
    if tongue.empty_stem.fullmatch(" ".join(words)):
        return True
    rest = tongue.topic_first.sub("", sentence)
    if tongue.bare_subject.fullmatch(rest.rstrip(_CLOSE)):
        return True
    return rest != sentence and tongue.empty_stem.fullmatch(" ".join(words_of(rest))) is not None
