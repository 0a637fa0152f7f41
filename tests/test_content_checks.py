"""What the content checks must not see: cases, near misses, other languages; and the wording of a source as hashes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from builder.build.front import compile_course
from builder.checks.content.reading import HARDEST, grade_of
from builder.checks.content.sentences import sentences
from builder.identity.windows import packed

MINIMAL = Path(__file__).parent / "minimal"
LESSON = "modules/greeting/say-hello.md"
HEAD = "---\nid: say-hello\ntitle: Say hello\nobjectives: [greet-people]\nminutes: 5\n---\n"
TAIL = "\n\n/// check | first-words\n///\n"
SOURCE = "Whoever comes in first is greeted first, whatever the weather may be on that day."


def found(folder: Path, words: str, **more: str) -> list[str]:
    """The codes that a lesson of these words brings; ``more`` are further files."""
    copytree(MINIMAL, folder, dirs_exist_ok=True)
    for path, text in {LESSON: HEAD + words + TAIL, **more}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return [finding.code for finding in compile_course(folder).findings if finding.code != "unfilled-ledger"]


@pytest.mark.parametrize(
    "words",
    [
        "We studied how to show visitors the way. The data shows up on the screen.",
        "/// situation\nAmir says that 80 % of his notes come back, three times more than in May.\n///",
        "Her style of learning is her own: she learns by doing, at 70 metres.",
        "The acmeist poets greeted nobody. Reply within 4 working hours if you can.",
        "Say {{ org.name }}, and answer an email within {{ org.standards.email.acknowledge }}.",
        "A one-day course at 09:30, room 7.38, e.g. for Mr. Ivo, costs 12.5 points.",
    ],
)
def test_what_only_looks_like_a_fault(tmp_path: Path, words: str) -> None:
    assert found(tmp_path, words) == []


def test_a_source_in_the_same_paragraph_is_enough(tmp_path: Path) -> None:
    sources = "sources:\n  - {id: kang-2014, kind: study, title: A study, authors: Kang}\n"
    linked = "[One study](#kang-2014) shows that 20 % forget."
    more = {"course/sources.yml": sources}
    assert found(tmp_path / "linked", linked, **more) == []
    assert found(tmp_path / "apart", f"{linked}\n\nStudies show that 20 % forget.", **more) == ["unsourced-claim"] * 2


def test_seven_words_of_a_source_are_free_and_eight_are_not(tmp_path: Path) -> None:
    more = {
        "course/sources.yml": "sources:\n  - {id: old-book, kind: book, title: Old book, authors: Nobody}\n",
        "course/fingerprints/old-book.yml": f"source: old-book\nwindows: {' '.join(packed(SOURCE))}\n",
    }
    words = SOURCE.split()
    assert found(tmp_path / "seven", f"So: {' '.join(words[:7])} here.", **more) == []
    assert found(tmp_path / "eight", f"So: {' '.join(words[:8]).upper()} here.", **more) == ["copied-words"]


def second_organisation() -> dict[str, str]:
    """A file more: another shop, whose times are its own."""
    acme = (MINIMAL / "course/organisations/acme.yml").read_text(encoding="utf-8")
    other = (
        acme.replace("id: acme", "id: zenith").replace("Acme", "Zenith").replace("4 working hours", "3 working hours")
    )
    return {"course/organisations/zenith.yml": other.replace("help@acme", "help@zenith")}


@pytest.mark.parametrize(
    "words",
    ["Welcome to Acme.", "Welcome to Zenith.", "An email waits 4 working hours.", "An email waits 3 working hours."],
)
def test_no_organisation_s_values_are_typed(tmp_path: Path, words: str) -> None:
    assert found(tmp_path, words, **second_organisation()) == ["typed-value"]


def test_minutes_that_are_off_in_two_organisations_are_told_once(tmp_path: Path) -> None:
    words = "Say hello to whoever comes to {{ org.name }}. " * 400
    longer = {name: text.replace("Zenith", "Zenith and Sons") for name, text in second_organisation().items()}
    assert found(tmp_path, words, **longer) == ["minutes-off"]


@pytest.mark.parametrize(
    "myth",
    [
        "Only 7 percent of communication is words, 38 percent is tone and 55 percent is body language.",
        "Winning a new customer is five times dearer than keeping one.",
        "From 40 to 60 % of it is failure demand.",
    ],
)
def test_a_myth_in_other_words_is_one(tmp_path: Path, myth: str) -> None:
    assert "myth" in found(tmp_path, myth)


def test_the_wording_of_a_source_is_kept_as_hashes(tmp_path: Path) -> None:
    copytree(MINIMAL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "course/sources.yml").write_text(
        "sources:\n  - {id: old-book, kind: book, title: Old book, authors: Nobody}\n", encoding="utf-8"
    )
    (tmp_path / "book.txt").write_text(SOURCE, encoding="utf-8")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "builder", "-C", str(tmp_path), "fingerprint", *words]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    assert run("old-book", str(tmp_path / "book.txt")).returncode == 0
    written = (tmp_path / "course/fingerprints/old-book.yml").read_text(encoding="utf-8")
    assert "weather" not in written
    assert written.split()[-len(packed(SOURCE)) :] == packed(SOURCE)
    for words in (("no-such", str(tmp_path / "book.txt")), ("old-book", str(tmp_path / "none.txt"))):
        done = run(*words)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_the_bound_never_lies_below_the_grade() -> None:
    """Texts that pass by their vowels alone would pass by their syllables too."""
    import textstat  # noqa: PLC0415 - slow to import

    course = compile_course(Path(__file__).parent.parent).compiled[0].edition.course
    texts = [block.text for m in course.modules for one in m.lesson_files for s in one.sections for block in s.blocks
             if hasattr(block, "text")]  # fmt: skip
    for text in texts:
        if parts := [part for part in sentences(text.plain) if part[-1] in ".!?"]:
            grade = textstat.flesch_kincaid_grade(" ".join(parts))
            assert grade_of(parts) in (0.0, pytest.approx(grade, abs=1.5)) or grade_of(parts) >= min(grade, HARDEST)
