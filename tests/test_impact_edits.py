"""What `course impact` says of random edits is what is known of the edits themselves."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from random import Random

import pytest
from course_edits import HARMLESS, Script
from edited_courses import Version, first_version, next_version
from git_courses import commit, repository
from test_identity_edits import tree
from test_impact import as_json

from builder.identity.ledger import Ledger
from builder.impact.compare import Impact, compare
from builder.impact.side import Both, Side
from builder.impact.side import Version as Compiled

BATCH, QUICK, ALL = 20, 80, 1000


def side(shown: Version) -> Side:
    return Side((Compiled(shown.frame.edition, shown.frame.plan),), shown.ledger)


def fates(impact: Impact, kind: str = "item") -> dict[str, set[str]]:
    return {
        fate: {one.id for one in impact.changes if one.kind == kind and one.fate == fate}
        for fate in ("reopened", "retired", "new")
    }


def faults(seed: int) -> list[str]:
    """Some edits of a random course, and where the comparison is wrong about them."""
    random = Random(seed)  # noqa: S311 - no secret
    files, before = first_version(seed // 10)
    script = Script(copy.deepcopy(files), random)
    for _ in range(random.randint(1, 12)):
        if random.random() < 0.4:
            script.telling()
        else:
            script.harmless()
    after = next_version(script, before.ledger)
    was, now = (set(map(str, one.frame.edition.items)) for one in (before, after))
    expected = {"reopened": script.changed & was & now, "retired": was - now, "new": now - was}
    found = []
    for ledger in (before.ledger, Ledger()):  # with a ledger and without
        old = Side(side(before).versions, ledger)
        impact = compare(Both(old, side(after)))
        if fates(impact) != expected:
            found.append(f"{seed}: {fates(impact)}, not {expected}; after {script.log}")
        if impact.kinds["item"].kept != len(was & now) - len(expected["reopened"]):
            found.append(f"{seed}: {impact.kinds['item']}")
        found += [f"{seed}: {one.id} without a reason" for one in impact.of("item", "reopened") if not one.reasons]
        found += [f"{seed}: {one.id} {one.reasons}" for one in impact.changes if one.fate != "reopened" and one.reasons]
    return found


def batches() -> list[object]:
    slow = [pytest.mark.slow]
    return [pytest.param(first, marks=slow if first >= QUICK else []) for first in range(0, ALL, BATCH)]


@pytest.mark.parametrize("first", batches())
def test_what_is_asked_again_is_what_was_changed(first: int) -> None:
    assert [fault for seed in range(first, first + BATCH) for fault in faults(seed)] == []


@pytest.mark.parametrize("seed", range(3))
def test_the_same_of_files_in_a_repository(seed: int, tmp_path: Path) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    folder = repository(tmp_path / "tiny")
    script = Script(tree(), random)
    write(folder, script)
    commit(folder)
    was = set(script.items)
    for edit in random.sample(HARMLESS, 8):
        edit(script)
    for _ in range(4):
        script.telling()
    write(folder, script)
    found = as_json(folder)
    reopened = {one["id"] for one in found["changes"] if one["kind"] == "item" and one["fate"] == "reopened"}
    assert reopened == script.changed & was & set(script.items)
    assert found["state"]["item"]["retired"] == len(was - set(script.items))


def write(folder: Path, script: Script) -> None:
    """The script's banks and quizzes, without translations."""
    for old in (folder / "quizzes").rglob("*.yml"):
        if old.name.endswith(".es.yml") or old.parent.name == "banks":
            old.unlink()
    for path, data in script.files.items():
        (folder / path).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")  # JSON is YAML
