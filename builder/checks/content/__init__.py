"""What the course says: how hard it reads, whether its minutes, levels and claims hold, and whose words it uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.checks.content.claims import check_claims
from builder.checks.content.copied import check_copied
from builder.checks.content.minutes import check_minutes
from builder.checks.content.reading import check_reading
from builder.checks.content.values import check_values
from builder.checks.content.writings import writings
from builder.diagnostics import Diagnostic
from builder.model.edition import Edition


def check_content(edition: Edition, texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Findings about the words of an edition; ``texts`` are the source files by path."""
    yield from check_reading(edition)
    yield from check_minutes(edition)
    written = tuple(writings(edition.course))
    yield from check_claims(edition, written, texts)
    yield from check_values(edition, written, texts)
    yield from check_copied(edition, written, texts)
