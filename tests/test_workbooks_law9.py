"""The key stays out of the learner's paper: other keys give the same bytes; and the answer key tells them all."""

from __future__ import annotations

import pytest
from changed_keys import with_other_keys
from printed_books import books, data, pages, printed
from tiny_course import course, edition, edition_of

from builder.build.digest import digest
from builder.model.edition import Edition
from builder.model.walk import texts_of


@pytest.fixture(scope="module")
def other() -> Edition:
    return edition_of(with_other_keys(course()))


def test_what_a_learners_book_reads_does_not_depend_on_keys(other: Edition) -> None:
    before, after = books(edition()), books(other)
    for name in before:
        same = digest(before[name].reads) == digest(after[name].reads)
        if "learner" in name or ".key" in name:
            assert same is ("learner" in name), name


@pytest.mark.parametrize("name", ["tea.learner", "cups.learner"])
def test_learners_books_are_the_same_bytes_whatever_the_key(name: str, other: Edition) -> None:
    artefact = books(other)[name]
    assert artefact.write(artefact.reads, {}).files[f"workbooks/a4/{name}.pdf"] == data(name)


def test_guides_tell_trainers_what_to_reply(other: Edition) -> None:
    before, after = books(edition()), books(other)
    assert digest(before["tea.guide"].reads) != digest(after["tea.guide"].reads)


def test_answer_keys_do_change(other: Edition) -> None:
    artefact = books(other)["tea.key"]
    labels = {"workbooks/a4/tea.learner": printed("tea.learner").labels}
    changed = artefact.write(artefact.reads, labels).files["workbooks/a4/tea.key.pdf"]
    assert changed != data("tea.key")
    assert "qqq changed qqq" in "\n".join(pages(changed))


def test_no_word_of_a_rationale_is_in_a_learners_book() -> None:
    learner, key = (_words("\n".join(pages(data(f"tea.{kind}")))) for kind in ("learner", "key"))
    practice = [item for item in edition().items.values() if item.pool == "practice"]
    rationales = [
        text.plain
        for item in practice
        if edition().module_of_item[item.id] == "tea"
        for name, text in texts_of(item)
        if "rationale" in name or name in {"if_true", "if_false"}
    ]
    assert len(rationales) > 25
    for rationale in rationales:
        assert _words(rationale) not in learner, rationale
        assert _words(rationale) in key, rationale


def test_items_of_tests_are_in_no_workbook() -> None:
    text = _words("\n".join(pages(data("course.learner")) + pages(data("course.key"))))
    kept = [item for item in edition().items.values() if item.pool != "practice"]
    assert {item.pool for item in kept} == {"test", "held_out"}
    for item in kept:
        assert _words(item.stem.plain) not in text, item.id


def _words(text: str) -> str:
    return " ".join(text.split())
