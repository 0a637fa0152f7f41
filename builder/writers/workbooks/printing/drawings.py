"""What a book's pages may fetch by URL: the course's pictures, and drawings of the book's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builder.model.edition import PictureFile
from builder.writers.workbooks.printing.art import pattern
from builder.writers.workbooks.printing.colours import palette
from builder.writers.workbooks.printing.identity import Identity

_COVER = (6, 5)
_BAND = (6, 2)


def book_files(
    identity: Identity, name: str, pictures: Iterable[PictureFile], openers: Mapping[str, str]
) -> Mapping[str, tuple[str, bytes]]:
    """Media type and data by URL; ``openers`` maps a page name, whose first page is decorated, to a thing's id.

    The cover's drawing depends on the first part of ``name``: guide, key and workbook of one scope go together.
    """
    files = dict(picture_files(pictures))
    files["art:cover"] = _art(identity, name.partition(".")[0], _COVER)
    files |= {f"art:{page}": _art(identity, thing, _BAND) for page, thing in openers.items()}
    return files


def picture_files(pictures: Iterable[PictureFile]) -> Mapping[str, tuple[str, bytes]]:
    """Media type and data of the course's pictures by URL."""
    return {f"picture:{picture.path}": (picture.media_type, picture.data) for picture in pictures}


def _art(identity: Identity, seed: str, tiles: tuple[int, int]) -> tuple[str, bytes]:
    colours = palette(identity.primary, identity.accent)
    return "image/svg+xml", pattern(f"{identity.course_id}/{seed}", colours, *tiles).encode()
