"""Job aids: a page each and four to a sheet, from the organisation's data, nothing cut off."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from changed_keys import with_other_keys
from pdf_checks import faults
from printed_books import books, data, pages, poppler, short
from tiny_course import course, edition, edition_of

from builder.assembly import assemble
from builder.build.digest import digest
from builder.edition import make_edition
from builder.locale import catalogue
from builder.model.text import Prose
from builder.source import load_course
from builder.writers.workbooks import artefacts
from builder.writers.workbooks.aids.book import Aid, AidsBook
from builder.writers.workbooks.aids.fit import EDGE, cards, posters
from builder.writers.workbooks.aids.write import write_aids
from builder.writers.workbooks.printing.paper import A4
from builder.writers.workbooks.printing.render import TEMPLATES

POINT = 25.4 / 72
SMALLEST = 8.5


@dataclass(frozen=True)
class Word:
    """A word on a page and its box in millimetres."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


@cache
def words(pdf: bytes) -> tuple[Word, ...]:
    found = ET.fromstring(poppler("pdftotext", "-bbox", pdf=pdf, last="-").replace(' xmlns="', ' was="', 1))  # noqa: S314 - poppler's own
    return tuple(
        Word(number, word.text or "", *(float(word.get(s, "")) * POINT for s in ("xMin", "yMin", "xMax", "yMax")))
        for number, page in enumerate(found.iter("page"))
        for word in page.iter("word")
    )


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def text_of(page: str) -> str:
    return " ".join(page.split())


def book(name: str = "job-aids", organisation: str = "harbour", language: str = "en") -> AidsBook:
    reads = books(edition(organisation, language), organisation, language)[name].reads
    assert isinstance(reads, AidsBook)
    return reads


def longer(aid: Aid, times: int) -> Aid:
    return replace(aid, text="".join(f"<p>{n} Pour slowly, and ask whether they like milk.</p>" for n in range(times)))


@pytest.mark.parametrize("name", ["job-aids", "job-aids.four", "letter/job-aids", "letter/job-aids.four"])
def test_tagged(name: str) -> None:
    assert faults(data(name)) == []


@pytest.mark.parametrize("name", ["job-aids", "letter/job-aids"])
@pytest.mark.parametrize(("organisation", "language"), [("harbour", "en"), ("hilltop", "es")])
def test_a_page_each_with_what_the_organisation_says(name: str, organisation: str, language: str) -> None:
    made, text = edition(organisation, language), pages(data(name, organisation, language))
    own, duration = made.organisation, catalogue(language).duration
    assert len(text) == len(made.course.kit.aids)
    said = dict(zip((aid.shows or aid.id for aid in made.course.kit.aids), map(text_of, text), strict=True))
    for aid, page in zip(made.course.kit.aids, said.values(), strict=True):
        for part in (aid.title, aid.use, own.name, own.help_desk, made.course.settings.title):
            assert part.plain in page, (aid.id, part.plain)
        assert [made.practices[practice].rule.plain in page for practice in aid.practices] == [True] * len(
            aid.practices
        )
    for standard in own.standards:
        assert standard.name.plain in said["promises"]
        for promise in (standard.acknowledge, standard.update, standard.resolve):
            assert duration(promise).split()[0] in said["promises"]
    for step in own.escalation:
        assert {part in said["escalation"] for part in (step.role.plain, duration(step.after), step.contact.plain)} == {
            True
        }
    for point in own.calendar:
        assert {part.plain in said["calendar"] for part in (point.rhythm, point.name, point.purpose, point.who)} == {
            True
        }
    for swap in own.swaps:
        assert {part in said["swaps"] for part in (duration(swap.length), *(line.plain for line in swap.look_for))} == {
            True
        }


def test_the_first_rung_is_read_first_and_stands_lowest() -> None:
    first, second = (step.contact.plain for step in edition().organisation.escalation)
    found = {word.text: word for word in words(data("job-aids"))}
    assert found[first].top > found[second].bottom
    read = poppler("pdftotext", "-raw", pdf=data("job-aids"), last="-")
    assert read.index(first) < read.index(second)


