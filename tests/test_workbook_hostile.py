"""What an unlucky author may ask of a page: laid out sensibly and never cut off, or refused at its place."""

from __future__ import annotations

import io
import json
import re
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
from printed_books import pages, poppler, whole
from printed_leaves import leaves
from tiny_course import EPOCH, NO_DATES

from builder.assembly import assemble
from builder.build.front import compile_course
from builder.edition import make_edition
from builder.source import load_course
from builder.writers.workbooks import artefacts
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import learner_page
from builder.writers.workbooks.printing.fitting import Room, fitting

if TYPE_CHECKING:
    from collections.abc import Callable

    from builder.writers.artefact import Artefact, Written

LONG = "Donau" + "dampfschifffahrt" * 12 + "s"
COLUMNS = [f"Column{n}" for n in range(1, 21)]
LIST = [f"Step {n} of a list that goes on and on" for n in range(1, 151)]
WIDE = "Zuständigkeitsbereich"
EIGHT = f"""
| {" | ".join(f"{WIDE}{n}" for n in range(1, 9))} |
|{"---|" * 8}
| {" | ".join(f"Verantwortungen{n}" for n in range(1, 9))} |

| {" | ".join("Gebrauchsgrafikerausbildungen" for n in range(1, 4))} |
|{"---|" * 3}
| one | two | three |
"""
"""Few columns, but of long words."""
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

{EIGHT}

{chr(10).join(f"1. {said}" for said in LIST)}

/// situation
{LONG}
///
"""
BESIDE = f"""
{LONG}

| {" | ".join(COLUMNS)} |
|{"---|" * 20}
| {" | ".join(f"cell{n}" for n in range(1, 21))} |

| One | {LONG} |
|-----|-----|
| {LONG} | two |
{EIGHT}"""
"""What stands in texts that lessons don't hold."""

PLACES = (
    ("course/kit/guide.yml", "new_trainer: Brew a pot yourself **before** you teach it. Then read the activities."),
    ("course/kit/guide.yml", "remote: Each person brings a cup. Groups of three meet in rooms of their own."),
    ("course/kit/guide.yml", "if_late: Keep what must stay. Leave out the second round."),
    ("course/kit/managers.yml", "text: Ask what they hope for. Say whom **you** will brew for."),
    ("course/kit/aids.yml", 'text: "Climb **one** rung at a time."'),
    ("modules/tea/activities.yml", "purpose: Try to ask before you pour."),
    ("modules/tea/activities.yml", "brief: You like green tea. Say so **only when asked**."),
    ("modules/tea/activities.yml", 'text: "Play the round, then swap the roles."'),
    ("modules/tea/activities.yml", "remote: Each person brings a cup to the camera."),
    ("modules/tea/activities.yml", "access: Roles can be played sitting."),
    ("quizzes/banks/tea.yml", "stem: Why warm the pot?"),
    ("quizzes/banks/tea.yml", "title: The first step"),
    ("quizzes/banks/tea.yml", "stem: Which take **less** than 5 minutes? Choose two."),
    ("quizzes/banks/tea.yml", "stem: How hot is boiling water by the sea?"),
    ("quizzes/banks/tea.yml", "rationale: A cold pot takes it."),
    ("quizzes/banks/tea.yml", "rationale: Heat first, leaves last."),
)
"""Where it is put."""

LEARNERS = ("a4/tea.learner", "a4/tea.learner.large", "a4/tea.learner.fillable")
ONCE = ("letter/tea.learner", "a4/tea.learner.screen")
OTHERS = {
    "workbooks/a4/tea.guide": 25,
    "workbooks/a4/tea.key": 18,
    "workbooks/a4/managers-kit": 20,
    "workbooks/a4/job-aids": 18,
    "workbooks/a4/job-aids.four": 14,
    "workbooks/a4/tea.test-a": 20,
    "workbooks/a4/tea.test-key": 20,
    "refreshers/2027-03/sheet.a4": 15,
    "refreshers/2027-03/key.a4": 15,
}
"""The books beside the learner's, each with its narrowest margin in millimetres."""

ROOM = Room(8, 150, 3)
MARGIN, AID = 22, 18
"""The margins of a learner's page and of a job aid that is bound in, in millimetres."""

EDGE = 4.5
"""Millimetres that printers leave white."""


@cache
def made(tmp: Path) -> dict[str, Artefact]:
    loaded = load_course(tmp)
    assert loaded.course is not None, loaded.findings
    edition, findings = make_edition(loaded.course, "harbour", "en", loaded.pictures, NO_DATES, EPOCH)
    assert findings == ()
    plan, _ = assemble(edition, {})
    return {one.name: one for one in artefacts(whole(edition), plan)} | leaves(edition, plan)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Artefact]:
    root = copy_sources(TINY, tmp_path_factory.mktemp("hostile"))
    picture = io.BytesIO()
    Image.new("RGB", (4000, 60), "#335577").save(picture, "PNG")
    (root / "modules/tea/wide.png").write_bytes(picture.getvalue())
    lesson = root / "modules/tea/boil-and-brew.md"
    text = lesson.read_text()
    lesson.write_text(text.replace("/// worksheet | sheet-my-round", HOSTILE + "\n/// worksheet | sheet-my-round"))
    module = root / "modules/tea/module.yml"
    module.write_text(re.sub(r"^title: .*$", f"title: Tea for {LONG}", module.read_text(), flags=re.MULTILINE))
    for file, said in PLACES:
        text = (root / file).read_text()
        assert said in text, said
        (root / file).write_text(text.replace(said, said.partition(": ")[0] + ": " + json.dumps(BESIDE)))
    bank = root / "quizzes/banks/tea.yml"
    bank.write_text(bank.read_text().replace("text: Boil the water", f"text: Boil {LONG}"))
    sheets = root / "modules/tea/activities.yml"
    sheets.write_text(sheets.read_text().replace("Who drinks tea with you?", f"Who drinks {LONG}?"))
    return made(root)


