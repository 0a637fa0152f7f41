"""What the program itself contributes to an artefact: the code that writes it, that code's files, and the libraries."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from builder.build.imports import DynamicImportError, Imports
from builder.build.libraries import libraries

PROGRAM = Path(__file__).resolve().parent.parent
ENDINGS = frozenset(
    {".py", ".j2", ".html", ".css", ".js", ".po", ".woff2", ".ttf", ".svg", ".yml", ".conf", ".xml", ".json"}
)


class Program:
    """The program's digests, one for each set of modules; files are read once."""

    def __init__(self, notes: Path, program: Path = PROGRAM) -> None:
        """``notes`` is where imports are remembered."""
        self._program = program
        self._imports = Imports(program, notes)
        self._sums: dict[Path, str] = {}
        self._digests: dict[tuple[tuple[str, ...], str], str] = {}

    def digest(self, modules: Iterable[str], language: str) -> str:
        """A digest of all that ``modules`` run on for an edition in ``language``, with the libraries' versions."""
        asked = tuple(sorted(modules)), language
        if asked not in self._digests:
            hasher = hashlib.sha256(libraries().encode())
            for path in self.files(*asked):
                hasher.update(f"\0{path.relative_to(self._program.parent).as_posix()} {self._sum(path)}".encode())
            self._digests[asked] = hasher.hexdigest()
        return self._digests[asked]

    def files(self, modules: Iterable[str], language: str) -> tuple[Path, ...]:
        """The files behind `digest`; all of the program's where they can't be told."""
        try:
            code, declared = self._imports.closure(modules)
        except DynamicImportError:
            return tuple(every_file(self._program))
        named = (_below(self._program, name.replace("{language}", language)) for name in declared)
        return tuple(sorted({*code, *(file for path in named for file in _files(path))}))

    def changed_since(self) -> bool:
        """Whether a file has other bytes now than when its digest was taken."""
        return any(_sum(path) != sum_ for path, sum_ in self._sums.items())

    def keep(self) -> None:
        """Remember the imports for the next build."""
        self._imports.keep()

    def _sum(self, path: Path) -> str:
        if path not in self._sums:
            self._sums[path] = _sum(path)
        return self._sums[path]


@cache
def program_digest() -> str:
    """A digest of all code, templates, styles and fonts, and of the versions of the libraries that shape outputs."""
    hasher = hashlib.sha256(libraries().encode())
    for path in every_file(PROGRAM):
        hasher.update(f"\0{path.relative_to(PROGRAM.parent).as_posix()} {_sum(path)}".encode())
    return hasher.hexdigest()


def every_file(program: Path) -> list[Path]:
    """All code, templates, styles and fonts of the program, sorted."""
    folders = (program, program.parent / "site")
    found = [path for folder in folders for path in folder.rglob("*") if path.suffix in ENDINGS and path.is_file()]
    return sorted([*found, *_files(program.parent / "mkdocs.yml")])


def _below(program: Path, name: str) -> Path:
    """A declared file or folder; what begins with ``site/`` is a checkout's own, else the wheel's."""
    if not name.startswith("site/"):
        return program / name
    own = program.parent / name
    return own if own.exists() else program / "site_assets" / name.removeprefix("site/")


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts)


def _sum(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
