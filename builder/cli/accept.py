"""``course accept``: record ids, state keys, dates and frozen months in the ledger, which it alone writes."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from builder.cli.epoch import source_date_epoch

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from builder.identity.ledger import Ledger


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``course accept``."""
    parser.add_argument("--format", choices=("text", "short", "github"), default="text", help="how findings are shown")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Write the ledger; 0 when it stands, 1 when errors in the course or the disk stopped it, 2 for a bad date."""
    from builder.build.front import compile_course  # noqa: PLC0415 - ``course --help`` must not import the program
    from builder.build.whole import write_whole  # noqa: PLC0415
    from builder.diagnostics.render import in_order, render  # noqa: PLC0415
    from builder.identity.ledger import LEDGER_FILE, accept, parse  # noqa: PLC0415

    given = source_date_epoch()
    now = int(time.time()) if given is None else given
    front = compile_course(root, epoch=now)
    if front.failed or front.course is None:
        print(render(in_order(front.findings), front.texts, arguments.format), file=sys.stderr)
        print("Nothing accepted: mend the errors first.", file=sys.stderr)
        return 1
    editions = [one.edition for one in front.compiled]
    text = accept(editions, [one.plan for one in front.compiled], front.ledger, now)
    new, _ = parse(text)
    if new == front.ledger:
        print("Nothing to accept: the ledger holds everything.")
        return 0
    try:
        write_whole(root / LEDGER_FILE, text.encode(), authors=True)
    except OSError as error:
        print(f"error: cannot write {LEDGER_FILE}: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{summary(front.ledger, new)}; commit {LEDGER_FILE}.")
    return 0


def summary(old: Ledger, new: Ledger) -> str:
    """What was accepted, in one line without a full stop."""
    fresh = [name for name in new.things if name not in old.things]
    retired = [
        n for n, e in new.things.items() if e.retired is not None and n in old.things and old.things[n].retired is None
    ]
    changed = [n for n, e in new.things.items() if n in old.things and e != old.things[n] and n not in retired]
    months = [month for month, items in new.refreshers.items() if old.refreshers.get(month) != items]
    parts = [f"{len(fresh)} new", f"{len(changed)} changed", f"{len(retired)} retired"]
    if months:
        parts.append(f"refreshers frozen: {', '.join(months)}")
    return f"Accepted: {', '.join(parts)}"
