"""Job aids in learners' workbooks: a leaf each to cut out, numbered with the back; pages filled with lines."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pikepdf
import pytest
from lxml import html as lxml_html
from page_references import Read, flat, read, wrong_feet
from pdf_checks import faults
from printed_books import books, data, pages, printed
from tiny_course import edition

from builder.writers.workbooks.aids.book import Aid
from builder.writers.workbooks.learner.book import LearnerBook, Questions, Words
from builder.writers.workbooks.learner.lengths import begins_page, page_starts, runs_on
from builder.writers.workbooks.learner.page import learner_page
from builder.writers.workbooks.learner.printed import LearnerItem, Session, Tick, Watch
from builder.writers.workbooks.learner.write import write_learner_book
from builder.writers.workbooks.printing.engine import laid_out
from builder.writers.workbooks.printing.paper import A4, Format


def book(name: str = "course.learner") -> LearnerBook:
    reads = books(edition())[name].reads
    assert isinstance(reads, LearnerBook)
    return reads


@cache
def with_a_long_aid() -> tuple[bytes, Read, tuple[Aid, ...]]:
    first, second, *_ = book().aids
    text = "".join(f"<p>{n} Ask whether they like milk.</p>" for n in range(80))
    aids = (replace(first, text=text), second)
    written = write_learner_book(replace(book(), chapters=book().chapters[:1], aids=aids), {})
    (pdf,) = written.files.values()
    return pdf, read(written), aids


def test_the_course_has_all_and_a_module_those_that_its_lessons_serve() -> None:
    assert [aid.id for aid in book().aids] == [str(aid.id) for aid in edition().course.kit.aids]
    for module in ("tea", "cups"):
        assert [aid.id for aid in book(f"{module}.learner").aids] == ["aid-brew"]


@pytest.mark.parametrize("name", ["course.learner", "course.learner.large", "course.learner.fillable"])
def test_each_is_a_page_that_contents_and_bookmarks_name(name: str) -> None:
    labels, found = printed(name).labels, read(printed(name))
    front = flat("\n".join(found.laid[1:4]))
    with pikepdf.open(io.BytesIO(data(name))) as pdf, pdf.open_outline() as outline:
        marks = [item.title for item in outline.root]
    homes = [labels[aid.id] for aid in book().aids]
    assert len(set(homes)) == len(homes) == 5
    for aid, home in zip(book().aids, homes, strict=True):
        assert re.match(r"A-\d+$", home)
        page = flat(found.laid[found.labels.index(home)])
        assert "Job aid" in page
        assert aid.title in page
        assert aid.title in marks
        assert re.search(rf"Job aid {re.escape(aid.title)}[ .]+{home}\b", front)


@pytest.mark.parametrize("name", ["course.learner", "course.learner.large"])
def test_what_is_cut_out_is_a_leaf(name: str) -> None:
    found = read(printed(name))
    for aid in book().aids:
        at = found.labels.index(printed(name).labels[aid.id])
        assert at % 2 == 0, "a right-hand page"
        behind = flat(found.laid[at + 1])
        assert behind.startswith("Notes") or aid.fields or name.endswith("large"), "and its back takes notes"


def test_all_pages_of_a_long_one_are_numbered_through_and_nothing_is_cut_off() -> None:
    pdf, found, (long, short) = with_a_long_aid()
    assert faults(pdf) == []
    assert list(wrong_feet(found)) == []
    assert found.labels[-1].startswith("A-")
    assert len(set(found.labels) - {""}) == len(found.labels) - 1 or found.labels.count("") == 1
    assert flat(" ".join(found.laid)).count("Ask whether they like milk.") == 80
    home = next(at for at, page in enumerate(found.laid) if "Job aid" in page and long.title in page)
    other = next(at for at, page in enumerate(found.laid) if "Job aid" in page and short.title in page and at > home)
    assert other - home >= 2


def test_an_aid_can_be_filled_in_on_screen() -> None:
    with pikepdf.open(io.BytesIO(data("course.learner.fillable"))) as pdf:
        fields = {str(field.T): str(field.TU) for field in pdf.Root.AcroForm.Fields}
    for aid in book().aids:
        for field in aid.fields:
            titles = [title for name, title in fields.items() if name.startswith(f"{aid.id}:{field.id}")]
            assert titles
            assert all(aid.title in title for title in titles)


@pytest.mark.parametrize("name", ["tea.learner", "letter/tea.learner.large"])
def test_lines_down_to_the_foot_of_a_page_never_take_another(name: str) -> None:
    page: Any = lxml_html.document_fromstring(learner_page(book(name)))
    filled = lxml_html.tostring(page, encoding="unicode")
    blocks = page.xpath("//div[@class='rest']")
    for block in blocks:
        block.drop_tree()
    bare = lxml_html.tostring(page, encoding="unicode")
    assert len(blocks) >= 3
    assert len(laid_out(filled, forms=False).pages) == len(laid_out(bare, forms=False).pages)


def test_where_a_lesson_ends_early_there_are_lines_for_notes() -> None:
    before = "\n".join(pages(data("tea.learner")))
    assert before.count("Notes") >= len(book("tea.learner").chapters[0].lessons)


def test_activities_that_don_t_fit_below_each_other_begin_pages() -> None:
    one = Session("a", 1, "A", 10, "", "", (), None, None, ("Why?",) * 3)
    assert page_starts(Format(A4), (one, one, one)) == {1, 2}
    assert page_starts(Format(A4), (replace(one, questions=()),) * 2) == frozenset()
    long = replace(one, questions=("Why?",) * 9)
    assert runs_on(Format(A4), long)
    assert not runs_on(Format(A4), one)
    assert page_starts(Format(A4), (long, one)) == {1}
    assert page_starts(Format(A4), (Words("prose", "?"), one, one)) == {1, 2}
    assert page_starts(Format(A4), (Words("prose", "?"), *(replace(one, questions=()),) * 2)) == frozenset()
    assert page_starts(Format(A4, "large"), (one, one)) == frozenset()


def test_what_is_kept_together_over_half_a_page_begins_one() -> None:
    item = LearnerItem("a", 1, "A", "Tick", "Which?", Tick(("One way to say it.",) * 4, why=True))
    assert not begins_page(Format(A4), item)
    assert begins_page(Format(A4), replace(item, space=Tick(("One way to say it. " * 9,) * 9)))
    assert begins_page(Format(A4, "large"), Questions((replace(item, stem="What comes first here? " * 9),)))
    assert not begins_page(Format(A4), Words("prose", "?" * 9999))
    one = Session("a", 1, "A", 10, "", "", (), None, None, ("Why?",) * 9)
    assert not begins_page(Format(A4), one)
    assert begins_page(Format(A4), replace(one, watch=Watch((("P", "Ask."),) * 4, ("Who?",) * 4)))


def test_notes_below_can_be_typed_in_and_each_has_its_own_name() -> None:
    with pikepdf.open(io.BytesIO(data("course.learner.fillable"))) as pdf:
        names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
    assert sum(":rest:" in name for name in names) >= len(book().chapters)
    assert len(names) == len(set(names))
