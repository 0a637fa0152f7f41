"""What the documents say is true: every command, output and item type is named, and the table comes from a run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from test_build import copy_of_tiny, course

from builder.cli import COMMANDS
from builder.model.course import OUTPUTS
from builder.model.items import ITEM_TYPES

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TABLE = re.compile(r"(?<=<!-- formats -->\n).*?(?=<!-- /formats -->)", re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
HEADS = {"site": "site", "workbooks": "workbooks", "banks": "Moodle XML", "decks": "Anki", "refreshers": "refreshers"}


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[str]]]:
    folder = copy_of_tiny(tmp_path_factory.mktemp("docs") / "tiny")
    done = course(folder, "build")
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, list[str]]] = json.loads((folder / "dist/reports/losses.json").read_text())["held"]
    return found


def table(held: dict[str, dict[str, list[str]]]) -> str:
    outputs = [name for name in HEADS if name in held and name != "refreshers"]
    lines = ["| item type | " + " | ".join(HEADS[name] for name in outputs) + " |", "|---" * (len(outputs) + 1) + "|"]
    notes: list[str] = []
    for item_type in ITEM_TYPES:
        cells = [_cell(held[name][item_type], notes) for name in outputs]
        lines.append(f"| `{item_type}` | " + " | ".join(cells) + " |")
    lines += ["", *(f"{number}. {note}" for number, note in enumerate(notes, start=1))]
    return "\n".join(lines) + "\n"


def _cell(level: list[str], notes: list[str]) -> str:
    for reason in level[1:]:
        if reason not in notes:
            notes.append(reason)
    marks = ", ".join(str(notes.index(reason) + 1) for reason in level[1:])
    return f"{level[0]} ({marks})" if marks else level[0]


@pytest.mark.browser
def test_the_table_of_formats_comes_from_a_run(
    held: dict[str, dict[str, list[str]]], request: pytest.FixtureRequest
) -> None:
    assert set(held) == set(OUTPUTS)
    text = README.read_text(encoding="utf-8")
    if request.config.getoption("--update-golden"):
        README.write_text(TABLE.sub(lambda _: table(held), text), encoding="utf-8")
    found = TABLE.search(README.read_text(encoding="utf-8"))
    assert found
    assert found[0] == table(held)


def test_every_command_is_documented() -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"| `course {name}` |" not in text] == []
    shown = subprocess.run([sys.executable, "-m", "builder", "--help"], capture_output=True, text=True, check=True)
    assert [name for name in COMMANDS if name not in shown.stdout] == []


def test_every_output_is_documented() -> None:
    text = README.read_text(encoding="utf-8")
    assert [output for output in OUTPUTS if f"| `{output}/" not in text] == []


def test_every_link_of_the_documents_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "benchmarks/README.md"]
    dead = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", CODE.sub("", page.read_text(encoding="utf-8")))
        if not (page.parent / target).exists()
    ]
    assert dead == []


def test_the_architecture_page_is_short_and_names_the_folders() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150
    passed = {"__pycache__", "templates"}
    folders = [path.name for path in (ROOT / "builder").iterdir() if path.is_dir() and path.name not in passed]
    assert [name for name in folders if f"builder/{name}" not in text and f"`{name}" not in text] == []
