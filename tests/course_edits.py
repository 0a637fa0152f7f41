"""Edits that an author makes, drawn at random on files of banks and quizzes; each keeps book of what it does."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from edited_items import TYPES, keys_of, made_item

from builder.model.items import ItemType

Tree = dict[str, Any]
"""YAML files of banks and quizzes by path, every scalar as text."""
Data = dict[str, Any]
QUIZZES = "quizzes/quizzes.yml"
PARTS = ("options", "gaps", "pairs", "extras", "members", "categories")
"""Lists of parts whose order means nothing."""
ALL_PARTS = (*PARTS, "steps")


@dataclass
class Script:
    """Files on their way to their next version. ``changed`` holds the ids of items that mean something else now."""

    files: Tree
    random: Random
    changed: set[str] = field(default_factory=set)
    credited: set[str] = field(default_factory=set)
    log: list[str] = field(default_factory=list)

    @property
    def banks(self) -> list[list[Data]]:
        return [data["items"] for _, data in sorted(self.files.items()) if "items" in data]

    @property
    def items(self) -> dict[str, Data]:
        return {item["id"]: item for bank in self.banks for item in bank}

    @property
    def quizzes(self) -> list[Data]:
        return list(self.files[QUIZZES]["quizzes"])

    def bank(self) -> list[Data]:
        return self.random.choice([bank for bank in self.banks if bank])

    def item(self, *types: ItemType) -> Data:
        """An item of one of ``types``, of any without; a new one where there is none."""
        found = [item for item in self.items.values() if not types or item["type"] in types]
        if not found:
            found.append(made_item(self.random, self.new_id("new"), types[0]))
            self.bank().append(found[0])
        return self.random.choice(found)

    def new_id(self, word: str) -> str:
        return f"{word}-{self.random.randrange(10**9)}"

    def harmless(self) -> None:
        """An edit that changes no meaning."""
        edit = self.random.choice(HARMLESS)
        self.log.append(edit.__name__)
        edit(self)

    def telling(self) -> None:
        """An edit that changes the meaning of one item that means the same so far."""
        item = self.random.choice([item for name, item in self.items.items() if name not in self.changed])
        self.tell(item, *self.random.sample(TELLING, len(TELLING)))

    def tell(self, item: Data, *changes: Change) -> None:
        """Change the meaning of ``item`` by the first change that fits its type; at last its revision is raised."""
        self.changed.add(item["id"])
        done = next(change for change in (*changes, raise_revision) if change(self, item))
        self.log.append(f"{done.__name__} {item['id']}")


Edit = Callable[[Script], None]
Change = Callable[[Script, Data], bool]


# Edits that change no meaning


def insert(script: Script) -> None:
    """A new item: often the copy of another, as authors make them."""
    bank = script.bank()
    name = script.new_id("new")
    new = copy.deepcopy(script.random.choice(bank))
    if script.random.random() < 0.3:
        new = made_item(script.random, name, script.random.choice(TYPES))
    new["id"] = name
    bank.insert(script.random.randint(0, len(bank)), new)
    if script.random.random() < 0.2:
        script.random.choice(script.quizzes).setdefault("items", []).append(name)


def delete(script: Script) -> None:
    bank = script.bank()
    if len(bank) > 1:
        gone = bank.pop(script.random.randrange(len(bank)))
        for quiz in script.quizzes:
            quiz["items"] = [name for name in quiz.get("items", []) if name != gone["id"]]


def reorder(script: Script) -> None:
    script.random.shuffle(script.bank())


def reorder_parts(script: Script) -> None:
    item = script.item()
    for part in PARTS:
        if part in item:
            script.random.shuffle(item[part])
    if "text" in item:
        item["text"] = " and ".join(f"[[{gap['id']}]]" for gap in item["gaps"])


def reorder_accepted(script: Script) -> None:
    """In every item; the first one is what a gap to choose in offers."""
    for one in (one for item in script.items.values() for one in accepting(item)):
        one["accepted"] = one["accepted"][::-1] if isinstance(one["accepted"], list) else one["accepted"]


def reword(script: Script) -> None:
    item = script.item()
    item["stem"] = script.random.choice(["Said in other words?", "**Which** is it, {{ org.name }}?", "¿Cuál?"])
    for part in ALL_PARTS:
        for one in item.get(part, []):
            for name in ("text", "left", "right", "rationale"):
                if name in one and script.random.random() < 0.7:
                    one[name] = f"{name} {script.new_id('anew')}"


def recase(script: Script) -> None:
    """Where the case of letters doesn't matter."""
    for one in accepting(script.item("short_answer", "cloze")):
        words = one["accepted"]
        if one.get("match_case") != "yes" and "{{" not in str(words):
            one["accepted"] = words.upper() if isinstance(words, str) else [word.swapcase() for word in words]


