"""The summary at the end of a build: what was made, how big, how long."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.build.run import Result

KIB = 1024


def print_summary(result: Result, output: str) -> None:
    """Print a line an output, then the totals."""
    from rich import box  # noqa: PLC0415 - a slow import, only at the end of a build
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("edition")
    table.add_column("output")
    table.add_column("files", justify="right")
    table.add_column("size", justify="right")
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in result.rows:
        groups[row.edition, row.output].append(row.size)
    for (edition, output_name), sizes in sorted(groups.items()):
        table.add_row(edition, output_name, str(len(sizes)), size(sum(sizes)))
    Console(soft_wrap=True).print(table)
    times = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in result.times)
    print(f"{output}: {result.made} artefacts made, {result.reused} from the cache; {times}.")


def size(count: int) -> str:
    """Bytes as people read them: ``12 KiB``, ``3.4 MiB``."""
    if count < KIB:
        return f"{count} B"
    if count < KIB * KIB:
        return f"{count / KIB:.0f} KiB"
    return f"{count / KIB / KIB:.1f} MiB"
