"""The layout engine on a leash: our fonts, our files, no complaint goes by, and the same bytes everywhere."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from printed_books import books, data, pages
from tiny_course import course, edition, edition_of

from builder.checks.print_letters import PRINT_LETTERS
from builder.model.text import Prose
from builder.writers.workbooks.learner.page import learner_page
from builder.writers.workbooks.printing import engine
from builder.writers.workbooks.printing.engine import Numbering, fonts_config, print_pdf
from builder.writers.workbooks.printing.errors import BookError, place_of

PAGE = '<html lang="en"><head><title>T</title><style>{css}</style></head><body><h1>T</h1>{body}</body></html>'
PROGRAM = """
import sys
sys.path[:0] = [{tests!r}, {root!r}]
from printed_books import data
import hashlib
print(hashlib.sha256(data("cups.learner")).hexdigest())
"""


def test_a_letter_that_no_font_has_is_told_with_its_place() -> None:
    source = course()
    first, *rest = source.terms
    term = first.model_copy(update={"definition": Prose("Brewed\u4e16", first.definition.place)})
    made = edition_of(source.model_copy(update={"terms": (term, *rest)}))
    artefact = books(made)["cups.learner"]
    if not any(entry.id == first.id for entry in artefact.reads.terms):  # type: ignore[attr-defined]
        artefact = books(made)["tea.learner"]
    with pytest.raises(BookError) as caught:
        artefact.write(artefact.reads, {})
    (complaint,) = caught.value.complaints
    assert complaint.letter == "\u4e16"
    place = place_of(made, complaint)
    assert (place.file, place.line) == (first.definition.place.file, first.definition.place.line)
    assert place.column == first.definition.place.column + len("Brewed")


@pytest.mark.parametrize(
    ("css", "body", "said"),
    [
        ("p { colour: red }", "<p>x</p>", "colour"),
        ("", '<img src="https://example.org/a.png" alt="x">', "may not fetch"),
        ("", '<img src="file:///etc/passwd" alt="x">', "may not fetch"),
        ("", '<img src="picture:broken.svg" alt="x">', "broken.svg"),
        ("", '<img src="picture:fine.svg">', "alt description"),
        ("", "<p>\u4e16</p>", "U+4E16"),
    ],
)
def test_every_complaint_is_an_error(css: str, body: str, said: str) -> None:
    fine = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    files = {"picture:broken.svg": ("image/svg+xml", b"<svg"), "picture:fine.svg": ("image/svg+xml", fine)}
    with pytest.raises(BookError, match=said.replace("+", r"\+")):
        print_pdf(PAGE.format(css=css, body=body), files, {})


def test_an_error_survives_the_way_out_of_a_forked_process() -> None:
    error = BookError(('.notdef glyph rendered for Unicode string unsupported by fonts: "\u4e16" (U+4E16)',))
    assert pickle.loads(pickle.dumps(error)).complaints == error.complaints  # noqa: S301 - our own bytes


def test_labels_are_those_of_the_first_page_that_holds_an_anchor() -> None:
    css = "@page :nth(1 of a) { counter-reset: page 1 } .a { page: a } p { break-after: page }"
    body = '<p id="cover">x</p><div class="a"><p id="one">x</p><p id="two">x</p><i id="three">x</i></div>'
    made = print_pdf(PAGE.format(css=css, body=body), {}, {"a": Numbering("7-")})
    assert made.labels == {"cover": "", "one": "7-1", "two": "7-2", "three": "7-3"}
    assert [Numbering(roman=True).label(n) for n in (1, 4, 9, 14, 40, 99)] == ["i", "iv", "ix", "xiv", "xl", "xcix"]


def test_what_is_made_once_is_written_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    body = '<p><a href="#far">x</a> <img src="picture:a.svg" alt="A"> <input title="n" name="n"></p><p id="far">y</p>'
    files = {"picture:a.svg": ("image/svg+xml", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')}
    html = PAGE.format(css="input { appearance: auto }", body=body)
    once = print_pdf(html, files, {}, forms=True).data
    monkeypatch.setattr(engine, "make_once", lambda _pdf: None)
    monkeypatch.setattr(engine, "joined", lambda paint, *where: paint(*where))
    assert print_pdf(html, files, {}, forms=True).data == once


def test_a_book_that_was_pickled_prints_the_same() -> None:
    book = books(edition())["cups.learner"].reads
    assert learner_page(pickle.loads(pickle.dumps(book))) == learner_page(book)  # type: ignore[arg-type]  # noqa: S301 - our own bytes


def test_the_same_bytes_in_another_process_with_other_fonts_hash_seed_zone_and_folder(tmp_path: Path) -> None:
    tests = Path(__file__).parent
    program = PROGRAM.format(tests=str(tests), root=str(tests.parent))
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "FONTCONFIG_FILE": "/nowhere",
    }
    command = [sys.executable, "-c", program]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=tmp_path)
    assert ran.stdout.strip() == hashlib.sha256(data("cups.learner")).hexdigest()


def test_the_letters_that_checks_let_through_are_those_of_the_fonts() -> None:
    families: dict[str, list[set[int]]] = {}
    for face in fonts_config().parent.glob("*.ttf"):
        families.setdefault(face.stem.rsplit("-", 2)[0], []).append(set(TTFont(face).getBestCmap()))
    held = set().union(*(set.intersection(*faces) for faces in families.values()))
    listed = {letter for first, last in PRINT_LETTERS for letter in range(first, last + 1)}
    assert listed == {letter for letter in held if letter >= ord(" ")}
    assert len(families) == 4


def test_the_environment_is_left_as_it_was() -> None:
    before = dict(os.environ)
    assert books(edition())
    data("cups.learner")
    assert dict(os.environ) == before


SPILLING = f"""<html lang="en"><head><title>.</title><style>
@page {{ size: 60mm 40mm; margin: 5mm }}
@page :nth(1 of back) {{ counter-reset: page 88888888 }}
body {{ margin: 0; font: 10pt/5mm "Atkinson Hyperlegible Next" }}
ul {{ margin: 0; padding: 0; list-style: none; width: 25mm }}
a::after {{ content: " " target-counter(attr(href), page) }}
section {{ break-before: page }}
.back {{ page: back }}
</style></head><body><ul><li><a href="#use">Use</a></li>{'<li><a href="#late">Something</a></li>' * 5}</ul>
<section id="use">Use</section><section class="back" id="late">Late</section></body></html>"""
"""Contents that take one page while their numbers are short, and two when they are known."""


def test_contents_that_grow_by_a_page_name_the_pages_that_follow_right() -> None:
    text = [page.split() for page in pages(print_pdf(SPILLING, {}, {}).data)]
    assert text[0][:2] == ["Use", "3"]
    assert [page[0] for page in text] == ["Use", "Something", "Use", "Late"]
