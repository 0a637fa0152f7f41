"""Every word of the interface is in every catalogue, with its blanks, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message as CatalogMessage
from messages import BETWEEN, MESSAGES, Message, messages, read, renewed

from builder.locale import catalogue

CATALOGUES = sorted(MESSAGES.glob("*.po"))
BLANK = re.compile(r"\{(\w+)\}")


def _key(one: CatalogMessage) -> Message:
    if isinstance(one.id, str):
        return f"{one.context}{BETWEEN}{one.id}" if one.context else one.id
    return one.id[0], one.id[1]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_message_is_translated(path: Path) -> None:
    known = {_key(one): one for one in read(path) if one.id}
    missing = {message: place for message, place in messages().items() if message not in known}
    assert missing == {}, "run: python tests/messages.py, and translate"
    assert set(known) == set(messages()), "run: python tests/messages.py"
    for message, one in known.items():
        strings = [one.string] if isinstance(one.string, str) else list(one.string or ())
        assert len(strings) == (1 if isinstance(message, str) else 2)
        assert all(strings), f"not translated: {message}"
        assert not one.fuzzy


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_blanks_are_kept(path: Path) -> None:
    for one in read(path):
        if isinstance(one.id, str) and one.id:
            assert set(BLANK.findall(str(one.string))) == set(BLANK.findall(one.id)), one.id
        elif one.id:
            for string in one.string or ():
                assert set(BLANK.findall(string)) == set(BLANK.findall(one.id[1])), one.id


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_the_file_is_as_the_tool_writes_it(path: Path) -> None:
    assert path.read_bytes() == renewed(path)


def test_calls_in_python_and_in_templates_are_found() -> None:
    found = messages()
    assert found["Unit: {unit}"].endswith(".py")
    assert found[("{count} minute", "{count} minutes")]
    assert any(place.startswith("templates/") for place in found.values())


def test_numbers_choose_their_form() -> None:
    words = catalogue("es")
    assert words.ngettext("{count} day", "{count} days", 1) == "1 día"
    assert words.ngettext("{count} day", "{count} days", 2) == "2 días"
    assert catalogue("en").gettext("Form {label}", label="A") == "Form A"


def test_a_word_of_two_meanings_has_two_translations() -> None:
    for context, word, other in (
        ("column", "When", "Cuándo"),
        ("to fill in", "Form", "Formulario"),
        ("duration", "Time", "Duración"),
    ):
        assert catalogue("en").pgettext(context, word) == word
        assert catalogue("es").pgettext(context, word) == other != catalogue("es").gettext(word)
