"""Do the pages that a book names hold what it names? Each function gives what is wrong, as sentences.

What is meant comes from the book's view and XHTML, what is said and what stands where from the text of its pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from lxml import html as lxml_html
from pdf_checks import page_labels
from printed_books import pages

from builder.writers.artefact import Written
from builder.writers.workbooks.guide.book import GuideBook, Spot
from builder.writers.workbooks.guide.page import guide_page
from builder.writers.workbooks.key.book import KeyCase, KeyEntry
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import learner_page

_ENTRY = re.compile(r"^\s*(?P<title>\S.*?)\s+(?:\.\s*){3,}(?P<label>\S+)$", re.MULTILINE)
_MARK = re.compile(r"^([\d.]+|(Worksheet|Case|Together) \d+|Job aid) +")
_FOOT = 3


@dataclass(frozen=True)
class Read:
    """The pages of a book or of its volumes: as poppler lays them out, and their labels."""

    laid: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it in one line."""
        return flat("\n".join(self.laid))

    def holds(self, label: str, words: str) -> bool:
        """Whether the page with ``label`` says ``words``, hyphens at the end of a line or not."""
        return label in self.labels and _bare(words) in _bare(self.laid[self.labels.index(label)])


@dataclass(frozen=True)
class Quoted:
    """A learner's workbook that a key quotes: its view, its labels, and its pages as read."""

    view: LearnerBook
    labels: Mapping[str, str]
    book: Read


def read(written: Written) -> Read:
    """What poppler reads in all files of ``written``."""
    files = written.files.values()
    return Read(
        tuple(chain.from_iterable(pages(pdf) for pdf in files)),
        tuple(chain.from_iterable(page_labels(pdf) for pdf in files)),
    )


def flat(text: str) -> str:
    return " ".join(text.split())


def wrong_feet(book: Read) -> Iterator[str]:
    """The foot of a page says its label."""
    for page, label in zip(book.laid, book.labels, strict=True):
        if label and label not in " ".join(page.rstrip().splitlines()[-_FOOT:]).split():
            yield f"page {label} doesn't say so"


def wrong_contents(book: Read, least: int) -> Iterator[str]:
    """What the contents name stands on the page they name; there are at least so many entries."""
    entries = [entry for page in book.laid for entry in _ENTRY.findall(page)]
    if len(entries) < least:
        yield f"the contents have only {len(entries)} entries"
    for title, label in entries:
        if not book.holds(label, _MARK.sub("", title)):
            yield f"page {label} has no {title}"


def wrong_references(view: LearnerBook, written: Written, book: Read) -> Iterator[str]:
    """Each reference of a learner's book is printed with its page, and that page begins what it leads to."""
    html: Any = lxml_html.document_fromstring(learner_page(view))
    links = html.xpath("//a[@class='page']")
    labels = written.labels
    yield from _differ(
        Counter(labels[_anchor(link)] for link in links), Counter(re.findall(r"\(page ([\w-]+)\)", book.text))
    )
    hints = html.xpath("//a[@class='hint-ref']")
    yield from _differ(
        Counter(labels[_anchor(link)] for link in hints), Counter(re.findall(r"Hint on page ([\w-]+)", book.text))
    )
    for link in (*links, *hints):
        (thing,) = html.xpath(f"//*[@id='{_anchor(link)}']")
        words, label = _head(thing), labels[_anchor(link)]
        if not words or not book.holds(label, words):
            yield f"page {label} has no {words or _anchor(link)}"


def wrong_spots(view: GuideBook, learner: Mapping[str, str], workbook: Read) -> Iterator[str]:
    """Each place in the workbook that a guide names, on the page that it names."""
    for spot in _spots(view, learner):
        label = _label(spot, learner)
        if not label or not workbook.holds(label, re.sub(r"^[\d.]+ ", "", words_of(spot.title))):
            yield f"page {label} of the workbook has no {spot.title}"


def wrong_blocks(view: GuideBook, learner: Mapping[str, str], written: Written, book: Read) -> Iterator[str]:
    """Beside each step of an activity stand the page of the workbook and the minutes."""
    for play in (play for chapter in view.chapters for play in chapter.plays):
        rest = "\n".join(book.laid[book.labels.index(written.labels[play.id]) :])
        said = re.findall(r"^\D*(?:\d+:\d\d)?\s*(\d+-\d+) +(\d+) min\b", rest, re.MULTILINE)[: len(play.blocks)]
        wanted = [(_label(block.spot, learner), str(block.minutes)) for block in play.blocks]
        if said != wanted:
            yield f"{play.id}: {said} instead of {wanted}"


