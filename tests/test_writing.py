"""Rules of item writing: what each finds and what it leaves alone, word by word."""

# ruff: noqa: RUF001 - stems hold the apostrophes and dashes that authors type

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from tiny_course import course, edition_of

from builder.checks import check_edition, check_editions
from builder.checks.writing import LANGUAGES, flaws
from builder.checks.writing.banks import RARE, at_least, at_most, key_position, know_nothing
from builder.checks.writing.english import ENGLISH
from builder.checks.writing.rules import BANK_RULES, ITEM_RULES
from builder.checks.writing.tongue import NO_LISTS, Tongue
from builder.checks.writing.view import ItemView
from builder.diagnostics.codes import CODES
from builder.diagnostics.item_writing import ITEM_WRITING
from builder.model.course import Course
from builder.model.items import Bank, Item
from builder.model.text import Line, Text
from builder.model.walk import map_texts
from builder.prose import Renderer

ITEM: TypeAdapter[Item] = TypeAdapter(Item)


def rendered(item: Item) -> Item:
    renderer = Renderer({})

    def change(_key: str, text: Text) -> Text:
        made = renderer.render(text.source, inline=type(text) is Line, file="")
        return type(text)(text.source, text.place, made.html, made.plain)

    return map_texts(item, change)


def choice(stem: str, *options: str, key: int = 0, kind: str = "single_choice") -> Item:
    listed = [{"id": f"o{n}", "text": text, "rationale": "x"} for n, text in enumerate(options)]
    if kind == "judgement":
        scored = [{**option, "score": 3 if n == key else 1} for n, option in enumerate(listed)]
        return rendered(ITEM.validate_python({"id": "i", "type": kind, "stem": stem, "options": scored}))
    made = {"id": "i", "type": kind, "stem": stem, "options": listed, "key": [f"o{key}"]}
    return rendered(ITEM.validate_python(made))


def statement(text: str, *, key: bool = False) -> Item:
    made = {"id": "i", "type": "true_false", "stem": text, "key": key, "if_true": "x", "if_false": "x"}
    return rendered(ITEM.validate_python(made))


def short(stem: str, *accepted: str) -> Item:
    made = {"id": "i", "type": "short_answer", "stem": stem, "accepted": accepted, "rationale": "x"}
    return rendered(ITEM.validate_python(made))


def codes(item: Item, tongue: Tongue = ENGLISH) -> set[str]:
    return {code for code, _ in flaws(ItemView(item, tongue))}


def stem(text: str) -> Item:
    return choice(text, "a nod", "a wave", "a shrug")


def option(text: str) -> Item:
    return choice("What shows that a guest is welcome?", "A nod", "A wave", "A shrug", text)


