"""The deck as a file: the same bytes every time, its tags, its declined items, and texts that Anki leaves alone."""

from __future__ import annotations

import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from html import escape, unescape
from pathlib import Path

import pytest
import tiny_course
from anki_collection import Learner
from hypothesis import given
from hypothesis import strategies as st

from builder.model.cards import BasicCard, ClozeCard
from builder.model.edition import EditionKey
from builder.model.items import Cloze
from builder.model.text import Prose
from builder.writers import anki
from builder.writers.anki.fields import MARKER, Fields, harmless
from builder.writers.anki.note_types import STYLED, note_types
from builder.writers.anki.package import deck_name, write
from builder.writers.anki.reads import Deck, Noted, Subdeck

STYLE_DIGEST = "768b446b1174 at 1790000000"
ROOT = Path(__file__).parents[1]


def _package() -> bytes:
    (data,) = tiny_course.files(anki.artefacts(tiny_course.edition(), tiny_course.plan())).values()
    return data


def _rows(data: bytes, query: str) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        database = archive.read("collection.anki2")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database)
    return connection.execute(query).fetchall()


@pytest.mark.parametrize(("seed", "zone", "locale"), [("1", "Asia/Tokyo", "C"), ("2", "America/Lima", "C.UTF-8")])
def test_the_same_bytes_whatever_the_machine(seed: str, zone: str, locale: str) -> None:
    code = "import hashlib, test_anki; print(hashlib.sha256(test_anki._package()).hexdigest())"
    own = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": f"{ROOT}:{ROOT}/tests"}
    run = subprocess.run([sys.executable, "-c", code], env=os.environ | own, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == hashlib.sha256(_package()).hexdigest()


def test_tags_have_no_spaces_and_say_what_a_note_serves() -> None:
    rows = _rows(_package(), "select flds, tags from notes")
    tags = {str(flds).split("\x1f")[0]: str(tags).split() for flds, tags in rows}
    assert tags["<p>The big pot</p>"] == [
        "tea-round::kind::card", "tea-round::module::tea", "tea-round::practice::ask-first",
    ]  # fmt: skip


def test_each_note_has_the_date_of_its_own_last_change() -> None:
    dates = {"card-t-first": 1_700_000_000, "tea-article": 1_600_000_000, "card-t-pot": 1_650_000_000}
    made = tiny_course.edition_of(tiny_course.course(), dates=dates)
    (data,) = tiny_course.files(anki.artefacts(made, tiny_course.plan())).values()
    rows = _rows(data, "select flds, mod from notes")
    by_id = {thing: mod for flds, mod in rows for thing in dates if f"\x1f{thing}\x1f" in str(flds)}
    assert by_id == {"card-t-first": 1_700_000_000, "card-t-pot": 1_650_000_000}


def test_a_changed_source_moves_the_notes_that_cite_it() -> None:
    dates = {"card-t-first": 1_600_000_000, "tea-article": 1_700_000_000}
    made = tiny_course.edition_of(tiny_course.course(), dates=dates)
    (data,) = tiny_course.files(anki.artefacts(made, tiny_course.plan())).values()
    found = [mod for flds, mod in _rows(data, "select flds, mod from notes") if "\x1fcard-t-first\x1f" in str(flds)]
    assert found == [1_700_000_000]


def test_what_is_not_in_the_deck_is_told(golden: object) -> None:
    (made,) = tiny_course.written(anki.artefacts(tiny_course.edition(), tiny_course.plan()))
    rows = [f"{one.thing}: {one.reason} ({one.place})" for one in made.losses]
    assert callable(golden)
    golden("anki-losses", {"losses.json": (json.dumps(rows, indent=1) + "\n").encode()})


def test_the_deck_and_the_losses_cover_every_card_item_and_term() -> None:
    edition = tiny_course.edition()
    (made,) = tiny_course.written(anki.artefacts(edition, tiny_course.plan()))
    (data,) = made.files.values()
    kept = {part for (flds,) in _rows(data, "select flds from notes") for part in str(flds).split("\x1f")}
    everything = {*edition.items, *edition.terms, *(card.id for deck in edition.course.decks for card in deck.cards)}
    lost = {one.thing for one in made.losses}
    assert everything == (everything & kept) | lost
    assert not kept & lost


def test_notes_in_the_golden_tree(golden: object) -> None:
    rows = _rows(_package(), "select guid, mid, mod, tags, flds from notes order by guid")
    assert callable(golden)
    golden("anki", {"notes.json": (json.dumps(rows, indent=1, ensure_ascii=False) + "\n").encode()})


def test_a_new_style_needs_a_new_date() -> None:
    """Anki takes over a note type only when it is newer: whoever changes it raises STYLED and this digest."""
    types = note_types(EditionKey("c"), "en", "#000000")
    shape = json.dumps([[one.css, one.templates] for one in (types.basic, types.cloze, types.item)], sort_keys=True)
    assert f"{hashlib.sha256(shape.encode()).hexdigest()[:12]} at {STYLED}" == STYLE_DIGEST


def test_a_colour_that_is_none_stays_out_of_the_style() -> None:
    assert "evil" not in note_types(EditionKey("c"), "en", "#fff} evil {").basic.css
    assert "#abcdef" in note_types(EditionKey("c"), "en", "#abcdef").basic.css


@pytest.mark.parametrize(("title", "name"), [("Tea", "Tea"), ("A::B", "A: B"), (" A\n b ", "A b")])
def test_deck_names(title: str, name: str) -> None:
    assert deck_name(title) == name


NASTY = st.text(st.sampled_from("ab1 {}c:[]()\\$<>&\"'|;é#/sound"), min_size=1, max_size=30)
WORDS = NASTY.map(lambda text: " ".join(text.split())).filter(bool)
PLAIN = WORDS.map(lambda text: " ".join(text.replace("[", "").replace("]", "").replace("|", "").split())).filter(bool)


@given(WORDS)
def test_harmless_changes_no_word(text: str) -> None:
    html = harmless(escape(text))
    assert unescape(html) == text
    assert "[sound:" not in html
    assert "{{" not in html
    assert "\\(" not in html


@given(before=PLAIN, hidden=st.lists(PLAIN, min_size=1, max_size=4), after=PLAIN)
def test_each_marked_word_becomes_one_cloze(before: str, hidden: list[str], after: str) -> None:
    source = escape(before) + " ".join(f"[[{escape(words)}]]" for words in hidden) + escape(after)
    made = Fields("c", {}).cloze(source)
    assert made.count("{{c") == len(hidden)
    for number, words in enumerate(hidden, start=1):
        inside = made.partition(f"{{{{c{number}::")[2].partition("}}")[0]
        assert unescape(inside) == words
        assert "::" not in inside
    assert MARKER.search(made) is None


def test_a_cloze_without_marks_is_declined() -> None:
    card = ClozeCard.model_validate({"id": "card-x", "type": "cloze", "text": "nothing"})
    rendered = card.model_copy(update={"text": Prose("nothing", html="<p>nothing</p>", plain="nothing")})
    made = write(_deck(Noted(rendered, "", 1, ())), {})
    assert [one.thing for one in made.losses] == ["card-x"]


def test_a_text_with_many_gaps_is_declined() -> None:
    item = tiny_course.edition().items["t-gaps"]
    assert isinstance(item, Cloze)
    third = item.gaps[0].model_copy(update={"id": "more"})
    html = item.text.html.replace("</p>", " [[more]]</p>")
    more = item.model_copy(update={"gaps": (*item.gaps, third), "text": Prose("", html=html, plain="")})
    assert [one.whole for one in write(_deck(Noted(more, "", 1, ())), {}).losses] == [True]


NASTY_TEXTS = (
    "std::vector", "a < b && c > d", "{{c1::x}} }} {{", "[sound:x.mp3]", "[latex]x[/latex]", "\\(x\\) [$]y[/$]",
    "</main>",
)  # fmt: skip


@pytest.mark.parametrize("text", NASTY_TEXTS)
def test_anki_shows_what_the_author_typed(text: str, tmp_path: Path) -> None:
    shown = Prose(text, html=f"<p>{escape(text)}</p>", plain=text)
    inside = escape(text.replace("[", "(").replace("]", ")"))
    marked = Prose(text, html=f"<p>{escape(text)} [[{inside}]]</p>", plain=text)
    basic = BasicCard(type="basic", id="card-a", front=shown, back=shown)
    cloze = ClozeCard(id="card-b", type="cloze", text=marked)
    made = write(_deck(Noted(basic, "", 1, ()), Noted(cloze, "", 1, ())), {})
    learner = Learner(tmp_path)
    assert learner.imports(made.files["x.apkg"]) == {"new": 2}
    (card,) = learner.note("card-a").cards()
    assert unescape(card.question().partition("<p>")[2].partition("</p>")[0]) == text
    (hidden,) = learner.note("card-b").cards()
    assert "[...]" in hidden.question()
    assert text in unescape(hidden.answer())


def _deck(*notes: Noted) -> Deck:
    return Deck("x.apkg", EditionKey("c"), "en", "C", "", "", "", (Subdeck("m", "M", notes),), {})
