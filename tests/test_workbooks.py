"""Workbooks and answer keys: tagged, with pages that say what the contents say, and in our fonts alone."""

from __future__ import annotations

import io
import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from page_boxes import faults_in
from pdf_checks import elements, faults, page_labels
from printed_books import NAMES, books, data, pages, poppler, printed, watched
from tiny_course import edition

from builder.model.items import ITEM_TYPES, Cloze
from builder.writers.workbooks.printing.engine import laid_out
from builder.writers.workbooks.printing.paper import A4, Format

NARROW = {"course.learner": Format(A4).gutter, "course.guide": Format(A4).gutter, "course.key": 18}
"""The narrower margin in millimetres."""
AID = 18
"""That of a job aid that is bound in, in millimetres."""

OURS = {"Literata", "Atkinson-Hyperlegible-Next", "Noto-Sans-Math", "Noto-Sans-Symbols-2"}
ENTRY = re.compile(r"^\s*(?P<title>\S.*?)\s+(?:\.\s*){3,}(?P<label>\S+)$", re.MULTILINE)


def test_a_pair_of_books_for_the_course_and_each_module() -> None:
    made = books(edition())
    assert set(NAMES) <= set(made)
    for name in NAMES:
        artefact = made[name]
        assert artefact.needs == ((f"workbooks/a4/{name.replace('key', 'learner')}",) if "key" in name else ())
        assert "course/course.yml" in artefact.sources


@pytest.mark.parametrize("name", NAMES)
def test_tagged(name: str) -> None:
    assert faults(data(name)) == []


def test_the_checks_find_planted_faults() -> None:
    with pikepdf.open(io.BytesIO(data("cups.learner"))) as pdf:
        del pdf.Root.Lang
        pdf.pages[0].obj.Tabs = pikepdf.Name.R
        heading = next(element for element in elements(pdf) if element.S == "/H1")
        heading.S = pikepdf.Name.H4
        damaged = io.BytesIO()
        pdf.save(damaged)
    assert faults(damaged.getvalue()) == [
        "it has no language",
        "page 1: the tab order is not that of the structure",
        "a heading of level 4 follows one of level 0",
    ]


@pytest.mark.parametrize("name", ["course.learner", "tea.learner", "tea.key", "course.guide"])
def test_only_our_fonts_and_all_embedded(name: str) -> None:
    rows = [row.split() for row in poppler("pdffonts", pdf=data(name)).splitlines()[2:]]
    families = {re.sub(r"-(Bold|Italic|Bold-Italic)$", "", row[0].partition("+")[2].rstrip(",")) for row in rows}
    assert families <= OURS
    assert {"Literata", "Atkinson-Hyperlegible-Next"} <= families
    assert {row[-5] for row in rows} == {"yes"}


@pytest.mark.parametrize("name", ["course.learner", "tea.learner"])
def test_contents_labels_and_feet_agree(name: str) -> None:
    written, text, labels = printed(name), pages(data(name)), page_labels(data(name))
    assert labels[:2] == ["", "i"]
    for page, label in zip(text, labels, strict=True):
        if label:
            assert label in page.rstrip().splitlines()[-1].split(), "the foot of a page says its label"
    entries = ENTRY.findall(text[labels.index("i")])
    assert len(entries) >= 10
    for title, label in entries:
        words = re.sub(r"^([\d.]+|(Worksheet|Case|Together) \d+|Job aid) +", "", title)
        assert words in text[labels.index(label)], (title, label)
    assert set(written.labels.values()) <= set(labels)
    assert written.labels["tea"] == "1-1"


def test_a_module_has_the_same_labels_in_its_own_book() -> None:
    whole = printed("course.learner").labels
    for module, prefix in (("tea", "1-"), ("cups", "2-")):
        own = {thing: label for thing, label in printed(f"{module}.learner").labels.items() if label.startswith(prefix)}
        assert len(own) >= 5
        assert own == {thing: label for thing, label in whole.items() if label.startswith(prefix)}


def test_references_in_running_text_name_the_page() -> None:
    labels, text = printed("tea.learner").labels, "\n".join(pages(data("tea.learner")))
    assert f"Check 1 (page {labels['t-first-step']})" in text
    assert f"My tea round (page {labels['sheet-my-round']})" in text


def test_the_key_quotes_the_pages_of_the_learners_book() -> None:
    labels, text = printed("course.learner").labels, "\n".join(pages(data("course.key")))
    assert re.search(rf"^ *1 +The first step +A +{labels['t-first-step']}$", text, re.MULTILINE)
    assert re.search(rf"^ *1 +The first step\n(?:.*\n)?.*page {labels['t-first-step']}\b", text, re.MULTILINE)
    assert f"Read again page {labels['bb-water']}" in text
    assert "Objective Brew a pot of tea" in text
    assert "Fresh water holds more air." in text


