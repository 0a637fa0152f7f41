"""What an unlucky author may ask of a page: laid out sensibly and never cut off, or refused at its place."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from course_at import TINY, copy_sources
from lxml import html as lxml_html
from pdf_checks import elements, faults
from PIL import Image
from printed_books import pages, poppler
from tiny_course import EPOCH, NO_DATES

from builder.assembly import assemble
from builder.build.front import compile_course
from builder.edition import make_edition
from builder.model.course import VARIANTS as ALL
from builder.source import load_course
from builder.writers.workbooks import artefacts
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import learner_page
from builder.writers.workbooks.printing.fitting import fitting

if TYPE_CHECKING:
    from builder.writers.artefact import Artefact

LONG = "Donau" + "dampfschifffahrt" * 12 + "s"
COLUMNS = [f"Column{n}" for n in range(1, 21)]
LIST = [f"Step {n} of a list that goes on and on" for n in range(1, 151)]
HOSTILE = f"""
## Hostile {{#bb-hostile}}

{LONG}

| {" | ".join(COLUMNS)} |
|{"---|" * 20}
| {" | ".join(f"cell{n}" for n in range(1, 21))} |
| {LONG} | {" | ".join("x" for _ in range(19))} |

![A line as wide as a road](wide.png)

| One | {LONG} |
|-----|-----|
| {LONG} | two |

{chr(10).join(f"1. {said}" for said in LIST)}

