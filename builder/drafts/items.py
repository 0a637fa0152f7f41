"""Drafts of what is asked: items of every type, scenarios, decks."""

from __future__ import annotations

from builder.drafts.around import Around
from builder.drafts.draft import Draft, DraftError
from builder.drafts.templates import filled, scalar
from builder.identity.paper_order import shows_key
from builder.model.items import Bank, Item, ItemType, Matching, Ordering
from builder.source.events import read_yaml
from builder.source.validate import validate

_TRIES = 20


def new_item(around: Around, name: str, item_type: ItemType, bank_name: str, objective: str | None = None) -> Draft:
    """An item at the end of a bank. The ids of its parts are chosen so that paper doesn't show the key."""
    bank = around.bank(bank_name)
    around.claim(name)
    serves = around.objective(bank.module, objective)
    path = bank.places.start.file
    for number in range(_TRIES):
        entry = filled(f"items/{item_type}.yml", id=name, objective=serves, more=f"-{number}" if number else "")
        if not _shows_key(around.course.settings.id, entry):
            return Draft({}, {path: around.edit(path, "items", entry)})
    message = f"'{name}' makes paper show the key: choose another id"
    raise DraftError(message)


def new_scenario(around: Around, name: str, title: str, module_id: str, objective: str | None = None) -> Draft:
    """A scenario of two scenes and two endings."""
    module = around.module(module_id)
    around.claim(name)
    serves = around.objective(module_id, objective)
    practice = around.practice(module)
    text = filled("scenario.yml", id=name, title=scalar(title), module=module_id, objective=serves, practice=practice)
    if practice:
        text += filled("debrief.yml", practice=practice)
    else:
        text = text.replace("practices: []\n", "")
    return Draft({f"quizzes/scenarios/{name}.yml": text.encode()})


def new_deck(around: Around, name: str, title: str, module_id: str, objective: str | None = None) -> Draft:
    """A deck of two cards, one of each type."""
    around.module(module_id)
    around.claim(name)
    serves = around.objective(module_id, objective)
    text = filled(
        "deck.yml",
        id=name,
        title=scalar(title),
        module=module_id,
        objective=serves,
        card1=around.derived("card", name, "first"),
        card2=around.derived("card", name, "second"),
    )
    return Draft({f"quizzes/cards/{name}.yml": text.encode()})


def _shows_key(course: str, entry: str) -> bool:
    item = _drafted(entry)
    return isinstance(item, Ordering | Matching) and shows_key(course, item)


def _drafted(entry: str) -> Item:
    parsed = read_yaml(f"id: draft\ntitle: draft\nmodule: draft\nitems:\n{entry}", "")
    bank = validate(Bank, parsed, "").thing
    if bank is None:  # the templates are whole: `tests/test_new.py` drafts each
        raise AssertionError
    return bank.items[0]
