"""CPU seconds of the rules of item writing over so many English items, all texts taken apart; seconds on all cores.

Usage: python benchmarks/lint.py [ITEMS]     (default: 10000)
The items are those of `tests/items/tuning`, again and again, in banks of 26: three in four have flaws.
"""

from __future__ import annotations

import gc
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from builder.build.pool import default_jobs
from builder.build.spread import over_cores
from builder.checks.writing import check_writing
from builder.edition import make_edition
from builder.model.edition import Edition
from builder.model.items import Bank
from builder.source import load_course

TESTS = Path(__file__).parent.parent / "tests"


def edition() -> Edition:
    """The small course of the tests with the items written for tuning."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "course"
        shutil.copytree(TESTS / "minimal", root)
        shutil.copytree(TESTS / "items" / "tuning", root / "quizzes" / "banks", dirs_exist_ok=True)
        loaded = load_course(root)
    if loaded.course is None:
        raise SystemExit(str(loaded.findings[0]))
    return make_edition(loaded.course, "acme", "en", loaded.pictures)[0]


def _copy(bank: Bank, number: int) -> Bank:
    """The same bank with another id and items of its own: what is shared would be looked at once."""
    items = tuple(item.model_copy() for item in bank.items)
    return bank.model_copy(update={"id": f"{bank.id}-{number}", "items": items})


def main(count: int) -> None:
    """Print two lines."""
    once = edition()
    few = once.course.banks
    times = -(-count // sum(len(bank.items) for bank in few))
    banks = tuple(_copy(bank, number) for number in range(times) for bank in few)
    many = replace(once, course=once.course.model_copy(update={"banks": banks}))
    items = sum(len(bank.items) for bank in many.course.banks)
    gc.disable()
    start = time.process_time()
    found = sum(1 for _ in check_writing([many], {}))
    spent = time.process_time() - start
    start = time.perf_counter()
    again = sum(1 for _ in check_writing([many], {}, over_cores))
    waited = time.perf_counter() - start
    each = spent / items * 1e6
    print(f"{items} items: {spent:.2f} CPU s, {each:.0f} microseconds an item; {found} findings")
    print(f"spread over {default_jobs()} cores, as a check does it: {waited:.2f} s; {again} findings")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
