"""The stage of the site: what the writer hands to the engine, without the engine."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
import tiny_course

from builder.identity.meaning import part_ids, state_key
from builder.model.items import ITEM_TYPES
from builder.writers import site
from builder.writers.addresses import Address
from builder.writers.site.frame import Frame
from builder.writers.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

LESSON = "docs/lessons/boil-and-brew.md"


@cache
def stage(organisation: str = "harbour", language: str = "en") -> Mapping[str, bytes]:
    edition, plan = tiny_course.edition(organisation, language), tiny_course.plan(organisation, language)
    (artefact,) = site.artefacts(edition, plan)
    assert (artefact.name, artefact.kind) == ("site", "site-stage")
    return artefact.write(artefact.reads, {}).files


def text(path: str, organisation: str = "harbour", language: str = "en") -> str:
    return stage(organisation, language)[path].decode()


def form(page: str, item: str) -> str:
    found = re.search(rf'<form class="item"[^>]* data-item="{item}".*?</form>', page, re.DOTALL)
    assert found, item
    return found[0]


def test_the_same_edition_gives_the_same_bytes() -> None:
    edition, plan = tiny_course.edition(), tiny_course.plan()
    (artefact,) = site.artefacts(edition, plan)
    assert artefact.write(artefact.reads, {}).files == stage()


def test_headings_are_markdown_and_all_else_is_html_in_a_block() -> None:
    for path, data in stage().items():
        if not path.endswith(".md"):
            continue
        front, body = data.decode().split("---\n\n", 1)
        assert front.startswith("---\ntitle: ")
        for part in body.rstrip("\n").split("\n\n"):
            heading = re.fullmatch(r"#{1,3} [^\n]+ \{ #[a-z0-9-]+ \}", part)
            block = re.fullmatch(
                r'<div class="[a-z_ -]+"( hidden data-search-exclude="1")?>\n.*\n</div>', part, re.DOTALL
            )
            assert heading or block, f"{path}: {part[:90]}"


def test_a_lesson_has_its_blocks_and_not_the_facilitators() -> None:
    page = text(LESSON)
    assert "# Boil and brew { #boil-and-brew }" in page
    assert "## First the water { #bb-water }" in page
    assert "### Then the leaves { #bb-leaves }" in page
    assert "Afterwards you can" in page
    for name in ("A situation", "Done badly", "Done well", "For people leaders", "This week", "Check yourself"):
        assert name in page
    assert "Bring a kettle" not in "".join(data.decode() for path, data in stage().items() if path.endswith(".md"))
    assert 'href="../worksheets/sheet-my-round.html"' in page
    assert 'src="../assets/pictures/modules/tea/kettle.svg"' in page
    assert 'href="../glossary.html#term-pot"' in page
    assert 'href="../sources.html#tea-article"' in page


def test_the_commitment_is_a_plan_for_the_week() -> None:
    plan = re.search(r'<div class="plan" id="plan-warm-pot">(.*?)<form', text(LESSON), re.DOTALL)
    assert plan
    words = " ".join(re.sub(r"<[^>]+>", " ", plan[1]).split())
    assert words == (
        "This week When I make tea for others, then I warm the big pot first. "
        "With: the person next to me Time: by Friday"
    )


def every_form() -> dict[str, str]:
    pages = [data.decode() for path, data in stage().items() if path.endswith(".md")]
    return {
        item: made for page in pages for item in re.findall(r'data-item="([^"]+)"', page) for made in [form(page, item)]
    }


def test_every_type_is_a_form_of_native_controls_with_its_answer_folded() -> None:
    edition, forms = tiny_course.edition(), every_form()
    seen = set()
    for item in edition.items.values():
        if item.id not in forms:
            continue
        made = forms[item.id]
        seen.add(item.type)
        assert f'data-type="{item.type}"' in made
        assert f'data-key="{state_key(edition.key.course, item)}"' in made
        asks = 1 + made.count('class="sure"')
        assert item.type == "reflection" or item.pool == "held_out" or asks > 1
        assert made.count("<fieldset") == made.count("<legend") == asks, "the question, and how sure one is"
        assert re.search(r"<(input|select|textarea)\b", made)
        assert 'checked="' not in made
        assert ("data-do=" in made) == (item.type != "reflection")
        answer = made[made.index('<details class="answer" data-search-exclude="1">') :]
        assert "<summary>" in answer
        for control in re.findall(r'<(?:input|select|textarea)\b[^>]* id="([^"]+)"', made):
            assert f'for="{control}"' in made or re.search(rf'aria-label="[^"]+" id="{control}"', made), control
    assert seen == set(ITEM_TYPES)


def test_options_are_named_by_their_rank_among_the_ids() -> None:
    item = tiny_course.edition().items["t-first-step"]
    made = form(text(LESSON), item.id)
    ranks = dict(re.findall(rf'class="option__input"[^>]* id="{item.id}--([a-z0-9-]+)" value="(\d+)"', made))
    assert {name: int(rank) for name, rank in ranks.items()} == {p: n for n, p in enumerate(part_ids(item))}


def test_the_key_and_the_reasons_are_out_of_the_search() -> None:
    for made in every_form().values():
        outside = re.sub(r"<details[^>]* data-search-exclude=.*?</details>", "", made, flags=re.DOTALL)
        words = re.sub(r"<[^>]*>", " ", outside)
        for folded in ('class="reason', "answer__", "item__key", "data-accepted"):
            assert folded not in outside
        for told in re.findall(r'<p class="reason__why">(.*?)</p>', made, re.DOTALL):
            assert re.sub(r"<[^>]*>", " ", told).strip() not in words


def test_the_navigation_names_every_page_once() -> None:
    settings = json.loads(text("mkdocs.yml"))
    assert settings["INHERIT"] == "base.yml"

    def paths(nav: list[dict[str, str | list[dict[str, str]]]]) -> list[str]:
        return [
            path
            for entry in nav
            for value in entry.values()
            for path in ([value] if isinstance(value, str) else paths(value))  # type: ignore[arg-type]
        ]

    listed = paths(settings["nav"])
    assert sorted(listed) == sorted(path.removeprefix("docs/") for path in stage() if path.endswith(".md"))


def test_titles_are_escaped_for_templates_that_do_not() -> None:
    settings = json.loads(text("mkdocs.yml"))
    assert settings["extra"]["organisation"] == "Harbour"
    assert "Harbour Tools &amp; Sons" in text("docs/index.md")
    for path in stage():
        if path.endswith(".md"):
            title = re.search(r"^title: (.*)$", text(path), re.MULTILINE)
            assert title
            assert not re.search(r"<|&(?!amp;|lt;|gt;|quot;|#)", json.loads(title[1]))


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("A *b* _c_ `d` [e](f) <g> & h", "A &#42;b&#42; &#95;c&#95; &#96;d&#96; &#91;e&#93;(f) &#60;g&#62; &#38; h"),
        ("1. Half # {: .x }", "1. Half &#35; &#123;: .x &#125;"),
        ("Ünïcode, “quotes” and 50 %", "Ünïcode, “quotes” and 50 &#37;"),
    ],
)
def test_no_mark_of_a_title_is_markdown(words: str, heading: str) -> None:
    page = Page(Frame(tiny_course.edition(), tiny_course.plan()), "x.html", "x", "x")
    page.heading(2, "x", words)
    assert page.markdown().decode().endswith(f"\n\n## {heading} {{ #x }}\n")


def test_the_organisation_shows_its_logo_and_colours() -> None:
    assert json.loads(text("mkdocs.yml"))["theme"]["logo"] == "assets/pictures/course/organisations/harbour.svg"
    assert stage()["docs/assets/pictures/course/organisations/harbour.svg"].startswith(b"<svg")
    assert b"#4a3b7c" in stage("hilltop")["docs/assets/mark.svg"]


def test_relative_links_lead_up_and_down() -> None:
    assert Address("a/b.html", "c").seen_from("index.html") == "a/b.html#c"
    assert Address("index.html").seen_from("modules/x/index.html") == "../../index.html"
    assert Address("a/b.html", "c").seen_from("a/b.html") == "#c"


def test_every_id_that_readers_meet_has_an_address() -> None:
    edition, plan = tiny_course.edition(), tiny_course.plan()
    known = Frame(edition, plan).addresses
    course = edition.course
    wanted = [
        *edition.modules,
        *edition.lessons,
        *edition.objectives,
        *edition.practices,
        *edition.terms,
        *edition.sources,
    ]
    wanted += [evidence.id for source in course.sources for evidence in source.evidence]
    wanted += [section.id for lesson in edition.lessons.values() for section in lesson.sections if section.level]
    wanted += [thing.id for module in course.modules for thing in (*module.worksheets, *module.activities)]
    wanted += [one.id for one in (*course.scenarios, *course.decks)] + [
        card.id for deck in course.decks for card in deck.cards
    ]
    wanted += [quiz.blueprint.id for quiz in plan.quizzes] + [
        i.id for q in plan.quizzes for f in q.forms for i in f.items
    ]
    assert [one for one in wanted if one not in known] == []


def test_the_refreshers_say_what_comes_after_the_last_month() -> None:
    assert "After June 2027" in text("docs/refreshers/index.md")
    assert "This is the last month of the plan" in text("docs/refreshers/2027-06.md")
    assert 'href="../refreshers/2027-02.html"' in text("docs/refreshers/2027-01.md")


def test_another_organisation_and_language_change_values_and_words() -> None:
    here, there = text("docs/index.md"), text("docs/index.md", "hilltop", "es")
    assert "Harbour" not in there
    assert "Té para un equipo" in there
    assert tiny_course.edition("hilltop").organisation.brand.primary != tiny_course.edition().organisation.brand.primary
    assert stage("hilltop")["docs/assets/site.css"] != stage()["docs/assets/site.css"]
    assert json.loads(text("mkdocs.yml", "hilltop", "es"))["theme"]["language"] == "es"
    assert "Start with" in here


def test_each_question_of_a_month_says_why_it_is_asked() -> None:
    plan = tiny_course.plan()
    seen = set()
    for month in plan.refreshers:
        page = text(f"docs/refreshers/{month.month}.md")
        reasons = re.findall(r"Why this question: [^<]*\(([^()]*)\)", page)
        assert len(reasons) == len(month.items)
        assert [said == "not asked before" for said in reasons] == [not drawn.last_seen for drawn in month.items]
        seen |= {said.split(" in ")[0] for said in reasons}
    assert seen == {"not asked before", "last asked"}


def test_tries_and_waiting_are_told_before_the_start() -> None:
    page = text("docs/quizzes/quiz-end.md")
    assert "You have 3 tries, counted on this device." in page
    assert "After a try that does not pass, the next one opens after 2 days." in page
    assert "as often as you like" not in page


def test_every_scored_question_of_a_lesson_is_counted() -> None:
    page = text(LESSON)
    (keys,) = re.findall(r'data-progress="([^"]*)"', page)
    counted = [item for item in re.findall(r'data-item="([^"]+)"', page) if "data-do=" in form(page, item)]
    course = tiny_course.edition().key.course
    assert keys.split() == [str(state_key(course, tiny_course.edition().items[item])) for item in counted]
    assert len(counted) == 2
    assert "2 questions</span>" in page
