"""What all tests share: the option that renews golden files, and the fixture that compares with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
Compare = Callable[[str, Mapping[str, bytes]], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


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
