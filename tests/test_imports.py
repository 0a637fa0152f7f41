"""Imports form a fan: formats know the model, not each other; nothing below knows what stands above."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

BUILDER = Path(__file__).parent.parent / "builder"
BASE = {"model", "diagnostics"}
SIDE = {"identity", "locale"}
ALLOWED = {
    "diagnostics": set(),
    "locale": {"model"},
    "model": {"diagnostics"},
    "identity": BASE,
    "source": BASE | SIDE,
    "prose": BASE | SIDE,
    "overlay": BASE,
    "edition": BASE | {"locale", "prose", "overlay"},
    "checks": BASE | SIDE,
    "drafts": BASE | SIDE | {"source"},
    "assembly": BASE | SIDE,
    "impact": BASE | SIDE,
    "player": BASE | SIDE,
    "writers": BASE | SIDE | {"player"},
}
"""Which parts of ``builder`` each part may import beside itself; ``build`` and ``cli`` are held by their own tests."""


def part_of(module: str) -> str:
    return module.split(".")[1] if module.startswith("builder.") else ""


def imports(path: Path) -> set[str]:
    """The parts of ``builder`` that the file imports, also inside functions and for types alone."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {part_of(alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            found |= {
                part_of(f"{node.module}.{alias.name}" if node.module == "builder" else str(node.module))
                for alias in node.names
            }
    return found - {""}


def files() -> list[tuple[str, Path]]:
    return [(path.relative_to(BUILDER).parts[0].removesuffix(".py"), path) for path in sorted(BUILDER.rglob("*.py"))]


@pytest.mark.parametrize("part", sorted(ALLOWED))
def test_each_part_knows_only_what_it_may(part: str) -> None:
    there = [path for name, path in files() if name == part]
    assert there, f"no files of {part}"
    for path in there:
        assert imports(path) - {part} <= ALLOWED[part], path


def test_only_the_command_line_knows_the_build() -> None:
    for name, path in files():
        if name not in {"build", "cli", "serve", "__main__"}:
            assert not imports(path) & {"build", "cli"}, path
        if name in {"build", "serve"}:
            assert "cli" not in imports(path), path
        if name not in {"serve", "cli"}:
            assert "serve" not in imports(path), path


def test_every_part_has_its_rule() -> None:
    assert {name for name, _ in files()} - {"__init__", "__main__", "build", "cli", "serve"} <= set(ALLOWED)


def test_formats_do_not_know_each_other() -> None:
    """A format's folder may hold several files; what formats share, such as the figures, is no format."""
    writers = BUILDER / "writers"
    formats = {path.name for path in writers.iterdir() if path.is_dir()} - {"__pycache__", "figures"}
    for path in sorted(writers.rglob("*.py")):
        own = path.relative_to(writers).parts[0].removesuffix(".py")
        if own not in formats | {"figures"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("builder.writers."):
                other = str(node.module).split(".")[2]
                assert other == own or other not in formats, f"{path} imports {node.module}"
