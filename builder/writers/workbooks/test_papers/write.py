"""From a test's view to its PDF."""

from __future__ import annotations

from builder.writers.artefact import Labels, Written
from builder.writers.workbooks.printing.leaf import print_leaf
from builder.writers.workbooks.test_papers.view import PrintedTest, PrintedTestKey

PROGRAM_FILES = ("templates/workbooks/test_papers", "templates/workbooks/learner", "templates/workbooks/key")


def write_test(test: PrintedTest, labels: Labels) -> Written:
    """The paper that people write on."""
    del labels
    return print_leaf("test_papers/test.html", test)


def write_test_key(key: PrintedTestKey, labels: Labels) -> Written:
    """The key to all forms; ``labels`` holds those of the learner's workbook."""
    return print_leaf("test_papers/key.html", key, labels=labels.get(key.learner, {}))
