"""What all tests share: golden files, and the tiny course's site with a browser before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from site_browser import built_site, served
from site_pages import started

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

GOLDEN = Path(__file__).parent / "golden"
Compare = Callable[[str, Mapping[str, bytes]], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course's site on disk; nobody changes it."""
    return built_site(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def base(site_folder: Path) -> Iterator[str]:
    """The address of the tiny course's site."""
    with served(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, one for all tests of a process."""
    with started() as browser:
        yield browser


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Compare:
    """Compare files with ``tests/golden/<name>/``, or write them there with ``--update-golden``."""

    def compare(name: str, files: Mapping[str, bytes]) -> None:
        folder = GOLDEN / name
        if request.config.getoption("--update-golden"):
            _renew(folder, files)
        there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        assert there == set(files), "run with --update-golden and look at the difference"
        for path, data in files.items():
            assert (folder / path).read_bytes() == data, f"{path} changed: run with --update-golden and look"

    return compare


def _renew(folder: Path, files: Mapping[str, bytes]) -> None:
    for path in folder.rglob("*"):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
    for path_in, data in files.items():
        path = folder / path_in
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
