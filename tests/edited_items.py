"""Items drawn at random, of every type, as an author's YAML would give them: every scalar is text."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.items import ITEM_TYPES, ItemType

TYPES = ITEM_TYPES
Data = dict[str, Any]
_NAMES = ("ant", "bee", "cow", "dog", "eel", "fox", "gnu", "hen", "ibis", "jay", "koi")


def keys_of(item: Data) -> list[str]:
    """The key of a choice item: a lone one may stand without brackets."""
    key = item["key"]
    return [key] if isinstance(key, str) else list(key)


def made_item(random: Random, name: str, type_: ItemType) -> Data:
    """An item with ids of parts in no order, so that no place is a rank by chance."""
    base = {"id": name, "type": type_, "objectives": ["brew-a-pot"], "stem": f"What of {name}?"}
    base["hints"] = [f"hint {number} of {name}" for number in range(random.randrange(4))]
    return base | _BODIES[type_](random, name)


def _ids(random: Random, least: int, most: int) -> list[str]:
    return random.sample(_NAMES, random.randint(least, most))


def _choice(random: Random, name: str) -> Data:
    options = [{"id": one, "text": f"{one} in {name}", "rationale": "So."} for one in _ids(random, 3, 5)]
    return {"options": options, "key": [random.choice(options)["id"]], "shuffle": random.choice(["yes", "no"])}


def _several(random: Random, name: str) -> Data:
    made = _choice(random, name)
    ids = [option["id"] for option in made["options"]]
    return made | {"key": random.sample(ids, random.randint(1, len(ids) - 1)), "credit": _credit(random)}


def _credit(random: Random) -> str:
    return random.choice(["all", "partial"])


def _truth(random: Random, _name: str) -> Data:
    return {"key": random.choice(["yes", "no"]), "if_true": "It is.", "if_false": "It is not."}


def _judged(random: Random, name: str) -> Data:
    made = _choice(random, name)
    for option in made["options"]:
        option["score"] = str(random.randrange(3))
    random.choice(made["options"])["score"] = "3"
    return {name: made[name] for name in ("options", "shuffle")}


def _number(random: Random, _name: str) -> Data:
    answer = random.choice([str(random.randrange(500)), f"{random.randrange(50)}.5"])
    return {"answer": answer, "tolerance": random.choice(["0", "0.5", "2"]), "rationale": "Count."}


def _words(random: Random, name: str) -> Data:
    accepted = [f"{one} {name}" for one in _ids(random, 1, 3)]
    return {"accepted": accepted, "match_case": random.choice(["yes", "no", "no"]), "rationale": "Said so."}


def _cloze(random: Random, name: str) -> Data:
    gaps: list[Data] = []
    for one in _ids(random, 1, 4):
        gap: Data = {"id": one, "accepted": [f"{word} {name}" for word in _ids(random, 1, 3)]}
        if random.random() < 0.5:
            wrong = [{"answer": f"no {word} {name}", "rationale": "No."} for word in _ids(random, 1, 3)]
            gap |= {"choose": "yes", "wrong": wrong}
        gaps.append(gap)
    text = ", then ".join(f"[[{gap['id']}]]" for gap in gaps)
    return {"text": text, "gaps": gaps, "credit": _credit(random), "rationale": "Read it."}


def _matching(random: Random, name: str) -> Data:
    ids = _ids(random, 3, 6)
    pairs = [{"id": one, "left": f"left {one} of {name}", "right": f"right {one} of {name}"} for one in ids[1:]]
    extras = [{"id": ids[0], "text": f"extra {ids[0]} of {name}"}] if random.random() < 0.5 else []
    return {"pairs": pairs, "extras": extras, "credit": _credit(random), "rationale": "They fit."}


def _ordering(random: Random, name: str) -> Data:
    steps = [{"id": one, "text": f"step {one} of {name}"} for one in _ids(random, 3, 5)]
    return {"steps": steps, "credit": _credit(random), "rationale": "In turn."}


def _categorise(random: Random, name: str) -> Data:
    heaps = [f"heap-{one}" for one in _ids(random, 2, 3)]
    members = [{"id": one, "text": f"{one} of {name}", "category": random.choice(heaps)} for one in _ids(random, 2, 5)]
    categories = [{"id": heap, "text": f"{heap} of {name}"} for heap in heaps]
    return {"categories": categories, "members": members, "credit": _credit(random), "rationale": "They belong."}


def _reflection(random: Random, _name: str) -> Data:
    return {"lines": str(random.randint(2, 6)), "guidance": "Look back."}


_BODIES = {
    "single_choice": _choice,
    "multiple_response": _several,
    "true_false": _truth,
    "judgement": _judged,
    "numeric": _number,
    "short_answer": _words,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
    "categorise": _categorise,
    "reflection": _reflection,
}
