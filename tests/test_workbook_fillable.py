"""The fillable workbook: a real field for everything that print leaves room for, and programs fill them in."""

from __future__ import annotations

import io
from collections import Counter
from functools import cache
from typing import Any

import pikepdf
import pytest
from lxml import html as lxml_html
from pdf_checks import elements, faults
from printed_books import books, data
from pypdf import PdfReader, PdfWriter
from pypdf.constants import FieldDictionaryAttributes as Field
from tiny_course import edition

from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import learner_page

NAME = "course.learner.fillable"
_GROUP = 1 << 15
_LINES = 1 << 12


@cache
def reader() -> PdfReader:
    return PdfReader(io.BytesIO(data(NAME)))


@cache
def fields() -> dict[str, Any]:
    found = reader().get_fields()
    assert found is not None
    return found


@cache
def page(name: str) -> Any:
    reads = books(edition())[name].reads
    assert isinstance(reads, LearnerBook)
    return lxml_html.document_fromstring(learner_page(reads))


def count(name: str, *kinds: str) -> Counter[str]:
    """How many elements of each class the page has."""
    return Counter(
        {kind: len(page(name).xpath(f"//*[contains(concat(' ', @class, ' '), ' {kind} ')]")) for kind in kinds}
    )


def is_kept(name: str) -> bool:
    """Whether a field is more than notes at the foot of a page that had no room for them."""
    return ":rest:" not in name or name in fields()


def test_it_is_tagged_and_only_it_is_a_form() -> None:
    assert faults(data(NAME)) == []
    for name in ("course.learner", "course.learner.large", "letter/tea.learner.screen"):
        assert PdfReader(io.BytesIO(data(name))).get_fields() in (None, {})


def test_every_place_to_write_in_print_is_a_field() -> None:
    kinds = ("box", "dot", "letter-box", "gap", "short-line")
    assert count(NAME, *kinds) == count("course.learner", *kinds)
    assert min(count(NAME, *kinds).values()) > 0
    empty = page("course.learner").xpath("//table[contains(@class, 'fill-in')]//td[not(node()) and not(../@class)]")
    assert len(page(NAME).xpath("//td[@class='cell']/textarea")) == len(empty) > 5
    blocks = page("course.learner").xpath("//div[@class='lines']")
    assert len(page(NAME).xpath("//div[@class='lines']/textarea")) >= len(blocks) > 10


def test_names_are_one_each_and_of_one_piece() -> None:
    inputs = page(NAME).xpath("//textarea | //input[not(@type='radio')]")
    names = [one.get("name") for one in inputs] + sorted(
        {r.get("name") for r in page(NAME).xpath("//input[@type='radio']")}
    )
    assert len(names) == len(set(names))
    assert {name for name in names if is_kept(name)} == set(fields())
    assert all(name and "." not in name for name in names)


def test_titles_say_what_and_where() -> None:
    titles = {name: field.get("/TU", "") for name, field in fields().items()}
    assert all(title.strip() and title != name for name, title in titles.items())
    assert titles["t-minutes"] == "Module 1, Check 2: Write a number."
    assert (
        titles["sheet-my-round:plan:1:2"] == "Module 1, Worksheet 1, My tea round: Who gets what?: Your neighbour, Milk"
    )
    assert titles["own-tea:what"] == "Module 1, My own pot: What happened?"
    assert titles["tea/plan:when"] == "Module 1, My plan: When"
    several = {title: n for title, n in Counter(titles.values()).items() if n > 1}
    assert several == {}


def test_each_choice_of_a_group_says_which_it_is() -> None:
    with pikepdf.open(io.BytesIO(data(NAME))) as pdf:
        group = next(one for one in pdf.Root.AcroForm.Fields if str(one.T) == "t-first-step")
        assert str(group.TU) == "Module 1, Check 1: The first step"
        assert [str(kid.TU).rpartition(": ")[2] for kid in group.Kids] == [str(one) for one in group.Opt]
        assert int(group.Ff) == _GROUP, "one of them, and it can be taken back"
        kids = {kid.objgen for one in pdf.Root.AcroForm.Fields for kid in one.get("/Kids", [])}
        assert not kids & {one.objgen for one in pdf.Root.AcroForm.Fields}
        assert all("/T" not in kid for one in pdf.Root.AcroForm.Fields for kid in one.get("/Kids", []))


def test_blocks_of_lines_take_several_lines() -> None:
    texts = {name: field for name, field in fields().items() if field["/FT"] == "/Tx"}
    many = {one.get("name") for one in page(NAME).xpath("//textarea")}
    for name, field in texts.items():
        assert bool(int(field.get("/Ff", 0)) & _LINES) is (name in many), name
    assert "book/before:reason" in many


def test_a_program_fills_them_in_and_reads_them_again() -> None:
    writer = PdfWriter(clone_from=reader())
    values: dict[str, str] = {}
    for name, field in fields().items():
        if field["/FT"] == "/Tx":
            values[name] = f"für {name}\nsecond line" if int(field.get("/Ff", 0)) & _LINES else f"für {name}"
        else:
            values[name] = next(state for state in field["/_States_"] if state != "/Off")
    for one in writer.pages:
        writer.update_page_form_field_values(one, values, auto_regenerate=False)
    written = io.BytesIO()
    writer.write(written)
    found: Any = PdfReader(written).get_fields()
    assert {name: found[name].get(Field.V) for name in values} == values
    assert Counter(field["/FT"] for field in found.values()) == Counter(f["/FT"] for f in fields().values())


def test_the_order_of_tabs_is_the_order_of_reading() -> None:
    """Pages say that tabs follow the structure; in it, fields come as on the page."""
    with pikepdf.open(io.BytesIO(data(NAME))) as pdf:
        order = [
            str(kid.Obj.get("/T") or kid.Obj.Parent.T)
            for element in elements(pdf)
            if element.S == "/Form"
            for kid in element.K
        ]
        assert all(str(one.obj.Tabs) == "/S" for one in pdf.pages)
    wanted = [one.get("name") for one in page(NAME).xpath("//textarea | //input")]
    assert order == [name for name in wanted if is_kept(name)]


def test_fields_stay_on_the_page_and_apart() -> None:
    with pikepdf.open(io.BytesIO(data(NAME))) as pdf:
        for number, one in enumerate(pdf.pages, start=1):
            width, height = (float(side) for side in one.mediabox[2:])
            boxes = [
                sorted((float(r[0]), float(r[2]))) + sorted((float(r[1]), float(r[3])))
                for r in (a.Rect for a in one.obj.get("/Annots", []) if a.Subtype == "/Widget")
            ]
            for left, right, low, high in boxes:
                assert 50 < left < right < width - 50, number
                assert 50 < low < high < height - 50, number
            for at, a in enumerate(boxes):
                for b in boxes[at + 1 :]:
                    apart = a[1] <= b[0] + 0.1 or b[1] <= a[0] + 0.1 or a[3] <= b[2] + 0.1 or b[3] <= a[2] + 0.1
                    assert apart, (number, a, b)


@pytest.mark.parametrize("name", ["letter/course.learner.fillable", "cups.learner.fillable"])
def test_names_do_not_depend_on_paper_and_are_those_of_the_whole(name: str) -> None:
    def names(of: str) -> set[str]:
        return {one.get("name") for one in page(of).xpath("//textarea | //input")}

    assert names(name) <= names(NAME)
    assert (names(name) == names(NAME)) is ("course" in name)
