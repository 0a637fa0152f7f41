"""Ids and state keys through an author's edits of files: what means the same keeps both, what doesn't, its id alone."""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.edition import make_edition
from builder.identity.content import contents
from builder.identity.keys import anki_guid, anki_id, idnumber, iri, thing_uuid
from builder.identity.meaning import state_key
from builder.model.edition import Edition
from builder.source import load_course

TINY = Path(__file__).parent / "tiny"
Tree = dict[str, Any]
"""YAML files of quizzes by path, and ``pool`` for what the drawn edits need."""
Edit = Callable[[Tree, st.DataObject], None]
BANKS = ("quizzes/banks/tea.yml", "quizzes/banks/cups.yml")


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


# Edits that change no meaning


def banks(files: Tree) -> list[list[Any]]:
    return [data["items"] for data in files.values() if str(data.get("id", "")).startswith("bank-")]


def some_bank(files: Tree, data: st.DataObject) -> list[Any]:
    return data.draw(st.sampled_from([bank for bank in banks(files) if bank]))


def some_item(files: Tree, data: st.DataObject, *types: str) -> dict[str, Any]:
    fitting = [item for bank in banks(files) for item in bank if not types or item["type"] in types]
    return dict_of(data.draw(st.sampled_from(fitting)))


def dict_of(item: Any) -> dict[str, Any]:
    assert isinstance(item, dict)
    return item


def insert(files: Tree, data: st.DataObject) -> None:
    bank = some_bank(files, data)
    new = copy.deepcopy(data.draw(st.sampled_from(bank)))
    new["id"] = f"new-{sum(len(b) for b in banks(files))}-{data.draw(st.integers(0, 10**6))}"
    bank.insert(data.draw(st.integers(0, len(bank))), new)


def delete(files: Tree, data: st.DataObject) -> None:
    bank = some_bank(files, data)
    if len(bank) > 1:
        bank.pop(data.draw(st.integers(0, len(bank) - 1)))


def reorder(files: Tree, data: st.DataObject) -> None:
    bank = some_bank(files, data)
    bank[:] = data.draw(st.permutations(bank))


PARTS = ("options", "gaps", "pairs", "extras", "members", "categories")


def reorder_parts(files: Tree, data: st.DataObject) -> None:
    item = some_item(files, data)
    for part in PARTS:
        if part in item:
            item[part] = data.draw(st.permutations(item[part]))


def reword(files: Tree, data: st.DataObject) -> None:
    item = some_item(files, data)
    item["stem"] = data.draw(st.sampled_from(["Said in other words?", "**Which** is it, {{ org.name }}?", "¿Cuál?"]))
    for part in PARTS[:-1]:
        for number, one in enumerate(item.get(part, [])):
            for field in ("text", "left", "right", "rationale"):
                if field in one:
                    one[field] = f"{field} {number} anew"


def retag(files: Tree, data: st.DataObject) -> None:
    item = some_item(files, data)
    item["pool"] = data.draw(st.sampled_from(["practice", "test"]))
    item["difficulty"] = "hard"
    item["objectives"] = ["serve-a-guest"]


def rename_file(files: Tree, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([path for path in files if path.startswith("quizzes/banks/")]))
    files[f"quizzes/banks/a{data.draw(st.integers(0, 999))}{path.rpartition('/')[2]}"] = files.pop(path)


def move(files: Tree, data: st.DataObject) -> None:
    """To the bank of another module."""
    source_bank, target = data.draw(st.permutations(banks(files)))[:2]
    if len(source_bank) > 1:
        target.insert(0, source_bank.pop())


def swap_module(files: Tree, data: st.DataObject) -> None:
    data.draw(st.none())
    for path in list(files):
        if path.startswith("quizzes/banks/"):
            files[path]["module"] = {"tea": "cups", "cups": "tea"}[files[path]["module"]]


def requiz(files: Tree, data: st.DataObject) -> None:
    quizzes = files["quizzes/quizzes.yml"]["quizzes"]
    quizzes[:] = data.draw(st.permutations(quizzes))
    quizzes[0]["items"] = []


def same_number(files: Tree, data: st.DataObject) -> None:
    data.draw(st.none())
    for bank in banks(files):
        for item in bank:
            if item.get("answer") == "99.5":
                item["answer"] = "99.50"


HARMLESS: list[Edit] = [
    insert, delete, reorder, reorder_parts, reword, retag, rename_file, move, swap_module, requiz, same_number,
]  # fmt: skip


