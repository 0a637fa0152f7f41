"""The documentation's examples are run: files are laid over the small course and checked, commands parsed or run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from literate import MINIMAL

from builder.build.front import Front, compile_course
from builder.cli import COMMANDS, _parser, main
from builder.diagnostics.codes import CODES, severity_of
from builder.diagnostics.diagnostic import Severity
from builder.diagnostics.render import render
from builder.model.items import ITEM_TYPES
from builder.model.lessons import BLOCK_NAMES
from builder.source.kinds import KINDS, base_of, kind_of

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [page for page in sorted(DOCS.rglob("*.md")) if "decisions" not in page.parts]
QUICK = {"new", "check", "accept", "schema", "fingerprint"}
"""Commands whose examples are run where they stand; those of the others in tests/test_docs_commands.py."""
OTHERS = {"cd", "cp", "git", "make", "pip"}
_FENCE = re.compile(r"^(`{3,})(\w*)(?: title=\"([^\"]+)\")?\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


class Fence(NamedTuple):
    """A fenced example: its language, the file that it names, its text."""

    language: str
    file: str
    text: str


class Step(NamedTuple):
    """A command of a ``console`` example, and the lines that the page shows below it."""

    words: list[str]
    shown: list[str]


def fences(page: Path) -> list[Fence]:
    return [Fence(*found.groups()[1:]) for found in _FENCE.finditer(page.read_text(encoding="utf-8"))]


def files(page: Path) -> dict[str, str]:
    """The files of a page by path. A fence that starts with a blank, or whose file stands before, goes on with it."""
    found: dict[str, str] = {}
    for fence in fences(page):
        if fence.file:
            found[fence.file] = found.get(fence.file, "") + fence.text
    return found


def steps(page: Path) -> list[Step]:
    found: list[Step] = []
    for line in "".join(f.text for f in fences(page) if f.language in {"", "console"}).splitlines():
        if line.startswith(("$ ", "course ")):
            found.append(Step(shlex.split(line.removeprefix("$ "), comments=True), []))
        elif found and line.strip(" …"):
            found[-1].shown.append(line.strip(" …"))
    return found


def lay(page: Path, root: Path) -> None:
    shutil.copytree(MINIMAL, root)
    for name, text in files(page).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def wrong(front: Front) -> str:
    """Errors and warnings of ``front``, but that nothing was accepted yet."""
    kept = [f for f in front.findings if severity_of(f.code) is not Severity.INFO and f.code != "unfilled-ledger"]
    return render(kept, front.texts)


@pytest.mark.parametrize("document", [page for page in PAGES if files(page)], ids=lambda page: page.stem)
def test_the_files_of_a_page_pass_the_check(document: Path, tmp_path: Path) -> None:
    lay(document, tmp_path / "course")
    said = wrong(compile_course(tmp_path / "course"))
    assert said == "", said


@pytest.mark.parametrize("document", [page for page in PAGES if steps(page)], ids=lambda page: page.stem)
def test_the_commands_of_a_page_exist_and_say_what_it_shows(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(document, tmp_path / "course")
    (tmp_path / "course" / "article.txt").write_text("one two three four five six seven eight nine", encoding="utf-8")
    here = tmp_path / "course"
    for words, shown in steps(document):
        monkeypatch.chdir(here)
        if words[0] == "cd":
            here /= words[1]
        elif words[0] == "make":
            assert f"\n{words[1]}:" in (ROOT / "Makefile").read_text(encoding="utf-8")
        elif words[0] != "course":
            assert words[0] in OTHERS
        elif _parser(words[1:]).parse_args(words[1:]).command in QUICK and "--stdin-filename" not in words:
            done = main(words[1:])
            said = capsys.readouterr()
            assert done == 0, said.out + said.err
            assert_shown(shown, said.out + said.err)


def assert_shown(lines: list[str], said: str) -> None:
    """The lines of a page come in what was said, in their order."""
    start = 0
    for line in lines:
        assert line in said[start:], said
        start = said.index(line, start) + len(line)


def test_every_command_has_a_page_with_examples() -> None:
    for name in COMMANDS:
        page = next(path for path in (DOCS / "commands" / f"{name}.md", DOCS / f"{name}.md") if path.exists())
        assert any(step.words[:2] == ["course", name] for step in steps(page)), name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_shown_or_explained(name: str) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "builder", name, "--help"], capture_output=True, text=True, check=True
    )
    page = next(path for path in (DOCS / "commands" / f"{name}.md", DOCS / f"{name}.md") if path.exists())
    options = set(re.findall(r"--[a-z][a-z-]+", shown.stdout)) - {"--help", "--directory"}
    assert [option for option in sorted(options) if option not in page.read_text(encoding="utf-8")] == []


def test_every_item_type_block_and_kind_of_file_is_shown_by_example() -> None:
    every = {name: text for page in PAGES for name, text in files(page).items()}
    items = files(DOCS / "items.md")["quizzes/banks/promises.yml"]
    assert re.findall(r"^    type: (\w+)$", items, re.MULTILINE) == list(ITEM_TYPES)
    blocks = re.findall(r"^/// (\w+)", files(DOCS / "lessons.md")["modules/greeting/say-hello.md"], re.MULTILINE)
    assert set(blocks) == set(BLOCK_NAMES)
    headings = re.findall(r"^### (.*)$", (DOCS / "lessons.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {word for heading in headings for word in heading.split(" and ")} == set(BLOCK_NAMES)
    kinds = {kind.name for name in every if base_of(name) == name and (kind := kind_of(name))}
    assert kinds == set(KINDS) - {"fingerprint"}  # which the command writes


def test_every_key_of_every_file_is_named() -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in PAGES if page.name != "codes.md")
    words = set(re.findall(r"[a-z_]+", "\n".join(re.findall(r"```.*?^```|`[^`\n]+`", pages, re.DOTALL | re.MULTILINE))))
    schemas = [kind.model.model_json_schema() for kind in KINDS.values() if kind.name != "fingerprint"]
    models = [model for schema in schemas for model in (schema, *schema.get("$defs", {}).values())]
    keys = {key for model in models for key in model.get("properties", {})}
    assert sorted(keys - words) == []


def test_every_code_has_an_example_on_its_page() -> None:
    page = (DOCS / "codes.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^### ([a-z0-9-]+)\n(.*?)(?=^#|\Z)", page, re.MULTILINE | re.DOTALL))
    assert set(sections) == set(CODES)
    assert [code for code, text in sections.items() if "**Example.**" not in text] == []
    mentioned = {code for other in PAGES for code in re.findall(r"codes\.md#([a-z0-9-]+)", other.read_text("utf-8"))}
    assert mentioned <= set(CODES)


def test_the_site_of_the_documents_builds_without_a_warning_or_a_foreign_request(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(ROOT / "docs.yml"), "-d", str(tmp_path)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=quiet)
    assert done.returncode == 0, done.stderr
    assert {page.relative_to(DOCS).with_suffix(".html").as_posix() for page in PAGES} <= {
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")
    }
    loaded = re.compile(r"<(?:link|script|img|iframe|source)\b[^>]*\b(?:href|src)=\"?(?:https?:)?//")
    for path in tmp_path.rglob("*.html"):
        assert not loaded.search(path.read_text(encoding="utf-8")), path
    for path in tmp_path.rglob("*.css"):
        assert "@import" not in path.read_text(encoding="utf-8")