def test_a_check_names_the_page_of_its_hints() -> None:
    labels, text = printed("tea.learner").labels, "\n".join(pages(data("tea.learner")))
    hints = {thing.removesuffix(".hint"): label for thing, label in labels.items() if thing.endswith(".hint")}
    assert hints
    for label in hints.values():
        assert f"Hint on page {label}" in text


def test_the_key_of_a_text_goes_gap_by_gap() -> None:
    text = " ".join("\n".join(pages(data("tea.key"))).split())
    item = edition().items["t-gaps"]
    assert isinstance(item, Cloze)
    places = [text.index(f"Gap {n} {gap.accepted[0].plain}") for n, gap in enumerate(item.gaps, start=1)]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["tea.learner", "tea.key", "course.learner", "course.key"])
def test_the_imprint_has_no_page_of_its_own(name: str) -> None:
    found = [page for page in pages(data(name)) if "SIL Open Font License" in page]
    assert [len(page.split()) > 45 for page in found] == [True]


def test_every_type_of_item_is_printed() -> None:
    practice = [item for item in edition().items.values() if item.pool == "practice"]
    assert {item.type for item in practice} == set(ITEM_TYPES)
    text = " ".join("\n".join(pages(data("course.learner"))).split())
    for item in practice:
        assert " ".join(item.stem.plain.split()[:6]) in text, item.id


@pytest.mark.parametrize("name", [*NAMES, "course.guide", "tea.learner.large", "managers-kit", "job-aids"])
def test_nothing_is_split_that_fits_and_no_heading_or_line_is_left_alone(name: str) -> None:
    assert watched(name)[0] == []


FILL = '<div style="height: {height}mm"></div>'
BROKEN = {
    FILL.format(height=80) + '<ul class="item"><li>One</li></ul><h2>A</h2><p>B</p>': [],
    FILL.format(height=80) + '<div class="item"><p style="height: 20mm">One</p><p>Two</p></div>': ["share div.item"],
    FILL.format(height=80) + '<div class="item"><p style="height: 90mm">One</p><p>Two</p></div>': [],
    FILL.format(height=80) + '<table><tr><td><p style="height: 15mm">One</p><p>Two</p></td></tr></table>': ["share tr"],
    FILL.format(height=80) + '<h2>Alone</h2><p style="break-before: page">One</p>': ["page 1 ends with h2"],
    FILL.format(height=80) + '<p class="instruction">Write.</p><div style="height: 9mm"></div>': [],
    FILL.format(height=90) + f"<p>{'word ' * 70}</p>": ["lines of p."],
}


@pytest.mark.parametrize("body", BROKEN)
def test_pages_that_break_badly_are_found(body: str) -> None:
    style = "@page { size: 100mm; margin: 0 } * { margin: 0 } body { font: 5mm/8mm serif; orphans: 1; widows: 1 }"
    html = f'<html lang="en"><head><title>.</title><style>{style}</style></head><body>{body}</body></html>'
    found = faults_in(laid_out(html, forms=False))
    assert [part in fault for part, fault in zip(BROKEN[body], found, strict=True)] == [True] * len(BROKEN[body]), found


@pytest.mark.parametrize("name", ["course.learner", "course.key", "course.guide"])
def test_no_word_runs_into_the_margins_or_over_another(name: str) -> None:
    page = ET.fromstring(poppler("pdftotext", "-bbox", pdf=data(name), last="-").replace(' xmlns="', ' was="', 1))  # noqa: S314 - poppler's own
    for number, found in enumerate(page.iter("page")):
        aid = [word.text for word in found.iter("word")][:2] == ["Job", "aid"]
        margin = (AID if aid else NARROW[name]) / 25.4 * 72
        boxes = [
            [float(word.get(side, "")) for side in ("xMin", "yMin", "xMax", "yMax")] for word in found.iter("word")
        ]
        for left, _, right, _ in boxes:
            assert left >= margin - 0.5, (number, left)
            assert right <= float(found.get("width", "")) - margin + 0.5, (number, right)
        for one, other in combinations(boxes, 2):
            wide = min(one[2], other[2]) - max(one[0], other[0])
            high = min(one[3], other[3]) - max(one[1], other[1])
            assert wide <= 1 or high <= 3, (number, one, other)


def test_what_paper_cannot_hold_is_reported() -> None:
    losses = printed("tea.learner").losses
    assert [(loss.thing, loss.place.file) for loss in losses] == [("t-gaps", "quizzes/banks/tea.yml")]


def test_another_organisation_and_language() -> None:
    pdf = data("cups.learner", "hilltop", "es")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "es"
    assert faults(pdf) == []
    assert pdf != data("cups.learner")
