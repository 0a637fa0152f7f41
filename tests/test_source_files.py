"""Finding files, pictures, and putting a course together."""

from __future__ import annotations

import os
import shutil
import struct
from pathlib import Path

import pytest

from builder.model.text import Line
from builder.source import load_course
from builder.source.kinds import base_of, kind_of, language_of
from builder.source.pictures import read_picture

HERE = Path(__file__).parent
MINIMAL = HERE / "minimal"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "course")
    return tmp_path / "course"


def codes(root: Path) -> list[str]:
    return sorted(finding.code for finding in load_course(root).findings)


def test_the_tiny_course_loads_whole() -> None:
    loaded = load_course(HERE / "tiny")
    assert not loaded.findings
    assert loaded.whole
    course = loaded.course
    assert course is not None
    assert [module.id for module in course.modules] == list(course.settings.modules)
    assert [lesson.id for lesson in course.modules[0].lesson_files] == list(course.modules[0].lessons)
    assert course.files == loaded.texts
    assert set(course.overlays) == {"es"}
    assert isinstance(course.overlays["es"]["settings.title"], Line)
    assert set(course.overlay_lessons["es"]) == {lesson.id for m in course.modules for lesson in m.lesson_files}


def test_loading_twice_gives_equal_courses() -> None:
    assert load_course(HERE / "tiny").course == load_course(HERE / "tiny").course


def test_line_ends_and_byte_order_marks_do_not_matter(root: Path) -> None:
    one = load_course(root).course
    for path in root.rglob("*"):
        if path.is_file():
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_course(root).course == one
    assert not codes(root)


def test_renaming_files_changes_no_id(root: Path) -> None:
    (root / "modules/greeting/say-hello.md").rename(root / "modules/greeting/first.md")
    (root / "modules/greeting").rename(root / "modules/a-new-name")
    (root / "quizzes/banks/greeting.yml").rename(root / "quizzes/banks/other.yml")
    loaded = load_course(root)
    assert not loaded.findings
    assert loaded.course is not None
    assert [m.id for m in loaded.course.modules] == ["greeting"]
    assert loaded.course.modules[0].folder == "modules/a-new-name"


def test_odd_files_are_left_alone(root: Path) -> None:
    for name in (".hidden.yml", "notes.txt", "backup.yml~", "README.md"):
        (root / "modules" / "greeting" / name).write_text("{", encoding="utf-8")
    os.mkfifo(root / "modules" / "greeting" / "pipe.md")
    assert not codes(root)


def test_links_inside_are_followed_and_links_outside_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (root / "modules/greeting/out.svg").symlink_to(tmp_path / "secret.svg")
    (root / "modules/greeting/up").symlink_to("../..", target_is_directory=True)
    (root / "modules/greeting/gone.md").symlink_to("nowhere.md")
    (root / "course/glossary.yml").symlink_to(root / "quizzes" / "terms.txt")
    (root / "quizzes/terms.txt").write_text("terms: []\n", encoding="utf-8")
    loaded = load_course(root)
    found = {(finding.code, finding.place.file) for finding in loaded.findings}
    assert ("outside-path", "modules/greeting/out.svg") in found
    assert ("outside-path", "modules/greeting/up") in found
    assert ("missing-file", "modules/greeting/gone.md") in found
    assert not loaded.pictures
    assert "course/glossary.yml" in loaded.texts


def test_a_name_that_is_no_text(root: Path) -> None:
    (root / "modules" / "greeting" / os.fsdecode(b"caf\xe9.md")).write_text("x", encoding="utf-8")
    found = load_course(root).findings
    assert [(finding.code, finding.place.file) for finding in found] == [("not-utf8", "modules/greeting/caf?.md")]


def test_a_picture_of_a_hundred_megabytes_is_not_read(root: Path) -> None:
    with (root / "modules/greeting/big.jpg").open("wb") as file:
        file.truncate(100_000_000)
    loaded = load_course(root)
    assert [finding.code for finding in loaded.findings] == ["file-too-big"]
    assert [picture.data for picture in loaded.pictures.values()] == [b""]


def test_a_folder_without_a_course() -> None:
    loaded = load_course(HERE / "cases")
    assert loaded.course is None
    assert [finding.code for finding in loaded.findings] == ["missing-file"]


@pytest.mark.parametrize(
    ("name", "data", "size"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 30, 20), (30, 20)),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08" + struct.pack(">HH", 20, 30) + b"\0" * 9, (30, 20)),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0" + bytes([29, 0, 0, 19, 0, 0]), (30, 20)),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + (29 | 19 << 14).to_bytes(4, "little") + b"\0" * 6, (30, 20)),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 10 + struct.pack("<HH", 30, 20), (30, 20)),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>', (30, 20)),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="30px" height="20" viewBox="0 0 3 2"/>', (30, 20)),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', (0, 0)),
    ],
)
def test_sizes_of_pictures(name: str, data: bytes, size: tuple[int, int]) -> None:
    picture, findings = read_picture(name, data)
    assert not findings
    assert (picture.width, picture.height) == size


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)"/>',
        '<image href="https://else.example/a.png"/>',
        '<a href="javascript:alert(1)"/>',
        '<use xlink:href="other.svg#a"/>',
        "<style>@import 'a.css';</style>",
        "<style>rect { fill: url(https://else.example/a) }</style>",
        '<rect style="fill: url(a.svg#b)"/>',
        "<foreignObject/>",
        '<?xml-stylesheet href="a.css"?>',
        "<rect>",
    ],
)
def test_pictures_that_reach_out_or_run(inside: str) -> None:
    head = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
    _, findings = read_picture("a.svg", f"{head}\n{inside}</svg>".encode())
    assert [finding.code for finding in findings] == ["unsafe-picture"]
    assert findings[0].place.line == 2


def test_entities_of_pictures_are_refused() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>'
    _, findings = read_picture("a.svg", bomb.encode())
    assert "the picture holds a document type" in [finding.message for finding in findings]


def test_a_picture_may_refer_to_itself() -> None:
    good = (
        '<svg xmlns="http://www.w3.org/2000/svg"><style>rect { fill: url(#a) }</style><use href="#b"/>'
        '<rect fill="url(#a)" style="marker: url(\'#c\')"/><image href="data:image/png;base64,AAAA"/></svg>'
    )
    assert read_picture("a.svg", good.encode())[1] == ()


def test_names_of_files() -> None:
    assert language_of("modules/a/x.pt-BR.md") == "pt-BR"
    assert base_of("modules/a/x.pt-BR.md") == "modules/a/x.md"
    assert language_of("modules/a.b/x.yml") == ""
    kind = kind_of("quizzes/banks/a.fr.yml")
    assert kind is not None
    assert kind.name == "bank"
    assert kind_of("quizzes/banks/deeper/a.yml") is None
