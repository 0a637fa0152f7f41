"""Pictures of printed pages: which page of the tiny course's books stands for its kind, and how two pictures differ."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PIL import Image, ImageChops
from printed_books import data, pages, poppler_bytes
from printed_leaves import leaf

FOLDER = Path(__file__).parent.parent / "docs" / "pictures" / "books"
KINDS: dict[str, dict[str, str]] = {
    "course.learner": {
        "learner-cover": "Learner workbook The Tea Round",
        "learner-contents": "Contents How to use this book",
        "learner-before": "Why do I want to brew better tea?",
        "learner-module": "Module 1 Tea for a team",
        "learner-lesson": "The order of things, and how long they take.",
        "learner-worksheet": "Plan a round for the people of Front Desk.",
        "learner-case": "The pot is empty.",
        "learner-together": "When I observe, I look for",
        "learner-checks": "What goes with what?",
        "learner-own-case": "Think of one pot that went cold.",
        "learner-plan": "Tea for a team My plan",
        "learner-promises": "What we promise each other",
        "learner-map": "Each number stands for a line of the list.",
    },
    "course.learner.fillable": {"learner-fillable": "Plan a round for the people of Front Desk."},
    "course.learner.large": {"learner-large": "What goes with what?"},
    "course.key": {"key-glance": "1 Tea for a team No. All keys at a glance", "key-reasons": "What goes with what?"},
    "course.guide": {
        "guide-signs": "Sign What it asks of you",
        "guide-overview": "Teach a team to brew for others",
        "guide-run-sheet": "A team with one free hour",
        "guide-activity": "Try to ask before you pour.",
        "guide-replies": "What people often pick, and what to reply",
        "guide-hard-moments": "Nobody says what they drink.",
        "guide-rooms": "One open side for the kettle.",
        "guide-materials": "How much to bring for 4, 8, 16 and 24 people.",
        "guide-evaluation": "How to read the answers",
        "guide-slips": "Cut slips and cards along the broken lines",
        "guide-cards": "Three guests, no milk.",
        "guide-form": "Two minutes, without a name.",
    },
    "job-aids": {"aid-promises": "Our promises", "aid-rules": "Brew for others"},
    "job-aids.four": {"aid-cards": "Our promises"},
    "managers-kit": {"manager-start": "For those who lead tea drinkers", "manager-talk": "What they did"},
    "workbooks/a4/tea.test-a": {"test-paper": "Test on tea"},
    "workbooks/a4/tea.test-key": {"test-key": "From points to the result"},
    "refreshers/2027-04/sheet.a4": {"refresher-sheet": "April 2027"},
    "refreshers/2027-04/key.a4": {"refresher-key": "April 2027"},
}
"""For each book the page of each kind, by words that stand on that page alone."""

DPI, FINER = 72, 3
"""A pixel of a picture is a point of paper, made of 3 x 3 finer ones: so two painters hardly differ."""

COLOURS = 256
SQUARE = 24
"""Pixels: the side of the squares that are judged each for itself. What two painters do differently is scattered."""

LEVELS_OFF, PIXELS_OFF, MEAN_OFF = 32, 18, 6
"""Levels of 256 by which a pixel may leave its neighbourhood, how many of a square may, and by how many levels a
square's mean colour may change. A thin line through a square has 24 pixels; pdftocairo leaves it with up to 16."""

MM = 25.4 / DPI


def book(name: str) -> bytes:
    """The PDF of a book, test or sheet of the tiny course."""
    return leaf(name) if "/" in name else data(name)


def page_of(pdf: bytes, words: str) -> int:
    """The one page, from 1, that says ``words``."""
    (found,) = [at for at, said in enumerate(_said(pdf), start=1) if words in said]
    return found


@cache
def _said(pdf: bytes) -> list[str]:
    return [" ".join(said.split()) for said in pages(pdf)]


def picture(pdf: bytes, page: int, painter: str = "pdftoppm") -> Image.Image:
    """A page as a painter of poppler's paints it."""
    options = ("-singlefile", "-f", str(page), "-r", str(DPI * FINER))
    if painter == "pdftocairo":
        raw = poppler_bytes(painter, *options, "-png", pdf=pdf, last="-")
    else:
        raw = poppler_bytes(painter, *options, pdf=pdf)
    with Image.open(io.BytesIO(raw)) as drawn:
        return drawn.convert("RGB").reduce(FINER)


def kept(name: str) -> Image.Image:
    """The picture in the documents."""
    with Image.open(FOLDER / f"{name}.png") as drawn:
        return drawn.convert("RGB")


def keep(name: str, drawn: Image.Image) -> None:
    """Put a picture into the documents, in few colours; where one looks the same, that stays."""
    file = FOLDER / f"{name}.png"
    if not file.exists() or differences(kept(name), drawn):
        FOLDER.mkdir(parents=True, exist_ok=True)
        few = drawn.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
        few.save(file, optimize=True)


def differences(before: Image.Image, after: Image.Image) -> list[str]:
    """What an eye would see, and where. A pixel's shift and other anti-aliasing don't count."""
    if before.size != after.size:
        return [f"a page of {after.size} pixels, not {before.size}"]
    tones = ImageChops.difference(before.reduce(SQUARE), after.reduce(SQUARE))
    squares = {
        "new": _above(_outside(after, before), 255 * PIXELS_OFF // SQUARE**2),
        "gone": _above(_outside(before, after), 255 * PIXELS_OFF // SQUARE**2),
        "of another tone": _above(_most(tones), MEAN_OFF),
    }
    return [f"something {what} {_place(box)}" for what, mask in squares.items() if (box := mask.getbbox())]


def _outside(one: Image.Image, other: Image.Image) -> Image.Image:
    """For each square how many pixels of ``one`` are like none around the same place of ``other``, in any colour."""
    darker = ImageChops.subtract(_spread(other, ImageChops.darker), one)
    lighter = ImageChops.subtract(one, _spread(other, ImageChops.lighter))
    return _above(_most(ImageChops.lighter(darker, lighter)), LEVELS_OFF).reduce(SQUARE)


def _spread(drawn: Image.Image, chosen: Callable[[Image.Image, Image.Image], Image.Image]) -> Image.Image:
    """For each pixel the darkest or lightest of the nine around it."""
    for x, y in ((1, 0), (0, 1)):
        drawn = chosen(chosen(drawn, ImageChops.offset(drawn, x, y)), ImageChops.offset(drawn, -x, -y))
    return drawn


def _most(drawn: Image.Image) -> Image.Image:
    red, green, blue = drawn.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _above(drawn: Image.Image, level: int) -> Image.Image:
    return drawn.point([255 if one > level else 0 for one in range(256)])


def _place(squares: tuple[int, int, int, int]) -> str:
    left, top, right, bottom = (round(side * SQUARE * MM) for side in squares)
    return f"at {left} to {right} mm from the left, {top} to {bottom} mm from the top"
