"""A course as a git revision has it, laid into a folder of its own: no checkout, index or branch is touched."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from builder.source.files import FOLDERS

_REGULAR, _LINK = ("100644", "100755", "100664"), "120000"


class RevisionError(Exception):
    """There is nothing to compare with: one line that says why."""


@dataclass(frozen=True, slots=True)
class Revision:
    """``name`` is what the user typed, ``commit`` its full hash."""

    name: str
    commit: str

    @property
    def short(self) -> str:
        """``HEAD (a1b2c3d)``."""
        seven = self.commit[:7]
        return self.name if self.commit.startswith(self.name) else f"{self.name} ({seven})"


def find(root: Path, name: str) -> Revision:
    """The commit that ``name`` stands for in the repository around ``root``; raises RevisionError."""
    inside = _git(root, "rev-parse", "--is-inside-work-tree", check=False)
    if inside.returncode:
        said = inside.stderr.decode(errors="replace").strip().splitlines()
        reason = (
            "this course is not in a git repository" if _is_outside(said) else f"git says: {said[0] if said else ''}"
        )
        message = f"{reason}; there is nothing to compare with"
        raise RevisionError(message)
    if name and not name.startswith("-") and "\0" not in name:
        found = _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", check=False)
        if found.returncode == 0:
            return Revision(name, found.stdout.decode().strip())
    if name == "HEAD":
        message = "there is no commit yet to compare with"
        raise RevisionError(message)
    message = f"git knows no revision '{name}'"
    raise RevisionError(message)


def _is_outside(said: list[str]) -> bool:
    return not said or "not a git repository" in said[0]


def lay(root: Path, revision: Revision, folder: Path) -> None:
    """Write the files of the course's folders at ``revision`` below ``folder``; raises RevisionError.

    Links are laid last, so that no file is written through one; the loader refuses those that lead out.
    """
    links: list[tuple[Path, str]] = []
    for mode, path, data in _blobs(root, revision):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if mode == _LINK:
            links.append((target, os.fsdecode(data)))
        else:
            target.write_bytes(data)
    for target, leads in links:
        if leads and "\0" not in leads and not target.exists():
            target.symlink_to(leads)


def _blobs(root: Path, revision: Revision) -> Iterator[tuple[str, PurePosixPath, bytes]]:
    """(mode, path from the course's root, bytes) of each file."""
    listed = _git(root, "ls-tree", "-r", "-z", revision.commit, "--", *FOLDERS).stdout
    rows = [row.partition(b"\t") for row in listed.split(b"\0") if row]
    wanted = [(head.decode().split(), PurePosixPath(os.fsdecode(path))) for head, _, path in rows]
    files = [(head[0], head[2], path) for head, path in wanted if head[1] == "blob" and _is_safe(head[0], path)]
    held = _git(root, "cat-file", "--batch", given="".join(f"{name}\n" for _, name, _ in files).encode()).stdout
    at = 0
    for mode, name, path in files:
        end = held.index(b"\n", at)
        size = held[at:end].rpartition(b" ")[2]
        if not size.isdigit():
            message = f"git lacks the content of {path} ({name[:7]})"
            raise RevisionError(message)
        yield mode, path, held[end + 1 : end + 1 + int(size)]
        at = end + 1 + int(size) + 1


def _is_safe(mode: str, path: PurePosixPath) -> bool:
    return (mode in _REGULAR or mode == _LINK) and not path.is_absolute() and ".." not in path.parts


def _git(root: Path, *words: str, given: bytes = b"", check: bool = True) -> subprocess.CompletedProcess[bytes]:
    """Run git in ``root``, in English; raises RevisionError where it isn't there or, with ``check``, fails."""
    surroundings = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and the words are the program's own but for one that is checked
            ["git", "-C", str(root), *words],  # noqa: S607 - the user's own git
            input=given, capture_output=True, check=False, env=surroundings,
        )  # fmt: skip
    except OSError as error:
        message = f"can't run git: {(error.strerror or 'unknown error').lower()}"
        raise RevisionError(message) from error
    if check and done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        message = f"git {words[0]} failed: {said[-1] if said else done.returncode}"
        raise RevisionError(message)
    return done
