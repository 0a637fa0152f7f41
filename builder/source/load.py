"""A folder into a course: finds the files, reads each, and puts the whole together."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.diagnostics import Diagnostic, Place
from builder.model.edition import PictureFile
from builder.source.assemble import assembled
from builder.source.files import PICTURE_LIMIT, Listing, list_files, read_bytes, read_text
from builder.source.kinds import kind_of, language_of, unknown_file
from builder.source.pictures import MEDIA_TYPES, suffix_of
from builder.source.readings import Memory, Readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model.course import Course

COURSE_FILE = "course/course.yml"
LEDGER_FILE = "course/ledger.yml"


@dataclass(frozen=True)
class Loaded:
    """What a folder holds.

    ``course`` is None when its settings or its organisation can't be read. ``whole`` is False when a part of the
    source had to be left out, so that findings about something absent (`builder.diagnostics.codes.OF_ABSENCE`) mean
    little. ``texts`` holds the source of every file that could be read. Paths are from the root, with ``/``.
    """

    course: Course | None
    findings: tuple[Diagnostic, ...]
    pictures: Mapping[str, PictureFile]
    texts: Mapping[str, str]
    whole: bool = True


def load_course(root: Path, memory: Memory | None = None) -> Loaded:
    """Read the course below ``root``. Every mistake is a finding; nothing is raised and nothing is written.

    ``memory`` is that of an earlier call: only files whose content has changed since are read again.
    """
    with collector_at_rest():
        return _load(root, memory or Memory())


def _load(root: Path, memory: Memory) -> Loaded:
    listing = list_files(root)
    readings = Readings()
    pictures: dict[str, PictureFile] = {}
    for path in listing.sizes:
        if suffix_of(path) in MEDIA_TYPES:
            _picture(path, listing, pictures, memory)
        else:
            _source_file(path, listing, readings, memory)
    memory.forget_all_but(listing.sizes)
    if COURSE_FILE not in listing.sizes:
        finding = Diagnostic(
            "missing-file",
            f"there is no {COURSE_FILE}",
            Place(COURSE_FILE),
            "go to a folder that holds a course, or write course/course.yml",
        )
        listing.findings.append(finding)
        readings.whole = False
    course, findings = assembled(readings)
    return Loaded(
        course,
        (*listing.findings, *readings.findings, *findings),
        pictures,
        {**readings.texts, **listing.damaged, **_ledger(listing)},
        readings.whole and all(suffix_of(finding.place.file) in MEDIA_TYPES for finding in listing.findings),
    )


def _ledger(listing: Listing) -> dict[str, str]:
    """The ledger's text: others read it, findings quote it."""
    text = read_text(listing, LEDGER_FILE) if LEDGER_FILE in listing.sizes else None
    return {} if text is None else {LEDGER_FILE: text}


def _picture(path: str, listing: Listing, pictures: dict[str, PictureFile], memory: Memory) -> None:
    data = read_bytes(listing, path, PICTURE_LIMIT)
    if data is None:
        pictures[path] = PictureFile(path, b"", MEDIA_TYPES[suffix_of(path)])
    else:
        pictures[path], findings = memory.picture(path, data)
        listing.findings.extend(findings)
        if findings and suffix_of(path) == "svg":
            listing.damaged[path] = data.decode(errors="replace")


def _source_file(path: str, listing: Listing, readings: Readings, memory: Memory) -> None:
    kind = kind_of(path)
    if kind is None:
        if finding := unknown_file(path):
            readings.findings.append(finding)
        return
    text = read_text(listing, path)
    if text is not None:
        readings.absorb(memory.reading(path, text, kind, language_of(path)))


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Compiling makes many things and no cycles; the collector would look at all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