FOUND: list[tuple[str, Item]] = [
    *(("negative-stem", stem(text)) for text in (
        "Which of these should a porter not do when a bed comes in?", "The least useful part of a report is",
        "Which task CAN’T be left out?", "All of these belong in the note except", "Whom should you never call?",
        "A desk that isn’t sure should avoid", "Choose the reply that does not help.", "Who must not enter, and why?",
        "Which is a promise that the desk cannot keep?", "For which of these is there no need of a form?",
    )),
    *(("all-of-the-above", option(text)) for text in (
        "All of the above", "Every one of these", "They are all right", "All three of them", "Everything in this list",
        "Each of the answers given", "A mix of all these", "All of it.", "All the above, each on its day",
    )),
    *(("none-of-the-above", option(text)) for text in (
        "None of these", "Neither of them", "Not one", "No answer is right", "Nothing of the kind", "none of the desks",
    )),
    *(("combined-options", option(text)) for text in (
        "Both A and C", "1 and 3 only", "The first two", "(a) and (b)", "A + B", "the second and the last", "Both",
    )),
    *(("unfocused-stem", stem(text)) for text in (
        "Email:", "Service standards …", "Which of the following is true?", "The cash desk. Which is right?",
        "Bank cards that were left in the machine:", "In the laboratory,", "What is true about lighting?",
    )),
    *(("opinion-stem", stem(text)) for text in ("What do you think is polite?", "In your opinion, what helps?")),
    ("two-questions", stem("Who should reply, and when?")),
    ("two-questions", statement("The desk opens at eight, and the shop closes at nine.")),
    ("negative-statement", statement("A promise does not need a date.", key=True)),
    ("double-negative", statement("It is not true that a call can’t wait.")),
    ("double-negative", choice("Which is **not** right?", "Not looking up", "A nod", "A wave")),
    ("absolute-statement", statement("A late answer always costs money.")),
    ("absolute-words", choice("How do you greet?", "With a nod", "Always with a bow", "With no words at all")),
    ("hedged-key", choice("What does it do?", "It usually helps", "It harms", "It costs a day")),
    ("hedged-key", choice("What does it do?", "It can help", "It harms", "It costs a day")),
    ("shared-words", choice("Who signs for deliveries?", "Whoever takes the delivery", "A guard", "A cook")),
    ("shared-words", choice("Ana waits for Ben. Who acts?", "Ben", "A cook", "A guard")),
    ("shared-words", choice("The van is full. What helps?", "A note when it gets full", "A bell", "A horn")),
    ("shared-words", choice("The screen is frozen. What now?", "Find out why it froze", "Wait", "Paint")),
    ("shared-words", choice("Orders come on Monday. What then?", "A person more on Mondays", "A bell", "A horn")),
    ("shared-words", choice("Two wards ask the office. Who acts?", "The office, for two hours", "A cook", "A guard")),
    ("shared-words", choice("Ana waits for Ben. Who acts now?", "Ben", "Ana", "A guard")),
    ("shared-words", choice("Thirty loaves are due. How many are baked?", "30", "20", "40")),
    ("shared-words", choice("The van is due at 10:15. What now?", "Wait till 10:15", "A bell", "A horn")),
    ("vague-frequency", choice("What helps a ward that often sends late orders?", "A talk", "A bell", "A horn")),
    ("vague-frequency", choice("If a drawer is missing for several weeks, whom do you tell?", "A guard", "A cook")),
    ("repeated-words", choice("Which?", "All orders after six wait", "Orders after six go", "Orders after six stay")),
    ("shared-words", choice("What does the engineer need?", "An engineering plan", "A pen", "A cup")),
    ("article-cue", choice("The paper is called an", "SLA", "order", "plan")),
    ("article-cue", choice("The paper is called a", "unit plan", "one-page note", "invoice")),
    ("grammar-cue", choice("You shorten the queue by", "sorting it", "a list", "a sign")),
    ("repeated-words", choice("First", "you look up and nod", "you look up and go", "you look up and sit")),
    ("repeated-words", choice("How long?", "2 days after the call", "3 days after the call", "None of these")),
    ("repeated-option", choice("What now?", "An e-mail", "email", "A call")),
    ("opposite-options", choice("What now?", "Reply today", "Do not reply today", "Ask Ana")),
    ("opposite-options", choice("What now?", "Call before noon", "Call after noon", "Ask Ana")),
    ("convergence", choice("What now?", "form and call", "form and email", "letter and call")),
    ("unordered-numbers", choice("How long?", "2 days", "an hour", "half a day")),
    ("unordered-numbers", choice("When?", "9:30", "8 am", "half past ten", "at noon")),
    ("unordered-numbers", choice("When?", "3 May", "1 June", "20 April")),
    ("unordered-numbers", choice("How many?", "15", "5", "10", "No limit")),
    ("overlapping-options", choice("How long?", "2 to 5 days", "5 to 7 days", "8 days or more")),
    ("overlapping-options", choice("How many?", "under 10", "under 20", "20 or more")),
    ("longest-key", choice("What now?", "Call back and say what you know so far", "Wait", "Ask")),
    ("longest-key", choice("Now?", "Call back and say what you know so far", "Wait", "Ask", kind="judgement")),
    ("uneven-lengths", choice("What now?", "Wait", "Call back at once and say what you know so far", "Ask")),
    ("uneven-form", choice("What now?", "Call.", "Write.", "Ask")),
    ("shouting", stem("Which reply comes FIRST?")),
    ("gap-in-middle", stem("The desk … at eight.")),
    ("vague-frequency", statement("Staff should reply quickly.", key=True)),
    ("vague-frequency", choice("How do you reply?", "Rarely", "By phone", "By post")),
    ("answer-in-stem", short("The clerk stamps each received letter. Which word is on the stamp?", "received")),
    ("narrow-answer", short("What do you leave?", "call-back note")),
    ("narrow-answer", short("What is a list of goods?", "inventory")),
]  # fmt: skip

