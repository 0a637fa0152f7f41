"""What a whole build costs beyond its engines: CPU of `course build` against WeasyPrint and the site engine alone.

Both sides work on the same HTML, in one run, from nothing. Usage: python benchmarks/build_overhead.py [COURSE [RUNS]]
"""

from __future__ import annotations

import os
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from engine_alone import __file__ as engine_program
from engine_alone import lay_out

from builder.build.front import compile_course
from builder.build.layout import edition_name
from builder.writers import workbooks
from builder.writers.workbooks.key.book import KeyBook
from builder.writers.workbooks.key.page import key_page
from builder.writers.workbooks.key.write import files_of as key_files
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import learner_page
from builder.writers.workbooks.learner.write import files_of

DEFAULTS = (".", "3")
PRINTER = """
import pickle, sys
from builder.writers.workbooks.printing.engine import fonts_config
import os
os.environ["FONTCONFIG_FILE"] = str(fonts_config())
from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse
for html, files in pickle.load(open(sys.argv[1], "rb")):
    class Ours(URLFetcher):
        def fetch(self, url, headers=None):
            return URLFetcherResponse(url, files[url][1], {"Content-Type": files[url][0]})
    HTML(string=html, url_fetcher=Ours()).write_pdf(pdf_variant="pdf/ua-1")
"""


def cpu(command: list[str]) -> float:
    """User and system seconds of a command and all its children."""
    before = os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def books(root: Path) -> list[tuple[str, Mapping[str, tuple[str, bytes]]]]:
    """The HTML and files of every book of the course's first edition."""
    front = compile_course(root)
    if front.course is None:
        sys.exit("the course does not load")
    first = f"{front.course.settings.organisation}.{front.course.settings.languages[0]}"
    compiled = next(one for one in front.compiled if edition_name(one.edition) == first)
    found = []
    for artefact in workbooks.artefacts(compiled.edition, compiled.plan):
        match artefact.reads:
            case LearnerBook() as book:
                found.append((learner_page(book), files_of(book)))
            case KeyBook() as key:
                found.append((key_page(key, {}), key_files(key)))
    return found


def main() -> None:
    """Measure, print each run's ratio and the median."""
    asked = [*sys.argv[1:], *DEFAULTS[len(sys.argv) - 1 :]]
    source, runs = Path(asked[0]).resolve(), int(asked[1])
    ratios = []
    for run in range(runs):
        with tempfile.TemporaryDirectory() as name:
            root = Path(name) / "course"
            for folder in ("course", "modules", "quizzes"):
                shutil.copytree(source / folder, root / folder)
            ours = cpu([sys.executable, "-m", "builder", "-C", str(root), "build", "--jobs", "2"])
            pickled = Path(name) / "books.pickle"
            pickled.write_bytes(pickle.dumps(books(root)))
            lay_out(root, Path(name) / "stage")
            engine = cpu([sys.executable, engine_program, f"{name}/stage", f"{name}/out"])
            printer = cpu([sys.executable, "-c", PRINTER, str(pickled)])
            ratios.append(ours / (engine + printer))
            print(
                f"run {run + 1}: build {ours:.2f}, site engine {engine:.2f}, WeasyPrint {printer:.2f} CPU s,"
                f" ratio {ratios[-1]:.3f}"
            )
    print(f"median ratio {statistics.median(ratios):.3f} (aim: at most 1.15)")


if __name__ == "__main__":
    main()
