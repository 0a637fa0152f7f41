"""Every page that learners' books and guides name holds what they name: in the course that ships, in all variants."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from course_books import course_book, course_books
from page_references import (
    Quoted,
    Read,
    read,
    wrong_blocks,
    wrong_contents,
    wrong_feet,
    wrong_keys,
    wrong_numbers,
    wrong_references,
    wrong_spots,
)
from printed_books import books, in_volumes, printed, short
from printed_leaves import leaves
from tiny_course import edition, plan

from builder.model.course import PAPERS, VARIANTS
from builder.writers.artefact import Written
from builder.writers.workbooks.guide.book import GuideBook
from builder.writers.workbooks.key.book import KeyBook
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.test_papers.view import PrintedTestKey

SCOPES = ("course", "internal-customers", "standards", "communication", "job-swaps")


def wrong_in_workbook(view: object, written: Written, book: Read) -> list[str]:
    assert isinstance(view, LearnerBook)
    return [*wrong_feet(book), *wrong_contents(book, 12), *wrong_references(view, written, book)]


def wrong_in_guide(view: object, written: Written, learner: Written) -> list[str]:
    assert isinstance(view, GuideBook)
    book, workbook = read(written), read(learner)
    return [
        *wrong_feet(Read(book.laid[1:], book.labels[1:])),
        *wrong_contents(book, 20),
        *wrong_spots(view, learner.labels, workbook),
        *wrong_blocks(view, learner.labels, written, book),
        *wrong_numbers(view, learner.labels, written, book),
    ]


def wrong_in_key(view: object, written: Written, workbook: object, learner: Written) -> list[str]:
    assert isinstance(workbook, LearnerBook)
    book, quoted = read(written), Quoted(workbook, learner.labels, read(learner))
    if isinstance(view, KeyBook):
        entries = [entry for chapter in view.chapters for entry in chapter.entries]
        feet = wrong_feet(Read(book.laid[1:], book.labels[1:]))
        return [*feet, *wrong_contents(book, 0), *wrong_keys(entries, quoted, book, asked=True)]
    assert isinstance(view, PrintedTestKey)
    return list(wrong_keys([m.entry for form in view.forms for m in form.marked], quoted, book, asked=False))


def names(kind: str, variants: tuple[str, ...]) -> list[str]:
    return [
        f"{'' if paper == 'a4' else f'{paper}/'}{scope}.{kind}{'' if variant == 'print' else f'.{variant}'}"
        for scope, paper, variant in product(SCOPES, PAPERS, variants)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", names("learner", VARIANTS))
def test_of_the_course_every_workbook(name: str) -> None:
    written = course_book(name)
    assert wrong_in_workbook(course_books()[name].reads, written, read(written)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", names("guide", ("print", "screen", "large")))
def test_of_the_course_every_guide(name: str) -> None:
    guide = course_books()[name]
    assert wrong_in_guide(guide.reads, course_book(name), course_book(short(guide.needs[0]))) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", [*names("key", ("print",)), "course.test-key", "letter/course.test-key"])
def test_of_the_course_every_key(name: str) -> None:
    learner = name.replace("test-key", "learner").replace("key", "learner")
    views = course_books()
    assert wrong_in_key(views[name].reads, course_book(name), views[learner].reads, course_book(learner)) == []


@pytest.mark.parametrize("name", ["course.learner", "tea.learner.large", "letter/tea.learner.screen"])
def test_of_the_tiny_course(name: str) -> None:
    assert wrong_in_workbook(books(edition())[name].reads, printed(name), read(printed(name))) == []


@pytest.mark.parametrize("name", ["course.guide", "course.guide.screen", "course.guide.large"])
def test_of_the_tiny_course_the_guide(name: str) -> None:
    guide = books(edition())[name]
    assert wrong_in_guide(guide.reads, printed(name), printed(short(guide.needs[0]))) == []


@pytest.mark.parametrize("name", ["course.key", "tea.key", "tea.key.large", "letter/tea.key", "tea.test-key"])
def test_of_the_tiny_course_the_keys(name: str) -> None:
    made = books(edition()) | {short(one): made for one, made in leaves(edition(), plan()).items()}
    learner = name.replace("test-key", "learner").replace("key", "learner")
    key = made[name].write(made[name].reads, {need: printed(short(need)).labels for need in made[name].needs})
    assert wrong_in_key(made[name].reads, key, made[learner].reads, printed(learner)) == []


@pytest.mark.parametrize("most", [22, 14])
def test_of_the_tiny_course_the_guide_in_volumes(most: int) -> None:
    guide = books(edition())["course.guide"]
    written = in_volumes("course.guide", most)
    assert len(written.files) == (2 if most > 20 else 3)
    assert wrong_in_guide(guide.reads, written, printed(short(guide.needs[0]))) == []
    assert list(wrong_feet(Read(read(written).laid[1:], read(written).labels[:-1])))


def test_of_the_tiny_course_the_key_in_volumes() -> None:
    made, written = books(edition()), in_volumes("course.key", 7)
    assert len(written.files) == 2
    learner = printed("course.learner")
    assert wrong_in_key(made["course.key"].reads, written, made["course.learner"].reads, learner) == []


def test_a_page_that_is_wrong_in_a_key_is_found() -> None:
    made = books(edition())
    key, learner = made["tea.key"], printed("tea.learner")
    moved = dict.fromkeys(learner.labels, "9-9")
    wrong = key.write(key.reads, dict.fromkeys(key.needs, moved))
    assert len(wrong_in_key(key.reads, wrong, made["tea.learner"].reads, learner)) >= 4
    assert wrong_in_key(key.reads, printed("tea.key"), made["tea.learner"].reads, replace(learner, labels=moved))


def test_a_page_that_is_wrong_is_found() -> None:
    view, written = books(edition())["tea.learner"].reads, printed("tea.learner")
    book = read(written)
    assert isinstance(view, LearnerBook)
    moved = Read((*book.laid[1:], book.laid[0]), book.labels)
    anchor = next(anchor for anchor in written.labels if anchor.endswith(".hint")).removesuffix(".hint")
    labels = {**written.labels, f"{anchor}.hint": "9-9"}
    assert list(wrong_feet(moved))
    assert list(wrong_contents(moved, 12))
    assert list(wrong_contents(book, 999))
    assert list(wrong_references(view, written, moved))
    assert len(list(wrong_references(view, replace(written, labels=labels), book))) >= 2
