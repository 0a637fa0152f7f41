"""What a refresher's sheet and its key print: the sheet holds nothing that a key could change."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.edition import PictureFile
from builder.writers.workbooks.key.book import KeyEntry
from builder.writers.workbooks.learner.printed import LearnerItem
from builder.writers.workbooks.printing.identity import Identity
from builder.writers.workbooks.printing.paper import Format


@dataclass(frozen=True, slots=True)
class Asked:
    """An item, and why it is asked: the aims it asks for, and when they were last asked for."""

    item: LearnerItem
    aims: tuple[str, ...]
    last: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A month's sheet at ``file``; ``month`` is in words, ``rules`` are to keep at work (practice and rule)."""

    file: str
    language: str
    format: Format
    identity: Identity
    month: str
    address: str
    asked: tuple[Asked, ...]
    rules: tuple[tuple[str, str], ...]
    pictures: tuple[PictureFile, ...]
    of_module: str = ""


@dataclass(frozen=True, slots=True)
class Keyed:
    """An item's key, when it was last asked for, where to read again, and the rules that it is about."""

    entry: KeyEntry
    last: str
    again: str
    rules: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SheetKey:
    """The key to a month's sheet, in the order of the sheet."""

    file: str
    language: str
    format: Format
    identity: Identity
    month: str
    keyed: tuple[Keyed, ...]
    pictures: tuple[PictureFile, ...]
    of_module: str = ""
