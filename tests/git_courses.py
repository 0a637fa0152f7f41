"""The tiny course in a git repository of its own, for what compares versions."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from test_build import copy_of_tiny

DAY = "2026-11-20T12:00:00Z"
ME = {"NAME": "An Author", "EMAIL": "author@tea-round.example", "DATE": DAY}
SURROUNDINGS = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in ME.items()},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, text=True, check=True, env=SURROUNDINGS
    )
    return done.stdout


def commit(folder: Path, message: str = "Next") -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def repository(folder: Path) -> Path:
    """The tiny course in ``folder``, committed as it is, without a ledger."""
    copy_of_tiny(folder)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    (folder / ".gitignore").write_text(".build/\ndist/\n")
    commit(folder, "First")
    return folder


def replace(folder: Path, path: str, old: str, new: str) -> None:
    """Put ``new`` in the place of the one ``old`` of a file."""
    text = (folder / path).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path} holds it {text.count(old)} times: {old}"
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")
