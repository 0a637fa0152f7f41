"""What a tagged PDF has to have, read with pikepdf: each check gives the faults it found as sentences."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator

import pikepdf

NONE = pikepdf.Dictionary()
_HEADING = re.compile(r"/H([1-6])")


def faults(data: bytes) -> list[str]:
    """Everything that keeps the PDF ``data`` from being a tagged book."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [*_document(pdf), *_pages(pdf), *_structure(pdf), *_fonts(pdf)]


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """The structure elements in reading order."""
    yield from _below(pdf.Root.StructTreeRoot)


def page_labels(data: bytes) -> list[str]:
    """The label of each page as viewers show it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [str(page.label) for page in pdf.pages]


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if "/StructTreeRoot" not in root or not root.get("/MarkInfo", NONE).get("/Marked"):
        yield "it is not tagged"
    if not str(root.get("/Lang", "")):
        yield "it has no language"
    if not root.get("/ViewerPreferences", NONE).get("/DisplayDocTitle"):
        yield "viewers show its file name, not its title"
    with pdf.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield "it does not say that it is PDF/UA-1"
        if not metadata.get("dc:title"):
            yield "it has no title"
    with pdf.open_outline() as outline:
        if not outline.root:
            yield "it has no bookmarks"


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, start=1):
        if page.obj.get("/Tabs") != "/S":
            yield f"page {number}: the tab order is not that of the structure"
        for annotation in page.obj.get("/Annots", []):
            kind = "field" if annotation.Subtype == "/Widget" else "link"
            if not str(annotation.get("/TU" if kind == "field" else "/Contents", "")):
                yield f"page {number}: a {kind} has no description"
            if _owner(pdf, annotation) != {"field": "/Form", "link": "/Link"}[kind]:
                yield f"page {number}: a {kind} is not tagged as one"


def _owner(pdf: pikepdf.Pdf, annotation: pikepdf.Object) -> str:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    wanted = int(annotation.get("/StructParent", -1))
    found = next((numbers[at + 1] for at in range(0, len(numbers), 2) if int(numbers[at]) == wanted), None)
    return str(found.get("/S")) if found is not None else ""


def _structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    level = 0
    for element in elements(pdf):
        kind = str(element.get("/S"))
        if heading := _HEADING.fullmatch(kind):
            if int(heading[1]) > level + 1:
                yield f"a heading of level {heading[1]} follows one of level {level}"
            level = int(heading[1])
        if kind == "/Figure" and not str(element.get("/Alt", "")):
            yield "a figure has no alternative text"
        if kind == "/L" and {str(child.get("/S")) for child in _children(element)} - {"/LI", "/L", "/Caption"}:
            yield "a list holds something else than items"
        if kind == "/LI" and {str(child.get("/S")) for child in _children(element)} - {"/Lbl", "/LBody"}:
            yield "a list item holds something else than a label and a body"
        if kind == "/TR" and {str(child.get("/S")) for child in _children(element)} - {"/TH", "/TD"}:
            yield "a table row holds something else than cells"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for font in page.obj.Resources.get("/Font", {}).values():
            if "/ToUnicode" not in font:
                yield f"the font {font.BaseFont} does not say which letters its glyphs are"
            if "/FontFile2" not in font.DescendantFonts[0].FontDescriptor:
                yield f"the font {font.BaseFont} is not embedded"
        return


def _below(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    for child in _children(element):
        yield child
        yield from _below(child)


def _children(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    kids = element.get("/K", NONE)
    many: Iterable[pikepdf.Object] = kids if isinstance(kids, pikepdf.Array) else [kids]
    for kid in many:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
