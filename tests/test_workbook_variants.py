"""One workbook in its variants: the same numbers everywhere, each with page references that are right in itself."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

import pikepdf
import pytest
from lxml import html as lxml_html
from pdf_checks import elements, faults, page_labels
from PIL import Image
from printed_books import books, data, pages, poppler, poppler_bytes, printed, sizes_of_type
from tiny_course import edition

from builder.model.course import VARIANTS
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import learner_page
from builder.writers.workbooks.printing.engine import print_pdf
from builder.writers.workbooks.printing.paper import A4, Format

SCOPES = ("course", "tea", "cups")
ALL = tuple(
    f"{paper}{scope}.learner{variant}"
    for paper, scope, variant in product(("", "letter/"), SCOPES, ("", ".screen", ".fillable", ".large"))
)
PRINTED = ("course.learner", "course.learner.large", "course.learner.fillable", "letter/tea.learner.screen")
ENTRY = re.compile(r"^\s*(?P<title>\S.*?)\s+(?:\.\s*){3,}(?P<label>\S+)$", re.MULTILINE)
MODULES = {"1": "Tea for a team", "2": "Clean cups"}


@cache
def book(name: str) -> LearnerBook:
    reads = books(edition())[name].reads
    assert isinstance(reads, LearnerBook)
    return reads


@cache
def page(name: str) -> Any:
    return lxml_html.document_fromstring(learner_page(book(name)))


def words(found: Any) -> str:
    return " ".join(found.text_content().split())


def test_every_variant_on_every_paper() -> None:
    assert {name for name in books(edition()) if ".learner" in name} == set(ALL)


@pytest.mark.parametrize("scope", SCOPES)
def test_numbers_are_the_same_in_all_variants(scope: str) -> None:
    def numbers(name: str) -> list[tuple[str, str]]:
        tags = page(name).xpath("//span[@class='tag']")
        return [(tag.getparent().getparent().get("id"), words(tag)) for tag in tags]

    first = numbers(f"{scope}.learner")
    assert len({anchor for anchor, _ in first}) == len(first) >= 2
    for name in ALL:
        if f"{scope}.learner" in name:
            assert numbers(name) == first, name


@pytest.mark.parametrize("name", PRINTED)
def test_contents_and_feet_say_the_labels(name: str) -> None:
    text, labels = pages(data(name)), page_labels(data(name))
    for words_, label in zip(text, labels, strict=True):
        if label:
            assert label in words_.rstrip().splitlines()[-1].split()
    entries = ENTRY.findall(text[labels.index("i")] + text[labels.index("ii")])
    assert len(entries) >= 12
    for title, label in entries:
        said = re.sub(r"^([\d.]+|(Worksheet|Case|Together) \d+|Job aid) +", "", title)
        assert " ".join(said.split()) in " ".join(text[labels.index(label)].split()), (title, label)


@pytest.mark.parametrize("name", PRINTED)
def test_every_reference_names_the_page_it_leads_to(name: str) -> None:
    labels = printed(name).labels
    meant = Counter(labels[link.get("href")[1:]] for link in page(name).xpath("//a[@class='page']"))
    text = " ".join("\n".join(pages(data(name))).split())
    assert Counter(re.findall(r"\(page ([\w-]+)\)", text)) == meant
    assert len(meant) >= 2


@pytest.mark.parametrize("name", PRINTED)
def test_tagged(name: str) -> None:
    assert faults(data(name)) == []


@pytest.mark.parametrize("name", ["course.learner", "course.learner.large"])
def test_what_is_bound_has_its_modules_and_plans_on_right_pages(name: str) -> None:
    text, labels = pages(data(name)), page_labels(data(name))
    for number, title in MODULES.items():
        at = labels.index(f"{number}-1")
        assert at % 2 == 0, "the first page is a right one"
        assert f"Module {number}" in text[at]
        assert title in text[at]
    plans = [at for at, found in enumerate(text) if "Tear off here" in found]
    assert len(plans) == len(MODULES)
    assert all(at % 2 == 0 for at in plans), "its back holds only notes"
    assert all(text[at + 1].split()[-4:] and "Notes" in text[at + 1] for at in plans)


@pytest.mark.parametrize("name", ["course.guide", "course.key", "tea.guide", "letter/cups.key", "course.learner.large"])
def test_odd_numbers_are_on_right_pages_in_what_is_bound(name: str) -> None:
    """The first page of the file is a right one."""
    numbered = [(at, re.fullmatch(r"\w+-(\d+)", label)) for at, label in enumerate(page_labels(data(name)), start=1)]
    assert [at % 2 for at, number in numbered if number] == [int(number[1]) % 2 for _, number in numbered if number]
    assert sum(number is not None for _, number in numbered) > 1


def test_a_page_left_blank_is_for_notes_and_is_not_counted_as_a_module() -> None:
    found = []
    for name in ("course.learner", "course.learner.large", "tea.learner", "cups.learner"):
        text, labels = pages(data(name)), page_labels(data(name))
        begins = [said.split()[:2] for said in text]
        blank = [at for at, one in enumerate(begins) if one[:1] == ["Notes"] != one[1:] and len(text[at].split()) < 8]
        for at in blank:
            assert at % 2 == 1
            assert labels[at] not in {"1-1", "2-1"}
        found += blank
        heads = [labels.index(f"{number}-1") for number in MODULES if f"{number}-1" in labels]
        assert all("Module" in text[at] for at in heads)
    assert found


@pytest.mark.parametrize("name", ["course.learner.fillable", "letter/tea.learner.screen"])
def test_what_is_read_on_screen_has_nothing_to_tear_off_and_no_blank_page(name: str) -> None:
    text = pages(data(name))
    assert "Tear off" not in "\n".join(text)
    assert all(len(found.split()) > 4 for found in text[1:])


def test_screen_has_live_links() -> None:
    with pikepdf.open(io.BytesIO(data("letter/tea.learner.screen"))) as pdf:
        links = [link for one in pdf.pages for link in one.obj.get("/Annots", [])]
        assert sum("/Dest" in link for link in links) > 15
        assert any("/A" in link for link in links)


@pytest.mark.parametrize("name", ALL)
def test_what_the_kit_says_is_in_every_book(name: str) -> None:
    text = words(page(name).find("body"))
    assert "Read with a cup beside you." in text
    assert text.count("Why do I want to brew better tea?") == 1
    assert text.count("What did I find out about tea?") == 1
    front, end = (page(name).xpath(f"//*[@id='book.{part}']//tbody/tr/th") for part in ("before", "after"))
    assert [words(one) for one in front] == [words(one) for one in end] != []
    for module in ("tea", "cups"):
        own = page(name).xpath(f"//*[@id='own-{module}']")
        assert len(own) == (1 if f"{module}." in name or "course" in name else 0)
    assert len(page(name).xpath("//*[@id='book.notes' or @id='book.notes-2']")) == 2


@pytest.mark.parametrize(
    ("name", "shows"),
    [("course.learner", "what each is there for"), ("course.learner.large", "whom each meets outside")],
)
def test_the_organisation_is_drawn_and_said(name: str, shows: str) -> None:
    with pikepdf.open(io.BytesIO(data(name))) as pdf:
        alts = [str(one.Alt) for one in elements(pdf) if one.S == "/Figure"]
    assert sum("each with a number" in alt for alt in alts) == 1
    assert sum(shows in alt for alt in alts) == 1
    text = " ".join("\n".join(pages(data(name))).split())
    for department in edition().organisation.departments:
        assert department.purpose.plain in text


def test_large_print_is_large() -> None:
    used = sizes_of_type(data("course.learner.large"))
    assert used.most_common(1)[0][0] == 18
    feet = used.pop(12)
    assert feet > 0
    assert sum(count for size, count in used.items() if size < 16) < 0.05 * used.total(), "drawings alone"
    assert max(size for size, count in used.items() if count > 20) <= 36, "headings stay in proportion"


def test_large_print_has_large_letters_in_pictures() -> None:
    drawn = poppler("pdftohtml", "-xml", "-i", "-stdout", "-zoom", "1", pdf=data("course.learner.large"))
    sizes = dict(re.findall(r'<fontspec id="(\d+)" size="(\d+)"', drawn))
    kettles = re.findall(r'<text [^>]*font="(\d+)">100 °C</text>', drawn)
    assert len(kettles) == 2, "in a lesson and in a check"
    assert all(int(sizes[font]) >= 16 for font in kettles)


def test_what_is_left_empty_in_a_table_has_no_line_in_its_record() -> None:
    view = book("course.learner.large")
    parts = (("Stores", "keeps tools", "", "stores@harbour.example"), ("Gate", "", "sailors", ""))
    drawn: Any = lxml_html.document_fromstring(learner_page(replace(view, around=replace(view.around, parts=parts))))
    records = drawn.xpath("//section[@id='book.around']//div[@class='record']")
    assert [[words(line) for line in record] for record in records] == [
        ["Stores", "What it does: keeps tools", "Contact: stores@harbour.example"],
        ["Gate", "Meets outside: sailors"],
    ]


def test_large_print_is_not_hyphenated() -> None:
    assert "hyphens: auto" not in learner_page(book("course.learner.large")).replace("table.sort th", "")
    assert "hyphens: auto" in learner_page(book("course.learner"))


@pytest.mark.parametrize(
    ("organisation", "language", "said"),
    [("harbour", "en", ({"desar"}, {"under"})), ("hilltop", "es", ({"desa"}, {"unders", "understan"}))],
)
def test_words_break_as_their_language_breaks_them(
    organisation: str, language: str, said: tuple[set[str], set[str]]
) -> None:
    view = books(edition(organisation, language), organisation, language)["tea.learner"].reads
    assert isinstance(view, LearnerBook)
    start, _, _ = learner_page(view).partition("<body")
    assert (broken(start, "desarrollo"), broken(start, "understanding")) == said


def broken(start: str, word: str) -> set[str]:
    """What stands before a hyphen at the end of a line when ``word`` is set in columns of all widths."""
    columns = "".join(f'<div class="prose" style="width: {mm}mm"><p>{word}</p></div>¶' for mm in range(10, 30))
    pdf = print_pdf(f"{start}<body>{columns}</body></html>", {}, {}).data
    found = set()
    for said in "".join(pages(pdf)).split("¶"):
        lines = said.split()
        found |= {"".join(lines[: at + 1]).replace("-", "") for at, line in enumerate(lines) if line.endswith("-")}
    return found


@pytest.mark.parametrize("name", ["course.learner", "course.learner.large", "course.learner.fillable"])
def test_the_outer_edge_of_every_page_is_free(name: str) -> None:
    opening = {page_labels(data(name)).index(f"{number}-1") for number in MODULES}
    opening |= {at for at, said in enumerate(pages(data(name))) if said.split()[:2] == ["Job", "aid"]}
    for at, picture in enumerate(pictures(data(name))):
        if at and at not in opening:
            wide, high = picture.size
            edge = round(8 / 25.4 * DPI)
            inside = picture.copy()
            inside.paste(255, (edge, edge, wide - edge, high - edge))
            assert min(inside.tobytes()) > 200, (name, at + 1)


DPI = 40


def pictures(pdf: bytes) -> list[Image.Image]:
    raw = poppler_bytes("pdftoppm", "-gray", "-r", str(DPI), pdf=pdf)
    stream = io.BytesIO(raw)
    found: list[Image.Image] = []
    while stream.tell() < len(raw):
        start = stream.tell()
        kind, size, depth = (stream.readline() for _ in range(3))
        assert (kind, depth) == (b"P5\n", b"255\n")
        wide, high = map(int, size.split())
        stream.seek(wide * high, io.SEEK_CUR)
        found.append(Image.open(io.BytesIO(raw[start : stream.tell()])))
    return found


def test_a_format_names_its_files() -> None:
    assert [Format(A4, variant).file("x.learner") for variant in VARIANTS] == [
        "workbooks/a4/x.learner.pdf",
        "workbooks/a4/x.learner.screen.pdf",
        "workbooks/a4/x.learner.fillable.pdf",
        "workbooks/a4/x.learner.large.pdf",
    ]
    assert Format(A4, "large").file("x.learner", 2) == "workbooks/a4/x.learner.large.2.pdf"
