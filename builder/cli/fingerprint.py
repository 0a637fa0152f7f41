"""``course fingerprint``: note a source's wording as hashes, so that ``check`` sees what is copied from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from builder.cli import UsageError

if TYPE_CHECKING:
    import argparse

_A_LINE = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the source and the file that holds its text."""
    parser.add_argument("source", help="its id in course/sources.yml")
    parser.add_argument("file", type=Path, help="its text; the course keeps hashes of it and not a word")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Write ``course/fingerprints/<source>.yml``; 2 for a source or a file that there isn't."""
    from builder.build.whole import write_whole  # noqa: PLC0415 - ``course --help`` must not import the program
    from builder.identity.windows import WORDS, packed  # noqa: PLC0415
    from builder.source import load_course  # noqa: PLC0415

    try:
        found = packed(arguments.file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not UTF-8 text"
        message = f"{arguments.file}: {reason}"
        raise UsageError(message) from error
    if not found:
        message = f"{arguments.file} has fewer than {WORDS} words"
        raise UsageError(message)
    course = load_course(root).course
    if course is None or arguments.source not in {str(source.id) for source in course.sources}:
        message = f"course/sources.yml has no source '{arguments.source}'"
        raise UsageError(message)
    target = root / "course" / "fingerprints" / f"{arguments.source}.yml"
    write_whole(target, _written(arguments.source, found).encode(), authors=True)
    print(f"{target.relative_to(root).as_posix()}: {len(found)} windows of {WORDS} words.")
    return 0


def _written(source: str, found: list[str]) -> str:
    rows = [" ".join(found[start : start + _A_LINE]) for start in range(0, len(found), _A_LINE)]
    head = (
        "# Hashes of each eight words in a row of a source: what must not be copied. Written by `course fingerprint`."
    )
    return f"{head}\nsource: {source}\nwindows: >-\n" + "".join(f"  {row}\n" for row in rows)