LEFT_ALONE: list[tuple[str, Item]] = [
    *(("negative-stem", stem(text)) for text in (
        "Amir has not replied. What should he do?", "Which papers **never** go into the bin?",
        "What is at least needed?",
        "If the line has not moved, what should Ana do?", "What do you do with a form that is not signed?",
        "Ana cannot find the key, so she", "How can Ana make sure the parcel doesn’t get lost?",
        "Which reply tells Ana that the parcel will not come today?", "Which knot holds the notice?",
        "What do you write so that nobody is left out?", "Why is a late answer not enough?",
    )),
    *(("all-of-the-above", option(text)) for text in (
        "All of the staff at once", "All those who asked", "All in one mail", "Any time", "Each Monday", "All day",
    )),
    *(("none-of-the-above", option(text)) for text in (
        "Nothing before noon", "No reply", "Nobody but the head", "Not before six", "No more than two", "Nonetheless",
    )),
    *(("combined-options", option(text)) for text in (
        "A note", "Both desks at once", "The first caller", "Two or three", "A call and a note", "One of the porters",
    )),
    *(("unfocused-stem", stem(text)) for text in (
        "What is the first step?", "The night porter locks the", "Complete the rule.",
        "Which one would you call first?",
        "Which statement in the note should be changed?", "The form for a new chair is signed by",
    )),
    ("two-questions", stem("Ana asks: “Who comes, and when?” What does she want to know?")),
    ("negative-statement", statement("A form that is not signed comes back.", key=True)),
    ("absolute-statement", statement("A late answer always costs money.", key=True)),
    ("absolute-words", choice("How?", "All in one mail", "Always by phone", "Never by phone")),
    ("absolute-words", choice("How?", "By phone", "Not only by phone", "Not at all")),
    ("absolute-words", choice("How?", "The team must ask", "The team must always wait", "The team must call")),
    ("hedged-key", choice("What now?", "Ask whether she can come", "Wait", "Call")),
    ("shared-words", choice("Who reads the note?", "Whoever took the note", "Whoever wrote the note", "The cook")),
    ("shared-words", choice("The van rings at 10:15. When is it there?", "At 11:15", "At 12:30", "At 14:00")),
    ("shared-words", choice("A cook asks for two pans. What now?", "Ask how many", "A bell", "Two pots")),
    ("shared-words", choice("Bus, van or cab: who comes first?", "The bus", "The van", "The cab")),
    ("vague-frequency", choice("How often does a ward ring?", "Less often than at night", "Once", "Twice")),
    ("double-negative", choice("What can the desk do without?", "A pen", "A form", "A bell")),
    ("double-negative", choice("Which is the least helpful?", "A note", "A bell", "No. 1 with no. 2")),
    ("shared-words", choice("Which papers go out?", "All of these papers", "The slip", "The plan")),
    ("article-cue", choice("The paper is called an", "order", "SLA", "hourly plan", "None of these")),
    ("article-cue", choice("What is a standard?", "an order", "a plan", "a paper")),
    ("repeated-option", choice("Which is right?", "5", "-5", "5%")),
    ("opposite-options", choice("What now?", "Reply today", "Reply on Friday", "Ask Ana")),
    ("convergence", choice("What now?", "form and call", "letter", "email")),
    ("unordered-numbers", choice("How long?", "an hour", "half a day", "2 days")),
    ("unordered-numbers", choice("How long?", "9 days", "5 days", "2 days")),
    ("unordered-numbers", choice("Which desk?", "Desk of 3 B", "Room 1 or the hall", "The lift")),
    ("overlapping-options", choice("How long?", "1–2 hours", "3–4 hours", "5–6 hours")),
    ("overlapping-options", choice("How many?", "under 10", "10 to 20", "more than 20")),
    ("combined-options", choice("How many?", "1–2", "3–4", "5–6")),
    ("longest-key", choice("What now?", "Call back today", "Wait a day", "Ask Ana")),
    ("shouting", stem("Which PDF does the IT desk send?")),
    ("gap-in-middle", stem("The desk opens at …")),
    ("narrow-answer", short("What do you leave?", "note", "message")),
    ("narrow-answer", short("Which of red and blue?", "red")),
    ("narrow-answer", short("Who signs?", "Ana")),
]  # fmt: skip


@pytest.mark.parametrize(("code", "item"), FOUND)
def test_found(code: str, item: Item) -> None:
    assert code in codes(item)


@pytest.mark.parametrize(("code", "item"), LEFT_ALONE)
def test_left_alone(code: str, item: Item) -> None:
    assert code not in codes(item)


def test_each_rule_has_its_code_and_each_code_its_rule() -> None:
    assert {*ITEM_RULES, *BANK_RULES, "unknown-allow", "unused-allow"} == {*ITEM_WRITING, "repeated-option"}
    assert set(CODES) >= set(ITEM_RULES)
    assert len(ITEM_RULES) + len(BANK_RULES) >= 25


def test_without_lists_only_rules_that_need_none_find_anything() -> None:
    found = set[str]().union(*(codes(item, NO_LISTS) for _, item in FOUND))
    assert found <= {
        "longest-key", "repeated-words", "repeated-option", "convergence", "unordered-numbers", "uneven-lengths",
        "uneven-form", "two-questions", "shouting", "gap-in-middle", "answer-in-stem", "narrow-answer", "few-options",
        "overlapping-options", "shared-words",
    }  # fmt: skip
    assert "longest-key" in found
    assert set(LANGUAGES) == {"en"}


PIECES = (
    "not all of these None A and 1 2 to 5 days never … ? . an the is “ ” ( ) which that so e-mail SLA NOT half past "
    "9:30 %"
)
WORDS = st.sampled_from(PIECES.split())


