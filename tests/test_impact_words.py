"""Word-level differences: they give back both texts, and large rewordings are noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.impact.sheets import lost_rows
from builder.impact.words import alarms, diff

TEXTS = st.lists(st.sampled_from(["tea", "cup", "not", "**", ", ", ".", " ", "\n", "{{ org.name }}", "é", "4"])).map(
    "".join
)


@given(TEXTS, TEXTS)
def test_a_difference_holds_both_texts(old: str, new: str) -> None:
    found = diff(old, new)
    assert "".join(words for sign, words in found if sign != "+") == old
    assert "".join(words for sign, words in found if sign != "-") == new
    assert all(words for _, words in found)
    if old == new:
        assert {sign for sign, _ in found} <= {"="}


def test_a_text_that_has_nothing_in_common_is_told_as_a_whole() -> None:
    assert diff("What comes first of all?", "Name the best kettle we own!") == (
        ("-", "What comes first of all?"),
        ("+", "Name the best kettle we own!"),
    )


def test_very_long_texts_are_told_as_a_whole() -> None:
    old, new = (" ".join(f"{word}{number}" for number in range(5000)) for word in ("old", "new"))
    assert diff(f"Same {old} end", f"Same {new} end") == (("=", "Same "), ("-", old), ("+", new), ("=", " end"))


@pytest.mark.parametrize(
    ("old", "new", "language", "expected"),
    [
        ("Which is right?", "Which one is right?", "en", ()),
        ("Which is right?", "Which is not right?", "en", ("'not' came",)),
        ("Which isn\u2019t right?", "Which is right?", "en", ("'isn't' went",)),
        ("¿Cuál es correcta?", "¿Cuál no es correcta?", "es", ("'no' came",)),
        ("Wait 4 days.", "Wait 5 days.", "en", ("a number was 4, is 5",)),
        ("Wait {{ org.a4 }} days.", "Wait {{ org.a5 }} days.", "en", ()),
        ("A knot in the notes", "A not in the notes", "en", ("'not' came",)),
        ("Who waits for this report?", "Name two people to ask first.", "en", ("0 of 6 words stay",)),
    ],
)
def test_rewordings_that_may_be_another_question(old: str, new: str, language: str, expected: tuple[str, ...]) -> None:
    assert alarms(old, new, language) == expected


@pytest.mark.parametrize(
    ("was", "now", "lost"),
    [
        ("abc", "abc", 0), ("abc", "cab", 0), ("abc", "ac", 1), ("abc", "axc", 0), ("abc", "xyz", 0), ("abc", "xy", 3),
        ("aa", "a", 1), ("abc", "xabc", 0), ("abcd", "axyzd", 2), ("", "abc", 0), ("abc", "", 3),
    ],
)  # fmt: skip
def test_rows_without_a_place(was: str, now: str, lost: int) -> None:
    assert lost_rows(list(was), list(now)) == lost
