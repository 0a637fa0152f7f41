"""Whatever authors type arrives in Moodle as it is, and items that Moodle can't hold are left out and told."""

from __future__ import annotations

from html import escape

import pytest
import tiny_course
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from moodle_import import category_names, cloze_words, faults, read

from builder.model.items import Item, SingleChoice
from builder.model.text import Line, Prose
from builder.writers.moodle.asked import Category, Questions, Surroundings
from builder.writers.moodle.document import category_path, write
from builder.writers.moodle.fractions import SHARES, penalty
from builder.writers.moodle.limits import impossible, number
from builder.writers.moodle.question import file_name, legal, plain_name

AROUND = Surroundings(tiny_course.edition())
ITEMS = tiny_course.edition().items
NASTY = st.text(st.sampled_from("ab1 {}~#=%\\*:&<>\"'/;$()[]|^.,é€\u2028\u00a0😀"), min_size=1, max_size=30)
WORDS = NASTY.map(lambda text: " ".join(text.split())).filter(bool)


def line(text: str) -> Line:
    return Line(text, html=escape(text), plain=text)


def prose(text: str) -> Prose:
    return Prose(text, html=f"<p>{escape(text)}</p>", plain=text)


def changed(item: Item, **parts: object) -> Item:
    return item.model_copy(update=parts)


def written(*items: Item) -> tuple[bytes, list[str]]:
    asked = tuple(AROUND.asked(item) for item in items)
    made = write(Questions("x.xml", "en", (Category(("Course", "Bank"), "", asked),)), {})
    return made.files["x.xml"], [f"{one.thing}: {one.reason}" for one in made.losses]


@given(stem=WORDS, option=WORDS, rationale=WORDS)
def test_choice_texts(stem: str, option: str, rationale: str) -> None:
    item = ITEMS["t-test-pot"]
    assert isinstance(item, SingleChoice)
    first = item.options[0].model_copy(update={"text": line(option), "rationale": line(rationale)})
    data, _ = written(changed(item, stem=prose(stem), options=(first, *item.options[1:])))
    assert faults(data) == []
    question = read(data)[0]
    assert etree.fromstring(question.text).xpath("string()") == stem
    assert question.answers[0].text == escape(option)
    assert question.answers[0].feedback == escape(rationale)


@given(stem=WORDS, before=WORDS, typed=WORDS, listed=WORDS, feedback=WORDS)
def test_cloze_texts(stem: str, before: str, typed: str, listed: str, feedback: str) -> None:
    item = ITEMS["t-gaps"]
    before = before.replace("[[", "[ [")
    what, how_long = item.gaps  # type: ignore[union-attr]  # the tiny course's cloze item
    wrong = (how_long.wrong[0].model_copy(update={"rationale": line(feedback)}),)
    parts = {
        "stem": prose(stem),
        "text": Prose("", html=f"<p>{escape(before)} [[what]] [[how-long]]</p>", plain=""),
        "gaps": (
            what.model_copy(update={"accepted": (line(typed),), "wrong": ()}),
            how_long.model_copy(update={"accepted": (line(listed),), "wrong": wrong}),
        ),
    }
    data, _ = written(changed(item, **parts))
    assert faults(data) == []
    question = read(data)[0]
    first, second = question.gaps
    assert [a.text for a in first.answers] == [typed.replace("*", r"\*")]
    assert [a.text for a in second.answers] == [escape(listed), "1 minute"]
    assert second.answers[1].feedback == escape(feedback)
    assert cloze_words(question.text) == f"{stem}{before} [] []"


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_category_names_survive(names: list[str]) -> None:
    got = category_names(category_path(tuple(names)))
    expected = [kept for name in names if (kept := plain_name(name).strip(" /"))]
    assert got[:2] == ["$course$", "top"]
    assert [name for name in got[2:] if name] == expected


@given(st.text(max_size=40))
def test_names_are_one_line_without_tags(text: str) -> None:
    name = plain_name(text)
    assert "\n" not in name
    assert name == name.strip()


@given(st.lists(st.text(min_size=1, max_size=12), min_size=2, max_size=2, unique=True))
def test_file_names_differ(paths: list[str]) -> None:
    first, second = map(file_name, paths)
    assert first != second
    assert all(ch.isascii() and (ch.isalnum() or ch in "._-") for ch in first)


def test_no_character_breaks_the_file() -> None:
    assert legal("a\x00\x08b\ufffe\ud800c\t\n") == "abc\t\n"


@pytest.mark.parametrize("keys", SHARES)
@pytest.mark.parametrize("others", range(1, 12))
def test_ticking_everything_never_pays(keys: int, others: int) -> None:
    for all_or_nothing in (False, True):
        cost = float(penalty(keys, others, all_or_nothing=all_or_nothing))
        assert keys * float(SHARES[keys]) + others * cost <= 0.001
        assert cost <= -float(SHARES[keys])


def _without(item_id: str, **parts: object) -> Item:
    return changed(ITEMS[item_id], **parts)


IMPOSSIBLE = {
    "no key": _without("t-test-pot", key=()),
    "a key that is no option": _without("t-test-pot", key=("gone",)),
    "two keys for one": _without("t-test-pot", key=("heat", "look")),
    "everything keyed": _without("t-test-all", key=("black", "green", "mint")),
    "one option": _without("t-test-pot", options=ITEMS["t-test-pot"].options[:1]),  # type: ignore[union-attr]
    "no best option": _without("t-guest", options=ITEMS["t-guest"].options[1:]),  # type: ignore[union-attr]
    "no number": _without("t-heat", answer=line("hot")),
    "an endless number": _without("t-heat", answer=line("NaN")),
    "nothing accepted": _without("t-word", accepted=()),
    "a gap that the text lacks": _without("t-gaps", text=prose("Boil [[what]].")),
    "a mark that is no gap": _without("t-gaps", text=prose("[[what]] [[how-long]] [[other]]")),
    "a gap without answers": _without(
        "t-gaps",
        gaps=tuple(g.model_copy(update={"accepted": ()}) for g in ITEMS["t-gaps"].gaps),  # type: ignore[union-attr]
    ),
    "one pair": _without("t-match", pairs=ITEMS["t-match"].pairs[:1]),  # type: ignore[union-attr]
    "one step": _without("t-order", steps=ITEMS["t-order"].steps[:1]),  # type: ignore[union-attr]
    "an empty step": _without(
        "t-order",
        steps=tuple(s.model_copy(update={"text": line("")}) for s in ITEMS["t-order"].steps),  # type: ignore[union-attr]
    ),
    "a member astray": _without("t-sort", categories=ITEMS["t-sort"].categories[:1]),  # type: ignore[union-attr]
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_moodle_cannot_hold_is_left_out_and_told(name: str) -> None:
    item = IMPOSSIBLE[name]
    reason = impossible(item)
    assert reason
    data, losses = written(item, ITEMS["t-milk"])
    assert losses == [f"{item.id}: left out: {reason}"]
    assert [question.idnumber for question in read(data)] == ["tea-round.t-milk"]
    assert faults(data) == []


def test_every_item_of_the_tiny_course_is_possible() -> None:
    assert {item.id: impossible(item) for item in ITEMS.values() if impossible(item)} == {}


@pytest.mark.parametrize(("text", "value"), [("4", "4"), (" -3.50 ", "-3.50"), ("1e3", "1000"), ("4 hours", None)])
def test_numbers(text: str, value: str | None) -> None:
    found = number(text)
    assert (None if found is None else f"{found:f}") == value
