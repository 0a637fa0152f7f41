"""Each item type as the question type of Moodle that holds it best."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, assert_never

from builder.model.items import (
    Categorise,
    Cloze,
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
from builder.writers.moodle.cloze import embedded, shielded, without_wildcards
from builder.writers.moodle.fractions import FULL, GRADED, NONE, SHARES, penalty
from builder.writers.moodle.limits import number
from builder.writers.moodle.question import Question

if TYPE_CHECKING:
    from builder.locale import Catalogue
    from builder.model.items import JudgedOption, Option
    from builder.model.text import Line
    from builder.writers.moodle.asked import Asked

WRITING_LINES = (2, 3, 5, 10, 15, 20, 25, 30, 35, 40)
_PARTS_ONLY = "an answer that is right in part earns part of the mark: Moodle has no all-or-nothing here"


def question(asked: Asked, words: Catalogue) -> Question:
    """The question of a possible item (see `builder.writers.moodle.limits`)."""
    item = asked.item
    match item:
        case SingleChoice():
            made = _single_choice(item, asked)
        case MultipleResponse():
            made = _multiple_response(item, asked)
        case TrueFalse():
            made = _true_false(item, asked)
        case Judgement():
            made = _judgement(item, asked)
        case Numeric():
            made = _numeric(item, asked, words)
        case ShortAnswer():
            made = _short_answer(item, asked)
        case Cloze():
            made = _cloze(item, asked)
        case Matching():
            made = _matching(item, asked)
        case Ordering():
            made = _ordering(item, asked)
        case Categorise():
            made = _categorise(item, asked)
        case Reflection():
            made = _reflection(item, asked)
        case _:
            assert_never(item)
    made.tags()
    return made


def _single_choice(item: SingleChoice, asked: Asked) -> Question:
    made = Question("multichoice", asked)
    made.head(made.stem)
    _choice_settings(made, item.options, shuffle=item.shuffle, single=True)
    for option in item.options:
        made.answer(option.text.html, FULL if option.id in item.key else NONE, option.rationale.html)
    made.hints()
    return made


def _multiple_response(item: MultipleResponse, asked: Asked) -> Question:
    made = Question("multichoice", asked)
    made.head(made.stem)
    _choice_settings(made, item.options, shuffle=item.shuffle, single=False)
    keys, others = len(set(item.key)), len(item.options) - len(set(item.key))
    cost = penalty(keys, others, all_or_nothing=item.credit == "all")
    for option in item.options:
        made.answer(option.text.html, SHARES[keys] if option.id in item.key else cost, option.rationale.html)
    made.value("shownumcorrect", "")
    made.hints(parts=True)
    if item.credit == "all":
        made.lost("an incomplete answer earns part of the mark: Moodle has no all-or-nothing here")
    elif others < keys:
        made.lost("a wrong tick costs more than a right one earns, so that ticking everything earns nothing")
    return made


def _judgement(item: Judgement, asked: Asked) -> Question:
    made = Question("multichoice", asked)
    made.head(made.stem)
    _choice_settings(made, item.options, shuffle=item.shuffle, single=True)
    for option in item.options:
        made.answer(option.text.html, GRADED[option.score], option.rationale.html)
    made.hints()
    if any(option.raters for option in item.options):
        made.lost("the raters' scores have no place in a question")
    return made


def _choice_settings(
    made: Question, options: tuple[Option | JudgedOption, ...], *, shuffle: bool, single: bool
) -> None:
    pinned = shuffle and any(option.fixed for option in options)
    made.value("single", "true" if single else "false")
    made.value("shuffleanswers", "true" if shuffle and not pinned else "false")
    made.value("answernumbering", "abc")
    made.value("showstandardinstruction", "0" if single else "1")
    made.combined_feedback()
    if pinned:
        made.lost("the options keep their order, because Moodle can't keep one in place and shuffle the others")


def _true_false(item: TrueFalse, asked: Asked) -> Question:
    made = Question("truefalse", asked)
    made.head(made.stem)
    made.answer("true", FULL if item.key else NONE, item.if_true.html)
    made.answer("false", NONE if item.key else FULL, item.if_false.html)
    made.hints()
    return made


def _numeric(item: Numeric, asked: Asked, words: Catalogue) -> Question:
    made = Question("numerical", asked)
    unit = f"<p>{words.gettext('Unit: {unit}', unit=item.unit.html)}</p>" if item.unit else ""
    made.head(made.stem + unit, f"<p>{item.rationale.html}</p>")
    answer = number(item.answer.plain)
    made.typed(f"{answer:f}", FULL, "", f"{item.tolerance:f}")
    for wrong in item.wrong:
        value = number(wrong.answer.plain)
        if value is None:
            made.lost(f"the wrong answer '{wrong.answer.plain}' is not a number")
        else:
            made.typed(f"{value:f}", NONE, wrong.rationale.html, "0")
    made.value("unitgradingtype", "0")
    made.value("unitpenalty", "0.1000000")
    made.value("showunits", "3")
    made.value("unitsleft", "0")
    made.hints()
    return made


def _short_answer(item: ShortAnswer, asked: Asked) -> Question:
    made = Question("shortanswer", asked)
    made.head(made.stem, f"<p>{item.rationale.html}</p>")
    made.value("usecase", "1" if item.match_case else "0")
    for accepted in item.accepted:
        made.typed(without_wildcards(accepted.plain), FULL, "")
    for wrong in item.wrong:
        made.typed(without_wildcards(wrong.answer.plain), NONE, wrong.rationale.html)
    made.hints()
    return made


def _cloze(item: Cloze, asked: Asked) -> Question:
    made = Question("cloze", asked)
    made.head(shielded(made.stem) + embedded(item), f"<p>{item.rationale.html}</p>")
    made.hints(parts=True)
    if len(item.gaps) > 1:
        made.lost("it counts as many marks as it has gaps until its mark is set in the quiz")
    if item.credit == "all":
        made.lost(_PARTS_ONLY)
    return made


def _matching(item: Matching, asked: Asked) -> Question:
    made = Question("matching", asked)
    made.head(made.stem, f"<p>{item.rationale.html}</p>")
    rows = [(pair.left, pair.right) for pair in item.pairs]
    _matching_rows(made, rows, [extra.text for extra in item.extras])
    if item.credit == "all":
        made.lost(_PARTS_ONLY)
    return made


def _categorise(item: Categorise, asked: Asked) -> Question:
    made = Question("matching", asked)
    made.head(made.stem, f"<p>{item.rationale.html}</p>")
    texts = {category.id: category.text for category in item.categories}
    used = {member.category for member in item.members}
    unused = [category.text for category in item.categories if category.id not in used]
    _matching_rows(made, [(member.text, texts[member.category]) for member in item.members], unused)
    if item.credit == "all":
        made.lost(_PARTS_ONLY)
    return made


def _matching_rows(made: Question, rows: Iterable[tuple[Line, Line]], extras: Iterable[Line]) -> None:
    made.value("shuffleanswers", "true")
    made.combined_feedback()
    made.value("shownumcorrect", "")
    answers = [*((left.html, right) for left, right in rows), *(("", extra) for extra in extras)]
    for left, right in answers:
        made.subquestion(left, right.plain)
    if any("<" in right.html for _, right in answers):
        made.lost("the answers to choose from are plain text: their marks are gone")
    made.hints(parts=True)


def _ordering(item: Ordering, asked: Asked) -> Question:
    made = Question("ordering", asked)
    made.head(made.stem, f"<p>{item.rationale.html}</p>")
    made.value("layouttype", "VERTICAL")
    made.value("selecttype", "ALL")
    made.value("selectcount", str(len(item.steps)))
    made.value("gradingtype", "ALL_OR_NOTHING" if item.credit == "all" else "ABSOLUTE_POSITION")
    made.value("showgrading", "SHOW")
    made.value("numberingstyle", "none")
    made.combined_feedback()
    made.value("shownumcorrect", "1")
    for place, step in enumerate(item.steps, start=1):
        made.field("answer", step.text.html).set("fraction", f"{place}.0000000")
    made.hints(parts=True)
    return made


def _reflection(item: Reflection, asked: Asked) -> Question:
    made = Question("essay", asked, mark="0")
    made.head(made.stem, item.guidance.html)
    made.value("responseformat", "editor")
    made.value("responserequired", "0")
    made.value("responsefieldlines", str(next((n for n in WRITING_LINES if n >= item.lines), WRITING_LINES[-1])))
    made.value("attachments", "0")
    made.value("attachmentsrequired", "0")
    made.field("graderinfo", "")
    made.field("responsetemplate", "")
    if item.hints:
        made.lost("an essay question has no hints")
    return made
