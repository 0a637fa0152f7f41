"""Ids and state keys through an author's edits of files: what means the same keeps both, what doesn't, its id alone."""

from __future__ import annotations

import json
import shutil
import tempfile
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from course_edits import HARMLESS, TELLING, Change, Edit, Script, Tree, move, reorder, reword
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.edition import make_edition
from builder.identity.content import content, contents
from builder.identity.keys import anki_guid, anki_id, idnumber, iri, thing_uuid
from builder.identity.meaning import state_key
from builder.identity.things import things_of
from builder.model.activities import Activity
from builder.model.edition import Edition
from builder.source import load_course

TINY = Path(__file__).parent / "tiny"


@cache
def source() -> dict[str, str]:
    found = sorted(path for path in (TINY / "quizzes").rglob("*.yml") if ".es." not in path.name)
    return {path.relative_to(TINY).as_posix(): path.read_text(encoding="utf-8") for path in found}


def tree() -> Tree:
    return {path: yaml.load(text, yaml.CBaseLoader) for path, text in source().items()}  # noqa: S506 - plain texts


def edition(files: Tree, folder: Path) -> Edition:
    root = folder / "course"
    shutil.copytree(TINY, root, ignore=lambda _where, names: [n for n in names if ".es." in n])
    shutil.rmtree(root / "quizzes" / "banks")
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")  # JSON is YAML
    for picture in (TINY / "quizzes" / "banks").glob("*.svg"):
        shutil.copy(picture, root / "quizzes" / "banks")
    loaded = load_course(root)
    assert loaded.course is not None
    assert {f.code for f in loaded.findings} <= {"unknown-translation"}, loaded.findings
    return make_edition(loaded.course, "harbour", "en", loaded.pictures)[0]


def ids(made: Edition) -> dict[str, tuple[object, ...]]:
    """Every external id of every item and card."""
    cards = [card.id for deck in made.course.decks for card in deck.cards]
    return {
        str(name): (
            idnumber(made.key, name), thing_uuid(made.key, "item", name), thing_uuid(made.key, "choice", name),
            iri("https://a.example", made.key, name), anki_guid(made.key, name), anki_id(made.key, "note", name),
        )
        for name in (*made.items, *cards)
    }  # fmt: skip


def states(made: Edition) -> dict[str, int]:
    return {str(name): state_key(made.course.settings.id, item) for name, item in made.items.items()}


@cache
def before() -> tuple[dict[str, tuple[object, ...]], dict[str, int], dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        made = edition(tree(), Path(folder))
        return ids(made), states(made), contents(made)


@given(st.lists(st.sampled_from(HARMLESS), min_size=1, max_size=5), st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_edits_that_change_no_meaning_keep_every_id_and_state_key(edits: list[Edit], data: st.DataObject) -> None:
    script = Script(tree(), data.draw(st.randoms(use_true_random=False)))
    for edit in edits:
        edit(script)
    with tempfile.TemporaryDirectory() as folder:
        made = edition(script.files, Path(folder))
    old_ids, old_states, _ = before()
    new_ids, new_states = ids(made), states(made)
    kept = set(old_states) & set(new_states)
    assert len(kept) >= len(old_states) - len(edits)
    assert {name: new_states[name] for name in kept} == {name: old_states[name] for name in kept}
    assert all(new_ids[name] == old_ids[name] for name in set(old_ids) & set(new_ids))
    every = [one for found in new_ids.values() for one in found]
    assert len(set(every)) == len(every)
    assert len(set(new_states.values())) == len(new_states)


def items() -> dict[str, dict[str, Any]]:
    return Script(tree(), Random()).items  # noqa: S311 - nothing is drawn


@given(
    st.sampled_from(sorted(items())),
    st.sampled_from(TELLING),
    st.lists(st.sampled_from([reorder, reword, move]), max_size=2),
    st.data(),
)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_edit_of_the_meaning_changes_that_items_state_key_alone(
    name: str, change: Change, edits: list[Edit], data: st.DataObject
) -> None:
    script = Script(tree(), data.draw(st.randoms(use_true_random=False)))
    for edit in edits:
        edit(script)
    script.tell(script.items[name], change)
    with tempfile.TemporaryDirectory() as folder:
        made = edition(script.files, Path(folder))
    old_ids, old_states, _ = before()
    new_states = states(made)
    assert ids(made) == old_ids
    assert new_states[name] != old_states[name]
    assert {other: key for other, key in new_states.items() if other != name} == {
        other: key for other, key in old_states.items() if other != name
    }


def test_all_item_types_are_among_the_edited() -> None:
    assert {item["type"] for item in items().values()} == {
        "single_choice", "multiple_response", "true_false", "judgement", "numeric", "short_answer",
        "cloze", "matching", "ordering", "categorise", "reflection",
    }  # fmt: skip


def test_content_moves_with_what_readers_see_and_with_nothing_else(tmp_path: Path) -> None:
    files = tree()
    files["quizzes/banks/zzz.yml"] = files.pop("quizzes/banks/cups.yml")
    files["quizzes/banks/tea.yml"]["items"][0]["stem"] = "Another stem?"
    files["quizzes/banks/tea.yml"]["items"].reverse()
    changed = contents(edition(files, tmp_path))
    old = before()[2]
    assert {name for name in old if changed[name] != old[name]} == {files["quizzes/banks/tea.yml"]["items"][-1]["id"]}


def test_a_field_that_came_later_moves_no_content_while_it_is_empty(tmp_path: Path) -> None:
    (named,) = (one for one in things_of(edition(tree(), tmp_path).course) if one.id == "act-tea-round")
    activity = named.thing
    assert isinstance(activity, Activity)
    without = activity.model_copy(update={"materials": activity.materials[:3], "cards": (), "producer": ()})
    assert content(named._replace(thing=without), {}) == "7bef1fcde0b1baf8"  # as it was before these fields
    for later in ("cards", "producer"):
        assert content(named, {}) != content(named._replace(thing=activity.model_copy(update={later: ()})), {})


def test_a_picture_is_part_of_the_content(tmp_path: Path) -> None:
    files = tree()
    made = edition(files, tmp_path)
    path = next(path for path in made.pictures if path.startswith("quizzes/banks/"))
    (tmp_path / "course" / path).write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
    )
    loaded = load_course(tmp_path / "course")
    assert loaded.course
    again = make_edition(loaded.course, "harbour", "en", loaded.pictures)[0]
    assert {name for name in before()[2] if contents(again)[name] != before()[2][name]} == {"t-first-step"}
