"""Where editions stand in the output folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.model.course import Course
    from builder.model.edition import Edition


def edition_name(edition: Edition) -> str:
    """``<organisation>.<language>``."""
    return f"{edition.organisation.id}.{edition.language}"


def folder_of(course: Course, edition: str) -> str:
    """Where an edition stands below the output folder: the course's first one at its top."""
    first = f"{course.settings.organisation}.{course.settings.languages[0]}"
    return "" if edition == first else f"editions/{edition}/"