def wrong_numbers(view: GuideBook, learner: Mapping[str, str], written: Written, book: Read) -> Iterator[str]:
    """The guide's own pages as it names them: in references, in the contents and at the feet."""
    html: Any = lxml_html.document_fromstring(guide_page(view, learner))

    def meant(links: str) -> list[str]:
        return [written.labels[_anchor(link)] for link in html.xpath(links)]

    def said(pages: Iterable[str]) -> Counter[str]:
        return Counter(re.findall(r"\bG-\d+\b", "\n".join(pages)))

    own = [label for label in book.labels if label.startswith("G-")]
    text = said(page for page, label in zip(book.laid, book.labels, strict=True) if label in own)
    yield from _differ(Counter(meant("//a[@class='num'] | //a[@class='page']")) + Counter(own), text)
    listed = meant("//section[@id='book.contents']//a")
    fronts = [at for at, label in enumerate(book.labels) if label == "i"]
    for start, end in pairwise([*fronts, len(book.labels)]):
        held = book.labels[start:end]
        first = next(at for at in range(start, end) if book.labels[at] in own)
        here = listed if start == fronts[0] else [label for label in listed if label in held]
        yield from _differ(Counter(here), said(book.laid[start:first]))


def wrong_keys(entries: Sequence[KeyEntry | KeyCase], learner: Quoted, book: Read, *, asked: bool) -> Iterator[str]:
    """A key says where each item stands (``asked``: if the workbook asks it) and where to read again, and is right."""
    where = [learner.labels[entry.id] for entry in entries if asked]
    again = [learner.labels[one] for one in (getattr(e, "read_again", "") for e in entries) if one in learner.labels]
    yield from _differ(Counter(where + again), Counter(re.findall(r"\bpage (\w+-\d+)\b", book.text)))
    glance = Counter(learner.labels[entry.id] for entry in entries if asked and isinstance(entry, KeyEntry))
    ends = re.findall(r"(?<!page) +(\d+-\d+)$", "\n".join(book.laid), re.MULTILINE)
    yield from _differ(glance, Counter(ends))
    html: Any = lxml_html.document_fromstring(learner_page(learner.view))
    for entry in entries:
        label, words = learner.labels.get(entry.id, ""), _first(entry)
        if asked and not learner.book.holds(label, words):
            yield f"page {label} of the workbook has no {words}"
        for thing in html.xpath("//*[@id=$id]", id=getattr(entry, "read_again", "") or "-"):
            if not learner.book.holds(learner.labels[thing.get("id")], _head(thing)):
                yield f"page {learner.labels[thing.get('id')]} of the workbook has no {_head(thing)}"


def _first(entry: KeyEntry | KeyCase) -> str:
    """What the workbook prints first of an item or a case."""
    return words_of(entry.title) if entry.title else " ".join(words_of(getattr(entry, "stem", "")).split()[:4])


def words_of(html: str) -> str:
    made: Any = lxml_html.fromstring(f"<div>{html}</div>")
    return flat(made.text_content())


def _spots(view: GuideBook, learner: Mapping[str, str]) -> Iterator[Spot]:
    for chapter in view.chapters:
        yield from (note.spot for note in chapter.notes)
        for play in chapter.plays:
            yield from play.spots
            yield from (block.spot for block in play.blocks)
            yield from (pick.spot for pick in play.picks)
    for way in view.ways:
        rows = (row for sitting in way.sittings for row in sitting.rows)
        yield from (spot for row in rows for spot in row.spots if _label(spot, learner))


def _label(spot: Spot, learner: Mapping[str, str]) -> str:
    return next((learner[anchor] for anchor in spot.anchors if anchor in learner), "")


def _differ(meant: Counter[str], said: Counter[str]) -> Iterator[str]:
    if meant - said:
        yield f"these pages are not said: {dict(meant - said)}"
    if said - meant:
        yield f"these pages are said and not meant: {dict(said - meant)}"


def _anchor(link: Any) -> str:
    return str(link.get("href")).removeprefix("#")


def _head(thing: Any) -> str:
    """The first words of a thing: its heading, or what stands in its place."""
    heads: Sequence[Any] = thing.xpath("descendant-or-self::*[self::h1 or self::h2 or self::h3 or self::h4]")
    heads = heads or thing.xpath("descendant::*[self::p or self::strong]")
    return flat(heads[0].text_content()) if heads else ""


def _bare(text: str) -> str:
    return re.sub(r"[\s-]+", "", text)
