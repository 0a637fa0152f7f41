"""The page for lost visitors: it works for an address at any depth, wherever on a host the site lies.

The engine writes its links from the server's root. Here they start at the site's root, which the page's own script
finds (``site/overrides/404.html``) before the first of them is read.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

LOST = "404.html"
SCRIPTS = ("(function () {\n    var folders =", "(function (home) {")
"""How the page's own scripts begin."""

_HEAD = '<meta charset="utf-8">'
_FROM_SERVER = re.compile(r'(?<=\s)(href|src)="/(?!/)')
_FINDS_ROOT = re.compile(r'\s*<script data-folders="">(.*?)</script>', re.DOTALL)
_SCOPE = ('new URL("/",location)', 'new URL(".",document.baseURI)')


def lost_page(page: str, paths: Iterable[str]) -> str | None:
    """The page, mended; ``paths`` are all the site's. None where the engine's page isn't as expected."""
    finder = _FINDS_ROOT.search(page)
    if not finder or page.count(_HEAD) != 1 or page.count(_SCOPE[0]) != 1:
        return None
    script = f'<script data-folders="{html.escape(_folders(paths))}">{finder[1]}</script>'
    page = page.replace(finder[0], "").replace(*_SCOPE).replace(_HEAD, f"{_HEAD}\n      {script}")
    return _FROM_SERVER.sub(r'\1="', page)


def _folders(paths: Iterable[str]) -> str:
    """The folders that hold pages, by their names at the site's top, each with how deep the pages below it lie."""
    deep: dict[str, int] = {}
    for path in paths:
        top, *rest = path.split("/")
        if rest and path.endswith(".html"):
            deep[top] = max(deep.get(top, 0), len(rest))
    return " ".join(f"{top}={depth}" for top, depth in sorted(deep.items()))
