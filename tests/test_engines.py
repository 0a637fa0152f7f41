"""Firefox and WebKitGTK: axe and the walk by keyboard on every kind of page, every item type answered."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from access_claims import Note, confirm, tell
from site_browser import AXE, AXE_TAGS, ROOT, missing_judge
from site_pages import all_pages, kinds

from builder.model.items import ITEM_TYPES

pytestmark = [pytest.mark.engines, pytest.mark.slow, pytest.mark.browser]

SCRIPTS = Path(__file__).parent / "engines"
PYTHON = ROOT / ".venv-engines" / "bin" / "python"
MINI_BROWSERS = ("/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser")
LONGEST = 1800
"""Seconds; alone on two processors a tour takes a tenth of it."""
_TYPE = re.compile(r'<form class="item"[^>]* data-type="([a-z_]+)"')
HALF = dict.fromkeys(("wrong", "half", "right"), "as it should")
WHOLE = dict.fromkeys(("wrong", "right"), "as it should")
TOLD = dict.fromkeys(ITEM_TYPES, HALF) | {
    **dict.fromkeys(("single_choice", "true_false", "numeric", "short_answer"), WHOLE),
    "reflection": {"written": "What I typed"},
}


def found(*names: str) -> str:
    """A program by name or by pattern of its path."""
    for name in names:
        paths = [str(path) for path in Path("/").glob(name.lstrip("/"))] if "*" in name else [shutil.which(name)]
        if here := next(filter(None, paths), None):
            return here
    missing_judge(names[0])
    return ""


def toured(script: str, task: dict[str, Any], folder: Path, *before: str) -> dict[str, Any]:
    """What came of a tour; ``before`` stands before the command."""
    if not PYTHON.is_file():
        missing_judge("the environment of the engines' drivers: make .venv-engines/.done")
    orders = folder / f"{script}.json"
    orders.write_text(json.dumps(task), encoding="utf-8")
    command = [*before, str(PYTHON), str(SCRIPTS / f"{script}.py"), str(orders)]
    own = {"PYTHONPATH": str(SCRIPTS.parent), "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    environment = os.environ | own
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=LONGEST)
    assert done.returncode == 0, done.stderr[-3000:]
    return dict(json.loads(done.stdout.splitlines()[-1]))


def pages_to_tour(folder: Path) -> list[str]:
    """A page of each kind, and lessons and refreshers until every item type can be answered on one."""
    wanted = list(kinds(folder).values())
    asked: set[str] = set()
    for path in [path for path in all_pages(folder) if path.startswith(("lessons/", "refreshers/"))]:
        here = set(_TYPE.findall((folder / path).read_text(encoding="utf-8")))
        wanted += [path] if here - asked and path not in wanted else []
        asked |= here
    return wanted


@pytest.mark.parametrize("engine", ["firefox", "webkit"])
def test_another_engine(engine: str, base: str, site_folder: Path, tmp_path: Path, record_property: Note) -> None:
    task: dict[str, Any] = {"base": base, "pages": pages_to_tour(site_folder), "axe": str(AXE), "tags": AXE_TAGS}
    if engine == "firefox":
        result = toured(engine, task | {"browser": found("firefox-esr", "firefox")}, tmp_path)
    else:
        task |= {"browser": found(*MINI_BROWSERS), "driver": found("WebKitWebDriver")}
        result = toured(engine, task, tmp_path, found("dbus-run-session"), "--", found("xvfb-run"), "--auto-servernum")
    assert {path: faults for path, faults in result["faults"].items() if faults} == {}
    assert result["answered"] == TOLD
    assert result.get("noise", []) == []
    tell(record_property, f"versions.{engine}", result["version"])
    confirm(record_property, f"engines.{engine}", len(task["pages"]))
