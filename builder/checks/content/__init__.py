"""What the course says: how hard it reads, whether its minutes, levels and claims hold, and whose words it uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from builder.checks.content.claims import check_claims
from builder.checks.content.copied import check_copied
from builder.checks.content.minutes import check_minutes
from builder.checks.content.reading import check_reading
from builder.checks.content.values import check_values
from builder.checks.content.writings import writings
from builder.diagnostics import Diagnostic
from builder.model.edition import Edition


def check_content(edition: Edition) -> Iterator[Diagnostic]:
    """Findings about the words of an edition."""
    yield from check_reading(edition)
    yield from check_minutes(edition)


def check_typed(editions: Iterable[Edition], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Findings about what authors typed, which is the same for every organisation: once a language.

    ``texts`` are the source files by path.
    """
    by_language: dict[str, list[Edition]] = {}
    for edition in editions:
        by_language.setdefault(edition.language, []).append(edition)
    for edition, *others in by_language.values():
        written = tuple(writings(edition.course))
        yield from check_claims(edition, written, texts)
        yield from check_values([one.organisation for one in (edition, *others)], written, texts)
        yield from check_copied(edition, written, texts)
