"""The key stays out of the learner's paper: other keys give the same bytes; and the answer key tells them all."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pytest
from changed_keys import NEW, with_other_keys
from pdf_checks import elements
from printed_books import books, data, pages, printed
from tiny_course import course, edition, edition_of

from builder.build.digest import digest
from builder.model.course import VARIANTS
from builder.model.edition import Edition
from builder.model.walk import texts_of
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import learner_page
from builder.writers.workbooks.learner.write import files_of

MARKER = NEW.source


@pytest.fixture(scope="module")
def other() -> Edition:
    return edition_of(with_other_keys(course()))


def test_what_a_learners_book_reads_does_not_depend_on_keys(other: Edition) -> None:
    before, after = books(edition()), books(other)
    for name in before:
        same = digest(before[name].reads) == digest(after[name].reads)
        if "learner" in name or ".key" in name:
            assert same is ("learner" in name), name


def test_the_pages_of_every_variant_are_the_same_whatever_the_key(other: Edition) -> None:
    before, after = books(edition()), books(other)
    learners = [name for name in before if ".learner" in name]
    assert len(learners) == 2 * 3 * len(VARIANTS)
    for name in learners:
        one, changed = before[name].reads, after[name].reads
        assert isinstance(one, LearnerBook)
        assert isinstance(changed, LearnerBook)
        assert learner_page(one) == learner_page(changed), name
        assert files_of(one) == files_of(changed), name


@pytest.mark.parametrize("name", ["tea.learner", "cups.learner", "tea.learner.fillable"])
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


@pytest.mark.parametrize("name", ["course.learner", "course.learner.fillable", "course.learner.large"])
def test_no_marker_of_a_rationale_is_anywhere_in_the_file(name: str, other: Edition) -> None:
    marked = [path for path, text in texts_of(other.course) if MARKER in text.plain]
    assert sum("rationale" in path for path in marked) > 40
    artefact = books(other)[name]
    (made,) = artefact.write(artefact.reads, {}).files.values()
    assert MARKER not in "\n".join(pages(made))
    said = list(_strings(made))
    assert MARKER.encode() not in b"".join(said)
    assert b"Tea for a team" in b"".join(said), "it reads titles and bookmarks"
    assert b"Our kettle" in b"".join(said) or b"kettle" in b"".join(said), "and text alternatives"
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.attachments) == 0


def test_the_search_for_a_marker_finds_one_in_each_place() -> None:
    with pikepdf.open(io.BytesIO(data("cups.learner.fillable"))) as pdf:
        pdf.docinfo["/Subject"] = f"a {MARKER}"
        pdf.Root.AcroForm.Fields[0].TU = f"b {MARKER}"
        pdf.attachments["c.txt"] = f"c {MARKER}".encode()
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(f"d {MARKER}", 0))
        figure = next(element for element in elements(pdf) if element.S == "/Figure")
        figure.Alt = f"e {MARKER}"
        saved = io.BytesIO()
        pdf.save(saved)
    found = b"".join(_strings(saved.getvalue()))
    for place in "abcde":
        assert f"{place} {MARKER}".encode() in found


def _strings(pdf: bytes) -> Iterator[bytes]:
    """Every string and every stream of a PDF, decoded."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for number in range(1, len(opened.objects) + 1):
            yield from _within(opened.get_object(number, 0))


def _within(one: object) -> Iterator[bytes]:
    if isinstance(one, pikepdf.String):
        yield str(one).encode()
    elif isinstance(one, pikepdf.Array):
        for part in one:
            yield from () if getattr(part, "is_indirect", False) else _within(part)
    elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        for part in one.values():
            yield from () if getattr(part, "is_indirect", False) else _within(part)
        if isinstance(one, pikepdf.Stream):
            yield one.read_raw_bytes() if "/Subtype" in one and one.Subtype == "/Image" else one.read_bytes()


def test_items_of_tests_are_in_no_workbook() -> None:
    text = _words("\n".join(pages(data("course.learner")) + pages(data("course.key"))))
    kept = [item for item in edition().items.values() if item.pool != "practice"]
    assert {item.pool for item in kept} == {"test", "held_out"}
    for item in kept:
        assert _words(item.stem.plain) not in text, item.id


def _words(text: str) -> str:
    return " ".join(text.split())
