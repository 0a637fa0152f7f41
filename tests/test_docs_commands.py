"""The slower commands' examples are run as users run them, on the tiny course: build, serve, impact and doctor."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from git_courses import commit, git, replace, repository
from previews import ROOT, course_copy, previewed
from test_docs_examples import DOCS, OTHERS, Step, assert_shown, steps

from builder.build.manifest import NAME
from builder.cli import COMMANDS

RUN_HERE = {"build": "commands/build.md", "serve": "serve.md", "impact": "impact.md", "doctor": "commands/doctor.md"}
PARTS = ("--only", "--language", "--organisation")


def examples(command: str) -> list[Step]:
    """The command's examples on its own page."""
    return [step for step in steps(DOCS / RUN_HERE[command]) if step.words[:2] == ["course", command]]


def run(folder: Path, words: list[str]) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "builder", *words],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_command_is_run_here_or_there() -> None:
    from test_docs_examples import QUICK  # noqa: PLC0415 - beside what it is compared with

    assert QUICK | set(RUN_HERE) == set(COMMANDS)
    assert not OTHERS & set(COMMANDS)


def test_builds_of_the_page_make_what_it_says(tmp_path: Path) -> None:
    root = course_copy(tmp_path / "course")
    assert run(root, ["accept"]).returncode == 0
    shown = examples("build")
    assert len(shown) > 2
    for step in shown:
        words = step.words[1:]
        done = run(root, words if set(words) & set(PARTS) else [*words, "--only", "decks"])
        if "--strict" not in words:  # the tiny course has warnings on purpose
            assert done.returncode == 0, done.stderr
        assert_shown(step.shown, done.stdout + done.stderr)
    said = (DOCS / RUN_HERE["build"]).read_text(encoding="utf-8")
    for name in re.findall(r"`dist/([\w./-]+\.\w+)`", said):
        assert (root / "dist" / name).is_file(), name
    row = json.loads((root / "dist" / NAME).read_text(encoding="utf-8"))["artefacts"][0]
    assert {"path", "sha256", "size", "sources"} <= set(row)


def test_the_preview_of_the_page_answers_and_stops(tmp_path: Path) -> None:
    (step, *more) = examples("serve")
    assert step.words == ["course", "serve"]
    assert more == []
    with previewed(course_copy(tmp_path / "course"), ROOT) as preview:
        assert "The Tea Round" in preview.text("/")
        listed = re.search(
            r"<http://127\.0\.0\.1:8000(/\S+?)>", (DOCS / "serve.md").read_text("utf-8").split("## Books")[1]
        )
        assert listed
        assert "moodle/tea" in preview.text(listed[1])
        assert preview.stop() == 0
    assert not (tmp_path / "course/dist").exists()


def test_impact_of_the_page_is_told_against_real_revisions(tmp_path: Path) -> None:
    root = repository(tmp_path / "course")
    assert run(root, ["accept"]).returncode == 0
    commit(root, "Accepted")
    git(root, "tag", "v1.4")
    replace(root, "quizzes/banks/tea.yml", "answer: 99.5", "answer: 99")
    shown = examples("impact")
    assert len(shown) > 1
    for step in shown:
        done = run(root, step.words[1:])
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("1 item is asked again, because")
        assert "Asked again: 1 of " in done.stdout
    page = (DOCS / "impact.md").read_text(encoding="utf-8")
    found = json.loads(run(root, ["impact", "--format", "json"]).stdout)
    members = {
        name
        for row in re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", page, re.MULTILINE)
        for name in re.findall(r"\w+", row)
    }
    assert members == set(found)
    assert set(found["state"]) == set(re.findall(r"`(\w+)`", re.search(r"each kind of state \((.*?);", page)[1]))  # type: ignore[index]
    assert run(root, ["impact", "--exit-code"]).returncode == 1
    assert run(root, ["impact", "v9"]).returncode == 2


def test_doctor_says_what_its_page_shows(tmp_path: Path) -> None:
    page = (DOCS / RUN_HERE["doctor"]).read_text(encoding="utf-8")
    marks = set(re.findall(r"^\| `([\w ]+)` \|", page, re.MULTILINE))
    (first, second) = examples("doctor")
    done = run(tmp_path, first.words[1:])
    assert done.returncode == 0, done.stdout
    rows = [line for line in done.stdout.splitlines()[:-1] if line[:1].strip()]
    assert {row[:6].strip() for row in rows} <= marks == {"ok", "not ok", "absent"}
    told = first.shown[:-1]
    assert len(told) > 2
    assert [re.sub(r"\d+", "0", row) for row in rows[: len(told)]] == [re.sub(r"\d+", "0", row) for row in told]
    assert done.stdout.endswith(f"{first.shown[-1]}\n")
    course_copy(tmp_path / "our-course")
    assert run(tmp_path, second.words[1:]).returncode == 0


@pytest.mark.parametrize("command", RUN_HERE)
def test_each_has_an_example(command: str) -> None:
    assert examples(command)
