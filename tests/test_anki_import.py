"""Anki's own backend takes the deck, keeps every schedule through a correction, and doubles nothing."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tiny_course
from anki_collection import Learner

from builder.identity.ledger import Ledger, accept, dates_for, parse
from builder.source import load_course
from builder.writers import anki

if TYPE_CHECKING:
    from builder.model.course import Course
    from builder.model.edition import Edition

NOTES = 15
CARDS = 18
TYPO = {"quizzes/cards/tea.yml": ("it takes longest", "it takes the longest")}
LATER = tiny_course.EPOCH + 1000


def package(organisation: str = "harbour", language: str = "en") -> bytes:
    made = tiny_course.edition(organisation, language)
    return _built(made)


def edited(folder: Path, changes: Mapping[str, tuple[str, str]], dates: Mapping[str, int]) -> bytes:
    """The deck after replacing words in source files, with new dates for what changed."""
    return _built(tiny_course.edition_of(_changed(folder, changes), dates=dates))


def _changed(folder: Path, changes: Mapping[str, tuple[str, str]]) -> Course:
    root = folder / "course"
    shutil.copytree(tiny_course.ROOT, root, dirs_exist_ok=True)
    for file, (old, new) in changes.items():
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf-8")
    loaded = load_course(root)
    assert loaded.course is not None
    assert {one.code for one in loaded.findings} <= {"unknown-translation"}
    return loaded.course


def _built(made: Edition) -> bytes:
    (data,) = tiny_course.files(anki.artefacts(made, tiny_course.plan())).values()
    return data


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return Learner(tmp_path)


def test_everything_arrives(learner: Learner) -> None:
    assert learner.imports(package()) == {"new": NOTES}
    assert learner.col.card_count() == CARDS
    assert learner.decks() == [
        "The Tea Round", "The Tea Round::Clean cups", "The Tea Round::Glossary", "The Tea Round::Tea for a team",
    ]  # fmt: skip
    report = learner.col.media.check()
    assert (list(report.missing), list(report.unused)) == ([], [])


def test_every_card_shows_a_question_and_an_answer(learner: Learner) -> None:
    learner.imports(package())
    for card_id in learner.col.find_cards(""):
        card = learner.col.get_card(card_id)
        assert card.question() != card.answer()
        assert "{{" not in card.answer()
        assert '<main lang="en" dir="ltr">' in card.question()


def test_the_answer_is_not_on_the_question(learner: Learner) -> None:
    learner.imports(package())
    (card,) = learner.note("t-gaps").cards()
    assert "water" not in card.question().partition("<main")[2]
    assert 'Boil <span class="cloze">water</span>' in card.answer()
    first, second = learner.note("card-t-black").cards()
    assert "[how long?]" in first.question()
    assert "[...]</span>" in second.question()


def test_importing_again_changes_nothing(learner: Learner) -> None:
    learner.imports(package())
    before = learner.state()
    assert learner.imports(package()) == {"duplicate": NOTES}
    assert learner.state() == before


def test_a_correction_arrives_and_the_schedule_stays(learner: Learner, tmp_path: Path) -> None:
    learner.imports(package())
    (card,) = learner.note("card-t-first").cards()
    learner.answer(card)
    card.load()
    due = (card.type, card.queue, card.due, card.reps)
    assert card.reps == 1
    fixed = edited(tmp_path, TYPO, {"card-t-first": LATER})
    assert learner.imports(fixed) == {"updated": 1, "duplicate": NOTES - 1}
    note = learner.note("card-t-first")
    assert "it takes the longest" in note["Back"]
    (card,) = note.cards()
    assert (card.type, card.queue, card.due, card.reps) == due
    assert learner.col.note_count() == NOTES
    assert learner.col.card_count() == CARDS


def test_the_ledger_dates_what_was_edited(learner: Learner, tmp_path: Path) -> None:
    """From ``course accept`` to Anki: the second acceptance dates the corrected card anew, and that one alone."""
    first = tiny_course.edition()
    before, _ = parse(accept([first], [tiny_course.plan()], Ledger(), 1_700_000_000))
    learner.imports(_built(replace(first, dates=dates_for(before, first))))
    second = tiny_course.edition_of(_changed(tmp_path, TYPO))
    after, _ = parse(accept([second], [tiny_course.plan()], before, 1_700_100_000))
    fixed = _built(replace(second, dates=dates_for(after, second)))
    assert learner.imports(fixed) == {"updated": 1, "duplicate": NOTES - 1}
    assert learner.note("card-t-first").mod == 1_700_100_000


def test_what_a_learner_changed_stays_where_the_course_did_not(learner: Learner, tmp_path: Path) -> None:
    learner.imports(package())
    note = learner.note("card-t-pot")
    note["Back"], note.tags = "my own words", ["mine"]
    learner.col.update_note(note)
    fixed = edited(tmp_path, TYPO, {"card-t-first": LATER})
    learner.imports(fixed)
    note = learner.note("card-t-pot")
    assert (note["Back"], note.tags) == ("my own words", ["mine"])


def test_a_new_card_arrives_alone(learner: Learner, tmp_path: Path) -> None:
    learner.imports(package())
    before = learner.state()
    added = "cards:\n  - {id: card-t-new, type: basic, front: New, back: Yes}"
    more = edited(tmp_path, {"quizzes/cards/tea.yml": ("cards:", added)}, {"card-t-new": LATER})
    assert learner.imports(more) == {"new": 1, "duplicate": NOTES}
    after = learner.state()
    assert [row for row in after[0] if row[0] != learner.note("card-t-new").id] == before[0]


def test_a_reverse_can_be_added_later(learner: Learner, tmp_path: Path) -> None:
    learner.imports(package())
    (card,) = learner.note("card-t-first").cards()
    learner.answer(card)
    both = ("front: What comes", "reverse: yes\n    front: What comes")
    two = edited(tmp_path, {"quizzes/cards/tea.yml": both}, {"card-t-first": LATER})
    assert learner.imports(two) == {"updated": 1, "duplicate": NOTES - 1}
    first, second = learner.note("card-t-first").cards()
    assert (first.reps, second.reps) == (1, 0)


def test_an_item_can_change_its_type(learner: Learner, tmp_path: Path) -> None:
    learner.imports(package())
    old = "    type: true_false\n    objectives: [wash-the-cups]\n    practices: [leave-it-clean]\n"
    new = old.replace("true_false", "short_answer")
    rest = ('    key: no\n    if_true: Heat helps it dry.\n    if_false: "Right: warm dries first."\n',
            "    accepted: sooner\n    rationale: Warm dries first.\n")  # fmt: skip
    text = (tiny_course.ROOT / "quizzes/banks/cups.yml").read_text(encoding="utf-8")
    whole = (text, text.replace(old, new).replace(*rest))
    changed = edited(tmp_path, {"quizzes/banks/cups.yml": whole}, {"c-rinse": LATER})
    assert learner.imports(changed) == {"updated": 1, "duplicate": NOTES - 1}
    assert learner.note("c-rinse")["Answer"] == "sooner"


def test_two_languages_live_side_by_side(learner: Learner) -> None:
    learner.imports(package())
    before = learner.state()[0]
    assert learner.imports(package(language="es")) == {"new": NOTES}
    assert [row for row in learner.state()[0] if row in before] == before
    assert "La ronda de té::Té para un equipo" in learner.decks()


def test_every_note_type_keeps_its_fields(learner: Learner) -> None:
    """Frozen for ever: a field added, renamed or moved makes every note of every learner conflict."""
    learner.imports(package())
    fields = {
        kind["name"]: [field["name"] for field in kind["flds"]]
        for kind in learner.col.models.all()
        if kind["name"].startswith("tea-round.")
    }
    spares = ["Spare 1", "Spare 2", "Spare 3", "Spare 4"]
    assert fields == {
        "tea-round.basic": ["Front", "Back", "Reverse", "Extra", "Source", "Id", *spares],
        "tea-round.cloze": ["Text", "Extra", "Source", "Id", *spares],
        "tea-round.item": ["Question", "Answer", "Why", "Extra", "Source", "Id", *spares],
    }


def test_ids_are_kept_by_anki(learner: Learner, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An id from the future would be replaced, differently at each learner's."""
    learner.imports(package())
    first = {row[1]: row[0] for row in learner.state()[0]}
    other = Learner(tmp_path_factory.mktemp("other"))
    other.imports(package())
    assert {row[1]: row[0] for row in other.state()[0]} == first