@pytest.fixture(scope="module")
def printed(hostile: dict[str, Artefact]) -> Callable[[str], bytes]:
    @cache
    def written(name: str) -> Written:
        artefact = hostile[name]
        return artefact.write(artefact.reads, {need: written(need).labels for need in artefact.needs})

    def pdf(name: str) -> bytes:
        (one,) = written(name).files.values()
        return one

    return pdf


def leaving(pdf: bytes, margin: float, aid: float) -> list[str]:
    """The words that stand in the margins; a page that begins with "Job aid" has those of an ``aid``."""
    boxes = poppler("pdftotext", "-bbox", pdf=pdf, last="-").replace(' xmlns="', ' was="', 1)
    found = []
    for number, page in enumerate(ET.fromstring(boxes).iter("page"), start=1):  # noqa: S314 - poppler's own
        is_aid = [word.text for word in page.iter("word")][:2] == ["Job", "aid"]
        side, above = (aid if is_aid else margin) / 25.4 * 72 - 1, EDGE / 25.4 * 72
        for word in page.iter("word"):
            left, top, right, bottom = (float(word.get(name, "")) for name in ("xMin", "yMin", "xMax", "yMax"))
            width, height = float(page.get("width", "")), float(page.get("height", ""))
            if left < side or right > width - side or top < above or bottom > height - above:
                found.append(f"page {number}: {word.text} at {left:.0f}, {top:.0f} to {right:.0f}, {bottom:.0f}")
    return found


@pytest.mark.parametrize("name", [*LEARNERS, *ONCE])
def test_no_word_and_no_picture_leaves_its_column(name: str, printed: Callable[[str], bytes]) -> None:
    pdf = printed(f"workbooks/{name}")
    assert leaving(pdf, MARGIN, AID) == []
    assert "Hostile" in poppler("pdftohtml", "-xml", "-stdout", "-zoom", "1", "-i", pdf=pdf)


@pytest.mark.parametrize("name", OTHERS)
def test_no_word_leaves_the_other_books(name: str, printed: Callable[[str], bytes]) -> None:
    assert leaving(printed(name), OTHERS[name], OTHERS[name]) == []
    assert LONG in re.sub(r"\W", "", poppler("pdftotext", "-raw", pdf=printed(name), last="-"))
    assert faults(printed(name)) == []


@pytest.mark.parametrize("name", LEARNERS)
def test_everything_is_there(name: str, printed: Callable[[str], bytes]) -> None:
    pdf = printed(f"workbooks/{name}")
    text = "".join("\n".join(pages(pdf)).split())
    for said in (*LIST, *(f"cell{n}" for n in range(1, 21)), *COLUMNS):
        assert "".join(said.split()) in text, said
    assert re.sub(r"\W", "", text).count(LONG) >= 2
    assert faults(pdf) == []


def test_a_wide_picture_is_as_wide_as_the_column(printed: Callable[[str], bytes]) -> None:
    with pikepdf.open(io.BytesIO(printed("workbooks/a4/tea.learner"))) as pdf:
        (figure,) = [one for one in elements(pdf) if one.S == "/Figure" and "road" in str(one.get("/Alt", ""))]
        left, _, right, _ = (float(side) for side in figure.A.BBox)
    width = 210 - 25 - 36
    assert (right - left) / 96 * 25.4 == pytest.approx(width, abs=0.5), "WeasyPrint measures in CSS pixels"


def test_a_long_list_goes_over_pages_line_by_line(printed: Callable[[str], bytes]) -> None:
    text = pages(printed("workbooks/a4/tea.learner"))
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

    assert fitting(table(8), ROOM) == table(8)
    told = fitting(table(9), ROOM)
    assert "<table>" not in told
    assert told.startswith('<div class="record"><p class="record-head">c0</p>')
    assert [f"h{n}:</span> c{n}" in told for n in range(1, 9)] == [True] * 8


def test_only_words_too_long_for_a_line_get_places_to_break() -> None:
    address = '<a href="https://example.org/' + "x" * 60 + '">here</a>'
    assert fitting(address, ROOM) == address
    assert fitting("y" * 30, ROOM) == "y" * 30
    assert fitting("y" * 40, ROOM) == f"{'y' * 16}<wbr>{'y' * 16}<wbr>{'y' * 8}"


def test_tables_to_fill_in_fit_in_every_variant() -> None:
    root = TINY
    for name, artefact in made(root).items():
        if ".learner" in name:
            assert isinstance(artefact.reads, LearnerBook)
            page: Any = lxml_html.document_fromstring(learner_page(artefact.reads))
            most = max(len(head) for head in page.xpath("//table[contains(@class, 'fill-in')]/thead/tr"))
            assert most <= artefact.reads.format.tables.columns, name


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