@settings(deadline=None)
@given(st.lists(WORDS, max_size=12), st.lists(st.lists(WORDS, max_size=8), max_size=6), st.integers(0, 5))
def test_any_words_can_be_judged(words: list[str], options: list[list[str]], key: int) -> None:
    item = choice(" ".join(words) or "x", *(" ".join(row) for row in options), key=key)
    for code, found in flaws(ItemView(item, ENGLISH)):
        assert code in ITEM_RULES
        assert found.message
        assert found.help


# Over a bank


def bank(
    keys: list[int], options: tuple[str, ...] = ("A nod", "A wave", "A bow", "A word")
) -> tuple[Bank, list[ItemView]]:
    items = [choice("What now?", *options, key=key).model_copy(update={"id": f"i{n}"}) for n, key in enumerate(keys)]
    made = Bank.model_validate({"id": "b", "title": "B", "module": "m", "items": items})
    return made, [ItemView(item, ENGLISH) for item in items]


def test_the_tail_is_exact() -> None:
    chances = [1 / 2, 1 / 3, 1 / 4, 1 / 4, 1 / 5]
    for count in range(6):
        total = 0.0
        for hits in product((True, False), repeat=len(chances)):
            weight = 1.0
            for hit, chance in zip(hits, chances, strict=True):
                weight *= chance if hit else 1 - chance
            total += weight * (sum(hits) >= count)
        assert at_least(count, chances) == pytest.approx(total)
        assert at_most(count - 1, chances) == pytest.approx(1 - total)


def test_key_positions() -> None:
    assert not list(key_position(*bank([0, 1, 2, 3] * 5)))
    assert not list(key_position(*bank([1] * 7))), "too few items to say anything"
    (found,) = key_position(*bank([1] * 14 + [0, 2, 3, 0, 2, 3]))
    assert found.message == "14 of 20 keys stand at position 2; chance gives about 5"
    (found,) = key_position(*bank([0, 1, 2] * 12))
    assert found.message == "0 of 36 keys stand at position 4; chance gives about 9"


@settings(deadline=None)
@given(st.lists(st.integers(0, 3), min_size=12, max_size=12))
def test_key_positions_are_reported_when_they_are_rare(keys: list[int]) -> None:
    counts = [keys.count(position) for position in range(4)]
    tails = [min(at_least(count, [0.25] * 12), at_most(count, [0.25] * 12)) for count in counts]
    assert bool(list(key_position(*bank(keys)))) == (min(tails) * 2 * 4 < RARE)


def test_who_knows_nothing() -> None:
    options = ("Wait", "Never call", "Call back and say what you know so far", "Always ask")
    assert not list(know_nothing(*bank([0, 1, 2, 3] * 5, options)))
    (found,) = know_nothing(*bank([2] * 12 + [0, 1, 3], options))
    assert found.message == "who knows nothing gets 12 of 15 items right by their looks; chance gives about 4"


# Allowances


def with_allow(allow: dict[str, str], **update: Any) -> Course:
    def change(item: Item) -> Item:
        return item.model_copy(update={"allow": allow, **update}) if item.id == "t-test-pot" else item

    banks = [b.model_copy(update={"items": tuple(change(i) for i in b.items)}) for b in course().banks]
    return course().model_copy(update={"banks": tuple(banks)})


def said(source: Course) -> list[str]:
    editions = [edition_of(source, one, language) for one in ("harbour", "hilltop") for language in ("en", "es")]
    every = [*check_editions(editions), *(finding for made in editions for finding in check_edition(made))]
    return sorted({finding.code for finding in every})


def test_an_allowance_silences_its_code_alone() -> None:
    item = next(i for b in course().banks for i in b.items if i.id == "t-test-pot")
    loud = {"options": item.options[:2]}  # type: ignore[union-attr]  # a single choice
    assert said(with_allow({}, **loud)) == ["few-options"]
    assert said(with_allow({"few-options": "There are just two."}, **loud)) == []


@pytest.mark.parametrize(
    ("allow", "code"),
    [
        ({"few-options": "There are just two."}, "unused-allow"),
        ({"few-option": "There are just two."}, "unknown-allow"),
        ({"no-key": "There is none."}, "unknown-allow"),
        ({"key-position": "They stand well."}, "unknown-allow"),
        ({"few-options": "  "}, "unknown-allow"),
    ],
)
def test_allowances_are_judged(allow: dict[str, str], code: str) -> None:
    assert said(with_allow(allow)) == [code]


def test_an_allowance_that_one_edition_needs_is_used() -> None:
    """The tiny course is in English and Spanish: a rule for English alone is needed in half of its editions."""
    used = {code for b in course().banks for item in b.items for code in item.allow}
    assert "vague-frequency" in used
    assert said(course()) == []
