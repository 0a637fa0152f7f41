"""Printed books: our CPU against WeasyPrint alone on the same HTML, pages a second with and without tags, and memory.

Each is made in a fork of this process, as a build makes it; memory is that of a process of its own. Usage: python
benchmarks/books.py [COURSE [RUNS [NAME …]]]; a name is that of an artefact below ``workbooks/``.
"""

from __future__ import annotations

import gc
import os
import pickle
import re
import statistics
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from builder.build.front import compile_course
from builder.build.pool import Job, run_jobs
from builder.writers import workbooks
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import learner_page
from builder.writers.workbooks.learner.write import files_of
from builder.writers.workbooks.printing.engine import fonts_config, warm_up
from builder.writers.workbooks.printing.render import load_templates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from builder.writers.artefact import Artefact

DEFAULTS = (".", "3")
BOOKS = ("a4/course.learner", "a4/standards.learner")
ALONE = """
import gc, pickle, resource, sys
from pathlib import Path
gc.disable()
artefact = pickle.loads(Path(sys.argv[1]).read_bytes())
artefact.write(artefact.reads, {})
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
CONTENTS = re.compile(r'<section class="contents".*?</section>', re.DOTALL)
WITH_CONTENTS = re.compile(r"[^{}\n]*\{[^{}]*\btarget-counter\([^{}]*\}")


def in_a_fork(work: Callable[[], bytes]) -> tuple[float, int]:
    """CPU seconds and pages of a PDF that ``work`` makes in a process forked as a build forks it."""
    before = os.times()
    (done,) = run_jobs((Job("book", work),), 2)
    after = os.times()
    if done.result is None:
        raise done.error or RuntimeError
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    info = subprocess.run(["pdfinfo", "-"], input=done.result, check=True, capture_output=True).stdout.decode()
    return cpu, int(re.search(r"^Pages:\s+(\d+)", info, re.MULTILINE)[1])  # type: ignore[index]  # poppler always says it


def ours(artefact: Artefact) -> bytes:
    """The book as a build makes it."""
    (data,) = artefact.write(artefact.reads, {}).files.values()
    return data


def plain(html: str, files: Mapping[str, tuple[str, bytes]], **options: str) -> bytes:
    """The same pages by WeasyPrint alone."""
    from weasyprint import HTML  # noqa: PLC0415 - imported by the warming up
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - the same

    class Ours(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            del headers
            return URLFetcherResponse(url, files[url][1], {"Content-Type": files[url][0]})

    gc.enable()
    os.environ["FONTCONFIG_FILE"] = str(fonts_config())
    return bytes(HTML(string=html, url_fetcher=Ours()).write_pdf(**options))


def memory(artefact: Artefact) -> float:
    """MiB that a process of its own takes for the book, at most."""
    with tempfile.NamedTemporaryFile() as pickled:
        pickled.write(pickle.dumps(artefact))
        pickled.flush()
        command = [sys.executable, "-c", ALONE, pickled.name]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout) / 1024


def compared(artefact: Artefact, runs: int) -> str:
    """A line about a learner workbook."""
    book = artefact.reads
    if not isinstance(book, LearnerBook):
        sys.exit(f"{artefact.name} is not a learner workbook")
    html, files = learner_page(book), files_of(book)
    bare = WITH_CONTENTS.sub("", CONTENTS.sub("", html))
    ratios, rates, cpu, pages = [], [], 0.0, 0
    for _ in range(runs):
        cpu, pages = in_a_fork(partial(ours, artefact))
        tagged, _same = in_a_fork(partial(plain, html, files, pdf_variant="pdf/ua-1"))
        untagged, fewer = in_a_fork(partial(plain, bare, files))
        ratios.append(cpu / tagged)
        rates.append((pages / cpu) / (fewer / untagged))
    bound = 100 + 1.2 * pages
    return (
        f"{artefact.name}: {pages} pages, {cpu:.2f} CPU s, {statistics.median(ratios):.3f} times plain WeasyPrint"
        f" (aim ≤ 1.05), {statistics.median(rates):.2f} of the pages a second untagged and without contents"
        f" (aim ≥ 0.75), {memory(artefact):.0f} MiB (aim ≤ {bound:.0f})"
    )


def main() -> None:
    """Measure each named book."""
    asked = [*sys.argv[1:], *DEFAULTS[len(sys.argv) - 1 :]]
    source, runs, names = Path(asked[0]).resolve(), int(asked[1]), asked[2:] or BOOKS
    front = compile_course(source)
    compiled = front.compiled[0]
    artefacts = {
        one.name.removeprefix("workbooks/"): one for one in workbooks.artefacts(compiled.edition, compiled.plan)
    }
    warm_up()
    load_templates()
    for name in names:
        print(compared(artefacts[name], runs))


if __name__ == "__main__":
    main()
