"""Adding to a list of a YAML file: comments, order and style stay, whatever the style is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.drafts.draft import DraftError
from builder.drafts.insert import with_entry
from builder.source.events import read_yaml

WORD = "- new\n"
ITEM = "- id: new\n  text: more\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: [x, y]  # kept\nb: 1\n", "a: [x, y, new]  # kept\nb: 1\n"),
        ("a: [x,\n    y,  # last\n   ]\n", "a: [x,\n    y, new,  # last\n   ]\n"),
        ("a: x\nb: 1\n", "a: [x, new]\nb: 1\n"),
        ("a:\n  - x\n  - y  # kept\n# of b\nb: 1\n", "a:\n  - x\n  - y  # kept\n  - new\n# of b\nb: 1\n"),
        ("a:\n- x\n\n\nb: 1\n", "a:\n- x\n- new\n\n\nb: 1\n"),
        ("a:\n  - x", "a:\n  - x\n  - new\n"),
        ("a: []  # none\nb: 1\n", "a:  # none\n  - new\nb: 1\n"),
        ("a:  # none\nb: 1\n", "a:  # none\n  - new\nb: 1\n"),
        ("a:\n", "a:\n  - new\n"),
        ("b: 1\n", "b: 1\na:\n  - new\n"),
        ("a: [x]\r\nb: 1\r\n", "a: [x, new]\r\nb: 1\r\n"),
        ("\ufeffa: [x]\n", "\ufeffa: [x, new]\n"),
    ],
)
def test_a_word(before: str, after: str) -> None:
    assert with_entry(before.encode(), "f.yml", "a", WORD).decode() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  - {id: x}\n", "a:\n  - {id: x}\n  - id: new\n    text: more\n"),
        (
            "a:\n    - id: x\n      t: |\n        one\n\n        two\n\n\n# the end\n",
            "a:\n    - id: x\n      t: |\n        one\n\n        two\n    - id: new\n      text: more\n\n\n# the end\n",
        ),
        (
            "a:\n  - id: x\n    parts:\n      - {p: 1}\n      # a note\n\nb: 1\n",
            "a:\n  - id: x\n    parts:\n      - {p: 1}\n  - id: new\n    text: more\n      # a note\n\nb: 1\n",
        ),
        ("a:\n  - id: x\n    empty:\nb: 1\n", "a:\n  - id: x\n    empty:\n  - id: new\n    text: more\nb: 1\n"),
        (
            "a:\n  - id: x\n    long: one\n      two\n",
            "a:\n  - id: x\n    long: one\n      two\n  - id: new\n    text: more\n",
        ),
        ("a:\n  -\n    id: x\n", "a:\n  -\n    id: x\n  - id: new\n    text: more\n"),
    ],
)
def test_a_mapping(before: str, after: str) -> None:
    assert with_entry(before.encode(), "f.yml", "a", ITEM).decode() == after


@pytest.mark.parametrize(
    "text", ["a: [{id: x}]\n", "{a: [x]}\n", "a: {x: 1}\n", "a: &x [y]\n", "a: [\n", "- a\n", "\xff"]
)
def test_what_has_no_room_is_told(text: str) -> None:
    with pytest.raises(DraftError):
        with_entry(text.encode("latin-1"), "f.yml", "a", ITEM)


@given(st.text("ab:-# \n[]{},'|>\"x", max_size=60))
def test_whatever_the_text_the_entry_is_added_or_the_edit_refused(text: str) -> None:
    try:
        made = with_entry(text.encode(), "f.yml", "a", WORD).decode()
    except DraftError:
        return
    parsed = read_yaml(made, "f.yml")
    assert not parsed.findings
    assert parsed.value["a"][-1] == "new"
    assert all(line in made for line in text.split("\n") if "#" in line)
