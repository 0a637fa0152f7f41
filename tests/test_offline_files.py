"""What the worker keeps: every file by its hash, a version that any change makes new, a size said beforehand."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

import pytest
from site_browser import ROOT, missing_judge
from test_player import TSC, node

from builder.build.offline import OfflineError, kept_offline

SOURCE = (ROOT / "site" / "offline" / "worker.js").read_bytes()
OFFER = b'<section data-offline data-release="1.2.0" data-size="" aria-label="x"></section>'
FILES = {
    "sw.js": SOURCE,
    "index.html": b"<h1>Start</h1>",
    "progress.html": OFFER,
    "assets/pictures/tea \xe2\x80\xa8 pot.svg".encode("latin-1").decode(): b"<svg/>",
    "search/search_index.json": b"{}",
    "search/search_index.js": b"var __index = {};",
}


def course(files: dict[str, bytes]) -> dict[str, Any]:
    found = re.search(r"^const COURSE = (.*?);$", files["sw.js"].decode(), re.DOTALL | re.MULTILINE)
    assert found
    made: dict[str, Any] = json.loads(found[1])
    return made


def test_every_file_is_listed_with_the_hash_that_it_ends_up_with() -> None:
    made = kept_offline(FILES)
    assert set(made) == set(FILES)
    listed = dict(course(made)["files"])
    assert list(listed) == sorted(set(FILES) - {"sw.js", "search/search_index.js"})
    for path, told in listed.items():
        assert told == "sha256-" + base64.b64encode(hashlib.sha256(made[path]).digest()).decode()
    assert course(made)["release"] == "1.2.0"


def test_the_size_is_filled_into_the_pages_that_offer_it() -> None:
    size = sum(len(data) for path, data in FILES.items() if path not in {"sw.js", "search/search_index.js"})
    made = kept_offline(FILES)
    assert f'data-size="{size}"'.encode() in made["progress.html"]
    assert made["index.html"] == FILES["index.html"]


def test_the_same_files_make_the_same_worker_and_any_change_a_new_version() -> None:
    version = course(kept_offline(FILES))["version"]
    assert course(kept_offline(dict(reversed(FILES.items()))))["version"] == version
    for path in set(FILES) - {"search/search_index.js"}:
        changed = course(kept_offline({**FILES, path: FILES[path] + b"\n"}))
        assert changed["version"] != version, path
    renamed = {("start.html" if path == "index.html" else path): data for path, data in FILES.items()}
    assert course(kept_offline(renamed))["version"] != version


def test_a_site_that_offers_nothing_has_no_worker() -> None:
    made = kept_offline({**FILES, "progress.html": b"<p>No offer</p>"})
    assert sorted(made) == sorted(set(FILES) - {"sw.js"})


def test_a_worker_without_a_place_for_the_list_stops_the_build() -> None:
    with pytest.raises(OfflineError, match="no place"):
        kept_offline({**FILES, "sw.js": b"// nothing"})


def test_the_type_checker_finds_nothing_in_the_worker() -> None:
    if not TSC.is_file():
        missing_judge("tsc")
    done = node(str(TSC), "--project", str(ROOT / "site" / "offline" / "tsconfig.json"))
    assert done.returncode == 0, done.stdout + done.stderr
