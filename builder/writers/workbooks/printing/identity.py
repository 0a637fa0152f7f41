"""Whose book it is."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.base import Picture
from builder.model.edition import Edition, PictureFile
from builder.model.links import picture_path


@dataclass(frozen=True, slots=True)
class Identity:
    """Course, organisation and brand: ``primary`` and ``accent`` are CSS hex colours, ``logo`` a path or empty."""

    course_id: str
    course: str
    tagline: str
    organisation: str
    vision: str
    primary: str
    accent: str
    logo: str
    publisher: str
    licence: str
    version: str
    address: str


def identity_of(edition: Edition) -> Identity:
    """The identity of all books of ``edition``."""
    settings, organisation = edition.course.settings, edition.organisation
    brand = organisation.brand
    path = picture_path(Picture(file=brand.logo).model_copy(update={"places": brand.places})) if brand.logo else ""
    return Identity(
        course_id=str(settings.id),
        course=settings.title.html,
        tagline=settings.tagline.html,
        organisation=organisation.name.html,
        vision=organisation.vision.html,
        primary=brand.primary,
        accent=brand.accent,
        logo=path if path in edition.pictures else "",
        publisher=settings.publisher.html,
        licence=settings.licence.html,
        version=settings.version,
        address=settings.address,
    )


def logo_of(edition: Edition, identity: Identity) -> tuple[PictureFile, ...]:
    """The file of the logo, if there is one."""
    return (edition.pictures[identity.logo],) if identity.logo else ()
