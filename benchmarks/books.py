"""Printed books: our CPU against WeasyPrint alone on the same HTML, pages a second with and without tags, and memory.

Each measure is a process of its own. Usage: python benchmarks/books.py [COURSE [RUNS [NAME …]]]; a name is that of an
artefact below ``workbooks/``.
"""

from __future__ import annotations

import json
import os
import pickle
import re
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.build.front import compile_course
from builder.writers import workbooks
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import learner_page
from builder.writers.workbooks.learner.write import files_of

if TYPE_CHECKING:
    from builder.writers.artefact import Artefact

DEFAULTS = (".", "3")
BOOKS = ("a4/course.learner", "a4/standards.learner")
OURS = """
import pickle, sys
from pathlib import Path
artefact, labels = pickle.loads(Path(sys.argv[1]).read_bytes())
(data, *_) = artefact.write(artefact.reads, labels).files.values()
Path(sys.argv[2]).write_bytes(data)
"""
PLAIN = """
import os, pickle, sys
from pathlib import Path
from builder.writers.workbooks.printing.engine import fonts_config
os.environ["FONTCONFIG_FILE"] = str(fonts_config())
from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse
html, files = pickle.loads(Path(sys.argv[1]).read_bytes())
class Ours(URLFetcher):
    def fetch(self, url, headers=None):
        return URLFetcherResponse(url, files[url][1], {"Content-Type": files[url][0]})
tagged = {"pdf_variant": "pdf/ua-1"} if sys.argv[3] == "tagged" else {}
Path(sys.argv[2]).write_bytes(HTML(string=html, url_fetcher=Ours()).write_pdf(**tagged))
"""
CONTENTS = re.compile(r'<section class="contents".*?</section>', re.DOTALL)
WITH_CONTENTS = re.compile(r"[^{}\n]*\btarget-counter\([^{}]*\}")


@dataclass(frozen=True)
class Measure:
    """One process: CPU seconds, the most memory in MiB, and the pages that it made."""

    cpu: float
    memory: float
    pages: int


def measured(program: str, *arguments: str) -> Measure:
    """Run ``program`` with a file to read and a file to write first among ``arguments``."""
    before = os.times()
    wrapper = "import json,resource,runpy,sys; exec(sys.argv.pop(1)); "
    wrapper += "print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))"
    done = subprocess.run(
        [sys.executable, "-c", wrapper, program, *arguments], check=True, capture_output=True, text=True
    )
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    info = subprocess.run(["pdfinfo", arguments[1]], check=True, capture_output=True, text=True).stdout
    pages = int(re.search(r"^Pages:\s+(\d+)", info, re.MULTILINE)[1])  # type: ignore[index]  # poppler always says it
    return Measure(cpu, json.loads(done.stdout.splitlines()[-1]) / 1024, pages)


def compared(artefact: Artefact, runs: int, folder: Path) -> str:
    """A line about a learner workbook."""
    book = artefact.reads
    if not isinstance(book, LearnerBook):
        sys.exit(f"{artefact.name} is not a learner workbook")
    html, files = learner_page(book), files_of(book)
    bare = WITH_CONTENTS.sub("", CONTENTS.sub("", html))
    for name, value in (("ours", (artefact, {})), ("plain", (html, files)), ("bare", (bare, files))):
        (folder / name).write_bytes(pickle.dumps(value))
    out = str(folder / "out.pdf")
    ratios, rates, last = [], [], Measure(0, 0, 0)
    for _ in range(runs):
        last = measured(OURS, str(folder / "ours"), out)
        plain = measured(PLAIN, str(folder / "plain"), out, "tagged")
        untagged = measured(PLAIN, str(folder / "bare"), out, "untagged")
        ratios.append(last.cpu / plain.cpu)
        rates.append((last.pages / last.cpu) / (untagged.pages / untagged.cpu))
    bound = 100 + 1.2 * last.pages
    return (
        f"{artefact.name}: {last.pages} pages, {last.cpu:.2f} CPU s, {statistics.median(ratios):.3f} times plain"
        f" WeasyPrint (aim ≤ 1.05), {statistics.median(rates):.2f} of the pages a second untagged and without contents"
        f" (aim ≥ 0.75), {last.memory:.0f} MiB (aim ≤ {bound:.0f})"
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
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            print(compared(artefacts[name], runs, Path(folder)))


if __name__ == "__main__":
    main()
