"""The link checker of the finished site: it reads the raw HTML, which the engine's own checker doesn't see."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

_ID = re.compile(r'\sid="([^"]*)"|\sname="([^"]*)"')
_LINK = re.compile(r'<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"')


def dead_links(files: Mapping[str, bytes]) -> list[str]:
    """``page → address`` for each link, script, style or picture of a page that leads nowhere in ``files``."""
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    anchors = {path: {one or other for one, other in _ID.findall(page)} for path, page in pages.items()}
    dead: list[str] = []
    for path, page in pages.items():
        for address, target, anchor in _targets(path, page):
            missing = target not in files or (anchor and target in anchors and anchor not in anchors[target])
            if missing and f"{path} → {address}" not in dead:
                dead.append(f"{path} → {address}")
    return sorted(dead)


def _targets(path: str, page: str) -> Iterator[tuple[str, str, str]]:
    for address in _LINK.findall(page):
        parts = urlsplit(html.unescape(address))
        if parts.scheme or parts.netloc:
            continue
        folder = posixpath.dirname(path)
        target = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else path
        yield address, target, unquote(parts.fragment)
