"""What the accessibility statement claims, and the run that has to confirm it.

``site/accessibility.json`` is written by ``make access`` from what the tests noted, and by nothing else. In every other
run a test that finds something else than the file claims fails.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

CLAIMS = Path(__file__).parents[1] / "site" / "accessibility.json"
RECORDING = "RECORD_ACCESS"
PREFIX = "access."
Note = Callable[[str, object], None]
"""pytest's ``record_property``."""


def claims() -> dict[str, Any]:
    """What the statement says."""
    return dict(json.loads(CLAIMS.read_text(encoding="utf-8")))


def confirm(note: Note, name: str, value: object) -> None:
    """Note a fact of this run; unless facts are being recorded, the statement has to say the same."""
    note(PREFIX + name, json.dumps(value))
    if os.environ.get(RECORDING) is None and CLAIMS.is_file():
        assert claims()["confirmed"].get(name) == value, f"{name}: look at what has changed, then run make access"


def tell(note: Note, name: str, value: object) -> None:
    """Note what differs from machine to machine: versions. The statement says those of its own run."""
    note(PREFIX + name, json.dumps(value))
