"""Builds of the tiny course through the command line: what stands afterwards, and what never gets lost."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

TINY = Path(__file__).parent / "tiny"
LIGHT = ("--only", "banks", "--only", "decks", "--only", "letters")


def course(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "builder", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, check=False)


def copy_of_tiny(folder: Path) -> Path:
    return Path(shutil.copytree(TINY, folder, ignore=shutil.ignore_patterns(".build", "dist*")))


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def source(folder: Path) -> dict[str, bytes]:
    return {path: data for name in ("course", "modules", "quizzes") for path, data in tree(folder / name).items()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_of_tiny(tmp_path_factory.mktemp("built") / "tiny")
    done = course(folder, "build", *LIGHT)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def fresh(built: Path, tmp_path: Path) -> Path:
    """A copy of the built course, for tests that change it."""
    return Path(shutil.copytree(built, tmp_path / "tiny"))


def test_the_manifest_lists_every_file_with_its_hash(built: Path) -> None:
    files = tree(built / "dist")
    manifest = json.loads(files.pop("manifest.json"))
    listed = {row["path"]: row for row in manifest["artefacts"]}
    assert sorted(listed) == sorted(files)
    for path, data in files.items():
        assert listed[path]["sha256"] == hashlib.sha256(data).hexdigest()
        assert listed[path]["size"] == len(data)
        assert listed[path]["kind"]
        assert all((built / name).is_file() for name in listed[path]["sources"])
    assert any(row["sources"] for row in listed.values())


def test_the_first_edition_stands_at_the_top_and_the_others_below(built: Path) -> None:
    files = tree(built / "dist")
    others = {path.split("/")[1] for path in files if path.startswith("editions/")}
    assert others
    for edition in others:
        below = {path.removeprefix(f"editions/{edition}/") for path in files if path.startswith(f"editions/{edition}/")}
        assert {path.split("/")[0] for path in below} == {"banks", "decks", "letters", "reports"}
        assert "reports/losses.json" in below


def test_every_loss_says_what_where_and_why(built: Path) -> None:
    losses = json.loads((built / "dist/reports/losses.json").read_text())["losses"]
    for loss in losses:
        assert loss["thing"]
        assert loss["reason"]
        assert (built / loss["place"].split(":")[0]).is_file(), loss


def test_coverage_leads_to_the_source_from_wherever_the_output_stands(built: Path, tmp_path: Path) -> None:
    assert course(built, "build", *LIGHT, "--output", str(tmp_path / "other/place")).returncode == 0
    for output in (built / "dist", tmp_path / "other/place"):
        pages = sorted(output.rglob("coverage.html"))
        assert len(pages) > 1
        for page in pages:
            for address in set(re.findall(r'href="([^"#]+)#L', page.read_text(encoding="utf-8"))):
                assert (page.parent / address).resolve().is_relative_to(built), address
                assert (page.parent / address).is_file(), address


def test_a_second_build_sees_that_nothing_changed(fresh: Path) -> None:
    course(fresh, "build", *LIGHT)
    before = tree(fresh / "dist")
    done = course(fresh, "build", *LIGHT)
    assert done.returncode == 0
    assert "Nothing changed" in done.stdout
    assert tree(fresh / "dist") == before


def test_the_no_op_path_imports_the_standard_library_alone(fresh: Path) -> None:
    course(fresh, "build", *LIGHT)
    program = (
        "import sys; from builder.cli import main; code = main(sys.argv[1:]);"
        "print(sorted({n.split('.')[0] for n in sys.modules} & {'pydantic', 'yaml', 'rich', 'lxml'}))"
    )
    command = [sys.executable, "-c", program, "-C", str(fresh), "build", *LIGHT]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Nothing changed" in done.stdout
    assert done.stdout.strip().endswith("[]")


def test_touching_a_file_without_changing_it_is_no_change(fresh: Path) -> None:
    course(fresh, "build", *LIGHT)
    os.utime(fresh / "course/course.yml", (1, 1))
    assert "Nothing changed" in course(fresh, "build", *LIGHT).stdout


def test_an_edit_is_seen_and_the_rest_comes_from_the_cache(fresh: Path) -> None:
    glossary = fresh / "course/glossary.yml"
    glossary.write_text(glossary.read_text() + "# a remark\n")
    done = course(fresh, "build", *LIGHT)
    assert " 0 artefacts made" in done.stdout, done.stdout


def test_only_keeps_the_rest(fresh: Path) -> None:
    before = tree(fresh / "dist")
    done = course(fresh, "build", "--only", "decks")
    assert done.returncode == 0, done.stderr
    assert tree(fresh / "dist") == before


def test_another_organisation_stands_beside_the_first(fresh: Path) -> None:
    before = tree(fresh / "dist")
    settings = (fresh / "course/course.yml").read_text()
    others = [p.stem for p in (fresh / "course/organisations").glob("*.yml") if p.stem.count(".") == 0]
    other = next(name for name in sorted(others) if f"organisation: {name}\n" not in settings)
    done = course(fresh, "build", "--only", "banks", "--organisation", other)
    assert done.returncode == 0, done.stderr
    after = tree(fresh / "dist")
    assert {path: after[path] for path in before if path != "manifest.json"} == {
        path: data for path, data in before.items() if path != "manifest.json"
    }
    assert any(path.startswith(f"editions/{other}.") for path in after)


def test_building_never_writes_source(built: Path) -> None:
    assert source(built) == source(TINY)


def test_an_error_leaves_the_last_tree_as_it_was(fresh: Path) -> None:
    before = tree(fresh / "dist")
    settings = fresh / "course/course.yml"
    settings.write_text(settings.read_text() + "surprise: yes\n")
    done = course(fresh, "build", *LIGHT)
    assert done.returncode == 1
    assert "unknown-key" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(fresh / "dist") == before


def test_an_unknown_organisation_is_misuse(fresh: Path) -> None:
    done = course(fresh, "build", "--organisation", "nowhere")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "nowhere" in done.stderr


def test_an_unwritable_output_folder_is_one_clear_line(fresh: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    done = course(fresh, "build", *LIGHT, "--output", str(blocked / "dist"))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.strip().splitlines()[-1].startswith("error: cannot write")
    assert blocked.read_text() == "in the way"


@pytest.mark.parametrize("where", [".", "..", "course", "modules/tea", ".build", ".build/new", "notes"])
def test_a_folder_that_no_build_made_is_never_replaced(fresh: Path, where: str) -> None:
    (fresh / "notes").mkdir()
    (fresh / "notes/mine.txt").write_text("years of work")
    before = tree(fresh)
    done = course(fresh, "build", "--only", "decks", "--output", str(fresh / where))
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "will not write to" in done.stderr
    assert tree(fresh) == before


def test_what_stands_where_the_last_tree_would_wait_is_never_dropped(fresh: Path) -> None:
    (fresh / "dist.previous").mkdir()
    (fresh / "dist.previous/mine.txt").write_text("years of work")
    before = tree(fresh)
    assert course(fresh, "build", "--only", "decks").returncode == 2
    assert tree(fresh) == before


def test_an_empty_or_earlier_output_folder_is_used(fresh: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for _ in range(2):
        done = course(fresh, "build", "--only", "decks", "--output", str(out))
        assert done.returncode == 0, done.stderr
    assert (out / "manifest.json").is_file()


def test_a_damaged_cache_is_made_again(fresh: Path) -> None:
    before = tree(fresh / "dist")
    for blob in (fresh / ".build/cache/blobs").glob("*/*"):
        blob.unlink()
        blob.write_bytes(b"damaged")
    (fresh / ".build/state").unlink()
    done = course(fresh, "build", *LIGHT)
    assert done.returncode == 0, done.stderr
    assert tree(fresh / "dist") == before


def test_a_build_killed_between_the_renames_loses_nothing(fresh: Path) -> None:
    before = tree(fresh / "dist")
    (fresh / "dist").rename(fresh / "dist.previous")
    done = course(fresh, "build", *LIGHT)
    assert done.returncode == 0, done.stderr
    assert tree(fresh / "dist") == before
    assert not (fresh / "dist.previous").exists()


def test_a_damaged_date_is_misuse(fresh: Path) -> None:
    done = course(fresh, "build", SOURCE_DATE_EPOCH="yesterday")
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH" in done.stderr


def test_an_engine_that_is_not_installed_is_one_clear_line(fresh: Path, tmp_path: Path) -> None:
    (tmp_path / "hidden/mkdocs").mkdir(parents=True)
    (tmp_path / "hidden/mkdocs/__init__.py").write_text("raise ModuleNotFoundError(\"No module named 'mkdocs'\")\n")
    before = tree(fresh / "dist")
    done = course(fresh, "build", "--only", "site", PYTHONPATH=str(tmp_path / "hidden"))
    assert done.returncode == 1
    assert "the site engine is not installed" in done.stderr.strip().splitlines()[-1]
    assert tree(fresh / "dist") == before


def test_a_complaint_of_the_layout_engine_fails_the_build_with_its_place(fresh: Path) -> None:
    before = tree(fresh / "dist")
    picture = next((fresh / "modules").rglob("*.svg"))
    picture.write_text(picture.read_text().replace("</svg>", '<text y="9">漢</text></svg>'))
    done = course(fresh, "build", "--only", "workbooks")
    assert done.returncode == 1
    assert picture.relative_to(fresh).as_posix() in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(fresh / "dist") == before


def test_two_builds_at_once_both_end_well(fresh: Path) -> None:
    before = tree(fresh / "dist")
    (fresh / ".build/state").unlink()
    command = [sys.executable, "-m", "builder", "-C", str(fresh), "build", *LIGHT]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    assert tree(fresh / "dist") == before


@pytest.mark.parametrize("seconds", [0.3, 0.9, 1.5, 2.1])
def test_a_killed_build_leaves_a_whole_tree_and_the_next_one_finishes(fresh: Path, seconds: float) -> None:
    before = tree(fresh / "dist")
    shutil.rmtree(fresh / ".build")
    command = [sys.executable, "-m", "builder", "-C", str(fresh), "build", *LIGHT]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    standing = fresh / "dist" if (fresh / "dist").exists() else fresh / "dist.previous"
    assert tree(standing) == before
    done = course(fresh, "build", *LIGHT)
    assert done.returncode == 0, done.stderr
    assert tree(fresh / "dist") == before
