"""From a guide's view to one XHTML document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from builder.locale import catalogue
from builder.writers.workbooks.guide.book import SIZES, GuideBook, Question, Spot
from builder.writers.workbooks.guide.clock import since
from builder.writers.workbooks.guide.rooms import tables_of
from builder.writers.workbooks.guide.signs import SIGNS
from builder.writers.workbooks.printing.engine import Numbering
from builder.writers.workbooks.printing.linker import Linker
from builder.writers.workbooks.printing.render import render
from builder.writers.workbooks.printing.volume import Volume

PROGRAM_FILES = ("templates/workbooks/guide",)
RUNS: Mapping[str, Numbering] = {"front": Numbering(roman=True), "guide": Numbering("G-")}


def volume_parts(book: GuideBook) -> tuple[str, ...]:
    """What a volume can begin with: how to use it, run sheets, modules, and what is of use in all of them."""
    held = {
        "book.use": True,
        "book.runs": bool(book.ways),
        **{chapter.id: True for chapter in book.chapters},
        "book.room": book.guide is not None,
        "book.prepare": True,
        "book.evaluation": bool(book.forms),
        "book.copies": _has_copies(book),
    }
    return tuple(part for part, has in held.items() if has)


def guide_page(book: GuideBook, labels: Mapping[str, str], volume: Volume | None = None) -> str:
    """The whole of a guide or a volume; ``labels`` maps anchors of the learner's workbook to its page labels."""
    volume = volume or Volume(1, 1, volume_parts(book))
    here = frozenset(anchor for chapter in book.chapters for anchor in (chapter.id, *(one.id for one in chapter.plays)))

    def where(spot: Spot | None) -> str:
        found = [labels[anchor] for anchor in spot.anchors if anchor in labels] if spot else []
        return found[0] if found else ""

    def all_where(spots: Iterable[Spot]) -> list[str]:
        return list(dict.fromkeys(label for spot in spots if (label := where(spot))))

    plays = [play for chapter in book.chapters for play in chapter.plays]
    html = render(
        "guide/guide.html",
        book,
        volume.numbered(RUNS),
        volume=volume,
        link=Linker("", here, here, book.format.tables, _far(book, labels)),
        where=where,
        all_where=all_where,
        since=since,
        plays=plays,
        copied={card_set.need.copied for play in plays for card_set in play.sets},
        has_copies=_has_copies(book),
        supplied=[way for way in book.ways if way.suits] or book.ways,
        signs=sorted(SIGNS),
        sizes=SIZES,
        stages=_stages,
        tables_of=tables_of,
    )
    return volume.apart(html, catalogue(book.language))


def _far(book: GuideBook, labels: Mapping[str, str]) -> Mapping[str, str]:
    """Where in the learner workbook the worksheets are that texts link to, in words."""
    words = catalogue(book.language)
    found = ((spot.anchors[0], next((labels[at] for at in spot.anchors if at in labels), "")) for spot in book.sheets)
    return {sheet: words.gettext("workbook, page {label}", label=label) for sheet, label in found if label}


def _has_copies(book: GuideBook) -> bool:
    observed = book.guide is not None and bool(book.guide.observation) and not book.of_module
    plays = (play for chapter in book.chapters for play in chapter.plays)
    return observed or bool(book.forms) or any(play.slips or play.sets for play in plays)


def _stages(debrief: tuple[Question, ...]) -> list[tuple[str, list[Question]]]:
    """The questions of a debrief under the stages they belong to, in their own order."""
    return [(stage, list(questions)) for stage, questions in groupby(debrief, key=lambda question: question.stage)]
