"""Files that are written whole: which permissions they have, and what stands when it fails."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.build.whole import write_whole


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def strict() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.usefixtures("strict")
def test_an_authors_file_keeps_its_permissions_and_ours_are_everybodys_to_read(tmp_path: Path) -> None:
    for path, authors, wanted in (("ours", False, 0o644), ("new", True, 0o600), ("old", True, 0o664)):
        if path == "old":
            (tmp_path / path).touch()
            (tmp_path / path).chmod(wanted)
        write_whole(tmp_path / path, b"said", authors=authors)
        assert (mode(tmp_path / path), (tmp_path / path).read_bytes()) == (wanted, b"said")


@pytest.mark.parametrize("authors", [False, True])
def test_what_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, authors: bool
) -> None:
    (tmp_path / "ledger.yml").write_bytes(b"old")

    def full(_handle: int, _mode: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fchmod", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "ledger.yml", b"new", authors=authors)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"ledger.yml": b"old"}
