"""Running the site engine on a stage."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from builder.build import engine_pages

_NOISE = re.compile(r"^(?:WARNING|ERROR|CRITICAL)\b.*", re.MULTILINE)
_MISSING = re.compile(r"No module named '?(?:mkdocs|material)|Unrecognised theme name|plugin is not installed")
_LONGEST = 2000
_ENGINE = "import gc; gc.set_threshold(100_000, 50, 50); from mkdocs.__main__ import cli; cli()"
"""``python -m mkdocs``, looking for garbage less often: it makes hardly any."""


class EngineError(Exception):
    """The engine can't run, failed, or warned: its own words, ready to be shown."""


def run_pages(stage_dir: Path, out_dir: Path, compiled: Path, pages: Iterable[str]) -> dict[str, list[Any]]:
    """Render some pages of the stage into ``out_dir``; their search entries by page. EngineError as of `run_engine`.

    ``compiled`` is a folder for compiled templates.
    """
    compiled.mkdir(exist_ok=True)
    command = [sys.executable, "-P", engine_pages.__file__, str(stage_dir / "mkdocs.yml"), str(out_dir), str(compiled)]
    done = _run(command, stage_dir, json.dumps(sorted(pages)))
    try:
        if done.returncode == 0 and not _NOISE.search(done.stderr):
            return dict(json.loads(done.stdout))
    except ValueError:
        pass
    message = f"the site engine stopped: {_told(done.stderr)}"
    raise EngineError(message)


def run_engine(stage_dir: Path, out_dir: Path) -> None:
    """Build the stage into ``out_dir`` by ``mkdocs build --strict``; raises EngineError, also on any warning."""
    command = [sys.executable, "-P", "-c", _ENGINE, "build", "--strict", "--clean"]
    command += ["--config-file", str(stage_dir / "mkdocs.yml"), "--site-dir", str(out_dir)]
    done = _run(command, stage_dir)
    said = f"{done.stdout}\n{done.stderr}".strip()
    if _MISSING.search(said):
        message = "the site engine is not installed: pip install 'mkdocs<2' mkdocs-material"
        raise EngineError(message)
    if done.returncode or _NOISE.search(said):
        message = f"the site engine stopped: {_told(said)}"
        raise EngineError(message)


def _run(command: list[str], folder: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}
    return subprocess.run(  # noqa: S603 - our own interpreter and paths
        command,
        cwd=folder,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _told(said: str) -> str:
    """The engine's warnings and errors; without any, the end of what it said."""
    return "\n".join(_NOISE.findall(said)) or said[-_LONGEST:] or "it gave no reason"
