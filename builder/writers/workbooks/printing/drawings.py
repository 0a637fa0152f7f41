"""What a book's pages may fetch by URL: the course's pictures, and drawings of the book's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builder.model.edition import PictureFile
from builder.writers.workbooks.printing.art import pattern
from builder.writers.workbooks.printing.colours import palette
from builder.writers.workbooks.printing.identity import Identity
from builder.writers.workbooks.printing.paper import Format

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


def drawn(svg: str, identity: Identity) -> tuple[str, bytes]:
    """A drawing of the organisation in print's letters and the brand's ink; without colour it reads as well."""
    colours = palette(identity.primary, identity.accent)
    style = (
        f".figure__main{{fill:{colours.ink};stroke:{colours.ink}}}.figure__in-main{{fill:#fff}}"
        f".figure__outside{{fill:{colours.faint};stroke-width:2}}.figure__way{{stroke:#444}}"
        f".figure__note{{fill:{colours.warm}}}.figure__in-main.figure__note{{fill:#fff}}"
    )
    head, _, rest = svg.partition(">")
    font = ' font-family="Atkinson Hyperlegible Next, Literata, Noto Sans Math, Noto Sans Symbols 2"'
    return "image/svg+xml", f"{head}{font}><style>{style}</style>{rest}".encode()


def ruled(form: Format) -> tuple[str, bytes]:
    """A left-hand page of writing lines, 9 mm apart, for what would be left blank."""
    paper = form.paper
    ends = f'x1="{form.outer}" x2="{paper.width - form.gutter}"'
    places = (round(form.top + 9 * number, 1) for number in range(1, int((paper.height - 2 * form.top) / 9) + 1))
    lines = "".join(f'<line {ends} y1="{y}" y2="{y}" stroke="#777" stroke-width=".18"/>' for y in places)
    size = f'viewBox="0 0 {paper.width} {paper.height}" width="{paper.width}mm" height="{paper.height}mm"'
    return "image/svg+xml", f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{lines}</svg>'.encode()
