"""One file of a course with what it can't be read without: enough to check it while somebody types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.model.course import Course
from builder.model.edition import PictureFile
from builder.source.assemble import assembled
from builder.source.files import PICTURE_LIMIT, Listing, list_files, read_bytes, read_text
from builder.source.kinds import base_of, kind_of, language_of, unknown_file
from builder.source.names import Name, names_of
from builder.source.pictures import MEDIA_TYPES, read_picture, suffix_of
from builder.source.readings import Readings

_ALWAYS = ("course/course.yml", "course/sources.yml")
_ORGANISATIONS = "course/organisations/"
_SOURCE = frozenset({"yml", "md"})


@dataclass(frozen=True, slots=True)
class Part:
    """A course that holds one file and what belongs to it; ``names`` are the ids in all the other files.

    ``course`` is None when its settings or organisations can't be read. ``findings`` are those of reading, also of
    the other files that were read; ``whole`` is False when some of it had to be left out. ``pictures`` are known by
    their paths alone.
    """

    course: Course | None
    names: tuple[Name, ...]
    findings: tuple[Diagnostic, ...]
    pictures: Mapping[str, PictureFile]
    texts: Mapping[str, str]
    whole: bool


def load_part(root: Path, path: str, text: str | None = None) -> Part:
    """Read the file at ``path`` below ``root``; ``text`` stands for what it holds where that isn't saved yet."""
    listing = list_files(root)
    if text is not None:
        listing.sizes.setdefault(path, 0)
    given = {} if text is None else {path: text}
    readings = Readings()
    if suffix_of(path) in MEDIA_TYPES:
        _picture(path, listing)
    elif kind_of(path) is None and (finding := unknown_file(path)):
        listing.findings.append(finding)
    near = dict.fromkeys(one for one in _near(path, listing) if one in listing.sizes)
    for one in near:
        kind = kind_of(one)
        read = None if kind is None else given[one] if one in given else read_text(listing, one)
        if kind is not None and read is not None:
            readings.take(one, read, kind, language_of(one))
    course, found = assembled(readings)
    return Part(
        course,
        tuple(names_of(_others(listing, near))),
        (*listing.findings, *readings.findings, *found),
        {
            one: PictureFile(one, b"", MEDIA_TYPES[suffix_of(one)])
            for one in listing.sizes
            if suffix_of(one) in MEDIA_TYPES
        },
        {**listing.damaged, **readings.texts},
        readings.whole,
    )


def _near(path: str, listing: Listing) -> Iterator[str]:
    """The files that ``path`` is read with: what all need, its module, its original and translations."""
    yield from _ALWAYS
    yield from (one for one in listing.sizes if one.startswith(_ORGANISATIONS) and not language_of(one))
    base = base_of(path)
    folder, _, name = base.rpartition("/")
    if base == _ALWAYS[0]:
        yield from (one for one in listing.sizes if one.endswith("/module.yml"))
    elif base.startswith("modules/"):
        yield from (f"{folder}/module.yml", "quizzes/quizzes.yml")
        if name == "module.yml":
            yield from (one for one in listing.sizes if one.startswith(f"{folder}/") and not language_of(one))
    yield base
    yield from (one for one in listing.sizes if one.startswith(base.rpartition(".")[0]) and base_of(one) == base)


def _others(listing: Listing, near: Mapping[str, None]) -> dict[str, str]:
    """The texts of the other source files, as far as they can be read; what is wrong with them is not asked here."""
    texts: dict[str, str] = {}
    for one in listing.sizes:
        if one not in near and suffix_of(one) in _SOURCE and not language_of(one):
            try:
                texts[one] = (listing.root / one).read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
    return texts


def _picture(path: str, listing: Listing) -> None:
    data = read_bytes(listing, path, PICTURE_LIMIT)
    if data is not None:
        _, findings = read_picture(path, data)
        listing.findings.extend(findings)
        if findings and suffix_of(path) == "svg":
            listing.damaged[path] = data.decode(errors="replace")
