"""A book that is too thick for one volume: several, each complete in itself, with the page labels of the whole."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Any

import pikepdf
import pytest
from lxml import html as lxml_html
from page_references import flat, read, wrong_contents, wrong_feet
from pdf_checks import faults, page_labels
from printed_books import books, data, in_volumes, pages, printed, short
from tiny_course import edition

from builder.locale import catalogue
from builder.writers.artefact import Written
from builder.writers.workbooks.guide.book import GuideBook
from builder.writers.workbooks.guide.page import guide_page, volume_parts
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import learner_page
from builder.writers.workbooks.printing.engine import Layout, Numbering, Printed
from builder.writers.workbooks.printing.errors import BookError
from builder.writers.workbooks.printing.volume import MOST_PAGES, Volume
from builder.writers.workbooks.printing.volumes import print_volumes

MODULES = ("Tea for a team", "Clean cups")
THICK = {
    ("course.learner.large", 52): (("i", "1"), ("i", "2", "A")),
    ("course.guide", 22): (("G-1", "G-16"), ("G-17", "G-22")),
    ("course.guide", 14): (("G-1", "G-10"), ("G-11", "G-16"), ("G-17", "G-22")),
    ("course.guide.large", 28): (("G-1",), ("G-21",)),
    ("course.key", 7): (("K-1", "K-6"), ("K-7",)),
}
"""A book and the most pages of a volume of it, with labels or their beginnings that each volume has."""
each_thick = pytest.mark.parametrize(("name", "most"), THICK)


def texts(written: Written) -> list[list[str]]:
    return [[flat(page) for page in pages(pdf)] for pdf in written.files.values()]


def test_no_book_of_the_tiny_course_needs_volumes() -> None:
    made = [one.reads for one in books(edition()).values()]
    thick = [one for one in made if hasattr(one, "most_pages")]
    assert {one.most_pages for one in thick} == {MOST_PAGES} == {300}
    assert {type(one).__name__ for one in thick} == {"LearnerBook", "GuideBook", "KeyBook"}


@each_thick
def test_a_thick_book_comes_in_volumes_with_the_labels_of_the_whole(name: str, most: int) -> None:
    whole, made = printed(name), in_volumes(name, most)
    (file,) = whole.files
    count = len(THICK[name, most])
    assert list(made.files) == [file.replace(".pdf", f".{number}.pdf") for number in range(1, count + 1)]
    numbered = [label for label in page_labels(data(name)) if "-" in label]
    volumes = [page_labels(pdf) for pdf in made.files.values()]
    assert [label for labels in volumes for label in labels if "-" in label] == numbered
    for labels, (first, *_, last) in zip(volumes, ((*some, some[-1]) for some in THICK[name, most]), strict=True):
        assert any(label.startswith(first) for label in labels)
        assert labels[-1].startswith(last) or name.endswith("guide.large")
    assert {a: label for a, label in made.labels.items() if "-" in label} == {
        a: label for a, label in whole.labels.items() if "-" in label
    }
    assert set(made.labels) == set(whole.labels)
    assert list(wrong_feet(read(made))) == []


@each_thick
def test_each_volume_is_a_tagged_book_with_cover_title_and_bookmarks(name: str, most: int) -> None:
    made = in_volumes(name, most)
    marks: list[str] = []
    for number, (pdf, said) in enumerate(zip(made.files.values(), texts(made), strict=True), start=1):
        assert faults(pdf) == []
        wanted = f"Volume {number} of {len(made.files)}"
        assert wanted in said[0]
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            assert wanted in str(opened.docinfo.Title)
            with opened.open_outline() as outline:
                marks += [item.title for item in outline.root]
    with pikepdf.open(io.BytesIO(data(name))) as opened, opened.open_outline() as outline:
        in_front = {"Contents", "Answer key"}
        assert [mark for mark in marks if mark not in in_front] == [
            item.title for item in outline.root if item.title not in in_front
        ]


@each_thick
def test_the_first_volume_has_the_contents_of_all_and_each_those_of_its_own(name: str, most: int) -> None:
    made = in_volumes(name, most)
    assert list(wrong_contents(read(made), 2)) == []
    (whole,) = (contents(pdf) for pdf in printed(name).files.values())
    first, *others = (contents(pdf) for pdf in made.files.values())
    if "learner" not in name:
        assert first == whole
        assert list(chain(*others)) == whole[-len(list(chain(*others))) :]
    else:
        assert others[0][0][0].endswith(MODULES[1])
        assert any(title.endswith(MODULES[1]) and label == "2-1" for title, label in first)
    said = [flat("\n".join(volume[1:4])) for volume in texts(made)]
    for number in range(1, len(said) + 1):
        assert f"Volume {number} " in said[0]
        assert f"Volume {number} " in said[number - 1]


def contents(pdf: bytes) -> list[tuple[str, str]]:
    """The entries of the contents, each with its page."""
    entry = re.compile(r"^\s*(\S.*?)\s+(?:\.\s*){3,}(\S+)$", re.MULTILINE)
    return [found for page in pages(pdf)[:4] for found in entry.findall(page)]


@each_thick
def test_left_and_right_pages_are_those_of_the_whole(name: str, most: int) -> None:
    sides = {label: at % 2 for at, label in enumerate(page_labels(data(name))) if "-" in label}
    for pdf in in_volumes(name, most).files.values():
        labels = page_labels(pdf)
        assert {label: at % 2 for at, label in enumerate(labels) if "-" in label}.items() <= sides.items()


def test_a_reference_of_a_workbook_into_another_volume_names_it() -> None:
    made, view = in_volumes("course.learner.large", 52), books(edition())["course.learner.large"].reads
    assert isinstance(view, LearnerBook)
    first = " ".join(texts(made)[0])
    html: Any = lxml_html.document_fromstring(learner_page(view))
    links = html.xpath("//a[not(ancestor::section[@id='book.contents'])]/@href")
    assert any(link.startswith("#") and made.labels[link[1:]][0] in "2A" for link in links)
    said = re.findall(r"\(volume 2, page ([\w-]+)\)", first)
    assert said
    assert set(said) <= set(made.labels.values())


@pytest.mark.parametrize(("most", "place"), [(22, "vol. 2"), (14, "volume 2, page")])
def test_each_reference_of_a_guide_into_another_volume_names_it(most: int, place: str) -> None:
    made, view = in_volumes("course.guide", most), books(edition())["course.guide"].reads
    assert isinstance(view, GuideBook)
    held = [set(page_labels(pdf)) for pdf in made.files.values()]
    home = {a: number for a, label in made.labels.items() for number, own in enumerate(held, 1) if label in own}
    html: Any = lxml_html.document_fromstring(guide_page(view, printed(short(view.learner)).labels))
    meant: list[Counter[str]] = [Counter() for _ in held]
    for link in html.xpath("//a[@class='num' or @class='page']"):
        anchor = str(link.get("href"))[1:]
        part = next(one.get("id") for one in link.iterancestors("section") if one.get("id") in home)
        if home[part] != home[anchor]:
            short_form = f"vol. {home[anchor]}" if link.get("class") == "num" else f"volume {home[anchor]}, page"
            meant[home[part] - 1].update([short_form])
    said = [Counter(re.findall(r"vol\. \d|volume \d, page", " ".join(volume))) for volume in texts(made)]
    assert said == meant
    assert said[0][place] > 0


def test_links_into_another_volume_become_words_that_say_where() -> None:
    volume = Volume(1, 2, ("a",), elsewhere={"b": (2, "G-9"), "front": (2, "")})
    html = '<i id="a"></i><a class="num" href="#b">G-</a> <a href="#b" data-number="1">B</a> <a href="#front">F</a>'
    said = 'data-label="G-9" data-page="9" data-volume="t. 2" data-place="tomo 2, página G-9"'
    assert volume.apart(html, catalogue("es")) == (
        f'<i id="a"></i><span class="num away" {said}>G-</span> '
        f'<span class="away" data-number="1" {said}>B</span> <a href="#front">F</a>'
    )
    assert volume.apart('<b id="b"></b><a href="#b">B</a>', catalogue("en")) == '<b id="b"></b><a href="#b">B</a>'


def test_a_volume_is_printed_the_same_twice() -> None:
    artefact = books(edition())["course.key"]
    reads: Any = artefact.reads
    needed = {need: printed(short(need)).labels for need in artefact.needs}
    assert artefact.write(replace(reads, most_pages=7), needed) == in_volumes("course.key", 7)


def test_a_guide_can_be_split_before_every_part_that_it_has() -> None:
    view = books(edition())["course.guide"].reads
    assert isinstance(view, GuideBook)
    html: Any = lxml_html.document_fromstring(guide_page(view, {}))
    sections = html.xpath("//div[contains(@class, 'guide-refs')]/section/@id")
    assert [one for one in sections if one not in {"book.overview", "book.version"}] == list(volume_parts(view))


# Which parts go into which volume: of books that are counted alone


@dataclass(frozen=True)
class Counted(Layout):
    """Pages of a book without a document."""

    def printed(self) -> Printed:
        return self.of_pages()


def lay(sizes: dict[str, int], volume: Volume, *, wordy: bool = False, restless: bool = False) -> Counted:
    """Two pages in front, then those of the parts; telling of another volume takes a page or two more, as asked."""
    laid.append(volume.number)
    names, anchors = ["front", "front"], {}
    for part in volume.parts:
        anchors[part] = len(names)
        told = sum(int(label) for _, label in volume.elsewhere.values())
        names += ["body"] * (sizes[part] + (2 - told % 2 if restless and told else int(bool(wordy and told))))
    before = volume.before.get("body", 0)
    labels = tuple(str(before + at - 1) if name == "body" else "" for at, name in enumerate(names))
    return Counted(None, tuple(names), labels, anchors, b"", (), forms=False)


laid: list[int] = []


@pytest.mark.parametrize(
    ("sizes", "pages"),
    [
        ([5, 4, 1], [12]),
        ([5, 5, 1], [7, 8]),
        ([6, 6, 6], [8, 8, 8]),
        ([20, 3], [22, 5]),
        ([20], [22]),
        ([1, 20, 1, 1], [3, 22, 4]),
    ],
)
def test_each_volume_takes_the_parts_that_it_has_room_for(sizes: list[int], pages: list[int]) -> None:
    parts = {f"part {at}": size for at, size in enumerate(sizes)}
    made = print_volumes(tuple(parts), 12, partial(lay, parts))
    assert [len(one.pages) for one in made] == pages
    assert [label for one in made for label in one.labels.values()] == [
        str(1 + sum(sizes[:at])) for at in range(len(sizes))
    ]


def test_pages_that_move_when_they_are_told_are_told_again() -> None:
    laid.clear()
    sizes = {"a": 6, "b": 6}
    first, second = print_volumes(("a", "b"), 10, partial(lay, sizes, wordy=True))
    assert (len(first.pages), second.labels) == (9, {"b": "8"})
    assert laid == [1, 1, 2, 1]


def test_pages_that_never_settle_are_an_error() -> None:
    with pytest.raises(BookError, match="volumes"):
        print_volumes(("a", "b"), 10, partial(lay, {"a": 6, "b": 6}, restless=True))


def test_pages_go_on_where_the_volume_before_ends() -> None:
    key, front = Numbering("K-"), Numbering(roman=True)
    runs = Volume(2, 2, ("b",), before={"key": 7, "cards": 2, "front": 4}).numbered(
        {"front": front, "key": key, "cards": key}
    )
    assert runs["key"] == runs["cards"]
    assert runs["key"].label(1) == "K-10"
    assert runs["front"].label(1) == "i"
