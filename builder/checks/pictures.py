"""Pictures that a field names: they are there, inside the course, and described."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from builder.diagnostics import Diagnostic
from builder.diagnostics.suggest import did_you_mean
from builder.model.base import Picture
from builder.model.edition import Edition, PictureFile
from builder.model.links import picture_path


def check_pictures(edition: Edition) -> Iterator[Diagnostic]:
    """Missing pictures of items, cards and scenes, and pictures that nobody describes."""
    course = edition.course
    for item in edition.items.values():
        if item.picture is not None:
            yield from _picture(item.picture, edition.pictures)
    for deck in course.decks:
        for card in deck.cards:
            if card.type == "basic" and card.picture is not None:
                yield from _picture(card.picture, edition.pictures)
    for scenario in course.scenarios:
        for scene in scenario.scenes:
            if scene.picture is not None:
                yield from _picture(scene.picture, edition.pictures)
    logo = edition.organisation.brand.logo
    if logo:
        brand = edition.organisation.brand
        as_picture = Picture(file=logo, decorative=True).model_copy(update={"places": brand.places})
        yield from _picture(as_picture, edition.pictures, "logo")


def _picture(picture: Picture, pictures: Mapping[str, PictureFile], field: str = "file") -> Iterator[Diagnostic]:
    path, place = picture_path(picture), picture.places.of(field)
    if path.startswith(("../", "/")) or path == ".." or ":" in picture.file:
        help_ = "put a copy of the picture beside the file that shows it"
        message = f"the picture '{picture.file[:60]}' is outside of the course"
        yield Diagnostic("outside-path", message, place, help_, len(picture.file))
    elif path not in pictures:
        folder = posixpath.dirname(picture.places.start.file)
        beside = [posixpath.relpath(known, folder or ".") for known in pictures]
        help_ = did_you_mean(picture.file, beside) or "put the picture beside the file that names it"
        yield Diagnostic(
            "missing-picture", f"there is no picture '{picture.file[:60]}'", place, help_, len(picture.file)
        )
    if not picture.decorative and not picture.alt.source.strip():
        help_ = "say in 'alt' what the picture shows, or set 'decorative: yes'"
        yield Diagnostic(
            "missing-alt", f"the picture '{picture.file[:60]}' has no text alternative", place, help_, len(picture.file)
        )
