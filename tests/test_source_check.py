"""The command `course check`: what it prints and its exit code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.cli import COMMANDS, main
from builder.cli.paint import painted
from builder.diagnostics import Diagnostic, Place
from builder.diagnostics.render import in_order, printable, render

HERE = Path(__file__).parent
LESSON = "modules/greeting/say-hello.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "minimal", tmp_path / "course")
    return tmp_path / "course"


def spoil(root: Path) -> None:
    path = root / LESSON
    path.write_text(path.read_text(encoding="utf-8").replace("{#look-up}", ""), encoding="utf-8")


def check(root: Path, *words: str) -> int:
    return main(["-C", str(root), "check", *words])


def test_a_sound_course(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(root) == 0
    assert "1 warning" in capsys.readouterr().out
    assert check(root, "--strict") == 1
    assert check(root, "--locked") == 1
    assert main(["-C", str(root), "accept"]) == 0
    capsys.readouterr()
    assert check(root, "--strict", "--locked") == 0
    assert capsys.readouterr().out == "no findings\n"


def test_errors_give_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root)
    assert check(root, "--format", "short", str(root / "modules")) == 1
    assert capsys.readouterr().out == f"{LESSON}:11:4: error[heading-without-id] this heading has no id\n"
    assert check(root, str(root / "quizzes")) == 0
    assert capsys.readouterr().out == "no findings\n"
    assert check(root, "--format", "github", str(root / LESSON)) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"::error file={LESSON},line=11,col=4,title=heading-without-id::this heading has no id; add")


def test_the_second_run_says_the_same(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root)
    (root / "course" / "glossary.yml").write_bytes(b"terms:\n  - term: caf\xe9\n")
    check(root)
    first = capsys.readouterr().out
    check(root)
    assert capsys.readouterr().out == first
    assert "not-utf8" in first


def test_misuse_gives_two(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path) == 2
    assert check(root, "no-such-file") == 2
    assert capsys.readouterr().err.splitlines() == [
        f"course check: no course/course.yml in {tmp_path}",
        "course check: there is no no-such-file",
    ]
    for words in (["check", "--format", "xml"], [], ["chekc"]):
        with pytest.raises(SystemExit) as stopped:
            main(words)
        assert stopped.value.code == 2


def test_the_folder_is_found_from_below(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root / "modules" / "greeting")
    assert main(["check"]) == 0
    assert main(["check", "say-hello.md", "--strict"]) == 0
    assert "no findings" in capsys.readouterr().out


def test_a_closed_pipe_is_no_traceback(root: Path) -> None:
    spoil(root)
    command = f'"{sys.executable}" -m builder -C "{root}" check | true'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, cwd=HERE.parent)
    assert "Traceback" not in done.stderr


def test_help_imports_no_command() -> None:
    lines = (
        "import sys",
        "from builder.cli import main",
        "try: main(['--help'])",
        "except SystemExit: pass",
        "print(sorted(m for m in sys.modules if m.startswith(('builder.', 'pydantic', 'jinja2'))))",
    )
    script = "\n".join(lines)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=HERE.parent)
    assert done.stdout.splitlines()[-1] == "['builder.cli']"
    assert all(name in done.stdout for name in COMMANDS)


def test_output_goes_to_any_terminal(root: Path) -> None:
    spoil(root)
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "builder", "-C", str(root), "check"],
        capture_output=True,
        check=False,
        cwd=HERE.parent,
        env=environment,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


FINDING = Diagnostic("unknown-key", "unknown key 'x'", Place("a:b,c.yml", 2, 3), "remove it", 1)


def test_findings_are_sorted_and_said_once() -> None:
    later = Diagnostic("unknown-key", "x", Place("b.yml", 10, 1))
    assert in_order([later, FINDING, later]) == (FINDING, later)


def test_github_escapes_what_would_end_a_command() -> None:
    said = Diagnostic("unknown-key", "50%\nof it", Place("a:b,c.yml", 2, 3))
    assert render([said], {}, "github") == "::error file=a%3Ab%2Cc.yml,line=2,col=3,title=unknown-key::50%25%0Aof it"


def test_carets_stand_under_wide_letters_and_tabs() -> None:
    said = Diagnostic("unknown-key", "x", Place("a", 1, 4), length=2)
    assert render([said], {"a": "日\t本ab"}).splitlines()[3:] == ["1 | 日 本ab", "  |      ^^"]


def test_long_lines_are_cut_around_the_caret() -> None:
    said = Diagnostic("unknown-key", "x", Place("a", 1, 501), length=3)
    _, _, _, line, caret = render([said], {"a": "x" * 500 + "abc" + "y" * 500}).splitlines()
    assert len(line) < 120
    assert line[caret.index("^") :].startswith("abc")


def test_nothing_moves_the_cursor() -> None:
    assert printable("a\x1b[2Jb\u202ec\td\ne") == "a\ufffd[2Jb\ufffdc d e"


def test_a_place_beyond_the_file_has_no_caret() -> None:
    said = Diagnostic("unknown-key", "x", Place("a", 9, 9))
    assert render([said], {"a": "one line"}) == "error[unknown-key]: x\n --> a:9:9"


def test_colours_change_no_word() -> None:
    text = render([FINDING], {"a:b,c.yml": "one\n  x: y\n"})
    coloured = painted(text)
    assert coloured != text
    plain = coloured
    for code in ("1;31", "1", "34", "1;36", "0"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain == text
