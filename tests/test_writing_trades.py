"""Flaws in the words of other trades: what the rules of item writing find, and what only looks like a flaw."""

# ruff: noqa: RUF001 - options hold the apostrophes that authors type

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from test_writing import choice, codes, option, statement, stem

ROWS = yaml.safe_load((Path(__file__).parent / "wordings_of_trades.yml").read_text(encoding="utf-8"))
MAKES = {"stems": stem, "options": option, "statements": statement}
NOT_YET = {
    "Anything about fertiliser that is true?", "One and two, but not three", "All right", "Vitamin B or C",
    "A or B flat", "Seats 1 and 2", "Gates 3 and 4",
    "There isn’t one here", "Nothing but all three of them", "The referee is", "Which joint is too weak for a chair?",
    "Which of these spices would ruin a rice pudding?", "Which sign is missing from a ripe melon?",
}  # fmt: skip
"""What the rules don't tell yet, or tell wrongly; whoever mends them takes it out here."""


@pytest.mark.parametrize(("kind", "code"), [(kind, code) for kind, groups in ROWS.items() for code in groups])
def test_wordings(kind: str, code: str) -> None:
    rows = ROWS[kind][code]
    wrong = {text for text in rows["found"] if code not in codes(MAKES[kind](text))}
    wrong |= {text for text in rows["left"] if code in codes(MAKES[kind](text))}
    assert wrong == NOT_YET.intersection((*rows["found"], *rows["left"]))


@pytest.mark.parametrize(("code", "options", "found"), [
    ("unordered-numbers", "Within a period of 8 hours/Within a period of 24 hours/Within a period of 2 hours", True),
    ("overlapping-options", "Within a period of 2 hours/Within a period of 4 hours/Within a period of 8 hours", True),
    ("overlapping-options", "Before noon/Before 2 pm/Before 4 pm", True),
    ("overlapping-options", "By Monday/By Wednesday/By Friday", True),
    ("overlapping-options", "Until 10:45/Until 11:15/Until 11:45", True),
    ("overlapping-options", "By 10 %/By 20 %/By 30 %", False),
    ("overlapping-options", "Not before 7/Not before 8/Not before 9", True),
    ("overlapping-options", "8 hours before/16 hours before/24 hours before", False),
])  # fmt: skip
def test_amounts(code: str, options: str, *, found: bool) -> None:
    assert (code in codes(choice("How is it agreed?", *options.split("/")))) is found


@pytest.mark.parametrize(("asked", "options", "found"), [
    ("The hall is full. A choir needs the hall at six. What now?", "Another hour in the hall/A tea/A form", True),
    ("The baker calls at nine. At nine the van is there. What do you say?", "Come at nine/Come early/Wait", True),
    ("A diver asks about the third dive. What now?", "Check the third dive/Look away/Say no", True),
    ("A lorry waits at the gate. What does its driver need?", "A place to wait/A form/A lamp", False),
    ("A lorry stops at the gate. What does its driver need?", "A place to stop/A form/A lamp", True),
    ("Which tool does a roofer not need?", "A boat/A hammer/A rule/A saw for the tool", True),
    ("A choir asks for a hall. What do you do?", "Ask how many they are/Send a form/Say no", False),
    ("Two boats share a berth. Two crews quarrel. What now?", "Give the two a plan/Leave it/Shout", False),
])  # fmt: skip
def test_words_that_tell(asked: str, options: str, *, found: bool) -> None:
    *_, last = listed = options.split("/")
    key = listed.index(last) if "tool" in last else 0
    assert ("shared-words" in codes(choice(asked, *listed, key=key))) is found


def test_a_stem_that_ends_before_a_deadline() -> None:
    assert "overlapping-options" in codes(choice("Buses are to be fuelled by", "16:00", "17:30", "19:00"))
    assert "overlapping-options" not in codes(choice("By when is it due?", "16:00", "17:30", "19:00"))


def test_a_light_verb_sets_no_key_apart() -> None:
    asked = "The crib needs bibs, and there is a spare pack in the cupboard. What do you do?"
    assert "answer-in-stem" not in codes(choice(asked, "Take the pack over", "Order new ones", "Hang up a sign"))
    asked = "The choir asks when the hall is free. What do you do?"
    assert "answer-in-stem" not in codes(choice(asked, "Ask them why", "Look it up", "Shrug"))


def test_a_part_that_is_refused_says_none() -> None:
    item = choice("What would you leave out of a report?", "The day", "The price", "No part, they’re all wanted")
    assert "none-of-the-above" in codes(item)
    assert "all-of-the-above" not in codes(item)
