"""Whatever happens to a course's files, findings come out and nothing is raised."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from builder.build.front import compile_course
from builder.diagnostics import Diagnostic
from builder.diagnostics.codes import CODES
from builder.diagnostics.render import FORMATS, render
from builder.source.events import read_yaml
from builder.source.lessons import read_lesson

TINY = Path(__file__).parent / "tiny"
FILES = sorted(p.relative_to(TINY).as_posix() for p in TINY.rglob("*") if p.suffix in {".yml", ".md", ".svg", ".png"})
SNIPPETS = (
    b"{{", b"}}", b"{{ org.name }}", b"{{ org.x.y }}", b"{{ 'a' * 9 }}", b"{% for x in y %}", b"{#", b"\xff", b"\x00",
    b"\x07", b"\r", b"\t", b"- ", b": ", b"&a ", b"*a ", b"!!python/object:os.system ", b"? ", b"|\n", b">-\n",
    b"---\n", b"...\n", b"'", b'"', b"\\", b"[", b"]", b"{", b"}", b"#", b"///\n", b"/// check | x\n", b"/// badly\n",
    b"```\n", b"# x\n", b"## y {#z}\n", b"<b>", b"![](x.png)", b"[a](#b)", b"[[x]]", b"\xe2\x80\xae",
    b"\xf0\x9f\x98\x80", b"null", b"~", b"yes", b"NaN", b"1e999999", b"-1", b"9" * 400, b"id: x\n", b"../../x",
    b"/etc/passwd", b"{" * 300, b"- " * 300, b"> " * 300, b"*" * 300, b"[" * 300,
)  # fmt: skip

Damage = tuple[str, str, int, int, bytes]
damages = st.tuples(
    st.sampled_from(FILES),
    st.sampled_from(["delete", "insert", "replace", "swap", "repeat", "empty"]),
    st.integers(0, 10_000),
    st.integers(0, 60),
    st.sampled_from(SNIPPETS) | st.binary(max_size=8),
)


def damaged(data: bytes, how: str, at: int, length: int, new: bytes) -> bytes:
    at %= len(data) + 1
    lines = data.split(b"\n")
    one, two = at % len(lines), length % len(lines)
    match how:
        case "delete":
            return data[:at] + data[at + length :]
        case "insert":
            return data[:at] + new + data[at:]
        case "replace":
            return data[:at] + new + data[at + length :]
        case "swap":
            lines[one], lines[two] = lines[two], lines[one]
            return b"\n".join(lines)
        case "repeat":
            return b"\n".join([*lines[: one + 1], lines[one], *lines[one + 1 :]])
        case _:
            return b""


@contextmanager
def tiny_course() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "course"
        shutil.copytree(TINY, root, ignore=shutil.ignore_patterns(".build", "dist*", "*.es.*"))
        settings_ = root / "course" / "course.yml"
        settings_.write_text(settings_.read_text(encoding="utf-8").replace("[en, es]", "[en]"), encoding="utf-8")
        yield root


def assert_sound(findings: tuple[Diagnostic, ...], texts: dict[str, str], root: Path) -> None:
    for finding in findings:
        assert finding.code in CODES
        assert finding.message
        assert "\n" not in finding.message
        assert str(root) not in finding.message + finding.place.file
    for style in FORMATS:
        render(findings, texts, style).encode()


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(damages, min_size=1, max_size=3))
@example([("quizzes/banks/tea.yml", "empty", 0, 0, b"")])
@example([("course/course.yml", "empty", 0, 0, b"")])
@example([("quizzes/banks/tea.yml", "replace", 0, 60, b"[" * 60_000)])
@example([("modules/tea/boil-and-brew.md", "insert", 400, 0, b"> " * 5_000)])
def test_a_damaged_course_gives_findings(all_damage: list[Damage]) -> None:
    with tiny_course() as root:
        for file, how, at, length, new in all_damage:
            path = root / file
            if path.is_file():
                path.write_bytes(damaged(path.read_bytes(), how, at, length, new))
        front = compile_course(root)
        assert_sound(front.findings, dict(front.texts), root)


@settings(max_examples=300, deadline=None)
@given(st.text() | st.text(alphabet="ab:-{}[]\n \t'\"&*!|>#%@`?,"))
@example("[" * 60_000)
@example("{" * 60_000)
@example("- " * 60_000)
@example("? " * 60_000)
@example("&a [" * 30_000)
@example("a: " + "'" * 60_000)
@example("!<tag:" + "x" * 60_000)
def test_any_yaml_gives_a_tree_or_findings(text: str) -> None:
    parsed = read_yaml(text, "file.yml")
    assert parsed.whole or parsed.findings
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + text.count("\u2029") + 2
    assert all(1 <= finding.place.line <= lines for finding in parsed.findings)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*SNIPPETS, b"words ", b"\n", b"\n\n", b"///", b"~~~"]), max_size=30))
def test_any_lesson_gives_findings(parts: list[bytes]) -> None:
    body = b"".join(parts).decode(errors="replace")
    head = "---\nid: x\ntitle: X\nminutes: 5\n---\n"
    read = read_lesson(head + body, "x.md")
    assert read.lesson is not None
    kept = "".join(
        block.text.source for section in read.lesson.sections for block in section.blocks if hasattr(block, "text")
    )
    lost = {word for word in body.split() if word == "words"} - set(kept.split())
    assert not lost or read.findings or any("words" in section.title.source for section in read.lesson.sections)
    for finding in read.findings:
        assert finding.code in CODES
