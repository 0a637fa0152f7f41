"""What an edit of one lesson lays out again: the books of its module and of the whole course, nothing else."""

from __future__ import annotations

from pathlib import Path

from course_at import copy_sources

from builder.build.digest import digest
from builder.build.front import compile_course
from builder.writers import workbooks

REAL = Path(__file__).parent.parent


def read_by_books(root: Path) -> dict[str, str]:
    compiled = compile_course(root).compiled[0]
    return {book.name: digest(book.reads) for book in workbooks.artefacts(compiled.edition, compiled.plan)}


def test_a_sentence_in_a_lesson_changes_its_modules_books_and_the_courses(tmp_path: Path) -> None:
    root = copy_sources(REAL, tmp_path / "course")
    before = read_by_books(root)
    lesson = next(path for path in sorted((root / "modules/standards").glob("*.md")))
    lesson.write_text(f"{lesson.read_text(encoding='utf-8')}\n\nSay it twice.\n", encoding="utf-8")
    after = read_by_books(root)
    changed = {name.rpartition("/")[2] for name in after if after[name] != before[name]}
    assert {"standards.learner", "course.learner"} <= changed
    assert {name.partition(".")[0] for name in changed} == {"standards", "course"}


def test_a_new_stem_changes_the_books_that_ask_or_answer_it(tmp_path: Path) -> None:
    root = copy_sources(REAL, tmp_path / "course")
    before = read_by_books(root)
    bank = root / "quizzes/banks/standards.yml"
    text = bank.read_text(encoding="utf-8")
    stems = (line for line in text.splitlines() if line.startswith("    stem: "))
    first = next(line for line in stems if len(line) > len("    stem: | "))
    bank.write_text(text.replace(first, f"{first} Think of it.", 1), encoding="utf-8")
    after = read_by_books(root)
    changed = {name.rpartition("/")[2] for name in after if after[name] != before[name]}
    assert changed
    assert {name.partition(".")[0] for name in changed} <= {"standards", "course", "final", "refresher"}, changed
