"""Putting a whole new tree in the place of the old one.

The new tree is assembled beside the old one's cache, then two renames swap it in: ``dist`` to ``dist.previous``, the
new one to ``dist``. At every moment a whole tree stands under one of the two names.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from builder.build.manifest import NAME as MANIFEST

TOP_LEVEL = frozenset(
    {"site", "workbooks", "banks", "decks", "packages", "refreshers", "letters", "reports", "editions", MANIFEST}
)
"""All that a build puts at the top of an output folder."""


def previous(output: Path) -> Path:
    """Where the last tree waits between the two renames."""
    return output.with_name(output.name + ".previous")


def is_ours(folder: Path) -> bool:
    """Whether ``folder`` may be replaced: it isn't there, is empty, or holds a manifest and nothing that isn't ours."""
    try:
        names = {path.name for path in folder.iterdir()}
    except FileNotFoundError:
        return True
    return not names or (MANIFEST in names and names <= TOP_LEVEL)


def recover(output: Path) -> None:
    """Move the last good tree back if a build was killed between the renames; drop it if the swap had finished."""
    left = previous(output)
    if not left.exists() or not is_ours(left):
        return
    if output.exists():
        drop(left)
    else:
        left.rename(output)


def drop(tree: Path) -> None:
    """Remove a tree of ours, its manifest last: what a kill leaves of it is known as ours."""
    for folder, _, _ in os.walk(tree):
        Path(folder).chmod(0o755)
    for path in tree.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name != MANIFEST:
            path.unlink()
    (tree / MANIFEST).unlink(missing_ok=True)
    tree.rmdir()


def place_for_new(output: Path, state_folder: Path) -> Path:
    """Where the new tree is assembled: below the state folder, or beside the output when that is on another disk."""
    same_disk = state_folder.stat().st_dev == output.parent.stat().st_dev
    return state_folder / "new" if same_disk else output.with_name(f".{output.name}.new")


def assemble_tree(folder: Path, files: Mapping[str, Path]) -> None:
    """Make ``folder`` hold exactly ``files`` (path below it to where the bytes are), by hard links where possible."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    made = {folder}
    for path, source in files.items():
        target = folder / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)


def swap_in(new: Path, output: Path) -> None:
    """Replace ``output`` by ``new`` with two renames, then drop the old tree."""
    left = previous(output)
    if output.exists():
        output.rename(left)
    try:
        new.rename(output)
    except OSError:
        if left.exists():
            left.rename(output)
        raise
    if left.exists():
        drop(left)
