"""What of the program an artefact is made anew for: all that its writing runs and reads, and not much more."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_build import copy_of_tiny, tree

from builder.build.imports import DynamicImportError, Imports, needs_of
from builder.build.program import PROGRAM, Program, every_file

REPOSITORY = PROGRAM.parent
WATCHED = Path(__file__).parent / "watched_writing.py"


def program_at(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / "builder" / (name.replace("_in_", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder / "builder"


def closure(program: Path, *modules: str) -> set[str]:
    files, _ = Imports(program, program / "notes.json").closure(modules)
    return {path.relative_to(program).as_posix() for path in files}


def test_imports_are_followed_wherever_they_stand(tmp_path: Path) -> None:
    program = program_at(
        tmp_path,
        a="from builder import b\nif TYPE_CHECKING:\n    import builder.c\n",
        b="def late():\n    from builder.d import x\n",
        c="",
        d="import json\n",
        e="import builder.a\n",
    )
    assert closure(program, "builder.a") == {"a.py", "b.py", "c.py", "d.py"}


def test_a_package_on_the_way_runs_its_own_lines_only(tmp_path: Path) -> None:
    program = program_at(
        tmp_path,
        p_in___init__="from builder import own\ndef later():\n    from builder import other\n",
        p_in_x="",
        own="",
        other="",
    )
    assert closure(program, "builder.p.x") == {"p/x.py", "p/__init__.py", "own.py"}
    assert closure(program, "builder.p") == {"p/__init__.py", "own.py", "other.py"}


def test_what_cannot_be_read_off_the_source_counts_as_everything(tmp_path: Path) -> None:
    program = program_at(tmp_path, a="from importlib import import_module\nimport_module(name)\n", b="")
    with pytest.raises(DynamicImportError):
        closure(program, "builder.a")
    whole = Program(tmp_path / "notes.json", program).files(["builder.a"], "en")
    assert {path.name for path in whole} == {"a.py", "b.py"}


def test_declared_files_are_read_as_literals() -> None:
    assert needs_of(b'PROGRAM_FILES = ("a/{language}.po", "b")\n').files == ("a/{language}.po", "b")


@pytest.mark.parametrize("damage", ["", "{}", "[]", '{"format": 1, "needs": {"x": 1}}', '{"format": 1, "needs": []}'])
def test_damaged_notes_are_no_notes(tmp_path: Path, damage: str) -> None:
    notes = tmp_path / "notes.json"
    first = Program(notes)
    expected = first.digest(["builder.writers.anki.package"], "en")
    first.keep()
    assert Program(notes).digest(["builder.writers.anki.package"], "en") == expected
    notes.write_text(damage)
    assert Program(notes).digest(["builder.writers.anki.package"], "en") == expected


@pytest.fixture(scope="module")
def watched() -> dict[str, dict[str, list[str]]]:
    """By output and kind of artefact: program files whose code ran or which were opened, and those of the digest."""
    done = subprocess.run([sys.executable, str(WATCHED)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    seen: dict[str, dict[str, list[str]]] = json.loads(done.stdout)
    return seen


def test_all_that_writing_runs_and_opens_is_in_its_digest(watched: dict[str, dict[str, list[str]]]) -> None:
    assert {name.split()[0] for name in watched} == {"site", "workbooks", "banks", "decks", "refreshers", "letters"}
    for name, files in watched.items():
        assert files["used"], name
        assert set(files["used"]) <= set(files["digested"]), name


def test_formats_do_not_stand_in_each_others_digests(watched: dict[str, dict[str, list[str]]]) -> None:
    own = {
        "site": "writers/site/",
        "workbooks": "writers/workbooks/",
        "banks": "writers/moodle/",
        "decks": "writers/anki/",
    }
    for name, files in watched.items():
        others = [folder for output, folder in own.items() if output != maker_of(name)]
        assert not [path for path in files["digested"] for folder in others if folder in path], name


def maker_of(name: str) -> str:
    """The output whose format makes what is called ``<output> <kind> <language>``."""
    output, _, kind = name.partition(" ")
    if output == "refreshers":
        return "workbooks" if kind.startswith(("refresher sheet", "refresher key")) else "banks"
    return output


def test_a_font_of_print_is_in_the_digest_of_books_alone() -> None:
    """Fonts are opened by the layout engine's own library, where nobody watches."""
    program = Program(Path("/nowhere"))
    books = {path.name for path in program.files(["builder.writers.workbooks.learner.write"], "en")}
    assert {"literata-400-normal.ttf", "fonts.conf"} <= books
    assert "literata-400-normal.ttf" not in {path.name for path in program.files(["builder.writers.site"], "en")}


def test_the_whole_program_is_every_kind_of_file() -> None:
    endings = {path.suffix for path in every_file(PROGRAM)}
    assert {".py", ".html", ".css", ".js", ".po", ".ttf", ".woff2", ".yml"} <= endings


EDITS = {
    "builder/templates/anki/style.css": (".card {", ".card  {", {"decks"}),
    "builder/writers/moodle/question.py": ('"hidden", "0"', '"hidden", "1"', {"banks"}),
    "builder/locale/messages/es.po": ("Práctica", "Practiquita", {"banks"}),
    "site/tokens.css": (":root", ":root ", set()),
}
"""A file of the program, an edit of it, and the outputs whose bytes it changes, of those without an engine."""


@pytest.fixture(scope="module")
def before_edits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the program and a course that it built."""
    folder = tmp_path_factory.mktemp("edited")
    program = folder / "program"
    shutil.copytree(REPOSITORY / "builder", program / "builder", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(REPOSITORY / "site", program / "site")
    shutil.copy(REPOSITORY / "mkdocs.yml", program)
    build(program, copy_of_tiny(folder / "tiny"))
    return folder


@pytest.mark.parametrize("path", EDITS)
def test_an_edit_of_the_program_makes_anew_what_it_changes(before_edits: Path, tmp_path: Path, path: str) -> None:
    old, new, outputs = EDITS[path]
    folder = shutil.copytree(before_edits, tmp_path / "copy")
    program, root = folder / "program", folder / "tiny"
    before = tree(root / "dist")
    text = (program / path).read_text()
    assert old in text
    (program / path).write_text(text.replace(old, new))
    said = build(program, root)
    after = tree(root / "dist")
    shutil.rmtree(root / ".build")
    shutil.rmtree(root / "dist")
    build(program, root)
    assert after == tree(root / "dist")
    rows = {row["path"]: row["output"] for row in json.loads(after["manifest.json"])["artefacts"]}
    assert {rows[name] for name, data in after.items() if before[name] != data and name != "manifest.json"} == outputs
    assert (" 0 artefacts made" in said) == (not outputs)


def build(program: Path, root: Path) -> str:
    words = ["build", "--only", "banks", "--only", "decks", "--only", "letters"]
    done = subprocess.run(
        [sys.executable, "-m", "builder", "-C", str(root), *words],
        cwd=program,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