def places(name: str) -> Iterator[tuple[Word, tuple[bool, bool, bool, bool]]]:
    """Each word of a sheet of quarters, and whether it lies within the left, right, upper and lower ones."""
    wide, high = (215.9, 279.4) if name.startswith("letter") else (A4.width, A4.height)
    for word in words(data(name)):
        left, right = word.left >= EDGE and word.right <= wide / 2, wide / 2 <= word.left and word.right <= wide - EDGE
        upper, lower = word.top >= EDGE and word.bottom <= high / 2, high / 2 <= word.top and word.bottom <= high - EDGE
        yield word, (left, right, upper, lower)


@pytest.mark.parametrize("name", ["job-aids.four", "letter/job-aids.four"])
def test_four_to_a_sheet_each_within_its_quarter(name: str) -> None:
    aids = edition().course.kit.aids
    assert len(pages(data(name))) == -(-len(aids) // 4)
    for word, (left, right, upper, lower) in places(name):
        assert left != right, word
        assert upper != lower, word
    corners = {
        (word.page, right, lower)
        for word, (_, right, _, lower) in places(name)
        if word.text == aids[0].title.plain.split()[0]
    }
    assert (0, False, False) in corners


@pytest.mark.parametrize("name", ["job-aids.four", "job-aids"])
def test_no_type_too_small_to_read(name: str) -> None:
    drawn = poppler("pdftohtml", "-xml", "-stdout", "-i", "-zoom", "3", pdf=data(name))
    sizes = {int(size) for size in re.findall(r'<fontspec [^>]*size="(\d+)"', drawn)}
    assert len(sizes) > 2
    assert min(sizes) >= int(SMALLEST * 3)


def test_a_card_says_its_own_shorter_text() -> None:
    page, four = book(), book("job-aids.four")
    brew = replace(page.aids[-1], card_text="<p>Ask, and pour.</p>")
    (whole,) = write_aids(replace(page, aids=(brew,)), {}).files.values()
    (card,) = write_aids(replace(four, aids=(brew,)), {}).files.values()
    assert [text in text_of(pages(whole)[0]) for text in ("Boil.", "Ask, and pour.")] == [True, False]
    assert [text in text_of(pages(card)[0]) for text in ("Boil.", "Ask, and pour.")] == [False, True]
    assert "Boil." in text_of(" ".join(pages(data("job-aids.four"))))


@pytest.mark.parametrize("name", ["job-aids.four", "letter/job-aids.four"])
@pytest.mark.parametrize("organisation", ["larkfield", "norrby"])
def test_all_aids_of_the_course_are_quarters(organisation: str, name: str) -> None:
    loaded = load_course(Path(__file__).parent.parent)
    assert loaded.course is not None
    made, _ = make_edition(loaded.course, organisation, "en", loaded.pictures)
    reads = next(one.reads for one in artefacts(made, assemble(made, {})[0]) if short(one.name) == name)
    assert isinstance(reads, AidsBook)
    placed = [one for sheet in cards(reads) for row in sheet for one in row]
    assert [one.aid.id for one in placed if one.shape != "card"] == []
    assert len(placed) == len(reads.aids) >= 9
    assert min(one.fit.size for one in placed) >= SMALLEST


def test_an_aid_too_long_for_a_card_takes_half_a_sheet_and_then_a_page() -> None:
    four = book("job-aids.four")
    brew = four.aids[-1]
    for times, shape in ((3, "card"), (22, "half"), (90, "poster")):
        (aid,) = (one for rows in cards(replace(four, aids=(longer(brew, times),))) for row in rows for one in row)
        assert (times, aid.shape, aid.fit.whole) == (times, shape, times < 90)


def test_halves_and_quarters_share_a_sheet() -> None:
    four = book("job-aids.four")
    one, two, three, *_, brew = four.aids
    sheets = cards(replace(four, aids=(one, longer(brew, 22), two, three)))
    rows = [[placed.aid.id for placed in row] for sheet in sheets for row in sheet]
    assert rows == [[one.id, two.id], [brew.id], [three.id]]
    assert [len(sheet) for sheet in sheets] == [2, 1]


@pytest.mark.parametrize(("name", "times"), [("job-aids", 150), ("job-aids.four", 22), ("job-aids.four", 90)])
def test_nothing_of_a_long_aid_is_cut_off(name: str, times: int) -> None:
    made = book(name)
    long = replace(made, aids=(longer(made.aids[-1], times),))
    (pdf,) = write_aids(long, {}).files.values()
    assert faults(pdf) == []
    assert text_of(" ".join(pages(pdf))).count("whether they like milk.") == times
    for word in words(pdf):
        assert 5 <= word.left <= word.right <= A4.width - 5, word
        assert 5 <= word.top <= word.bottom <= A4.height - 5, word
    lowest = max(word.bottom for word in words(pdf) if word.text == "milk." and word.page == 0)
    assert not posters(long)[0].fit.whole or lowest < min(w.top for w in words(pdf) if w.text == "turn")


def test_an_organisation_without_swaps_has_an_aid_without_them() -> None:
    own = edition().organisation.model_copy(update={"swaps": (), "escalation": (), "calendar": ()})
    made = replace(edition(), organisation=own)
    reads = books(made)["job-aids"].reads
    assert isinstance(reads, AidsBook)
    assert {aid.shown is None for aid in reads.aids[1:]} == {True}
    (pdf,) = write_aids(reads, {}).files.values()
    assert len(pages(pdf)) == len(reads.aids)


def test_a_course_without_aids_has_no_book_of_them() -> None:
    course = edition().course
    bare = course.model_copy(update={"kit": course.kit.model_copy(update={"aids": (), "managers": None})})
    names = set(books(replace(edition(), course=bare)))
    assert not {name for name in names if "aids" in name or "managers" in name}
    assert "course.learner" in names


@pytest.mark.parametrize("folder", ["aids", "managers"])
def test_templates_type_no_words(folder: str) -> None:
    files = sorted(Path(TEMPLATES / folder).glob("*.html"))
    assert files
    for file in files:
        text = re.sub(
            r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<style>.*?</style>", "", file.read_text("utf-8"), flags=re.DOTALL
        )
        assert not re.search(r"[A-Za-z]", re.sub(r"<[^>]*>", "", text)), file.name


def test_no_aid_and_no_page_for_managers_depends_on_a_key() -> None:
    before, after = books(edition()), books(edition_of(with_other_keys(course())))
    names = [name for name in before if "job-aids" in name or "managers-kit" in name]
    assert len(names) == 16
    assert [name for name in names if digest(before[name].reads) != digest(after[name].reads)] == []


@pytest.mark.parametrize("name", ["job-aids", "managers-kit"])
def test_what_is_to_be_written_on_paper_can_be_typed_on_screen(name: str) -> None:
    with pikepdf.open(io.BytesIO(data(f"{name}.fillable"))) as pdf:
        fields = {str(field.T): str(field.TU) for field in pdf.Root.AcroForm.Fields}
    kit = edition().course.kit
    assert kit.managers is not None
    things = kit.aids if name == "job-aids" else kit.managers.pages
    for thing in things:
        for one in thing.fields:
            own = {title for field, title in fields.items() if field.startswith(f"{thing.id}:{one.id}")}
            assert own, one.id
            assert {thing.title.plain in title and one.label.plain in title for title in own} == {True}
    assert faults(data(f"{name}.fillable")) == []
    assert len(pages(data(f"{name}.fillable"))) == len(pages(data(name)))


def test_links_of_an_aid_lead_nowhere_else() -> None:
    made = book()
    linked = replace(made.aids[-1], text=str(Prose("x", html='<p>See <a href="thing:tea">tea</a>.</p>').html))
    (pdf,) = write_aids(replace(made, aids=(linked,)), {}).files.values()
    assert "See tea." in text_of(pages(pdf)[0])
    assert faults(pdf) == []
