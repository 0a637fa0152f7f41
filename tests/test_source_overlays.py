"""Translations as texts by key: the keys are those of the course."""

from __future__ import annotations

import shutil
from pathlib import Path

from builder.model.text import Text
from builder.model.walk import texts_of
from builder.source import Loaded, load_course

HERE = Path(__file__).parent


def french(tmp_path: Path) -> Path:
    root = tmp_path / "course"
    shutil.copytree(HERE / "minimal", root)
    shutil.copytree(HERE / "french", root, dirs_exist_ok=True)
    return root


def overlay(loaded: Loaded, language: str) -> dict[str, Text]:
    assert loaded.course is not None
    assert not loaded.findings
    return dict(loaded.course.overlays[language])


def test_every_key_of_the_tiny_course_is_one_of_its_texts() -> None:
    loaded = load_course(HERE / "tiny")
    texts = dict(texts_of(loaded.course))
    translated = overlay(loaded, "es")
    assert set(translated) <= set(texts)
    assert all(type(text) is type(texts[key]) for key, text in translated.items())
    kinds = {key.split(".")[0] for key in translated}
    assert kinds == {
        "settings", "organisations", "objectives", "practices", "terms", "sources", "modules", "banks", "scenarios",
        "decks", "quizzes", "kit",
    }  # fmt: skip


def test_every_translated_text_stands_where_it_says() -> None:
    loaded = load_course(HERE / "tiny")
    for text in overlay(loaded, "es").values():
        line = loaded.texts[text.place.file].split("\n")[text.place.line - 1]
        assert line[text.place.column - 1] == text.source.lstrip()[0]


def test_one_text_may_stand_for_a_list_of_one(tmp_path: Path) -> None:
    root = french(tmp_path)
    bank = root / "quizzes" / "banks" / "greeting.yml"
    bank.write_text(
        bank.read_text(encoding="utf-8").replace("    options:", "    hints: [Look up.]\n    options:"),
        encoding="utf-8",
    )
    over = root / "quizzes" / "banks" / "greeting.fr.yml"
    over.write_text(
        over.read_text(encoding="utf-8").replace("    options:", "    hints: Levez les yeux.\n    options:"),
        encoding="utf-8",
    )
    assert (
        overlay(load_course(root), "fr")["banks.bank-greeting.items.first-words.hints[0]"].source == "Levez les yeux."
    )


def test_a_translated_lesson_goes_by_its_id(tmp_path: Path) -> None:
    loaded = load_course(french(tmp_path))
    assert loaded.course is not None
    assert loaded.course.overlay_lessons["fr"]["say-hello"].title.source == "Dire bonjour"


def mistakes(root: Path) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in load_course(root).findings]


def test_mistakes(tmp_path: Path) -> None:
    root = french(tmp_path)
    (root / "modules/greeting/say-bye.fr.md").write_text("---\nid: say-bye\ntitle: Au revoir\n---\n", encoding="utf-8")
    (root / "course/course.en.yml").write_text("title: A course\n", encoding="utf-8")
    lesson = root / "modules/greeting/say-hello.fr.md"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("id: say-hello", "id: dire-bonjour"), encoding="utf-8")
    assert mistakes(root) == [
        ("unknown-translation", "'en' is the language of the originals"),
        ("unknown-translation", "there is no say-bye.md beside it"),
        ("unknown-translation", "the lesson's id is 'say-hello', not 'dire-bonjour'"),
    ]


def test_a_broken_translation_is_only_broken(tmp_path: Path) -> None:
    root = french(tmp_path)
    (root / "course/course.fr.yml").write_text("title: [", encoding="utf-8")
    loaded = load_course(root)
    assert [finding.code for finding in loaded.findings] == ["yaml-syntax"]
    assert not loaded.whole
