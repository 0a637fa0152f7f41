"""The workbooks of the tiny course, each printed once a run, and what poppler reads in them."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from page_boxes import break_faults
from tiny_course import edition, plan

from builder.model.course import PAPERS, VARIANTS
from builder.writers.workbooks import artefacts

if TYPE_CHECKING:
    from builder.model.edition import Edition
    from builder.writers.artefact import Artefact, Written

NAMES = tuple(f"{scope}.{kind}" for scope in ("course", "tea", "cups") for kind in ("learner", "key"))
GUIDES = tuple(f"{scope}.guide" for scope in ("course", "tea", "cups"))


def books(made: Edition, organisation: str = "harbour", language: str = "en") -> dict[str, Artefact]:
    """The artefacts of ``made`` by name without folder; those on other paper than A4 with its name in front."""
    return {short(a.name): a for a in artefacts(whole(made), plan(organisation, language))}


def whole(made: Edition) -> Edition:
    """``made`` with every paper and variant asked for."""
    asked = {"papers": PAPERS, "variants": VARIANTS, "guide_variants": ("print", "screen", "large")}
    settings = made.course.settings.model_copy(update=asked)
    return replace(made, course=made.course.model_copy(update={"settings": settings}))


def short(name: str) -> str:
    return name.removeprefix("workbooks/").removeprefix("a4/")


def printed(name: str, organisation: str = "harbour", language: str = "en") -> Written:
    """One book with the labels of the book it quotes."""
    return watched(name, organisation, language)[1]


@cache
def watched(name: str, organisation: str = "harbour", language: str = "en") -> tuple[list[str], Written]:
    """What breaks badly over its pages, and the book."""
    artefact = books(edition(organisation, language), organisation, language)[name]
    needed = {
        need: printed(need.removeprefix("workbooks/").removeprefix("a4/"), organisation, language).labels
        for need in artefact.needs
    }
    return break_faults(artefact, needed)


@cache
def in_volumes(name: str, most_pages: int) -> Written:
    """One book with no more pages in a volume than that, as far as its parts allow."""
    artefact = books(edition())[name]
    reads: Any = artefact.reads
    needed = {need: printed(short(need)).labels for need in artefact.needs}
    return artefact.write(replace(reads, most_pages=most_pages), needed)


def data(name: str, organisation: str = "harbour", language: str = "en") -> bytes:
    (made,) = printed(name, organisation, language).files.values()
    return made


def pages(pdf: bytes) -> list[str]:
    """The words of each page as pdftotext lays them out."""
    return poppler("pdftotext", "-layout", pdf=pdf, last="-").split("\f")[:-1]


def sizes_of_type(pdf: bytes) -> Counter[int]:
    """How many letters are set in each size of type, in points."""
    drawn = poppler("pdftohtml", "-xml", "-i", "-stdout", "-zoom", "1", pdf=pdf)
    sizes = {one: int(size) for one, size in re.findall(r'<fontspec id="(\d+)" size="(\d+)"', drawn)}
    used: Counter[int] = Counter()
    for font, said in re.findall(r'<text [^>]*font="(\d+)">(.*?)</text>', drawn):
        used[sizes[font]] += len(re.sub(r"<[^>]+>", "", said))
    return used


def poppler(program: str, *options: str, pdf: bytes, last: str = "") -> str:
    return poppler_bytes(program, *options, pdf=pdf, last=last).decode()


def poppler_bytes(program: str, *options: str, pdf: bytes, last: str = "") -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "book.pdf"
        file.write_bytes(pdf)
        command = [program, *options, str(file), *([last] if last else [])]
        return subprocess.run(command, check=True, capture_output=True).stdout
