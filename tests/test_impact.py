"""``course impact`` on real repositories: cases to read, the JSON's schema, strange surroundings."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from git_courses import SURROUNDINGS, commit, git, replace, repository

from builder.build.layout import folder_of
from builder.build.outputs_changed import outputs_changed
from builder.build.sides import side_of
from builder.cli import main
from builder.impact.side import Side
from builder.model.course import Output
from builder.writers import writers

HERE = Path(__file__).parent
CASES = sorted((HERE / "impact").glob("*.md"))
FENCE = re.compile(r"^```(\w+)(?: (\S+))?(?: (\S+))?\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"(\.(?:yml|md)):\d+")
HASH = re.compile(r"\([0-9a-f]{7}\)")
LIGHT: tuple[Output, ...] = ("banks", "decks", "letters")
TEA = "quizzes/banks/tea.yml"


def impact(folder: Path, *words: str, code: int = 0) -> str:
    """What the command says, on whichever stream, called in this process."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        assert main(["-C", str(folder), "impact", *words]) == code, said.getvalue()
    return said.getvalue()


def as_json(folder: Path, *words: str, code: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(impact(folder, "--format", "json", *words, code=code))
    jsonschema.validate(found, schema())
    return found


@cache
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HERE.parent / "docs/impact.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(found)
    return found


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course, accepted and committed; nobody changes it."""
    folder = repository(tmp_path_factory.mktemp("accepted") / "tiny")
    subprocess.run(
        [sys.executable, "-m", "builder", "-C", str(folder), "accept"],
        check=True, capture_output=True, env={**SURROUNDINGS, "SOURCE_DATE_EPOCH": "1790000000"},
    )  # fmt: skip
    commit(folder, "Accepted")
    return folder


@pytest.fixture
def tiny(accepted: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(accepted, tmp_path / "tiny"))


def edit(folder: Path, kind: str, path: str, to: str, text: str) -> None:
    match kind:
        case "edit":
            for change in text.split("\n====\n"):
                old, new = change.removesuffix("\n").split("\n->\n")
                replace(folder, path, old, new.removesuffix("->"))
        case "move":
            git(folder, "mv", path, to)
        case "delete":
            (folder / path).unlink()
        case _:
            (folder / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_cases(path: Path, tiny: Path, request: pytest.FixtureRequest) -> None:
    """Each fence but the last is an edit, the last one is what the command says of them all."""
    case = path.read_text(encoding="utf-8")
    *edits, expected = FENCE.finditer(case)
    for fence in edits:
        edit(tiny, fence[1], fence[2], fence[3], fence[4])
    code = int(path.stem == "broken")
    said = LINE.sub(r"\1:1", HASH.sub("(0000000)", impact(tiny, code=code)))
    if path.stem != "moved":  # one case shows the files
        said = said.partition("\nFiles of dist/")[0]
    if request.config.getoption("--update-golden"):
        path.write_text(case[: expected.start(4)] + said + case[expected.end(4) :], encoding="utf-8")
    else:
        assert said == expected[4]
    as_json(tiny, code=code)


def test_nothing_changed_changes_nothing(tiny: Path) -> None:
    found = as_json(tiny)
    assert found["verdict"] == "Answers carry over."
    assert found["changes"] == []
    assert not any(row["changed"] or row["new"] or row["gone"] or row["maybe"] for row in found["files"])
    assert all(tally["before"] == tally["kept"] for tally in found["state"].values())
    assert impact(tiny).splitlines()[:2] == ["Answers carry over.", "Kept: 24 of 24 items"]


def test_what_cannot_be_read_whole_gets_no_verdict(tiny: Path) -> None:
    """Neither here nor there, and as many errors are told as the check shows."""
    with (tiny / TEA).open("a", encoding="utf-8") as file:
        file.write(": [\n")
    replace(tiny, "quizzes/scenarios/late-guest.yml", "start:", "start: [")
    told = "No verdict can be given until 2 errors of the course here are mended; `course check` shows them."
    assert impact(tiny, code=1).partition("\n")[0] == told
    found = as_json(tiny, code=1)
    assert (found["verdict"], found["carries_over"], found["errors"]) == (told, False, {"old": 0, "new": 2})
    shown = io.StringIO()
    with redirect_stdout(shown):
        assert main(["-C", str(tiny), "check", "--format", "short"]) == 1
    assert shown.getvalue().count(": error") == 2
    commit(tiny)
    told += " 2 errors hide a part of the course at HEAD; `course check` shows them where that is checked out."
    assert as_json(tiny, code=1)["verdict"] == told


@pytest.mark.parametrize(
    ("path", "old", "new", "errors"),
    [
        ("course/course.yml", "id: tea-round", "id: [", 1),
        (TEA, "    stem: Which **two** make tea better?", "    stems: Which **two** make tea better?", 1),
        ("quizzes/banks/tea.es.yml", "  - id: t-heat", "  - id: t-het", 0),
    ],
)
def test_an_old_version_that_cannot_be_read_whole_gets_no_verdict(
    tiny: Path, path: str, old: str, new: str, errors: int
) -> None:
    """A translation of what isn't there hides nothing."""
    replace(tiny, path, old, new)
    commit(tiny)
    git(tiny, "checkout", "--quiet", "HEAD~1", "--", path)
    found = as_json(tiny, code=int(errors > 0))
    assert found["errors"] == {"old": errors, "new": 0}
    assert found["verdict"].startswith("No verdict can be given: " if errors else "Answers carry over.")


def test_of_many_rewordings_the_first_are_told_in_full(tiny: Path) -> None:
    term = "  - {{id: term-{0}, term: word {0}, definition: Said often., practices: [keep-the-time]}}\n"
    glossary = tiny / "course/glossary.yml"
    with glossary.open("a", encoding="utf-8") as file:
        file.write("".join(map(term.format, range(15))))
    commit(tiny)
    glossary.write_text(glossary.read_text(encoding="utf-8").replace("often", "now and then"), encoding="utf-8")
    said = impact(tiny)
    assert said.count("        - Said [-often-].\n        + Said {+now and then+}.\n") == 12
    assert "\n  \N{HORIZONTAL ELLIPSIS} and 3 more of kind 'term' (--format json lists all)\n" in said


def test_no_file_is_touched(tiny: Path) -> None:
    replace(tiny, TEA, "What comes **first**?", "What comes first?")
    (tiny / "course/new.txt").write_text("untracked")
    before = {path: path.stat().st_mtime_ns for path in tiny.rglob("*")}
    impact(tiny)
    assert {path: path.stat().st_mtime_ns for path in tiny.rglob("*")} == before


def test_the_exit_code_tells_only_where_asked(tiny: Path) -> None:
    replace(tiny, TEA, "What comes **first**?", "What comes first?")
    impact(tiny, "--exit-code")
    replace(tiny, TEA, "answer: 99.5", "answer: 99")
    impact(tiny)
    impact(tiny, "--exit-code", code=1)


@pytest.mark.parametrize("revision", ["no-such", "", "--all", "HEAD:course", "HEAD~9", "a\nb", "HEAD^{tree}"])
def test_a_revision_that_is_none_is_a_line(tiny: Path, revision: str) -> None:
    said = impact(tiny, "--", revision, code=2)
    assert len(said.strip().splitlines()) <= 2
    assert "no revision" in said


def test_without_git_it_is_a_line(tiny: Path) -> None:
    shutil.rmtree(tiny / ".git")
    assert impact(tiny, code=2) == (
        "course impact: this course is not in a git repository; there is nothing to compare with\n"
    )
    git(tiny, "init", "--quiet")
    assert impact(tiny, code=2) == "course impact: there is no commit yet to compare with\n"


def test_git_that_is_not_installed_is_a_line(tiny: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "builder", "-C", str(tiny), "impact"],
        capture_output=True, text=True, check=False, env={**SURROUNDINGS, "PATH": str(tiny)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, "course impact: can't run git: no such file or directory\n")


def test_a_course_in_a_folder_of_its_repository(tiny: Path, tmp_path: Path) -> None:
    shutil.rmtree(tiny / ".git")
    whole = tmp_path / "whole"
    whole.mkdir()
    git(whole, "init", "--quiet")
    inner = Path(shutil.move(tiny, whole / "inner course"))
    (whole / "quizzes").mkdir()
    (whole / "quizzes/other.yml").write_text("none of ours: [\n")
    commit(whole)
    replace(inner, TEA, "answer: 99.5", "answer: 99")
    found = as_json(inner)
    assert found["errors"] == {"old": 0, "new": 0}
    assert [one["id"] for one in found["changes"] if one["fate"] == "reopened" and one["kind"] == "item"] == ["t-heat"]


def test_a_revision_before_the_course_has_nothing(tiny: Path) -> None:
    git(tiny, "checkout", "--quiet", "--orphan", "empty")
    git(tiny, "rm", "--quiet", "-r", "--cached", ".")
    git(tiny, "commit", "--quiet", "--allow-empty", "--message", "Nothing")
    found = as_json(tiny, "HEAD")
    assert found["course"] == {"old": "", "new": "tea-round"}
    assert found["carries_over"]
    assert found["state"]["item"]["kept"] == found["state"]["item"]["before"] == 0
    assert "There is no course that can be read" in impact(tiny)


def test_the_first_commit_has_no_ledger(tiny: Path) -> None:
    replace(tiny, TEA, "answer: 99.5", "answer: 99")
    assert as_json(tiny, "HEAD~1")["state"]["item"]["reopened"] == 1
    said = impact(tiny, "HEAD~1")
    assert "Compared with the texts of HEAD~1" in said
    assert ", which has no ledger, for harbour.en" in said
    assert "counts" not in said


def test_an_old_version_with_errors_is_compared_as_far_as_it_goes(tiny: Path) -> None:
    good = (tiny / TEA).read_text(encoding="utf-8")
    replace(tiny, TEA, "  - id: t-heat\n", "  - id: t-heat\n    colour: of an older form\n")
    replace(tiny, "quizzes/scenarios/late-guest.yml", "start:", "start: [")
    (tiny / "quizzes/cards/tea.yml").write_bytes(b"\xff")
    commit(tiny)
    git(tiny, "checkout", "--quiet", "HEAD~1", "--", "quizzes")
    assert (tiny / TEA).read_text(encoding="utf-8") == good
    found = as_json(tiny, code=1)
    assert found["errors"]["old"] >= 3
    assert found["errors"]["new"] == 0
    assert found["state"]["item"]["reopened"] == 0
    assert found["state"]["item"]["retired"] == 0
    assert re.search(r"What can't be read at HEAD \(.*?\) looks new below\.\n", impact(tiny, code=1))


def test_a_course_that_cannot_be_read_now_is_a_failure(tiny: Path) -> None:
    (tiny / "course/course.yml").write_text("id: [")
    assert impact(tiny, code=1) == "course impact: the course here can't be read; `course check` says why\n"


def test_links_of_an_old_version_lead_nowhere(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("id: secret\n")
    (tiny / "quizzes/banks/secret.yml").symlink_to(tmp_path / "secret.yml")
    (tiny / "modules/loop").symlink_to(".")
    commit(tiny)
    git(tiny, "rm", "--quiet", "quizzes/banks/secret.yml", "modules/loop")
    found = as_json(tiny, code=1)
    assert found["errors"] == {"old": 2, "new": 0}
    assert "secret" not in json.dumps(found)


def test_an_edit_that_was_committed_but_never_accepted_counts(tiny: Path) -> None:
    replace(tiny, TEA, "answer: 99.5", "answer: 99")
    commit(tiny)
    (change,) = [one for one in as_json(tiny)["changes"] if one["kind"] == "item"]
    assert (change["id"], change["fate"]) == ("t-heat", "reopened")
    assert [reason["code"] for reason in change["reasons"]] == ["not-accepted"]
    replace(tiny, TEA, "answer: 99", "answer: 99.5")
    assert as_json(tiny)["carries_over"]


def test_accepting_does_not_hide_what_learners_will_meet(tiny: Path) -> None:
    replace(tiny, TEA, "answer: 99.5", "answer: 99")
    assert main(["-C", str(tiny), "accept"]) == 0
    assert as_json(tiny)["state"]["item"]["reopened"] == 1
    assert "course/ledger.yml has changed since" in impact(tiny)


def test_an_organisation_of_another_name_keeps_all_answers(tiny: Path) -> None:
    for path in [*(tiny / "course/organisations").glob("harbour*"), tiny / "course/course.yml"]:
        if path.suffix == ".yml":
            path.write_text(path.read_text(encoding="utf-8").replace("harbour\n", "haven\n"), encoding="utf-8")
    found = as_json(tiny)
    assert {"haven.en", "haven.es"} == set(found["editions"]["new"])
    assert found["state"]["item"]["reopened"] == 0


def test_another_course_id_loses_everything(tiny: Path) -> None:
    replace(tiny, "course/course.yml", "id: tea-round", "id: tea-time")
    found = as_json(tiny)
    assert all(tally["kept"] == 0 for tally in found["state"].values())
    assert "the course's id is another" in found["verdict"]
    assert not found["certificate"]["stays"]


def test_the_files_told_are_those_that_change(tiny: Path) -> None:
    """Banks, decks and letters made in both versions: those whose bytes differ are those that are told."""
    old = side_of(tiny)
    replace(tiny, TEA, "answer: 99.5", "answer: 99")
    replace(tiny, "quizzes/cards/tea.yml", "front: What comes **first**?", "front: What comes first?")
    replace(tiny, "quizzes/quizzes.yml", "  - id: quiz-tea-check\n", "  - id: quiz-of-tea\n")
    new = side_of(tiny)
    was, now = made(old), made(new)
    told = [row for row in outputs_changed(old, new) if row.output in LIGHT]
    assert {path for row in told for path in row.changed} == {p for p in now if p in was and was[p] != now[p]}
    assert {path for row in told for path in row.new} == now.keys() - was.keys()
    assert {path for row in told for path in row.gone} == was.keys() - now.keys()
    assert sum(row.same for row in told) == sum(was.get(path) == data for path, data in now.items())


def test_each_book_is_told_by_the_name_of_its_file(tiny: Path) -> None:
    old = side_of(tiny)
    replace(tiny, "course/course.yml", "id: tea-round", "id: tea-time")
    told = [row for row in outputs_changed(old, side_of(tiny)) if row.output == "workbooks"]
    names = {path for row in told for path in (*row.changed, *row.new, *row.gone, *row.maybe)}
    assert {name.rpartition("/")[2] for name in names} >= {"course.guide.pdf", "job-aids.pdf", "managers-kit.pdf"}
    assert [name for name in names if not name.endswith(".pdf")] == []


def made(side: Side) -> dict[str, bytes]:
    """What the light outputs of the course's organisation are made into."""
    return {
        folder_of(one.edition.course, one.name) + path: data
        for one in side.versions
        if one.edition.organisation.id == one.edition.course.settings.organisation
        for output in LIGHT
        for writer in writers()[output]
        for artefact in writer(one.edition, one.plan)
        for path, data in artefact.write(artefact.reads, {}).files.items()
    }
