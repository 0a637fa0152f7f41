"""Lessons: sections and blocks with exact places."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.diagnostics import Place
from builder.model.lessons import AudienceBlock, Callout, CheckBlock, Lesson, LessonBlock, ProseBlock
from builder.source import load_course
from builder.source.lessons import read_lesson

HEAD = "---\nid: x\ntitle: X\nminutes: 5\n---\n"
TINY = Path(__file__).parent / "tiny"


def lesson(body: str) -> Lesson:
    read = read_lesson(HEAD + body, "x.md")
    assert not read.findings
    assert read.lesson is not None
    return read.lesson


def texts(blocks: tuple[LessonBlock, ...]) -> list[str]:
    return [block.text.source for block in blocks if isinstance(block, ProseBlock | Callout | AudienceBlock)]


def test_sections_and_blocks_keep_their_order_and_places() -> None:
    made = lesson(
        "\n/// situation\nIt rains.\n///\n\n## One {#one}\n\nFirst.\n\nMore.\n/// check | an-item\n///\nAfter.\n\n"
        "### Two ## {#two}\n/// leaders\nFor you.\n///\n"
    )
    assert [(s.id, s.title.source, s.level, s.place.line) for s in made.sections] == [
        ("", "", 0, 1),
        ("one", "One", 2, 11),
        ("two", "Two ##", 3, 20),
    ]
    opening, first, second = (section.blocks for section in made.sections)
    assert opening == (Callout("situation", opening[0].text),)  # type: ignore[union-attr]  # a callout has a text
    assert [type(block) for block in first] == [ProseBlock, CheckBlock, ProseBlock]
    assert texts(first) == ["First.\n\nMore.", "After."]
    assert first[0].text.place == Place("x.md", 13, 1)  # type: ignore[union-attr]
    assert first[1].target.place == Place("x.md", 16, 13)  # type: ignore[union-attr]
    assert texts(second) == ["For you."]
    assert made.sections[1].title.place == Place("x.md", 11, 4)


def test_fences_hide_headings_and_blocks() -> None:
    body = "```\n# no heading\n/// badly\n///\n```\n\n~~~~ text\n## none\n~~~\n/// x\n~~~~\n"
    assert texts(lesson(body).sections[0].blocks) == [body.strip()]


def test_inline_code_is_no_fence() -> None:
    assert len(lesson("```x``` is code\n\n## One {#one}\n\nText.\n").sections) == 2


def test_blocks_may_touch_text_and_have_more_slashes() -> None:
    made = lesson("Before.\n//// badly\nText.\n////\nAfter.\n")
    assert texts(made.sections[0].blocks) == ["Before.", "Text.", "After."]


def test_the_other_kind_of_heading_counts() -> None:
    assert lesson("One {#one}\n---\n\nText.\n").sections[0].id == "one"
    read = read_lesson(f"{HEAD}Two\n===\n\nText.\n", "x.md")
    assert sorted(finding.code for finding in read.findings) == ["heading-level", "heading-without-id"]


def test_a_rule_under_a_blank_line_is_a_rule() -> None:
    assert texts(lesson("Text.\n\n---\n\nMore.\n").sections[0].blocks) == ["Text.\n\n---\n\nMore."]


def test_indented_first_line_keeps_its_column() -> None:
    block = lesson("\n  Text.\n").sections[0].blocks[0]
    assert isinstance(block, ProseBlock)
    assert (block.text.source, block.text.place) == ("Text.", Place("x.md", 7, 3))


def test_every_text_of_the_tiny_course_stands_where_it_says() -> None:
    loaded = load_course(TINY)
    assert loaded.course is not None
    count = 0
    for module in loaded.course.modules:
        for made in module.lesson_files:
            for section in made.sections:
                for block in section.blocks:
                    if isinstance(block, ProseBlock | Callout | AudienceBlock):
                        place = block.text.place
                        lines = loaded.texts[place.file].split("\n")[place.line - 1 :]
                        assert "\n".join(lines)[place.column - 1 :].startswith(block.text.source)
                        count += 1
    assert count > 5


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("/// check\n///\n", ["block-target"]),
        ("/// check | A B\n///\n", ["bad-id"]),
        ("/// x\ntext\n///\n", ["unknown-block"]),
        ("///\n", ["unclosed-block"]),
        ("/// badly\ntext\n", ["unclosed-block"]),
        ("/// badly\ntext\n/// well\ntext\n///\n", ["unclosed-block"]),
        ("### Too deep {#deep}\n", ["heading-level"]),
        ("## A {#a}\n#### B {#b}\n", ["heading-level"]),
        ("#hashtag\n", ["heading-level", "heading-without-id"]),
    ],
)
def test_mistakes(body: str, codes: list[str]) -> None:
    read = read_lesson(HEAD + body, "x.md")
    assert sorted(finding.code for finding in read.findings) == codes
    assert read.lesson is not None


def test_front_matter_knows_no_key_of_the_program() -> None:
    read = read_lesson("---\nid: x\ntitle: X\nminutes: 5\nfile: y\nsections: []\n---\n", "x.md")
    assert [finding.code for finding in read.findings] == ["unknown-key", "unknown-key"]
    assert read.lesson is not None
    assert read.lesson.file == "x.md"
