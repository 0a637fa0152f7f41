"""References to pages that stay right when what they say moves pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def targets_named() -> Iterator[None]:
    """Have WeasyPrint know what each ``target-counter(attr(href), …)`` refers to.

    By itself it knows that of ``url()`` alone (70.0), and doesn't lay out a page again whose references changed after
    they had been filled in once: contents that go on to one more page named the pages that stood before.
    """
    from weasyprint.css.targets import TargetCollector  # noqa: PLC0415 - half a second

    usual = TargetCollector.collect_missing_counters

    def collect(self: Any, box: Any, *others: Any) -> None:
        *kept, of_targets = others
        href = box.element.get("href", "") if None in of_targets else ""
        named = {href[1:] if name is None else name: missing for name, missing in of_targets.items()}
        usual(self, box, *kept, named)

    TargetCollector.collect_missing_counters = collect
    try:
        yield
    finally:
        TargetCollector.collect_missing_counters = usual
