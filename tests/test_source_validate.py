"""Faults of shape: where they stand, what is said, and what is left for the checks to look at."""

from __future__ import annotations

from typing import Any

import pytest

from builder.diagnostics import Diagnostic
from builder.model.base import Thing
from builder.model.course import CourseSettings, Glossary
from builder.model.items import Bank, SingleChoice
from builder.model.organisation import Organisation
from builder.model.quizzes import Blueprints
from builder.source.events import read_yaml
from builder.source.shape import keys_at
from builder.source.validate import Checked, validate

ITEM = "  - {id: a, type: single_choice, stem: s, key: x, options: [{id: x, text: t, rationale: r}]"


def checked(model: type[Thing], text: str) -> Checked[Any]:
    return validate(model, read_yaml(text, "f.yml"), "f.yml", text)


def bank(items: str) -> Checked[Bank]:
    return checked(Bank, f"id: b\ntitle: t\nmodule: m\nitems:\n{items}")


def said(finding: Diagnostic) -> tuple[str, int, int, str, str]:
    return (finding.code, finding.place.line, finding.place.column, finding.message, finding.help)


def test_a_misspelt_key_is_said_once_and_its_value_kept() -> None:
    result = bank(ITEM.replace("rationale", "rationle") + "}")
    assert [said(f) for f in result.findings] == [
        ("unknown-key", 5, ITEM.index("rationale") + 1, "unknown key 'rationle'", "did you mean 'rationale'?")
    ]
    assert result.whole
    assert result.thing is not None
    item = result.thing.items[0]
    assert isinstance(item, SingleChoice)
    assert item.options[0].rationale.source == "r"


def test_an_unknown_key_without_a_likeness_lists_the_known_ones() -> None:
    result = checked(Glossary, "terms:\n  - id: a\n    term: b\n    definition: c\n    qqq: d\n")
    assert said(result.findings[0]) == (
        "unknown-key",
        5,
        5,
        "unknown key 'qqq'",
        "the keys here are: id, term, definition, practices, see",
    )


def test_an_empty_unknown_key_is_not_lost() -> None:
    result = checked(Glossary, "terms:\n  - {id: a, term: b, definition: Hello, you and you}\n")
    assert [f.message for f in result.findings] == ["unknown key 'you and you'"]
    assert "quotes" in result.findings[0].help


def test_an_empty_known_key_is_only_missing() -> None:
    result = checked(Glossary, "terms:\n  - {id: a, term: b, definition: c, practices: }\n")
    assert not result.findings


@pytest.mark.parametrize(
    ("typed", "code", "message"),
    [
        ("revision: 0", "out-of-range", "'revision' must be at least 1"),
        ("revision: 1.5", "wrong-type", "'revision' must be a whole number"),
        ("shuffle: perhaps", "wrong-type", "'shuffle' must be yes or no"),
        ("pool: tests", "unknown-value", "'tests' is not a value of 'pool'"),
        ("pool: [test]", "wrong-type", "'pool' must be one word"),
        ("title: [t]", "wrong-type", "'title' must be text"),
        ("objectives: [A B]", "bad-id", "'A B' is not an id"),
        ("objectives: {a: b}", "wrong-type", "'objectives' must be a list"),
        ("read_again: [a]", "wrong-type", "'read_again' must be an id"),
        ("picture: a.png", "wrong-type", "'picture' must be a mapping of keys and values"),
        ("picture: {alt: a}", "missing-key", "the key 'file' is missing"),
        ("hints: [[a]]", "wrong-type", "an entry of 'hints' must be text"),
    ],
)
def test_faults_of_values(typed: str, code: str, message: str) -> None:
    result = bank(f"{ITEM}, {typed}}}")
    assert [(f.code, f.message) for f in result.findings] == [(code, message)]
    assert result.findings[0].help
    assert result.thing is not None
    assert len(result.thing.items) == 1


def test_one_faulty_item_leaves_the_others() -> None:
    result = bank(f"  - {{id: z}}\n  - just text\n{ITEM}}}\n  - {{id: y, type: essay}}")
    assert [(f.code, f.place.line) for f in result.findings] == [
        ("missing-key", 5),
        ("wrong-type", 6),
        ("unknown-value", 8),
    ]
    assert not result.whole
    assert result.thing is not None
    assert [item.id for item in result.thing.items] == ["a"]


def test_every_fault_of_a_file_is_said_at_once() -> None:
    text = "id: O\nname: [n]\ndepartments: x\noutside: []\nstandards:\n  - {id: e, acknowledge: soon, update: 1 day}\n"
    codes = sorted(f.code for f in checked(Organisation, text).findings)
    assert codes == ["bad-id", *["missing-key"] * 8, *["wrong-type"] * 3]


def test_a_file_that_is_no_mapping_gives_nothing() -> None:
    for text in ("", "- a", "just text"):
        result = checked(CourseSettings, text)
        assert result.thing is None
        assert result.findings[0].message == "the file must be a mapping of keys and values"


def test_keys_of_a_location() -> None:
    assert keys_at(Bank, ()) == ("id", "title", "module", "items")
    assert "tolerance" in keys_at(Bank, ("items", 0, "numeric"))
    assert keys_at(Bank, ("items", 0, "numeric", "wrong", 2)) == ("answer", "rationale")
    assert keys_at(Blueprints, ("quizzes", 1, "rules"))[0] == "tries"
    assert keys_at(Bank, ("items", 0, "single_choice", "picture"))[0] == "file"
    assert keys_at(Bank, ("items", 0, "essay")) == ()
