"""``course schema --vscode``: VS Code's settings name the schemas, and what else stands in them stays."""

from __future__ import annotations

import json
from fnmatch import fnmatch
from pathlib import Path

import pytest

from builder.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "course").mkdir()
    (tmp_path / "course/course.yml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_yaml_file_of_a_course_has_its_schema(folder: Path) -> None:
    assert main(["schema", "--vscode"]) == 0
    schemas = json.loads((folder / ".vscode/settings.json").read_text())["yaml.schemas"]
    tiny = Path(__file__).parent / "tiny"
    for path in tiny.rglob("*.yml"):
        inside = path.relative_to(tiny).as_posix()
        found = [schema for schema, pattern in schemas.items() if fnmatch(inside.replace(".es.", "."), pattern)]
        assert len(found) == 1, path
        assert (folder / found[0]).is_file()


def test_other_settings_stay_and_a_second_run_changes_nothing(folder: Path) -> None:
    file = folder / ".vscode/settings.json"
    file.parent.mkdir()
    file.write_text('{\n    "editor.wordWrap": "on",\n    "yaml.schemas": {"mine.json": ["x/*.yml"]},\n    "é": 1\n}\n')
    assert main(["schema", "--vscode", "--out", "s"]) == 0
    text = file.read_text()
    settings = json.loads(text)
    assert list(settings) == ["editor.wordWrap", "yaml.schemas", "é"]
    assert settings["yaml.schemas"]["mine.json"] == ["x/*.yml"]
    assert settings["yaml.schemas"]["./s/bank.schema.json"] == "quizzes/banks/*.yml"
    assert '\n    "é": 1' in text
    assert main(["schema", "--vscode", "--out", "s"]) == 0
    assert file.read_text() == text


@pytest.mark.parametrize(
    "text", ['{\n  // mine\n  "a": 1\n}', '{"a": 1,}', "[]", '{"yaml.schemas": 1}', '{"a": 1, "a": 2}', "[" * 9999]
)
def test_what_would_be_lost_is_not_touched(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / ".vscode/settings.json"
    file.parent.mkdir()
    file.write_text(text)
    assert main(["schema", "--vscode"]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert file.read_text() == text
    assert not (folder / "schemas").exists()
