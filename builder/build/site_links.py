"""The link checker of the finished site: it reads the raw HTML, which the engine's own checker doesn't see."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_ID = re.compile(r' (?:id|name)="([^"]*)"')
_ID_ON_ITS_LINE = re.compile(r'\n(?:id|name)="([^"]*)"')
_LINK = re.compile(r'<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"')


class _Target(NamedTuple):
    """Where an address leads: a file's path, empty for the page itself, and an anchor on it."""

    file: str
    anchor: str


def dead_links(files: Mapping[str, bytes]) -> list[str]:
    """``page → address`` for each link, script, style or picture of a page that leads nowhere in ``files``."""
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    anchors = {path: {*_ID.findall(page), *_ID_ON_ITS_LINE.findall(page)} for path, page in pages.items()}
    leads = cache(_leads)
    dead: list[str] = []
    for path, page in pages.items():
        for address in set(_LINK.findall(page)):
            target = leads(posixpath.dirname(path), address)
            file = target.file or path if target else path
            if target and (
                file not in files or (target.anchor and target.anchor not in anchors.get(file, {target.anchor}))
            ):
                dead.append(f"{path} → {address}")
    return sorted(dead)


def _leads(folder: str, address: str) -> _Target | None:
    """Where an address on a page in ``folder`` leads; None for another site."""
    parts = urlsplit(html.unescape(address))
    if parts.scheme or parts.netloc:
        return None
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else ""
    return _Target(path, unquote(parts.fragment))
