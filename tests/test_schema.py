"""An independent validator agrees with the schemas about every YAML file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from builder.cli import main
from builder.source.kinds import KINDS, kind_of, language_of
from builder.source.schema import schemas, written

HERE = Path(__file__).parent
COURSES = (HERE / "tiny", HERE / "minimal", HERE.parent)
FILES = [
    (root, path.relative_to(root).as_posix())
    for root in COURSES
    for folder in ("course", "modules", "quizzes")
    for path in sorted((root / folder).rglob("*"))
    if path.suffix in {".yml", ".md"} and kind_of(path.relative_to(root).as_posix()) and not language_of(path.name)
]


@pytest.fixture(scope="module")
def validators() -> dict[str, Any]:
    return {name: jsonschema.Draft202012Validator(schema) for name, schema in schemas().items()}


def test_the_schemas_are_schemas() -> None:
    for schema in schemas().values():
        jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("loader", [yaml.CBaseLoader, yaml.CSafeLoader], ids=["as typed", "as guessed"])
def test_every_file_validates(validators: dict[str, Any], loader: Any) -> None:
    for root, path in FILES:
        text = (root / path).read_text(encoding="utf-8")
        source = text.split("---\n")[1] if path.endswith(".md") else text
        tree = yaml.load(source, loader)  # noqa: S506 - both build plain values alone
        kind = kind_of(path)
        assert kind is not None
        faults = [
            f"{path}{fault.json_path[1:]}: {fault.message}" for fault in validators[kind.name].iter_errors(_typed(tree))
        ]
        assert not faults
    read = {kind_of(path) for _, path in FILES}
    assert read == set(KINDS.values())


def _typed(tree: Any) -> Any:
    """The tree without the keys that the author left empty; days as an editor's YAML has them, which knows no dates."""
    if isinstance(tree, date):
        return tree.isoformat()
    if isinstance(tree, dict):
        return {key: _typed(value) for key, value in tree.items() if not _is_empty(value)}
    return [_typed(part) for part in tree] if isinstance(tree, list) else tree


def _is_empty(value: Any) -> bool:
    return isinstance(value, str) and value in {"", "~", "null"}


@pytest.mark.parametrize(
    ("kind", "tree"),
    [
        ("course", {"id": "Not An Id"}),
        ("bank", {"id": "b", "title": "t", "module": "m", "items": [{"type": "essay", "id": "x", "stem": "s"}]}),
        ("glossary", {"terms": [{"id": "t", "term": "a", "definition": "b", "colour": "red"}]}),
        ("refresher", {"start": "2027-13"}),
        ("refresher", {"start": "2027-01", "months": "many"}),
    ],
)
def test_a_wrong_file_does_not(validators: dict[str, Any], kind: str, tree: Any) -> None:
    assert not validators[kind].is_valid(tree)


def test_no_schema_shows_where_things_stand() -> None:
    assert not [name for name, data in written().items() if b"u0000" in data or b'"places"' in data]


def test_the_command_writes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(a_course(tmp_path))
    assert main(["schema", "--out", "editor"]) == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "editor").iterdir()} == written()
    assert "quizzes/banks/*.yml" in capsys.readouterr().out


def test_it_writes_into_the_course_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    folder = a_course(tmp_path / "there")
    assert main(["-C", str(folder), "schema", "--vscode"]) == 0
    assert {path.name: path.read_bytes() for path in (folder / "schemas").iterdir()} == written()
    assert f"{folder}/schemas/bank.schema.json" in capsys.readouterr().out
    assert "./schemas/bank.schema.json" in (folder / ".vscode/settings.json").read_text()
    assert main(["-C", str(tmp_path), "schema"]) == 2
    assert "no course/course.yml in" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here", "there"]
    assert list((tmp_path / "here").iterdir()) == []


def a_course(folder: Path) -> Path:
    (folder / "course").mkdir(parents=True)
    (folder / "course/course.yml").touch()
    return folder
