"""Same source, same bytes: two whole builds that differ in everything that must not matter."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

TINY = Path(__file__).parent / "tiny"
EPOCH = "1790000000"


def build(folder: Path, umask: str, environment: dict[str, str]) -> dict[str, bytes]:
    shutil.copytree(TINY, folder, ignore=shutil.ignore_patterns(".build", "dist*"))
    command = f'umask {umask}; exec "$0" -m builder -C "$1" build'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable, str(folder)],
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    dist = folder / "dist"
    return {p.relative_to(dist).as_posix(): p.read_bytes() for p in sorted(dist.rglob("*")) if p.is_file()}


def test_folder_seed_zone_locale_and_umask_do_not_matter(tmp_path: Path) -> None:
    one = build(tmp_path / "one" / "a", "022", {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"})
    two = build(
        tmp_path / "a longer folder, elsewhere",
        "077",
        {"PYTHONHASHSEED": "42", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"},
    )
    assert sorted(one) == sorted(two)
    differing = [path for path in one if one[path] != two[path]]
    assert differing == []
    kinds = {path.rsplit(".", 1)[-1] for path in one}
    assert {"html", "pdf", "xml", "apkg", "json"} <= kinds
