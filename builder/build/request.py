"""What the user asked the build for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.build.pool import default_jobs


@dataclass(frozen=True, slots=True)
class Request:
    """A build of the course below ``root`` into ``output``.

    ``only`` names outputs (None: those of course.yml); ``organisation`` and ``languages`` choose editions (None: those
    of course.yml). ``epoch`` is SOURCE_DATE_EPOCH where it is set. ``asked`` are the ways to ask for this again that
    the no-op path answers.
    """

    root: Path
    output: Path
    only: tuple[str, ...] | None = None
    organisation: str | None = None
    languages: tuple[str, ...] | None = None
    jobs: int = 0
    locked: bool = False
    strict: bool = False
    epoch: int | None = None
    asked: tuple[str, ...] = ()

    @property
    def state_folder(self) -> Path:
        """Where stage, cache and state live."""
        return self.root / ".build"

    @property
    def is_partial(self) -> bool:
        """Whether it asks for less than the course names, so that the rest of the output has to be kept."""
        return self.only is not None or self.organisation is not None or self.languages is not None

    @property
    def processes(self) -> int:
        """How many processes to use."""
        return self.jobs or default_jobs()
