"""Finding and reading a course's files: never outside its folder, never more than a file may weigh."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from builder.diagnostics import Diagnostic, Place

FOLDERS = ("course", "modules", "quizzes")
TEXT_LIMIT = 4_000_000
PICTURE_LIMIT = 5_000_000
_MAX_FOLDERS = 12


@dataclass(slots=True)
class Listing:
    """The files of a course by path from its root with ``/``, in sorted order, and what was wrong on the way.

    ``damaged`` holds what could be read of files that aren't what they should be, for findings to quote.
    """

    root: Path
    sizes: dict[str, int] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    damaged: dict[str, str] = field(default_factory=dict)


def list_files(root: Path) -> Listing:
    """Every regular file in the course's folders but hidden and backup ones. Links that leave the root are refused."""
    listing = Listing(root)
    real_root = os.path.realpath(root)
    for folder in FOLDERS:
        if os.path.lexists(root / folder):
            _list(folder, 1, real_root, listing)
    listing.sizes = dict(sorted(listing.sizes.items()))
    return listing


def _list(path: str, depth: int, real_root: str, listing: Listing) -> None:
    full = os.path.join(real_root, path)  # noqa: PTH118 - strings: thousands of paths are joined here
    is_link = os.path.islink(full)  # noqa: PTH114 - the same
    if is_link and not _is_inside(full, real_root):
        _refuse(listing, "outside-path", path, "this link leads out of the course's folder", "copy the file here")
        return
    try:
        about = os.stat(full)  # noqa: PTH116 - the same
        if stat.S_ISREG(about.st_mode):
            listing.sizes[path] = about.st_size
        elif stat.S_ISDIR(about.st_mode) and is_link:
            _refuse(listing, "outside-path", path, "a link to a folder is not followed", "copy the folder here")
        elif stat.S_ISDIR(about.st_mode) and depth <= _MAX_FOLDERS:
            for name in sorted(os.listdir(full)):  # noqa: PTH208 - the same
                if _is_readable_name(name):
                    _list(f"{path}/{name}", depth + 1, real_root, listing)
                elif not name.startswith(".") and not name.endswith("~"):
                    _refuse(listing, "not-utf8", f"{path}/{name}", "the file's name is not UTF-8", "rename the file")
    except OSError as error:
        listing.findings.append(unreadable(path, error))


def _refuse(listing: Listing, code: str, path: str, message: str, help_: str) -> None:
    shown = path.encode(errors="replace").decode()
    listing.findings.append(Diagnostic(code, message, Place(shown), help_))


def _is_readable_name(name: str) -> bool:
    """Whether a file's name is neither that of a hidden or backup file nor something other than UTF-8."""
    return not name.startswith(".") and not name.endswith("~") and not any("\ud800" <= c <= "\udfff" for c in name)


def _is_inside(full: str, real_root: str) -> bool:
    real = os.path.realpath(full)
    return real == real_root or real.startswith(real_root.rstrip(os.sep) + os.sep)


def unreadable(path: str, error: OSError) -> Diagnostic:
    """The finding for a file that the system doesn't give."""
    reason = (error.strerror or "unknown error").lower()
    return Diagnostic(
        "missing-file", f"can't be read: {reason}", Place(path), "look at the file's permissions and links"
    )


def read_bytes(listing: Listing, path: str, limit: int) -> bytes | None:
    """The file's bytes; None with a finding when it is over ``limit`` bytes or can't be read."""
    size = listing.sizes[path]
    if size <= limit:
        try:
            return (listing.root / path).read_bytes()
        except OSError as error:
            listing.findings.append(unreadable(path, error))
            return None
    message = f"{size / 1e6:,.1f} MB, and at most {limit / 1e6:g} MB are allowed"
    help_ = "save the picture smaller" if limit == PICTURE_LIMIT else "split the file"
    listing.findings.append(Diagnostic("file-too-big", message, Place(path), help_))
    return None


def read_text(listing: Listing, path: str) -> str | None:
    """The file's text with line feeds for line ends and without a byte order mark; None with a finding otherwise."""
    data = read_bytes(listing, path, TEXT_LIMIT)
    if data is None:
        return None
    try:
        return decoded(data)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8"
        place = Place(path, line, column)
        listing.findings.append(Diagnostic("not-utf8", message, place, "save the file as UTF-8"))
        listing.damaged[path] = data.decode(errors="replace")
        return None


def decoded(data: bytes) -> str:
    """``data`` as text; raises UnicodeDecodeError when it isn't UTF-8."""
    text = data.decode("utf-8")
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