def accept_again(script: Script) -> None:
    """An accepted answer that was accepted before, but for its case."""
    for one in accepting(script.item("short_answer", "cloze")):
        words = one["accepted"]
        if one.get("match_case") != "yes" and isinstance(words, list) and "{{" not in str(words):
            one["accepted"] = [*words, words[-1].title()]


def same_number(script: Script) -> None:
    item = script.item("numeric")
    for name in ("answer", "tolerance"):
        value = item.get(name, "0")
        if "{{" not in value:
            item[name] = f"{value}0" if "." in value else f"{value}.0"


def other_help(script: Script) -> None:
    """Hints, reasons and likely wrong answers."""
    item = script.item()
    hints = item.get("hints", [])
    hints = [hints] if isinstance(hints, str) else list(hints)
    item["hints"] = hints[:-1] if hints and script.random.random() < 0.4 else [*hints, script.new_id("hint")]
    for one in accepting(item):
        if one.get("choose") != "yes":
            one["wrong"] = [{"answer": script.new_id("wrong"), "rationale": "No."}]


def retag(script: Script) -> None:
    item = script.item()
    item["pool"] = script.random.choice(["practice", "test"])
    item["difficulty"] = "hard"
    item["objectives"] = ["serve-a-guest"]


def other_credit(script: Script) -> None:
    item = script.item("multiple_response", "cloze", "matching", "ordering", "categorise")
    item["credit"] = "all" if item.get("credit", "partial") == "partial" else "partial"
    script.credited.add(item["id"])


def other_shuffle(script: Script) -> None:
    item = script.item("single_choice", "multiple_response", "judgement")
    item["shuffle"] = script.random.choice(["yes", "no"])


def rename_file(script: Script) -> None:
    path = script.random.choice([path for path in script.files if path.startswith("quizzes/banks/")])
    new = f"quizzes/banks/{script.random.choice('az')}{script.random.randrange(10**6)}{path.rpartition('/')[2]}"
    script.files[new] = script.files.pop(path)


def move(script: Script) -> None:
    """To the bank of another module."""
    source, target = script.random.sample(script.banks, 2)
    if len(source) > 1:
        target.insert(0, source.pop(script.random.randrange(len(source))))


def swap_module(script: Script) -> None:
    for path, data in script.files.items():
        if path.startswith("quizzes/banks/"):
            data["module"] = {"tea": "cups", "cups": "tea"}[data["module"]]


def requiz(script: Script) -> None:
    """Quizzes and their questions in another order; a question moves to another quiz, or out of them all."""
    script.random.shuffle(script.files[QUIZZES]["quizzes"])
    source, target = script.random.sample(script.quizzes, 2)
    script.random.shuffle(source.setdefault("items", []))
    if len(source["items"]) > 1 and script.random.random() < 0.5:
        name = source["items"].pop()
        if script.random.random() < 0.7:
            target.setdefault("items", []).insert(0, name)


HARMLESS: list[Edit] = [
    insert, delete, reorder, reorder_parts, reorder_accepted, reword, recase, accept_again, same_number, other_help,
    retag, other_credit, other_shuffle, rename_file, move, swap_module, requiz,
]  # fmt: skip


def accepting(item: Data) -> Iterator[Data]:
    """What of an item accepts typed or chosen words: itself, or its gaps."""
    yield from item.get("gaps", [item] if "accepted" in item else [])


# Edits that change the meaning of one item; false where they don't fit it


def raise_revision(_script: Script, item: Data) -> bool:
    item["revision"] = str(int(item.get("revision", "1")) + 1)
    return True


