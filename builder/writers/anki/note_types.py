"""The three note types. Their lists of fields are frozen: a field added, renamed or moved makes every note conflict.

The spare fields are there so that none ever has to be. One type serves basic cards with and without a reverse, and
one all items, because a note that changes its type conflicts as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import genanki

from builder.identity.keys import anki_id
from builder.locale import catalogue

if TYPE_CHECKING:
    from builder.model.edition import EditionKey

SPARES = ("Spare 1", "Spare 2", "Spare 3", "Spare 4")
BASIC = ("Front", "Back", "Reverse", "Extra", "Source", "Id", *SPARES)
CLOZE = ("Text", "Extra", "Source", "Id", *SPARES)
ITEM = ("Question", "Answer", "Why", "Extra", "Source", "Id", *SPARES)

STYLED = 1_790_000_000
"""When templates or style were last changed (Unix time): Anki takes over note types that are newer than its own."""

PROGRAM_FILES = ("templates/anki/style.css",)
_STYLE = Path(__file__).parents[2] / PROGRAM_FILES[0]
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}")
_ACCENT = "#1f4e5f"
_BELOW = (
    "{{#Extra}}<div class='extra'>{{Extra}}</div>{{/Extra}}{{#Source}}<footer>{{Source}}</footer>{{/Source}}"
).replace("'", '"')


@dataclass(frozen=True, slots=True)
class NoteTypes:
    """The note types of one edition, as genanki knows them."""

    basic: genanki.Model
    cloze: genanki.Model
    item: genanki.Model


def note_types(key: EditionKey, language: str, accent: str) -> NoteTypes:
    """Note types whose ids are the edition's for ever. An ``accent`` that is no CSS hex colour is not used."""
    frame = f'<main lang="{language}" dir="{catalogue(language).direction}">' + "{}</main>"
    css = _style().replace("ACCENT", accent if _COLOUR.fullmatch(accent) else _ACCENT)

    def side(*parts: str) -> str:
        return frame.format('<hr id="answer">'.join(parts))

    def model(name: str, fields: tuple[str, ...], templates: list[dict[str, str]], kind: int) -> genanki.Model:
        thing = ".".join(part for part in (key.course, key.language, name) if part)
        named = [{"name": field} for field in fields]
        return genanki.Model(anki_id(key, "model", name), thing, named, templates, css, model_type=kind)

    front, back = _section("Front"), _section("Back")
    text = "<section>{{cloze:Text}}</section>"
    question = _section("Question")
    answer = '<section><div class="answer">{{Answer}}</div>{{#Why}}<div class="why">{{Why}}</div>{{/Why}}</section>'
    return NoteTypes(
        model(
            "basic",
            BASIC,
            [
                {"name": "Card 1", "qfmt": side(front), "afmt": side(front, back + _BELOW)},
                {
                    "name": "Card 2",
                    "qfmt": "{{#Reverse}}" + side(back) + "{{/Reverse}}",
                    "afmt": side(back, front + _BELOW),
                },
            ],
            genanki.Model.FRONT_BACK,
        ),
        model(
            "cloze", CLOZE, [{"name": "Cloze", "qfmt": side(text), "afmt": side(text + _BELOW)}], genanki.Model.CLOZE
        ),
        model(
            "item",
            ITEM,
            [{"name": "Card 1", "qfmt": side(question), "afmt": side(question, answer + _BELOW)}],
            genanki.Model.FRONT_BACK,
        ),
    )


def _section(field: str) -> str:
    return f"<section>{{{{{field}}}}}</section>"


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")
