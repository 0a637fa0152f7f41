"""How the pages of a book break, judged over the boxes that WeasyPrint laid out: each fault is a sentence."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from builder.writers.workbooks.printing import engine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from builder.writers.artefact import Artefact, Written

WHOLE = frozenset({"item", "field", "lines"})
"""Classes of what stays on one page where it fits on one, as rows of tables do, and all that a style asks it for."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "dt"})
HEADS = frozenset({"item-head", "quiz-title", "field-label", "sheet-head", "callout-label", "instruction", "label"})
"""Elements, and classes of others, that announce what follows."""

LEAST = 2
"""Lines of a paragraph on each of its pages; what is no higher in pixels is no line."""


def break_faults(artefact: Artefact, labels: Mapping[str, Mapping[str, str]]) -> tuple[list[str], Written]:
    """What breaks badly in the files of ``artefact``, and the files."""
    with _watched() as documents:
        written = artefact.write(artefact.reads, labels)
    printed = documents if len(written.files) > 1 else [min(documents, key=lambda one: len(one.pages))]
    return [fault for document in printed for fault in faults_in(document)], written


def faults_in(document: Any) -> list[str]:
    """What breaks badly in a document of WeasyPrint's."""
    pages = [list(_boxes(page._page_box)) for page in document.pages]  # noqa: SLF001 - it has no public way to boxes
    rooms = [float(page._page_box.height) for page in document.pages]  # noqa: SLF001 - the same
    return [*_split(pages, rooms), *_heads_last(pages), *_loose_lines(pages)]


@contextmanager
def _watched() -> Iterator[list[Any]]:
    """The documents that are printed, without those that are only measured."""
    found: list[Any] = []
    finish = engine._finish  # noqa: SLF001 - every printed document passes it

    def watching(document: Any, pdf: Any, labels: list[str]) -> None:
        found.append(document)
        finish(document, pdf, labels)

    engine._finish = watching  # noqa: SLF001
    try:
        yield found
    finally:
        engine._finish = finish  # noqa: SLF001


def _boxes(box: Any) -> Iterator[Any]:
    """What flows on a page: without margins and without the heads of tables, which come again."""
    for child in getattr(box, "children", ()):
        if type(child).__name__ != "MarginBox" and not getattr(child, "is_header", False):
            yield child
            yield from _boxes(child)


def _split(pages: list[list[Any]], rooms: list[float]) -> Iterator[str]:
    """What is on several pages though it fits on one."""
    heights: dict[Any, dict[int, float]] = defaultdict(dict)
    for number, boxes in enumerate(pages, start=1):
        for box in boxes:
            if box.element is not None and type(box).__name__ != "LineBox" and _stays(box):
                heights[box.element][number] = max(heights[box.element].get(number, 0), _height(box))
    for element, found in heights.items():
        high, room = sum(found.values()), min(rooms[number - 1] for number in found)
        if len(found) > 1 and high <= room:
            yield f"pages {sorted(found)} share {_name(element)}, {high:.0f} of {room:.0f} high"


def _stays(box: Any) -> bool:
    element = box.element
    return element.tag == "tr" or bool(WHOLE & _classes(element)) or box.style["break_inside"] == "avoid"


def _heads_last(pages: list[list[Any]]) -> Iterator[str]:
    """Pages whose lowest line announces what follows: words, a picture or space to write."""
    for number, boxes in enumerate(pages, start=1):
        lines = [box for box in boxes if box.element is not None and _is_line(box)]
        if lines:
            lowest = max(lines, key=lambda line: line.position_y).element
            if lowest.tag in HEADINGS or (lowest.tag == "p" and HEADS & _classes(lowest)):
                yield f"page {number} ends with {_name(lowest)}"


def _is_line(box: Any) -> bool:
    """Whether it is a line of words, or something without words that takes room."""
    return type(box).__name__ == "LineBox" or (not getattr(box, "children", ()) and _height(box) > LEAST)


def _loose_lines(pages: list[list[Any]]) -> Iterator[str]:
    """Paragraphs with a line alone on a page."""
    lines: dict[Any, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for number, boxes in enumerate(pages, start=1):
        for box in boxes:
            if type(box).__name__ == "LineBox" and box.element is not None:
                lines[box.element][number] += 1
    for element, found in lines.items():
        if len(found) > 1 and min(found.values()) < LEAST:
            yield f"pages {sorted(found)} have {list(found.values())} lines of {_name(element)}"


def _height(box: Any) -> float:
    height = getattr(box, "height", 0)
    return 0.0 if height == "auto" else float(height)


def _classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split())


def _name(element: Any) -> str:
    said = " ".join("".join(element.itertext()).split())[:50]
    return f"{element.tag}.{element.get('class') or ''}#{element.get('id') or ''} {said!r}"
