"""The two functions that make books: views in, PDF and page labels out."""

from __future__ import annotations

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.art import pattern
from builder.writers.workbooks.book import Identity, KeyBook, LearnerBook
from builder.writers.workbooks.colours import palette
from builder.writers.workbooks.engine import Numbering, print_pdf
from builder.writers.workbooks.pages import key_page, learner_page

_COVER = (6, 5)
_BAND = (6, 2)


def write_learner_book(book: LearnerBook, labels: Labels) -> Written:
    """The learner's workbook and the labels of all its anchors."""
    del labels
    html = learner_page(book)
    runs = {"front": Numbering(roman=True), "back": Numbering("A-")}
    runs |= {f"m{chapter.number}": Numbering(f"{chapter.number}-") for chapter in book.chapters}
    printed = print_pdf(html, files_of(book), runs)
    labelled = {anchor: label for anchor, label in printed.labels.items() if label}
    return Written({f"workbooks/{book.name}.pdf": printed.data}, book.losses, labelled)


def write_key_book(book: KeyBook, labels: Labels) -> Written:
    """The answer key; ``labels`` holds those of the learner's workbook."""
    html = key_page(book, labels.get(book.learner, {}))
    printed = print_pdf(html, files_of(book), {"front": Numbering(roman=True), "key": Numbering("K-")})
    return Written({f"workbooks/{book.name}.pdf": printed.data})


def files_of(book: LearnerBook | KeyBook) -> dict[str, tuple[str, bytes]]:
    """What the pages may fetch by URL: pictures of the course, and the drawings of this book."""
    files = {f"picture:{picture.path}": (picture.media_type, picture.data) for picture in book.pictures}
    files["art:cover"] = ("image/svg+xml", _art(book.identity, book.name.partition(".")[0], _COVER))
    for chapter in book.chapters:
        files[f"art:m{chapter.number}"] = ("image/svg+xml", _art(book.identity, chapter.id, _BAND))
    return files


def _art(identity: Identity, seed: str, tiles: tuple[int, int]) -> bytes:
    colours = palette(identity.primary, identity.accent)
    return pattern(f"{identity.course_id}/{seed}", colours, *tiles).encode()
