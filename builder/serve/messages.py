"""What the server and the maker tell each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Settings:
    """What is served: the course below ``root`` for one organisation and language (None: the course's first).

    ``folder`` is the maker's own, below ``.build/``; ``epoch`` is SOURCE_DATE_EPOCH where it is set.
    """

    root: Path
    folder: Path
    organisation: str | None = None
    language: str | None = None
    epoch: int | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """To the maker: something on the disk is new; ``looked_at`` are the pages that readers have before them."""

    looked_at: frozenset[str]
    site: bool = False
    """Whether the site's own source, its styles and scripts, may be among it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """To the maker: a reader has come to a page."""

    page: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """To the maker: make the artefact ``name`` (empty: list all) and answer with the same ``number``."""

    number: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A finding as the page shows it."""

    severity: str
    code: str
    message: str
    help: str
    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Found:
    """From the maker: the findings, ready for the page, and in words for a terminal."""

    rows: tuple[Row, ...]
    words: str
    count: str
    shown: bool
    """Whether the pages show the newest source all the same."""


@dataclass(frozen=True, slots=True)
class Pages:
    """From the maker: files of the site that are newer than the last build, all that there are."""

    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Built:
    """From the maker: a whole site below ``folder``, and the files that are newer still."""

    folder: Path
    seconds: float
    files: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Extras:
    """From the maker: the preview's own script and style, by name."""

    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Rested:
    """From the maker: the last `Changed` is answered, in so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Failed:
    """From the maker: what it could not do, a line each."""

    lines: tuple[str, ...]
    fatal: bool = False
    """Whether serving makes no sense: the user asked for an edition that isn't there."""


@dataclass(frozen=True, slots=True)
class Offered:
    """From the maker, in answer to `Wanted`: artefacts by name with their output, or why there are none."""

    number: int
    names: tuple[tuple[str, str], ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Delivered:
    """From the maker, in answer to `Wanted`: the artefact's files by path, where they are on the disk."""

    number: int
    files: Mapping[str, Path]


FromMaker = Found | Pages | Built | Extras | Rested | Failed | Offered | Delivered
ToMaker = Changed | Opened | Wanted
