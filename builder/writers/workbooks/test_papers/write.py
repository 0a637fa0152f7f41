"""From a test's view to its PDF."""

from __future__ import annotations

from collections.abc import Mapping

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.printing.drawings import picture_files
from builder.writers.workbooks.printing.engine import Numbering, print_pdf
from builder.writers.workbooks.printing.linker import Linker
from builder.writers.workbooks.printing.render import render
from builder.writers.workbooks.test_papers.view import PrintedTest, PrintedTestKey

PROGRAM_FILES = ("templates/workbooks/test_papers", "templates/workbooks/learner", "templates/workbooks/key")
RUNS: Mapping[str, Numbering] = {"leaf": Numbering()}
_LINK = Linker("", frozenset(), frozenset())


def write_test(test: PrintedTest, labels: Labels) -> Written:
    """The paper that people write on."""
    del labels
    html = render("test_papers/test.html", test, RUNS, link=_LINK)
    return Written({test.file: print_pdf(html, picture_files(test.pictures), RUNS).data})


def write_test_key(key: PrintedTestKey, labels: Labels) -> Written:
    """The key to all forms; ``labels`` holds those of the learner's workbook."""
    html = render("test_papers/key.html", key, RUNS, link=_LINK, labels=labels.get(key.learner, {}))
    return Written({key.file: print_pdf(html, picture_files(key.pictures), RUNS).data})
