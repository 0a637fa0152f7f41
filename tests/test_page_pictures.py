"""One page of each kind of printed page looks as in the documents; and the comparison sees what an eye would see."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import tiny_course
from page_pictures import FOLDER, KINDS, book, differences, keep, kept, page_of, picture
from PIL import Image, ImageChops, ImageOps
from printed_leaves import leaves

from builder.writers.workbooks.printing import leaf
from builder.writers.workbooks.printing.render import Book, render

NAMES = tuple(name for pages in KINDS.values() for name in pages)
DOCUMENT = FOLDER.parent.parent / "printed.md"
SHOWN = re.compile(r"\[!\[(?P<alt>[^\]]+)\]\(pictures/books/(?P<name>[\w-]+)\.png\)\]")
BACKGROUND = 250
NO_THIN_RULE = {"learner-cover", "learner-large", "guide-slips", "guide-cards"}
"""Their lines are broken, in frames, or on a dark ground."""


@pytest.mark.parametrize("name", KINDS)
def test_a_page_of_each_kind_looks_as_before(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    pdf = book(name)
    for kind, words in KINDS[name].items():
        drawn = picture(pdf, page_of(pdf, words))
        if request.config.getoption("--update-golden"):
            keep(kind, drawn)
        drawn.save(tmp_path / f"{kind}.png")
        assert differences(kept(kind), drawn) == [], f"{tmp_path}/{kind}.png: run with --update-golden and look"


def test_each_picture_is_kept_and_shown_once(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        for file in [file for file in FOLDER.glob("*.png") if file.stem not in NAMES]:
            file.unlink()
        pytest.skip("others are being written")
    assert {file.stem for file in FOLDER.iterdir()} == set(NAMES)
    shown = SHOWN.findall(DOCUMENT.read_text(encoding="utf-8"))
    assert sorted(name for _, name in shown) == sorted(NAMES)
    assert len({alt for alt, _ in shown}) == len(NAMES)
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 1_500_000


def test_another_painter_passes() -> None:
    for name, kind in (("refreshers/2027-04/key.a4", "refresher-key"), ("workbooks/a4/tea.test-a", "test-paper")):
        drawn = picture(book(name), 1, "pdftocairo")
        assert list(ImageChops.difference(kept(kind), drawn).getextrema()) != [(0, 0)] * 3
        assert differences(kept(kind), drawn) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_moved_what_is_gone_and_what_has_another_colour_is_seen(name: str) -> None:
    before = kept(name)
    wide, high = before.size
    assert differences(before, before) == []

    moved = before.copy()
    moved.paste(before.crop((0, 40, wide, high - 2)), (0, 42))
    assert differences(before, moved)

    if name not in NO_THIN_RULE:
        erased = before.copy()
        left, top, right, bottom = longest_rule(before)
        erased.paste(before.getpixel((left, top - 3)) or 0, (left, top - 1, right, bottom + 1))
        assert differences(before, erased)
        assert differences(erased, before)

    red, green, blue = before.split()
    assert differences(before, Image.merge("RGB", (blue, green, red)))
    assert differences(before, ImageOps.grayscale(before).convert("RGB"))
    assert differences(before, before.resize((wide, high + 1)))


def longest_rule(drawn: Image.Image) -> tuple[int, int, int, int]:
    """The longest thin line across with nothing close above and below it."""
    ink = ImageOps.grayscale(drawn).point([255 if one < BACKGROUND else 0 for one in range(256)])
    wide, high = ink.size
    rows = [bytes(ink.crop((0, top, wide, top + 1)).tobytes()) for top in range(high)]
    found = [
        (run.end() - run.start(), run.start(), top, run.end())
        for top in range(20, high - 20)
        for run in re.finditer(rb"\xff+", rows[top])
        if not any(rows[top - 3][run.start() : run.end()]) and not any(rows[top + 3][run.start() : run.end()])
    ]
    length, left, top, right = max(found)
    assert length > 40
    return left, top, right, top + 1


@pytest.mark.parametrize(
    ("style", "seen"),
    [
        (".head { color: inherit }", False),
        (".head .month { margin-bottom: 1mm }", True),
        (".head { border-bottom-color: white }", True),
        (".answers li.key { background: white }", True),
        (".item-head { color: #7a1f00 }", True),
        ("li { font-family: 'Atkinson Hyperlegible Next' }", True),
    ],
)
def test_another_style_is_seen(style: str, seen: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    assert bool(differences(kept("refresher-key"), restyled("refreshers/2027-04/key.a4", style, monkeypatch))) == seen


@pytest.mark.parametrize(
    ("name", "kind", "style"),
    [
        ("refreshers/2027-04/key.a4", "refresher-key", ".answers li.key { background: white }"),
        ("refreshers/2027-04/key.a4", "refresher-key", ".k-mark { color: white }"),
        ("refreshers/2027-04/key.a4", "refresher-key", ".answers strong { font-weight: 400 }"),
        ("refreshers/2027-04/sheet.a4", "refresher-sheet", ".number-tag { background: none; color: black }"),
        ("workbooks/a4/tea.test-a", "test-paper", ".number-tag { background: none; color: black }"),
    ],
)
def test_in_grey_keys_and_tags_are_told_apart(
    name: str, kind: str, style: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = restyled(name, style, monkeypatch)
    assert differences(in_grey(kept(kind)), in_grey(plain)), "what sets them apart is more than a colour"


def in_grey(drawn: Image.Image) -> Image.Image:
    return ImageOps.grayscale(drawn).convert("RGB")


def restyled(name: str, style: str, monkeypatch: pytest.MonkeyPatch) -> Image.Image:
    """The first page of a leaf with a further style."""

    def rendered(template: str, view: Book, runs: Any, **values: Any) -> str:
        return render(template, view, runs, **values).replace("</head>", f"<style>{style}</style></head>")

    monkeypatch.setattr(leaf, "render", rendered)
    made = leaves(tiny_course.edition(), tiny_course.plan())[name]
    (pdf,) = made.write(made.reads, {}).files.values()
    return picture(pdf, 1)