/// situation
{LONG}
///
"""
VARIANTS = ("", ".large", ".fillable")
MARGIN = 22 / 25.4 * 72
AID = 18 / 25.4 * 72
"""The margin of a job aid that is bound in, in points."""


@cache
def made(tmp: Path) -> dict[str, Artefact]:
    loaded = load_course(tmp)
    assert loaded.course is not None, loaded.findings
    edition, findings = make_edition(loaded.course, "harbour", "en", loaded.pictures, NO_DATES, EPOCH)
    assert findings == ()
    plan, _ = assemble(edition, {})
    settings = edition.course.settings.model_copy(update={"variants": ALL})
    whole = replace(edition, course=edition.course.model_copy(update={"settings": settings}))
    return {artefact.name: artefact for artefact in artefacts(whole, plan)}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Artefact]:
    root = copy_sources(TINY, tmp_path_factory.mktemp("hostile"))
    picture = io.BytesIO()
    Image.new("RGB", (4000, 60), "#335577").save(picture, "PNG")
    (root / "modules/tea/wide.png").write_bytes(picture.getvalue())
    lesson = root / "modules/tea/boil-and-brew.md"
    text = lesson.read_text()
    lesson.write_text(text.replace("/// worksheet | sheet-my-round", HOSTILE + "\n/// worksheet | sheet-my-round"))
    bank = root / "quizzes/banks/tea.yml"
    bank.write_text(bank.read_text().replace("text: Boil the water", f"text: Boil {LONG}"))
    module = root / "modules/tea/module.yml"
    module.write_text(re.sub(r"^title: .*$", f"title: Tea for {LONG}", module.read_text(), flags=re.MULTILINE))
    sheets = root / "modules/tea/activities.yml"
    sheets.write_text(sheets.read_text().replace("label: Who drinks tea with you?", f"label: Who drinks {LONG}?"))
    return made(root)


@pytest.fixture(scope="module")
def printed(hostile: dict[str, Artefact]) -> dict[str, bytes]:
    found = {}
    for variant in VARIANTS:
        artefact = hostile[f"workbooks/a4/tea.learner{variant}"]
        (found[variant],) = artefact.write(artefact.reads, {}).files.values()
    return found


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_word_and_no_picture_leaves_its_column(variant: str, printed: dict[str, bytes]) -> None:
    boxes = poppler("pdftotext", "-bbox", pdf=printed[variant], last="-").replace(' xmlns="', ' was="', 1)
    for number, found in enumerate(ET.fromstring(boxes).iter("page")):  # noqa: S314 - poppler's own
        margin = AID if [word.text for word in found.iter("word")][:2] == ["Job", "aid"] else MARGIN
        for word in found.iter("word"):
            left, right = float(word.get("xMin", "")), float(word.get("xMax", ""))
            assert left >= margin - 1, (number, word.text)
            assert right <= float(found.get("width", "")) - margin + 1, (number, word.text)
    drawn = poppler("pdftohtml", "-xml", "-stdout", "-zoom", "1", "-i", pdf=printed[variant])
    assert "Hostile" in drawn


@pytest.mark.parametrize("variant", VARIANTS)
def test_everything_is_there(variant: str, printed: dict[str, bytes]) -> None:
    text = "".join("\n".join(pages(printed[variant])).split())
    for said in (*LIST, *(f"cell{n}" for n in range(1, 21)), *COLUMNS):
        assert "".join(said.split()) in text, said
    assert re.sub(r"\W", "", text).count(LONG) >= 2
    assert faults(printed[variant]) == []


def test_a_wide_picture_is_as_wide_as_the_column(printed: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(printed[""])) as pdf:
        (figure,) = [one for one in elements(pdf) if one.S == "/Figure" and "road" in str(one.get("/Alt", ""))]
        left, _, right, _ = (float(side) for side in figure.A.BBox)
    width = 210 - 25 - 36
    assert (right - left) / 96 * 25.4 == pytest.approx(width, abs=0.5), "WeasyPrint measures in CSS pixels"


def test_a_long_list_goes_over_pages_line_by_line(printed: dict[str, bytes]) -> None:
    text = pages(printed[""])
    holding = [at for at, said in enumerate(text) if "of a list that goes on" in said]
    assert len(holding) >= 3
    assert holding == list(range(holding[0], holding[-1] + 1))
    for at in holding[1:-1]:
        assert len(text[at].strip().splitlines()) > 30, "no page of it is left half empty"


def test_tables_of_too_many_columns_are_told_row_by_row() -> None:
    def table(columns: int) -> str:
        row = "".join(f"<td>c{n}</td>" for n in range(columns))
        head = "".join(f"<th align='right'>h{n}</th>" for n in range(columns))
        return f"<table><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody></table>"

    assert fitting(table(8), 8) == table(8)
    told = fitting(table(9), 8)
    assert "<table>" not in told
    assert told.startswith('<div class="record"><p class="record-head">c0</p>')
    assert [f"h{n}:</span> c{n}" in told for n in range(1, 9)] == [True] * 8


def test_only_words_too_long_for_a_line_get_places_to_break() -> None:
    address = '<a href="https://example.org/' + "x" * 60 + '">here</a>'
    assert fitting(address, 8) == address
    assert fitting("y" * 30, 8) == "y" * 30
    assert fitting("y" * 40, 8) == f"{'y' * 16}<wbr>{'y' * 16}<wbr>{'y' * 8}"


def test_tables_to_fill_in_fit_in_every_variant() -> None:
    root = TINY
    for name, artefact in made(root).items():
        if ".learner" in name:
            assert isinstance(artefact.reads, LearnerBook)
            page: Any = lxml_html.document_fromstring(learner_page(artefact.reads))
            most = max(len(head) for head in page.xpath("//table[contains(@class, 'fill-in')]/thead/tr"))
            assert most <= artefact.reads.format.most_columns, name


# Refused, or told, where the author wrote it

CASES = {
    "japanese": ("modules/tea/boil-and-brew.md", "Tea has", "Tea \u8336 has", "unprintable-letter"),
    "emoji": ("modules/tea/boil-and-brew.md", "Tea has", "Tea \U0001f375 has", "unprintable-letter"),
    "script": ("modules/tea/kettle.svg", "</svg>", "<script>x()</script></svg>", "unsafe-picture"),
    "remote": ("modules/tea/kettle.svg", "</svg>", '<image href="https://x.example/a.png"/></svg>', "unsafe-picture"),
    "logo": ("course/organisations/harbour.yml", "logo: ", "logo: gone-", "missing-picture"),
    "brand": ("course/organisations/harbour.yml", '"#1f4e5f"', '"#ffff00"', "brand-contrast"),
}


@pytest.mark.parametrize("case", CASES)
def test_refused_or_told_at_its_place(case: str, tmp_path: Path) -> None:
    file, before, after, code = CASES[case]
    root = copy_sources(TINY, tmp_path)
    source = (root / file).read_text()
    (root / file).write_text(source.replace(before, after, 1))
    line = source[: source.index(before)].count("\n") + 1
    findings = compile_course(root).findings
    assert (code, file, line) in [(one.code, one.place.file, one.place.line) for one in findings], findings


def test_a_brand_without_contrast_is_read_all_the_same(tmp_path: Path) -> None:
    file, before, after, _ = CASES["brand"]
    root = copy_sources(TINY, tmp_path)
    (root / file).write_text((root / file).read_text().replace(before, after, 1))
    book = made(root)["workbooks/a4/tea.learner"].reads
    assert isinstance(book, LearnerBook)
    html = learner_page(book)
    assert "color: #ffff00" not in html
    assert "background: #ffff00" in html, "the cover, with black letters"