def change_key(script: Script, item: Data) -> bool:
    match item["type"]:
        case "single_choice":
            item["key"] = [next(o["id"] for o in item["options"] if o["id"] not in keys_of(item))]
        case "multiple_response":
            others = [option["id"] for option in item["options"] if option["id"] not in keys_of(item)]
            item["key"] = keys_of(item)[1:] if len(keys_of(item)) > 1 else [*keys_of(item), others[0]]
        case "true_false":
            item["key"] = "no" if item["key"] in {"yes", "true"} else "yes"
        case "judgement":
            option = script.random.choice([option for option in item["options"] if option["score"] != "3"])
            option["score"] = str((int(option["score"]) + 1) % 3)
            option.pop("raters", None)
        case "numeric":
            item["answer"] = str(script.random.randrange(10**6, 10**7))
        case "short_answer" | "cloze":
            script.random.choice(list(accepting(item)))["accepted"] = [script.new_id("another word")]
        case "ordering":
            one, other = script.random.sample(range(len(item["steps"])), 2)
            item["steps"][one], item["steps"][other] = item["steps"][other], item["steps"][one]
        case "categorise":
            member = script.random.choice(item["members"])
            member["category"] = next(c["id"] for c in item["categories"] if c["id"] != member["category"])
        case _:
            return False
    return True


def accept_more(script: Script, item: Data) -> bool:
    for one in accepting(item):
        words = one["accepted"]
        one["accepted"] = [*([words] if isinstance(words, str) else words), script.new_id("also")]
        return True
    return False


def other_rules(script: Script, item: Data) -> bool:
    """How near a number has to be, whether case matters, whether and what a gap offers."""
    match item["type"]:
        case "numeric":
            item["tolerance"] = str(script.random.randrange(100, 200))
        case "short_answer":
            item["match_case"] = "no" if item.get("match_case") == "yes" else "yes"
        case "cloze":
            gap = script.random.choice(item["gaps"])
            gap["wrong"] = [*gap.get("wrong", []), {"answer": script.new_id("offered"), "rationale": "No."}]
            if gap.get("choose") != "yes":
                gap["choose"] = "yes"
        case _:
            return False
    return True


def rename_part(script: Script, item: Data) -> bool:
    part = next((name for name in ALL_PARTS if item.get(name)), None)
    if part is None:
        return False
    one = script.random.choice(item[part])
    old, new = one["id"], script.new_id("renamed")
    one["id"] = new
    if "options" in item and "key" in item:
        item["key"] = [new if name == old else name for name in keys_of(item)]
    if "text" in item:
        item["text"] = item["text"].replace(f"[[{old}]]", f"[[{new}]]")
    return True


def rename_category(script: Script, item: Data) -> bool:
    if "categories" not in item:
        return False
    one = script.random.choice(item["categories"])
    old, one["id"] = one["id"], script.new_id("renamed")
    for member in item["members"]:
        if member["category"] == old:
            member["category"] = one["id"]
    return True


def add_part(script: Script, item: Data) -> bool:
    part = next((name for name in ALL_PARTS if item.get(name)), None)
    if part is None:
        return False
    new = {**copy.deepcopy(item[part][-1]), "id": script.new_id("added")}
    new |= {name: script.new_id(name) for name in ("text", "left", "right") if name in new}
    item[part].insert(script.random.randint(0, len(item[part])), new)
    if "text" in item:
        item["text"] += f" [[{new['id']}]]"
    return True


def remove_part(script: Script, item: Data) -> bool:
    part = next((name for name in ("options", "gaps", "pairs", "steps", "members") if name in item), None)
    keys = keys_of(item) if "key" in item else []
    loose = [one for one in item.get(part or "", []) if one["id"] not in keys and one.get("score") != "3"]
    if part is None or len(item[part]) < 3 or not loose:
        return False
    gone = script.random.choice(loose)
    item[part].remove(gone)
    if "text" in item:
        item["text"] = item["text"].replace(f"[[{gone['id']}]]", "this")
    return True


def change_type(script: Script, item: Data) -> bool:
    """To another type under the same id; often one choice becomes several, with the same options and key."""
    kin = {"single_choice": "multiple_response", "multiple_response": "single_choice"}
    if item["type"] in kin and script.random.random() < 0.5:
        item["type"] = kin[item["type"]]
        item["key"] = keys_of(item)[:1]
        item.pop("credit", None)
        return True
    other = made_item(script.random, item["id"], script.random.choice([t for t in TYPES if t != item["type"]]))
    item.clear()
    item.update(other)
    return True


TELLING: list[Change] = [
    raise_revision, change_key, accept_more, other_rules, rename_part, rename_category, add_part, remove_part,
    change_type,
]  # fmt: skip
