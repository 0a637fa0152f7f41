"""Pictures for reviewers: each kind of page of the real course, light and dark, on a desk and on a phone.

Run by ``make pictures`` after a build. One sheet a kind goes to ``docs/pictures/site/``.
"""

from __future__ import annotations

import base64
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from site_browser import ROOT, opened, served
from site_pages import kinds, started

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VIEWS = ((1280, "light"), (375, "light"), (1280, "dark"), (375, "dark"))
HEIGHT = 1500
SCALE = 0.5


def taken(browser: Browser, base: str, path: str) -> list[tuple[int, bytes]]:
    """The upper part of a page in each view, as (width, PNG)."""
    pictures = []
    for width, scheme in VIEWS:
        with opened(browser, base, color_scheme=scheme, viewport={"width": width, "height": HEIGHT}) as page:
            page.goto(base + path)
            page.evaluate("() => document.fonts.ready")
            pictures.append((width, page.screenshot()))
    return pictures


def sheet(browser: Browser, pictures: list[tuple[int, bytes]]) -> bytes:
    """The pictures side by side, as one JPEG."""
    height = int(HEIGHT * SCALE)
    images = "".join(
        f'<img width="{width * SCALE}" height="{height}" src="data:image/png;base64,{base64.b64encode(png).decode()}">'
        for width, png in pictures
    )
    width = int(sum(width for width, _ in pictures) * SCALE + 10 * (len(pictures) + 1))
    page = browser.new_page(viewport={"width": width, "height": height + 20})
    page.set_content(f'<body style="margin:10px;display:flex;gap:10px;background:#888">{images}</body>')
    page.wait_for_timeout(100)
    picture = page.screenshot(type="jpeg", quality=72)
    page.close()
    return picture


def main() -> int:
    """Write the sheets of ``dist/site``; exit code 2 where there is none."""
    site, out = ROOT / "dist" / "site", ROOT / "docs" / "pictures" / "site"
    if not site.is_dir():
        sys.stderr.write("no dist/site: run make first\n")
        return 2
    out.mkdir(parents=True, exist_ok=True)
    with started() as browser, served(site) as base:
        found = kinds(site)
        for old in set(out.glob("*.jpg")) - {out / f"{kind}.jpg" for kind in found}:
            old.unlink()
        for kind, path in found.items():
            Path(out / f"{kind}.jpg").write_bytes(sheet(browser, taken(browser, base, path)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
