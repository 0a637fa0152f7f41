"""From XHTML to PDF by WeasyPrint, with our fonts and our files alone.

WeasyPrint is imported on first use, half a second; `warm_up` does it before a pool forks.
"""

from __future__ import annotations

import hashlib
import io
import logging
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import builder
from builder.writers.workbooks.printing.errors import BookError
from builder.writers.workbooks.printing.forms import mend_forms
from builder.writers.workbooks.printing.objects import joined, make_once, pages_listed_once
from builder.writers.workbooks.printing.targets import targets_named

VARIANT = "pdf/ua-1"
_PROGRAM = Path(builder.__file__).parent
PROGRAM_FILES = ("site/fonts/print",)
_FONTS = "fonts/print/fonts.conf"


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a run of pages with one page name is numbered: ``prefix``, then 1, 2 and so on, or i, ii and so on.

    Runs with equal numbering are numbered through, from ``first`` on.
    """

    prefix: str = ""
    roman: bool = False
    first: int = 1

    def label(self, number: int) -> str:
        """The label of the ``number``-th page of the run."""
        at = self.first - 1 + number
        return self.prefix + (_roman(at) if self.roman else str(at))


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, the label of the first page that holds each anchor, and the page name of each page."""

    data: bytes
    labels: Mapping[str, str]
    pages: tuple[str, ...] = ()

    @property
    def labelled(self) -> Mapping[str, str]:
        """The anchors that stand on a page with a label."""
        return {anchor: label for anchor, label in self.labels.items() if label}


@dataclass(frozen=True, slots=True)
class Layout:
    """A book laid out, not yet written: WeasyPrint's document, name and label of each page, the page of each anchor."""

    document: Any
    pages: tuple[str, ...]
    labels: tuple[str, ...]
    anchors: Mapping[str, int]
    identifier: bytes
    messages: tuple[str, ...]
    forms: bool

    def printed(self) -> Printed:
        """The PDF, once. Raises BookError on any complaint of the engine, now or before."""
        with _our_fonts(), pages_listed_once(), _complaints() as messages:
            for page in self.document.pages:
                page.paint = partial(joined, page.paint)
            data = self.document.write_pdf(
                pdf_variant=VARIANT,
                pdf_forms=self.forms,
                pdf_identifier=self.identifier,
                finisher=partial(_finish, labels=list(self.labels)),
            )
        if self.messages or messages:
            raise BookError(tuple(dict.fromkeys((*self.messages, *messages))))
        return replace(self.of_pages(), data=data)

    def of_pages(self, start: int = 0, end: int | None = None) -> Printed:
        """What is known of the pages from ``start`` to before ``end``, without a file."""
        pages = range(len(self.pages))[start:end]
        held = {anchor: self.labels[page] for anchor, page in self.anchors.items() if page in pages}
        return Printed(b"", held, self.pages[start:end])


def print_pdf(
    html: str, files: Mapping[str, tuple[str, bytes]], runs: Mapping[str, Numbering], *, forms: bool = False
) -> Printed:
    """Lay out ``html`` and write it as a tagged PDF. Raises BookError on any complaint of the engine."""
    return lay_out(html, files, runs, forms=forms).printed()


def lay_out(
    html: str, files: Mapping[str, tuple[str, bytes]], runs: Mapping[str, Numbering], *, forms: bool = False
) -> Layout:
    """Lay out ``html`` for a tagged PDF, with ``forms`` one whose fields can be filled in.

    ``files`` maps each URL that the page may fetch to media type and data. ``runs`` says how the pages of each page
    name are numbered; others have no label.
    """
    with _our_fonts(), _complaints() as messages:
        document = _rendered(html, files, forms=forms)
    names = tuple(_page_name(page) for page in document.pages)
    anchors: dict[str, int] = {}
    for number, page in enumerate(document.pages):
        for anchor in page.anchors:
            anchors.setdefault(anchor, number)
    labels = tuple(_page_labels(names, runs))
    return Layout(document, names, labels, anchors, _identifier(html, files), tuple(messages), forms)


def laid_out(html: str, *, forms: bool) -> Any:
    """WeasyPrint's document of ``html``, for those who measure it; what is wrong with it printing will say."""
    with _our_fonts(), _complaints():
        return _rendered(html, {}, forms=forms)


def warm_up() -> None:
    """Import WeasyPrint and lay out one page with our fonts, so that forked processes start with both done."""
    print_pdf('<html lang="en"><head><title>.</title></head><body><p>.</p></body></html>', {}, {})


def fonts_config() -> Path:
    """The Fontconfig file of print: in a checkout's own ``site``, else where the wheel put it."""
    candidates = (_PROGRAM.parent / "site" / _FONTS, _PROGRAM / "site_assets" / _FONTS)
    return next((path for path in candidates if path.is_file()), candidates[0])


@contextmanager
def _our_fonts() -> Iterator[None]:
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(fonts_config())
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


@contextmanager
def _complaints() -> Iterator[list[str]]:
    messages: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    logger = logging.getLogger("weasyprint")
    listener = Listener(logging.WARNING)
    kept = logger.propagate, logger.handlers[:]
    logger.handlers[:], logger.propagate = [listener], False
    try:
        yield messages
    finally:
        logger.propagate, logger.handlers[:] = kept


def _rendered(html: str, files: Mapping[str, tuple[str, bytes]], *, forms: bool = False) -> Any:
    with redirect_stdout(io.StringIO()):  # where a library is missing it prints a page of advice, then raises
        from weasyprint import HTML  # noqa: PLC0415 - see the module's docstring

    with targets_named():
        return HTML(string=html, url_fetcher=_fetcher(files)).render(pdf_variant=VARIANT, pdf_forms=forms)


def _fetcher(files: Mapping[str, tuple[str, bytes]]) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - see the module's docstring

    class Ours(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
            del headers
            if url not in files:
                message = f"a book may not fetch {url}"
                raise ValueError(message)
            media_type, data = files[url]
            return URLFetcherResponse(url, data, {"Content-Type": media_type})

    return Ours()


def _identifier(html: str, files: Mapping[str, tuple[str, bytes]]) -> bytes:
    """The file's identifier, a function of its content: 32 hexadecimal digits."""
    hasher = hashlib.sha256(html.encode())
    for url in sorted(files):
        hasher.update(hashlib.sha256(files[url][1]).digest())
    return hasher.hexdigest()[:32].encode()


def _page_name(page: Any) -> str:
    """The name of the page's run; a page left blank before a right-hand one has that of what it stands in."""
    name = page._page_box.page_type.name  # noqa: SLF001 - WeasyPrint has no public way to a page's name
    return str(name or "")


def _page_labels(names: Iterable[str], runs: Mapping[str, Numbering]) -> list[str]:
    labels: list[str] = []
    counts: Counter[Numbering] = Counter()
    for name in names:
        run = runs.get(name)
        counts.update([run] if run else [])
        labels.append(run.label(counts[run]) if run else "")
    return labels


def _finish(document: Any, pdf: Any, labels: list[str]) -> None:
    """Tell viewers the pages' labels, so that "go to page 3-12" works on screen; nothing is changed after that."""
    import pydyf  # type: ignore[import-untyped]  # noqa: PLC0415 - comes with WeasyPrint

    mend_forms(document, pdf)
    numbers = pydyf.Array()
    for index, label in enumerate(labels):
        numbers.extend([index, pydyf.Dictionary({"P": pydyf.String(label)} if label else {})])
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": numbers})
    make_once(pdf)


def _roman(number: int) -> str:
    digits = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    made = ""
    for value, letters in digits:
        count, number = divmod(number, value)
        made += letters * count
    return made