@given(st.lists(st.sampled_from(HARMLESS), min_size=1, max_size=5), st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_edits_that_change_no_meaning_keep_every_id_and_state_key(edits: list[Edit], data: st.DataObject) -> None:
    files = tree()
    for edit in edits:
        edit(files, data)
    with tempfile.TemporaryDirectory() as folder:
        made = edition(files, Path(folder))
    old_ids, old_states, _ = before()
    new_ids, new_states = ids(made), states(made)
    kept = set(old_states) & set(new_states)
    assert len(kept) >= len(old_states) - len(edits)
    assert {name: new_states[name] for name in kept} == {name: old_states[name] for name in kept}
    assert all(new_ids[name] == old_ids[name] for name in set(old_ids) & set(new_ids))
    every = [one for found in new_ids.values() for one in found]
    assert len(set(every)) == len(every)
    assert len(set(new_states.values())) == len(new_states)


# Edits that change the meaning of one item


def raise_revision(item: dict[str, Any]) -> None:
    item["revision"] = str(int(item.get("revision", "1")) + 1)


def change_key(item: dict[str, Any]) -> None:
    match item["type"]:
        case "single_choice":
            item["key"] = [next(o["id"] for o in item["options"] if o["id"] not in item["key"])]
        case "multiple_response":
            item["key"] = item["key"][:1]
        case "true_false":
            item["key"] = "no" if item["key"] in {"yes", "true"} else "yes"
        case "judgement":
            item["options"][0]["score"] = str((int(item["options"][0]["score"]) + 1) % 4)
        case "numeric":
            item["answer"] = "123"
        case "short_answer":
            item["accepted"] = ["another word"]
        case "cloze":
            item["gaps"][0]["accepted"] = ["another word"]
        case "ordering":
            item["steps"].reverse()
        case "categorise":
            other = next(c["id"] for c in item["categories"] if c["id"] != item["members"][0]["category"])
            item["members"][0]["category"] = other
        case _:
            raise_revision(item)


def rename_part(item: dict[str, Any]) -> None:
    part = next((name for name in ("options", "gaps", "pairs", "steps", "members") if name in item), None)
    if part is None:
        raise_revision(item)
        return
    old = item[part][0]["id"]
    item[part][0]["id"] = "renamed"
    if isinstance(item.get("key"), list):
        item["key"] = ["renamed" if name == old else name for name in item["key"]]


def add_part(item: dict[str, Any]) -> None:
    part = next((name for name in ("options", "gaps", "pairs", "steps", "members") if name in item), None)
    if part is None:
        change_key(item)
    else:
        item[part].append({**copy.deepcopy(item[part][-1]), "id": "added"})


TELLING = [raise_revision, change_key, rename_part, add_part]


def items() -> Iterator[str]:
    return (item["id"] for bank in banks(tree()) for item in bank)


@given(
    st.sampled_from(sorted(items())),
    st.sampled_from(TELLING),
    st.lists(st.sampled_from([reorder, reword, move]), max_size=2),
    st.data(),
)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_edit_of_the_meaning_changes_that_items_state_key_alone(
    name: str, change: Callable[[dict[str, Any]], None], edits: list[Edit], data: st.DataObject
) -> None:
    files = tree()
    for edit in edits:
        edit(files, data)
    change(next(item for bank in banks(files) for item in bank if item["id"] == name))
    with tempfile.TemporaryDirectory() as folder:
        made = edition(files, Path(folder))
    old_ids, old_states, _ = before()
    new_states = states(made)
    assert ids(made) == old_ids
    assert new_states[name] != old_states[name]
    assert {other: key for other, key in new_states.items() if other != name} == {
        other: key for other, key in old_states.items() if other != name
    }


def test_all_item_types_are_among_the_edited() -> None:
    assert {item["type"] for bank in banks(tree()) for item in bank} == {
        "single_choice", "multiple_response", "true_false", "judgement", "numeric", "short_answer",
        "cloze", "matching", "ordering", "categorise", "reflection",
    }  # fmt: skip


def test_content_moves_with_what_readers_see_and_with_nothing_else(tmp_path: Path) -> None:
    files = tree()
    files["quizzes/banks/zzz.yml"] = files.pop("quizzes/banks/cups.yml")
    dict_of(files["quizzes/banks/tea.yml"]["items"][0])["stem"] = "Another stem?"
    files["quizzes/banks/tea.yml"]["items"].reverse()
    changed = contents(edition(files, tmp_path))
    old = before()[2]
    assert {name for name in old if changed[name] != old[name]} == {files["quizzes/banks/tea.yml"]["items"][-1]["id"]}


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
