"""Pages rendered by themselves: byte for byte what a whole run of the engine gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import tiny_course

from builder.build import rebuild
from builder.build.engine import run_engine
from builder.build.rebuild import read_tree, rebuild_pages, remember_run
from builder.writers import site


def staged() -> dict[str, bytes]:
    (artefact,) = site.artefacts(tiny_course.edition(), tiny_course.plan())
    return dict(artefact.write(artefact.reads, {}).files)


def whole(folder: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    for path, data in files.items():
        (folder / "stage" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "stage" / path).write_bytes(data)
    run_engine(folder / "stage", folder / "out")
    made = read_tree(folder / "out")
    remember_run(folder, files, made)
    return made


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("first")
    whole(folder, staged())
    return folder


@pytest.fixture
def last(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first, tmp_path / "last"))


def edited(*names: str) -> dict[str, bytes]:
    """The stage with another sentence, and a heading, at the end of some pages."""
    files = staged()
    more = b'\n\n## More of it { #more-of-it }\n\n<div class="part">\n<p>Another &amp; last sentence.</p>\n</div>\n'
    return files | {name: files[name] + more for name in files if name.startswith("docs/") and name.endswith(names)}


@pytest.mark.parametrize("names", [("lessons/boil-and-brew.md",), ("index.md", "cups.md"), (".md",)])
def test_pages_by_themselves_are_what_a_whole_run_gives(last: Path, tmp_path: Path, names: tuple[str, ...]) -> None:
    files = edited(*names)
    assert files != staged()
    made = rebuild_pages(last, files)
    assert made == whole(tmp_path / "whole", files)
    assert read_tree(last / "out") == made
    assert rebuild_pages(last, staged()) == whole(tmp_path / "back", staged())


def test_an_asset_is_taken_over(last: Path) -> None:
    files = staged() | {"docs/assets/site.css": b"p {}"}
    before = read_tree(last / "out")
    assert rebuild_pages(last, files) == before | {"assets/site.css": b"p {}"}


@pytest.mark.parametrize("change", ["mkdocs.yml", "overrides/main.html", "docs/new.md", "missing"])
def test_what_other_pages_show_takes_a_whole_run(last: Path, change: str) -> None:
    files = staged()
    if change == "missing":
        del files["docs/about.md"]
    else:
        files[change] = files.get(change, b"") + b"\n"
    assert rebuild_pages(last, files) is None


@pytest.mark.parametrize("damage", ["out/index.html", "stage/docs/index.md", rebuild.NOTE, "out/more.html"])
def test_what_is_not_as_the_last_run_left_it_takes_a_whole_run(last: Path, damage: str) -> None:
    (last / damage).write_bytes(b"{}")
    assert rebuild_pages(last, staged()) is None


def test_a_page_that_the_engine_warns_of_takes_a_whole_run_and_leaves_nothing_to_trust(last: Path) -> None:
    files = staged()
    files["docs/index.md"] += b"\n\n[nowhere](missing.md)\n"
    assert rebuild_pages(last, files) is None
    assert rebuild_pages(last, staged()) is None
