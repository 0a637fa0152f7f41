"""``course build`` that kills itself, children and all, at the n-th change of a file: python killed_build.py N WORDS …

With N = 0 it runs to its end and tells on stderr how many changes there were, and at which the swap began.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate"}
count = swap = 0


def seen(event: str, arguments: tuple[Any, ...]) -> None:
    global count, swap  # noqa: PLW0603 - an audit hook has nowhere else to count
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if event not in CHANGES and not writes:
        return
    count += 1
    if not swap and event == "os.mkdir" and str(arguments[0]).endswith(".build/new"):
        swap = count
    if count == AT:
        os.killpg(0, signal.SIGKILL)


AT = int(sys.argv.pop(1))
sys.path.insert(0, os.getcwd())  # noqa: PTH109 - as `python -m` does
from builder.__main__ import main  # noqa: E402 - after the words are taken

if AT:
    os.setpgid(0, 0)
sys.addaudithook(seen)
code = main()
print(count, swap, file=sys.stderr)  # noqa: T201 - the answer
sys.exit(code)
