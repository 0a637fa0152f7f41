"""What the finished site's service worker keeps: the list of files with their hashes, and what a learner is told.

The pages that offer it say the size beforehand, and are themselves among the files. So the size is taken first, the
pages are filled in, and only then the hashes are: nothing feeds back into itself.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping

WORKER = "sw.js"
NEVER_KEPT = frozenset({WORKER, "search/search_index.js"})
"""The worker itself, and the index's second form, which is read under ``file://`` alone."""

_PLACE = 'const COURSE = { release: "", version: "", files: [] };'
_OFFER = re.compile(r'data-offline data-release="([^"]*)" data-size=""')
_VERSION_LETTERS = 16


class OfflineError(Exception):
    """The worker's source has no place for the list: a fault of ours."""


def kept_offline(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The site with its worker filled in; without a page that offers it, the site without the worker."""
    kept = {path: data for path, data in sorted(files.items()) if path not in NEVER_KEPT}
    offers = {path: page for path, data in kept.items() if (page := _offering(path, data))}
    if not offers:
        return {path: data for path, data in files.items() if path != WORKER}
    size = sum(len(data) for data in kept.values())
    kept |= {path: page.replace('data-size=""', f'data-size="{size}"', 1).encode() for path, page in offers.items()}
    release = next(found[1] for page in offers.values() if (found := _OFFER.search(page)))
    worker = _filled(files.get(WORKER, b"").decode(), release, kept)
    return dict(sorted({**files, **kept, WORKER: worker.encode()}.items()))


def _offering(path: str, data: bytes) -> str:
    """The page, if it has a place that offers to keep the course."""
    if not path.endswith(".html") or b"data-offline" not in data:
        return ""
    page = data.decode()
    return page if _OFFER.search(page) else ""


def _filled(source: str, release: str, kept: Mapping[str, bytes]) -> str:
    """The worker with its list. Its version is new with any change of a file or of the worker."""
    if source.count(_PLACE) != 1:
        message = f"{WORKER}: no place for the list of files"
        raise OfflineError(message)
    listed = [[path, integrity(data)] for path, data in kept.items()]
    version = hashlib.sha256(f"{source}{json.dumps(listed)}".encode()).hexdigest()[:_VERSION_LETTERS]
    course = {"release": release, "version": version, "files": listed}
    return source.replace(_PLACE, f"const COURSE = {json.dumps(course, indent=0)};")


def integrity(data: bytes) -> str:
    """A file's hash as an integrity attribute has it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def sized_as(page: str, before: str) -> str:
    """``page`` with the size that it offered before: that of the whole site is not known without the whole site."""
    offered = re.search(r'data-offline data-release="[^"]*" data-size="(\d+)"', before)
    return page.replace('data-size=""', f'data-size="{offered[1]}"', 1) if offered else page
