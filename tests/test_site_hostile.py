"""Hostile strings through every text of every item type, and through everything that a learner can fill in."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tiny_course
from hostile_strings import HARMLESS, STRINGS
from site_browser import built_edition, opened, served
from site_pages import all_pages

from builder.model.items import ITEM_TYPES, Bank, Cloze, Item, Numeric
from builder.model.quizzes import Blueprint, Form, Quiz
from builder.model.text import Id, Line, Prose, Text
from builder.model.walk import map_texts
from builder.prose import Renderer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

    from builder.model.edition import Edition
    from builder.model.plan import Plan

pytestmark = pytest.mark.browser

ALIEN = (
    '() => [...document.querySelectorAll("[onerror],[onload],[onfocus],[onclick],[onmouseover],[ontoggle],[onstart],'
    "[href^='javascript' i],[src^='javascript' i],[src='x'],iframe,object,embed,body base,marquee,plaintext,"
    'math script")]'
    ".map(one => one.outerHTML.slice(0, 120))"
)


def test_there_are_enough_of_them() -> None:
    assert len(set(STRINGS)) == len(STRINGS) >= 60


def as_words(text: Text, words: str) -> Text:
    """A text that says exactly ``words``."""
    escaped = html.escape(words, quote=False)
    return type(text)(words, text.place, escaped if isinstance(text, Line) else f"<p>{escaped}</p>", words)


def hostile(item: Item, number: int, words: str) -> Item:
    """The item with ``words`` in every text; what has to be a number or to hold gaps stays."""
    made = map_texts(item, lambda _key, text: as_words(text, words) if text else text)
    if isinstance(item, Numeric) and isinstance(made, Numeric):
        made = made.model_copy(update={"answer": item.answer})
    if isinstance(item, Cloze) and isinstance(made, Cloze):
        gaps = "".join(f"<p>[[{gap.id}]]</p>" for gap in item.gaps)
        made = made.model_copy(update={"text": Prose("", item.text.place, made.text.html + gaps, made.text.plain)})
    return made.model_copy(update={"id": Id(f"h-{item.type.replace('_', '-')}-{number}"), "picture": None})


def hostile_course() -> tuple[Edition, Plan]:
    """A quiz for each item type, with an item for each string."""
    edition, plan = tiny_course.edition(), tiny_course.plan()
    first: dict[str, Item] = {}
    for item in edition.items.values():
        if item.type not in first or len(item.hints) > len(first[item.type].hints):
            first[item.type] = item
    quizzes = []
    for type_ in ITEM_TYPES:
        items = tuple(hostile(first[type_], number, words) for number, words in enumerate(STRINGS))
        name = f"quiz-{type_.replace('_', '-')}"
        blueprint = Blueprint.model_validate({"id": name, "title": Line(name, html=name, plain=name), "kind": "check"})
        quizzes.append(Quiz(blueprint, (Form("", items),)))
    everything = tuple(item for quiz in quizzes for item in quiz.forms[0].items)
    title = Line("x", html="x", plain="x")
    bank = Bank.model_construct(id=Id("bank-h"), title=title, module=edition.course.modules[0].id, items=everything)
    course = edition.course.model_copy(update={"banks": (*edition.course.banks, bank)})
    return replace(edition, course=course), replace(plan, quizzes=(*plan.quizzes, *quizzes))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_edition(tmp_path_factory.mktemp("hostile"), *hostile_course())


@contextmanager
def watched(browser: Browser, base: str) -> Iterator[Page]:
    """A page on which nothing may run, ask or leave."""
    with opened(browser, base) as page:
        asked: list[str] = []

        def refuse(dialog: Dialog) -> None:
            asked.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", refuse)
        page.add_init_script("window.print = () => {}")
        yield page
        assert asked == []


def untouched(page: Page) -> None:
    """Nothing of a string has become part of the program or of the page."""
    assert page.evaluate("window.__hit") is None
    assert page.evaluate(ALIEN) == []


COUNT = """strings => {
  const squeezed = words => words.replace(/\\s+/g, " ").trim();
  return Object.fromEntries([...document.querySelectorAll("form.item")].map(form => {
    const words = squeezed(strings[Number(form.dataset.item.split("-").at(-1))]);
    const texts = [];
    const walker = document.createTreeWalker(form, NodeFilter.SHOW_ELEMENT);
    for (let one = walker.nextNode(); one; one = walker.nextNode()) {
      if (one.localName === "template") continue;
      const own = [...one.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join("");
      if (squeezed(own).includes(words)) texts.push(one.localName);
    }
    return [form.dataset.item, texts.length];
  }));
}"""
ANSWER = """strings => {
  for (const form of document.querySelectorAll("form.item")) {
    const words = strings[Number(form.dataset.item.split("-").at(-1))];
    for (const one of form.querySelectorAll("details")) one.open = true;
    form.querySelector(".option__input")?.click();
    form.querySelector("[data-do=down]")?.click();
    for (const field of form.querySelectorAll("select")) { field.selectedIndex = 1; field.dispatchEvent(new Event("input", {bubbles: true})); }
    for (const field of form.querySelectorAll("input[type=text], textarea")) {
      field.value = words;
      for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, {bubbles: true}));
    }
    for (const at of [1, 2]) form.querySelector("[data-do=check]")?.click();
  }
}"""  # noqa: E501
TYPED = (
    "() => Object.fromEntries([...document.querySelectorAll('form.item')].map(form => [form.dataset.item, "
    "[...form.querySelectorAll('input[type=text], textarea')].map(field => field.value)]))"
)


@pytest.mark.parametrize("type_", ITEM_TYPES)
def test_every_text_of_an_item_shows_as_text(browser: Browser, folder: Path, type_: str) -> None:
    name = type_.replace("_", "-")
    with served(folder) as base, watched(browser, base) as page:
        page.goto(f"{base}quizzes/quiz-{name}.html")
        for answered in (False, True):
            if answered:
                page.evaluate(ANSWER, list(STRINGS))
            seen = page.evaluate(COUNT, list(STRINGS))
            wanted = seen[f"h-{name}-0"]
            assert wanted >= 2
            assert {item: count for item, count in seen.items() if count != wanted} == {}
            untouched(page)
        typed = page.evaluate(TYPED)
        page.reload()
        assert page.evaluate(TYPED) == typed
        untouched(page)


def test_what_authors_type_is_escaped() -> None:
    """Through Markdown: no element but those of Markdown, no attribute but an address."""
    renderer = Renderer(())
    for words in STRINGS:
        for inline in (True, False):
            made = renderer.render(words, inline=inline, file="x.md").html
            assert "<script" not in made.lower(), words
            assert not any(f"<{name}" in made.lower() for name in ("svg", "iframe", "object", "style", "input")), words
            assert "javascript:" not in made.lower() or 'href="javascript' not in made.lower(), words


FILL = """([words, rounds]) => {
  const fields = [...document.querySelectorAll("main input, main textarea, .md-content input, .md-content textarea")]
    .filter(one => !["checkbox", "radio", "file", "button", "submit", "date"].includes(one.type) && !one.readOnly);
  for (const word of words.slice(0, rounds)) for (const field of fields) {
    field.value = word;
    for (const name of ["input", "change", "blur"]) field.dispatchEvent(new Event(name, {bubbles: true}));
  }
  return fields.length;
}"""


@pytest.mark.parametrize("first", [0, *(pytest.param(at, marks=pytest.mark.slow) for at in (16, 32, 48))])
def test_every_field_of_every_page_takes_words_as_words(
    browser: Browser, base: str, site_folder: Path, first: int
) -> None:
    """Sixteen strings a field; from page to page others, so that all have been typed in one run."""
    fields, turn = 0, first
    with watched(browser, base) as page:
        for path in all_pages(site_folder):
            if "<input" not in (site_folder / path).read_text(encoding="utf-8"):
                continue
            turned = [*STRINGS[turn:], *STRINGS[:turn]][:16]
            turn = (turn + 16) % len(STRINGS)
            page.goto(base + path)
            fields += page.evaluate(FILL, [turned, 16])
            untouched(page)
            page.reload()
            untouched(page)
        for path in ("plans.html", "progress.html", "today.html", "certificate.html", "index.html"):
            page.goto(base + path)
            untouched(page)
    assert fields > 30


def test_a_file_of_hostile_words_is_refused_or_read_as_words(browser: Browser, base: str) -> None:
    with watched(browser, base) as page:
        page.goto(base + "progress.html")
        told = page.locator("[data-transfer-told]")
        for words in STRINGS:
            newer = {"format": "course-progress", "version": 9999, "course": words, "title": words, "state": {}}
            for content in (words, json.dumps(newer), json.dumps(state_of(words))):
                page.evaluate("document.querySelector('[data-transfer-told]').textContent = ''")
                data = {"name": "x.json", "mimeType": "application/json", "buffer": content.encode()}
                page.locator("input[type=file]").set_input_files(data)  # type: ignore[arg-type]
                told.filter(has_text=" ").wait_for()
                untouched(page)
                if content == json.dumps(newer):
                    assert told.inner_text().startswith("This file comes from a newer version of the course.")
        for path in ("plans.html", "progress.html", "today.html", "index.html", "worksheets/sheet-my-round.html"):
            page.goto(base + path)
            untouched(page)


def state_of(words: str) -> dict[str, object]:
    """A file of this course with ``words`` wherever it can hold any."""
    plan = {"cue": words, "act": words, "partner": words, "date": words, "kept": words}
    state = {
        "version": 2, "course": "tea-round", "answers": words, "drafts": {words: words},
        "texts": {words: words, "sheet-my-round.x": words, "certificate.name": words},
        "plans": {"plan-warm-pot": plan, words: plan}, "last": {"page": words, "title": words, "question": words},
        "quizzes": {words: words}, "lessons": {words: {"opened": words}}, "cards": {words: words},
        "months": {words: words},
        "scenarios": {words: {"key": words, "path": [words], "endings": [words]}}, "seed": words, "since": words,
    }  # fmt: skip
    return {"format": "course-progress", "version": 2, "course": "tea-round", "title": words, "state": state}


def test_the_first_string_is_harmless() -> None:
    assert STRINGS[0] == HARMLESS
