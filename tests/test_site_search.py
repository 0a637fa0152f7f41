"""What the search knows: the questions and their options, and nothing that gives an answer away."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
import tiny_course
from site_browser import built_site

from builder.model.items import Item
from builder.model.text import Text

TOLD = ("rationale", "if_true", "if_false", "guidance", "hints", "feedback", "model_answer", "explanation")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> str:
    """All words of the index, without marks."""
    made = built_site(tmp_path_factory.mktemp("search"))
    entries = json.loads((made / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    return plain(" ".join(re.sub(r"<[^>]+>", " ", f"{one['title']} {one['text']}") for one in entries))


def plain(words: str) -> str:
    return " ".join(words.split())


def texts(item: Item, names: tuple[str, ...]) -> Iterator[str]:
    """The words of these fields of an item and of its parts."""
    parts = [item, *(part for name in ("options", "gaps", "pairs", "steps") for part in getattr(item, name, ()))]
    for part in parts:
        for name in names:
            value = getattr(part, name, None)
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, Text) and text.plain.strip():
                    yield plain(text.plain)


def test_questions_and_options_are_found(index: str) -> None:
    shown = [item for item in tiny_course.edition().items.values() if plain(item.stem.plain) in index]
    assert len(shown) > 10
    options = [plain(one.text.plain) for item in shown for one in getattr(item, "options", ())]
    assert len(options) > 20
    assert [one for one in options if one not in index] == []


def test_no_reason_hint_or_guidance_is_found(index: str) -> None:
    told = [text for item in tiny_course.edition().items.values() for text in texts(item, TOLD)]
    assert len(told) > 30
    assert [one for one in told if one in index] == []
