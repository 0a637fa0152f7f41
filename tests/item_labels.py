"""The labelled items of ``tests/items/``: what readers marked, and what the checks say of them."""

from __future__ import annotations

import shutil
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from builder.checks import check_edition, check_editions
from builder.checks.writing.rules import ITEM_RULES
from builder.edition import make_edition
from builder.model.edition import Edition
from builder.source import load_course

HERE = Path(__file__).parent
ITEMS = HERE / "items"
HALVES = ("tuning", "held")
SAME = {"distractor-equals-key": "repeated-option"}
"""Codes that say of a key what the other says of two distractors."""

Labels = Mapping[str, frozenset[str]]
"""The codes of each item by its id; an item without any is there too."""


@dataclass(frozen=True, slots=True, repr=False)
class Half:
    """One half of the items: what was found and what readers marked. Its repr tells nothing of the held."""

    found: Labels
    reading_1: Labels
    reading_2: Labels
    settled: Labels


def half(name: str, folder: Path) -> Half:
    """The half ``name``, compiled in ``folder`` (which must not exist) as the banks of a small course."""
    edition = edition_of(name, folder)
    readings = (read(reading, edition) for reading in ("reading-1", "reading-2", "settled"))
    return Half(found_in(edition), *readings)


def edition_of(name: str, folder: Path) -> Edition:
    """The items of a half as the project's own loader and renderer make them."""
    assert any((ITEMS / name).glob("*.yml")), f"tests/items/{name} has no items to measure with"
    shutil.copytree(HERE / "minimal", folder)
    shutil.rmtree(folder / "quizzes" / "banks")
    shutil.copytree(ITEMS / name, folder / "quizzes" / "banks")
    loaded = load_course(folder)
    assert loaded.course is not None, loaded.findings
    assert not [finding for finding in loaded.findings if finding.place.file.startswith("quizzes/")]
    return make_edition(loaded.course, "acme", "en", loaded.pictures)[0]


def found_in(edition: Edition) -> Labels:
    """The codes of item writing that are found in each item, by where the findings stand."""
    starts = sorted((item.places.start, str(item.id)) for item in edition.items.values())
    found: dict[str, set[str]] = {str(name): set() for name in edition.items}
    for finding in (*check_edition(edition), *check_editions([edition])):
        code = SAME.get(finding.code, finding.code)
        if code in ITEM_RULES:
            found[starts[bisect_right(starts, (finding.place, "~")) - 1][1]].add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


def read(reading: str, edition: Edition) -> Labels:
    """A reading's labels of the items of an edition; an item that the file leaves out has no flaw."""
    rows = yaml.safe_load((ITEMS / "labels" / f"{reading}.yml").read_text(encoding="utf-8")) or {}
    return {str(name): frozenset(rows.get(str(name)) or ()) for name in edition.items}


def known_items() -> frozenset[str]:
    """The ids that the labels name."""
    names: set[str] = set()
    for path in sorted((ITEMS / "labels").glob("*.yml")):
        names |= set(yaml.safe_load(path.read_text(encoding="utf-8")) or {})
    return frozenset(names)
