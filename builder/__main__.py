"""``python -m builder``: the command ``course``."""

from __future__ import annotations

import sys

from builder.build.quick import said_unchanged


def main() -> int:
    """Run the command with this process's words; where nothing changed, next to nothing is imported."""
    said = said_unchanged(sys.argv[1:]) if sys.stdout else ""
    if said:
        print(said, flush=True)  # noqa: T201 - a command line prints
        return 0
    from builder.cli import main as run  # noqa: PLC0415 - the parser alone takes as long as all of the above

    return run()


if __name__ == "__main__":
    sys.exit(main())
