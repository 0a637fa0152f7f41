"""What the site of the course weighs and how fast it works: first views, layout shift, checking, a large course.

Usage: python benchmarks/site_weight.py [RUNS]     (default: 15 loads of each lesson of the large and the small course)
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from made_sites import large_site, real_site
from playwright.sync_api import Browser, sync_playwright
from site_browser import ARGUMENTS, chromium, served
from site_measures import check_times, first_view, layout_shift, load_times

RUNS = "15"
WIDTHS = (375, 1280)
FIRST_LESSON = "lessons/lesson-module-0.html"


def weigh(browser: Browser, site: Path) -> None:
    """Print the first views, the player and the layout shifts of the real course."""
    lesson = next(iter(sorted((site / "lessons").glob("*.html")))).name
    quiz = max((site / "quizzes").glob("*.html"), key=lambda page: page.stat().st_size).name
    print(f"player: {len(gzip.compress((site / 'assets/player.js').read_bytes(), 6)) / 1024:.1f} KiB gzipped (aim: 35)")
    with served(site) as base:
        for path in ("index.html", f"lessons/{lesson}", f"quizzes/{quiz}"):
            view = first_view(browser, base, path)
            fonts = len(view.named(r"\.woff2$"))
            shifts = ", ".join(f"{layout_shift(browser, base, path, width):.3f} at {width} px" for width in WIDTHS)
            print(
                f"{path}: {view.bytes / 1024:.1f} KiB gzipped (aim: 150) in {len(view.sizes)} requests (aim: 12),"
                f" {fonts} fonts (aim: 2); layout shift {shifts} (aim: 0.02)"
            )
        spent = check_times(browser, base, f"quizzes/{quiz}")
        print(
            f"quizzes/{quiz}: {len(spent)} presses of a button that checks:"
            f" at most {max(spent, default=0):.1f} ms of script (aim: 16)"
        )


def compare(browser: Browser, folder: Path, runs: int) -> None:
    """Print how a lesson of a large course opens against one of a small course."""
    few, many = large_site(folder / "few", 25), large_site(folder / "many", 250)
    counts = [len([*site.rglob("*.html")]) for site in (few, many)]
    with served(few) as small, served(many) as large:
        quick, slow = load_times(browser, (small + FIRST_LESSON, large + FIRST_LESSON), runs)
    print(
        f"a lesson of {counts[1]} pages against one of {counts[0]}: {slow:.0f} and {quick:.0f} ms of loading,"
        f" ratio {slow / quick:.2f} (median of {runs})"
    )


def main() -> None:
    """Build the sites and print every figure."""
    runs = int([*sys.argv[1:], RUNS][0])
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        weigh(browser, real_site(folder / "real"))
        compare(browser, folder, runs)
        browser.close()


if __name__ == "__main__":
    main()
