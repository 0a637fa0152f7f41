"""Templates that were compiled before: never another text's, and nobody needs them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from builder.writers.site.compiled import Compiled


@pytest.fixture(autouse=True)
def _written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def shown(folder: Path, text: str) -> str:
    """What a template says in a new process's place."""
    (folder / "a.html").write_text(text, encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, bytecode_cache=Compiled(folder / "compiled")
    )
    return environment.get_template("a.html").render(name="<you>")


def test_the_next_build_takes_what_this_one_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(tmp_path, "Hello {{ name }}") == "Hello &lt;you&gt;"
    assert len(list((tmp_path / "compiled").iterdir())) == 1
    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    assert shown(tmp_path, "Hello {{ name }}") == "Hello &lt;you&gt;"


def test_another_text_is_compiled_anew(tmp_path: Path) -> None:
    shown(tmp_path, "Hello {{ name }}")
    assert shown(tmp_path, "Bye {{ name }}") == "Bye &lt;you&gt;"
    assert shown(tmp_path, "Bye {{ name }}") == "Bye &lt;you&gt;"


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"j2\x05\x00", None])
def test_a_damaged_file_is_compiled_anew(tmp_path: Path, damage: bytes | None) -> None:
    shown(tmp_path, "Hello {{ name }}")
    (kept,) = (tmp_path / "compiled").iterdir()
    kept.write_bytes(kept.read_bytes()[:-9] if damage is None else damage)
    assert shown(tmp_path, "Hello {{ name }}") == "Hello &lt;you&gt;"


def test_without_a_place_to_keep_them_templates_work(tmp_path: Path) -> None:
    (tmp_path / "compiled").write_text("a file where the folder would be", encoding="utf-8")
    assert shown(tmp_path, "Hello {{ name }}") == "Hello &lt;you&gt;"


def test_none_is_kept_where_python_keeps_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shown(tmp_path, "Hello {{ name }}") == "Hello &lt;you&gt;"
    assert not (tmp_path / "compiled").exists()
