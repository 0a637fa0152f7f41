"""YAML as typed: values, places, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.diagnostics import Place
from builder.model.base import PLACE_KEY
from builder.model.text import Located
from builder.source.events import MAX_DEPTH, read_yaml


def plain(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: plain(value) for key, value in tree.items() if key != PLACE_KEY}
    return [plain(part) for part in tree] if isinstance(tree, list) else tree


def kept(tree: Any) -> Any:
    """The tree without blank values of keys: they count as missing."""
    if isinstance(tree, dict):
        return {k: kept(v) for k, v in tree.items() if not (isinstance(v, str) and not v.strip())}
    return [kept(part) for part in tree] if isinstance(tree, list) else tree


def scalars(tree: Any) -> list[Located]:
    if isinstance(tree, Located):
        return [tree]
    parts = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return [found for part in parts for found in scalars(part)]


@pytest.mark.parametrize("typed", ["no", "12:30", "0123", "1e3", "2027-01-01", "0x1F", "=", "<<", "Yes", ".5", "- 1"])
def test_values_stay_as_typed(typed: str) -> None:
    text = f"a: {typed}" if not typed.startswith("- ") else f"a:\n{typed}"
    assert plain(read_yaml(text, "f").value) in ({"a": typed}, {"a": ["1"]})


@pytest.mark.parametrize("empty", ["", "~", "null", "Null", "NULL"])
def test_empty_means_missing(empty: str) -> None:
    parsed = read_yaml(f"a: {empty}\nb: x\nc: [{empty or '~'}, y]", "f")
    assert plain(parsed.value) == {"b": "x", "c": ["y"]}
    assert [key for _, key in parsed.empty] == ["a"]


def test_quotes_keep_words_and_blank_entries_of_lists() -> None:
    assert plain(read_yaml("""a: '~'\nb: "null"\nc: ["", x]""", "f").value) == {"a": "~", "b": "null", "c": ["", "x"]}
    assert plain(read_yaml("""a: ""\nb: ' '\nc: |\n\nd: x""", "f").value) == {"d": "x"}


def test_places_are_those_of_the_first_character() -> None:
    text = "a: x\nb:\n  - 'y'\n  - \"z\"\nc: |\n\n    deep\n    text\nd: {e: f}\n"
    tree = read_yaml(text, "f").value
    assert {str(s).strip(): (s.place.line, s.place.column) for s in scalars(tree)} == {
        "x": (1, 4),
        "y": (3, 6),
        "z": (4, 6),
        "deep\ntext": (7, 5),
        "f": (9, 8),
    }
    places = tree[PLACE_KEY]
    assert places.start == Place("f", 1, 1)
    assert places.of("b[1]") == Place("f", 4, 6)
    assert tree["d"][PLACE_KEY].start == Place("f", 9, 4)


def test_front_matter_keeps_the_lines_of_its_file() -> None:
    assert read_yaml("a: x", "f", 2).value["a"].place == Place("f", 2, 4)


values = st.recursive(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abcdefg", min_size=1, max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(st.text("abcdefg", min_size=1), values, max_size=4),
    st.booleans(),
    st.sampled_from([None, True, False]),
)
def test_what_another_writer_writes_is_read_back(tree: dict[str, Any], unicode: bool, flow: bool | None) -> None:  # noqa: FBT001 - drawn
    text = yaml.dump(tree, allow_unicode=unicode, default_flow_style=flow, width=40)
    parsed = read_yaml(text, "f")
    assert not parsed.findings
    assert plain(parsed.value) == kept(tree)
    lines = text.split("\n")
    for scalar in scalars(parsed.value):
        line = lines[scalar.place.line - 1]
        assert scalar.place.column <= len(line) + 1
        if scalar and scalar.isascii() and scalar.isalnum():
            assert line[scalar.place.column - 1] == scalar[0]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: b\na: c", "duplicate-key", 2, 1),
        ("a: {b: 1, b: 2}", "duplicate-key", 1, 11),
        ("a: ~\na: c", "duplicate-key", 2, 1),
        ("a: &b c", "yaml-alias", 1, 4),
        ("a: *b", "yaml-alias", 1, 4),
        ("*b : a", "yaml-alias", 1, 1),
        ("a: !!str c", "yaml-tag", 1, 4),
        ("a: !c [d]", "yaml-tag", 1, 4),
        ("a: b\n---\nc: d", "yaml-syntax", 2, 1),
        ("? [a]\n: b", "yaml-syntax", 1, 3),
        ("a: {{ org.name }}", "yaml-syntax", 1, 4),
        ("a: [b", "yaml-syntax", 2, 1),
        ('a: "\\x07"', "control-character", 1, 5),
        ('"\\0place": b', "control-character", 1, 1),
        ("a: \x07", "control-character", 1, 4),
        ("é: ü\nb: \x01", "control-character", 2, 4),
        ("a: " + "[" * MAX_DEPTH, "yaml-depth", 1, MAX_DEPTH + 3),
    ],
)
def test_what_is_refused(text: str, code: str, line: int, column: int) -> None:
    found = read_yaml(text, "f").findings[0]
    assert (found.code, found.place) == (code, Place("f", line, column))
    assert found.help


def test_the_rest_of_a_file_is_read_after_a_refusal() -> None:
    parsed = read_yaml("a: *x\nb: {{ c }}\nd: &y e\nf: g\nf: h\n? [i]\n: j\nk: l", "f")
    assert plain(parsed.value) == {"a": "…", "b": "…", "d": "e", "f": "g", "k": "l"}
    assert parsed.whole
    assert len(parsed.findings) == 5


def test_a_key_cannot_pose_as_the_place() -> None:
    tree = read_yaml('"\\0place": b\nc: d', "f").value
    assert tree[PLACE_KEY].start == Place("f", 1, 1)
    assert plain(tree) == {"c": "d"}


@pytest.mark.parametrize("opener", ["[", "{", "- ", "? ", "a: {"])
def test_sixty_thousand_openers_end_early(opener: str) -> None:
    parsed = read_yaml(opener * 60_000, "f")
    assert not parsed.whole
