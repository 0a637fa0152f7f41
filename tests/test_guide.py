"""Facilitator guides: pages of the learner workbook beside each step, clocks that add up, quantities, drawings."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from pdf_checks import faults, page_labels
from printed_books import GUIDES, books, data, pages, printed
from tiny_course import course, edition, edition_of

from builder.locale import catalogue
from builder.model.edition import Edition
from builder.model.kit import Kit, RoomPlan
from builder.model.text import Line, Prose
from builder.writers.workbooks.guide.book import SIZES, GuideBook, Way
from builder.writers.workbooks.guide.clock import clock, since
from builder.writers.workbooks.guide.materials import sets_of
from builder.writers.workbooks.guide.page import guide_page
from builder.writers.workbooks.guide.rooms import room
from builder.writers.workbooks.guide.signs import SIGNS, sign
from builder.writers.workbooks.learner.book import LearnerBook
from builder.writers.workbooks.learner.page import learner_page
from builder.writers.workbooks.printing.colours import palette

ENTRY = re.compile(r"^\s*(?P<title>\S.*?)\s+(?:\.\s*){3,}(?P<label>\S+)$", re.MULTILINE)
COLOURS = palette("#1f4e5f", "#b4541a")
SVG = "{http://www.w3.org/2000/svg}"


def _book(name: str = "course.guide", **changes: Any) -> GuideBook:
    return _of(edition_of(course().model_copy(update=changes)) if changes else edition(), name)


def _of(made: Edition, name: str) -> GuideBook:
    reads = books(made)[name].reads
    assert isinstance(reads, GuideBook)
    return reads


def _labels(name: str) -> dict[str, str]:
    return dict(printed(name).labels)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _words(html: str) -> str:
    made: Any = lxml_html.fromstring(f"<div>{html}</div>")
    return _flat(made.text_content())


def _page(book: GuideBook, labels: dict[str, str]) -> Any:
    return lxml_html.document_fromstring(guide_page(book, labels))


def test_the_sources_that_a_guide_cites_stand_at_its_end() -> None:
    kit = course().kit
    assert kit.guide
    cites = kit.guide.model_copy(update={"if_late": Prose("Cups cool; see [the study](#tea-study).")})
    book = _book(kit=kit.model_copy(update={"guide": cites}))
    assert [str(one.year) for one in book.cited] == ["2019"]
    shown = guide_page(book, {})
    assert shown.index("This edition<") < shown.index(book.cited[0].title)
    assert _book().cited == ()


def test_a_link_to_a_worksheet_says_its_page_in_the_workbook() -> None:
    kit = course().kit
    assert kit.guide
    sheet = course().modules[0].worksheets[0].id
    linking = kit.guide.model_copy(update={"if_late": Prose(f"Keep [the sheet](#{sheet}) for last.")})
    book = _book(kit=kit.model_copy(update={"guide": linking}))
    assert 'the sheet <span class="far">(workbook, page 1-9)</span> for last' in guide_page(book, {str(sheet): "1-9"})
    assert "the sheet for last" in guide_page(book, {})


def test_a_guide_for_the_course_and_each_module_that_has_something_to_run() -> None:
    made = books(edition())
    assert set(GUIDES) <= set(made)
    assert {f"letter/{name}" for name in GUIDES} <= {name.removeprefix("workbooks/") for name in made}
    for name in GUIDES:
        assert made[name].needs == (f"workbooks/a4/{name.replace('guide', 'learner')}",)
        assert {"course/course.yml", "course/kit/guide.yml", "course/kit/timings.yml"} <= set(made[name].sources)
    modules = tuple(one.model_copy(update={"activities": (), "workshop": None}) for one in course().modules)
    silent = tuple(
        one.model_copy(update={"lesson_files": tuple(x.model_copy(update={"sections": ()}) for x in one.lesson_files)})
        for one in modules
    )
    assert not [name for name in books(edition_of(course().model_copy(update={"modules": silent}))) if "guide" in name]


@pytest.mark.parametrize("name", GUIDES)
def test_tagged(name: str) -> None:
    assert faults(data(name)) == []


def test_contents_labels_and_feet_agree() -> None:
    text, labels = pages(data("course.guide")), page_labels(data("course.guide"))
    assert labels[:2] == ["", "i"]
    for page, label in zip(text[1:], labels[1:], strict=True):
        assert label in page.rstrip().splitlines()[-1].split()
    entries = ENTRY.findall(text[1])
    assert len(entries) >= 20
    for title, label in entries:
        assert re.sub(r"^[\d.]+ +", "", title) in _flat(text[labels.index(label)]), (title, label)
    assert set(_labels("course.guide").values()) <= set(labels)


@pytest.mark.parametrize("name", ["course.guide", "letter/course.guide", "tea.guide", "letter/tea.guide"])
def test_the_overview_is_one_page(name: str) -> None:
    labels, at = _labels(name), page_labels(data(name))
    assert at.index(labels["book.runs"]) - at.index(labels["book.overview"]) == 1


@pytest.mark.parametrize("scope", ["course", "tea"])
def test_every_block_says_the_page_of_the_learner_workbook(scope: str) -> None:
    learner, book = _labels(f"{scope}.learner"), _book(f"{scope}.guide")
    guide, text = _labels(f"{scope}.guide"), pages(data(f"{scope}.guide"))
    at = page_labels(data(f"{scope}.guide"))
    (play,) = book.chapters[0].plays
    here = "\n".join(text[at.index(guide[play.id]) :])
    said = re.findall(r"^\s*(\d+-\d+) +(\d+) min\b", here, re.MULTILINE)
    wanted = [next(learner[anchor] for anchor in block.spot.anchors if anchor in learner) for block in play.blocks]
    assert said == [(label, str(block.minutes)) for label, block in zip(wanted, play.blocks, strict=True)]
    assert {learner["act-tea-round"], learner["sheet-my-round"]} == set(wanted)
    head = _flat(here)
    assert f"Activity page {learner['act-tea-round']}" in head
    assert f"Worksheet “My tea round” page {learner['sheet-my-round']}" in head
    assert f"Lesson “1.2 Pour for others” page {learner['pour-for-others']}" in head
    assert f"The observer sheet is on page {learner['act-tea-round']} of the workbook" in head


def test_the_pages_it_names_hold_what_it_names() -> None:
    learner, at = pages(data("course.learner")), page_labels(data("course.learner"))
    for chapter in _book().chapters:
        spots = [spot for play in chapter.plays for spot in (*play.spots, *(pick.spot for pick in play.picks))]
        for spot in (*spots, *(note.spot for note in chapter.notes)):
            label = next(_labels("course.learner")[a] for a in spot.anchors if a in _labels("course.learner"))
            words = re.sub(r"^[\d.]+ ", "", _words(spot.title))
            assert words in _flat(learner[at.index(label)]), (spot, label)


def test_a_run_sheet_names_clock_minutes_and_both_pages() -> None:
    guide, learner = _labels("course.guide"), _labels("course.learner")
    text = _flat("\n".join(pages(data("course.guide"))))
    both = f"{guide['act-tea-round']} {learner['act-tea-round']}"
    assert re.search(rf"10:03 0:03 15 The tea round {both} [\w-]+ · must · groups of three", text)
    assert "10:00 0:00 3 Welcome at Harbour \N{EN DASH} \N{EN DASH} You speak" in text
    assert "Shorter: Leave out the second round." in text
    assert "10:23 0:23 23 End must 15 · other tasks 5 · talk by you 3" in text
    opened = f"{guide['form.form-useful']} {learner['sheet-my-round']}, {learner['book.after']}"
    assert re.search(rf"10:18 0:18 5 Each person says .*? {opened} ", text)
    assert "Shorter: Leave out the second round. Bring: a kettle; a tray; a cup; order cards" in text
    assert "14:42 0:12 5 Break \N{EN DASH} \N{EN DASH}" in text


@pytest.mark.parametrize(
    ("short", "named", "brought"),
    [
        ("", (), ["A tray", "cups"]),
        ("trays", (), ["trays", "cups"]),
        ("", ("a tray with a rim", "biscuits"), ["cups", "a tray with a rim", "biscuits"]),
        ("trays", ("Trays from the kitchen",), ["cups", "Trays from the kitchen"]),
    ],
)
def test_a_row_says_what_its_activity_needs_once(short: str, named: tuple[str, ...], brought: list[str]) -> None:
    tea, cups = course().modules
    (round_,) = tea.activities
    _, tray, cup, _ = round_.materials
    tray = tray.model_copy(update={"name": Line("A tray"), "short": Line(short)})
    cup = cup.model_copy(update={"short": Line("cups")})
    assert tea.workshop is not None
    row = tea.workshop.rows[0].model_copy(update={"materials": tuple(map(Line, named))})
    workshop = tea.workshop.model_copy(update={"rows": (row,)})
    activity = round_.model_copy(update={"materials": (tray, cup)})
    made = tea.model_copy(update={"activities": (activity,), "workshop": workshop})
    (way,) = (way for way in _book(modules=(made, cups)).ways if way.id == "tea.workshop")
    assert list(way.sittings[0].rows[0].materials) == brought
    assert [need.name for need in way.needs] == ["a cup", "A tray"]


def _ways() -> tuple[Way, ...]:
    return _book().ways


def test_clocks_and_sums() -> None:
    assert [way.id for way in _ways()] == ["time-short", "time-two-sittings", "tea.workshop"]
    for way in _ways():
        assert way.minutes == sum(sitting.minutes for sitting in way.sittings)
        for sitting in way.sittings:
            gone = 0
            for row in sitting.rows:
                assert (row.at, row.since) == (clock(sitting.start, gone), since(gone))
                gone += row.minutes
            assert gone == sitting.minutes == sum(count for _, count in sitting.sums)
            assert sitting.until == clock(sitting.start, gone)


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 5000), st.integers(0, 5000))
def test_the_clock_goes_on(hour: int, minute: int, one: int, other: int) -> None:
    start = f"{hour:02}:{minute:02}"
    assert clock(clock(start, one), other) == clock(start, one + other)
    assert clock(start, 24 * 60) == start
    hours, minutes = since(one).split(":")
    assert int(hours) * 60 + int(minutes) == one
    assert len(minutes) == 2


def test_the_blocks_of_an_activity_tell_the_running_minutes() -> None:
    (play,) = _book().chapters[0].plays
    assert [(block.kind, block.at) for block in play.blocks] == [
        ("say", "0:00"), ("ask", "0:02"), ("do", "0:07"), ("do", "0:15"),
    ]  # fmt: skip


def test_what_a_producer_does_stands_with_its_minute_in_a_row_of_its_own() -> None:
    (play,) = _book().chapters[0].plays
    assert [at for at, _ in play.producer] == ["", "0:07", "0:15"]
    page = _page(_book(), _labels("course.learner"))
    (row,) = page.xpath("//table[contains(@class, 'suit')]//tr[contains(.//th, 'Producer')]")
    assert [_flat(act.text_content()) for act in row.xpath(".//p")] == [
        "Before Send each person their order.",
        "0:07 Open rooms of three for eight minutes.",
        "0:15 Tell all rooms: swap the roles.",
    ]
    tea, cups = course().modules
    alone = tuple(one.model_copy(update={"producer": ()}) for one in tea.activities)
    without = _page(_book(modules=(tea.model_copy(update={"activities": alone}), cups)), {})
    assert "Producer" not in without.text_content()


def test_another_way_to_debrief_is_named_beside_its_sign() -> None:
    page = _page(_book(), {})
    (way,) = page.xpath("//*[@id='book.debriefs']")
    assert _flat(way.text_content()) == (
        "Ways to debrief Four sips Ask what was in the cup, how it tasted, what it means, and who brews next."
    )
    assert way.getprevious().get("id") == "book.ground-rules"
    for place in ("//table[contains(@class, 'signs')]", "//section[@class='contents']"):
        assert page.xpath(f"{place}//a[@href='#book.debriefs']")
    assert "#book.debriefs" not in guide_page(_book(kit=Kit()), {})


def test_quantities_by_head_table_and_room() -> None:
    (play,) = _book().chapters[0].plays
    assert {(need.name, need.per, need.totals) for need in play.needs} == {
        ("a kettle", "room", (1, 1, 1, 1)),
        ("a tray", "table", (2, 4, 8, 12)),
        ("a cup", "head", SIZES),
        ("order cards", "table", (2, 4, 8, 12)),
    }
    text = _flat("\n".join(pages(data("course.guide"))))
    assert "a tray each table of 4 2 4 8 12" in text
    assert "Learner workbook each person 4 8 16 24" in text


def test_what_two_activities_use_is_brought_once() -> None:
    tea, cups = course().modules
    (round_,) = tea.activities
    kettle, tray, cup, _ = round_.materials
    more = tray.model_copy(update={"count": 3})
    second = round_.model_copy(
        update={"id": "act-second", "materials": (more, cup.model_copy(update={"per": "table"}))}
    )
    assert tea.workshop is not None
    row = tea.workshop.rows[0]
    workshop = tea.workshop.model_copy(update={"rows": (row, row.model_copy(update={"activity": "act-second"}))})
    both = tea.model_copy(update={"activities": (round_, second), "workshop": workshop})
    (way,) = (way for way in _book(modules=(both, cups)).ways if way.id == "tea.workshop")
    found = [(need.name, need.per, need.totals, need.uses) for need in way.needs]
    assert found == [
        ("a cup", "head", SIZES, 1),
        ("a tray", "table", (3, 6, 12, 18), 2),
        ("order cards", "table", (2, 4, 8, 12), 1),
        ("a cup", "table", (1, 2, 4, 6), 1),
        ("a kettle", "room", (1, 1, 1, 1), 1),
    ]
    assert kettle.count == 1


def test_replies_come_from_rationales() -> None:
    (play,) = _book().chapters[0].plays
    assert play.picks
    items = edition().items
    for pick in play.picks:
        item = items[pick.spot.anchors[0]]
        assert set(item.practices) & {"ask-first", "keep-the-time"}
        assert item.pool == "practice"
    text = _flat("\n".join(pages(data("course.guide"))))
    assert "They pick Read out all the teas reply Kind, but long." in text
    assert 'If you hear "They know what I drink." reply And what does a new colleague get?' in text
    assert "What would you tell a colleague who" in text


def test_only_its_player_reads_a_role() -> None:
    found = [page for page in pages(data("course.guide")) if "You like green tea." in page]
    assert len(found) == 1
    assert "Role slips: The tea round" in found[0]
    assert "Step by step" not in found[0]


def test_cards_stand_on_a_page_to_copy_that_their_material_names() -> None:
    found = pages(data("course.guide"))
    (page,) = [_flat(page) for page in found if "Three guests, no milk." in page]
    assert "Cards: The tea round order cards · each table of 4 · 2 sets on this page A B" in page
    assert page.count("Three guests, no milk.") == page.count("One guest in a hurry.") == 2
    assert "Step by step" not in page
    label = _labels("course.guide")["act-tea-round.orders"]
    told = [_flat(page) for page in found if f"order cards (copy page {label})" in _flat(page)]
    assert any("Step by step" in page for page in told)
    assert any("How much to bring for 4, 8, 16 and 24 people." in page for page in told)


@pytest.mark.parametrize(("cards", "times"), [(1, 4), (2, 2), (3, 1), (8, 1)])
def test_small_sets_of_cards_fill_their_page(cards: int, times: int) -> None:
    (activity,) = course().modules[0].activities
    card = activity.cards[0]
    made = tuple(card.model_copy(update={"id": f"order-{n}"}) for n in range(cards))
    (found,) = sets_of(activity.model_copy(update={"cards": made}))
    assert (len(found.cards), found.times) == (cards, times)


def test_no_block_is_split_over_pages() -> None:
    text = [_flat(page) for page in pages(data("course.guide"))]
    (play,) = _book().chapters[0].plays
    ends = [(block.text, block.follow_up or (block.expected or (block.text,))[-1]) for block in play.blocks]
    moments = edition().course.kit.guide
    assert moments is not None
    ends += [(one.title.html, one.avoid.html) for one in moments.hard_moments]
    ends += [(rule.title.html, rule.text.html) for rule in moments.ground_rules]
    for first, last in ends:
        wanted = (" ".join(_words(first).split()[:4]), " ".join(_words(last).split()[-4:]))
        assert any(all(words in page for words in wanted) for page in text), wanted


def test_anchors_are_unique_and_every_link_leads_to_one() -> None:
    for name in GUIDES:
        page = _page(_book(name), _labels(name.replace("guide", "learner")))
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_each_part_is_named_in_the_contents() -> None:
    page = _page(_book(), {})
    entries = {link[1:] for link in page.xpath("//section[@class='contents']//a/@href")}
    assert {section.get("id") for section in page.xpath("//div[contains(@class, 'guide ')]/section")} <= entries


def test_without_a_kit_its_sections_are_left_out() -> None:
    page = _page(_book(kit=Kit()), {})
    text = page.text_content()
    for words in ("Hard moments", "Ground rules", "Messages to send", "Did it help?", "Plans of the room"):
        assert words not in text
    assert "1.1 The tea round" in _flat(text)
    entries = [link[1:] for link in page.xpath("//section[@class='contents']//a/@href")]
    assert set(entries) <= set(page.xpath("//@id"))


def test_the_day_of_the_newest_content() -> None:
    assert _book().changed == ""
    assert "Last changed" not in guide_page(_book(), {})
    dated = edition_of(course(), dates={"act-tea-round": 1_800_000_000, "boil-and-brew": 1_700_000_000})
    assert _of(dated, "course.guide").changed == "2027-01-15"
    assert _of(dated, "cups.guide").changed == ""
    assert "2027-01-15" in guide_page(_of(dated, "course.guide"), {})
    page = _page(_of(edition_of(course(), dates={"boil-and-brew": 1_700_000_000}), "course.guide"), {})
    assert "2023-11-14" in page.text_content()
    assert not [body for body in page.iter("tbody") if not len(body)], "no table without rows"


def test_what_changed_since_the_last_publication() -> None:
    dates = {"act-tea-round": 1_800_000_000, "boil-and-brew": 1_700_000_000, "sheet-my-round": 1_700_100_000}
    assert "New or changed" not in guide_page(_of(edition_of(course(), dates=dates), "course.guide"), {})

    def since(day: str) -> Edition:
        settings = course().settings.model_copy(update={"published": day})
        return edition_of(course().model_copy(update={"settings": settings}), dates=dates)

    found = _of(since("2023-11-14"), "course.guide")
    assert [(change.spot.kind, change.day, change.here) for change in found.changes] == [
        ("worksheet", "2023-11-16", ""), ("activity", "2027-01-15", "act-tea-round"),
    ]  # fmt: skip
    learner = _labels("course.learner")
    rows = _page(found, learner).xpath("//table[contains(@class, 'changes')]/tbody/tr")
    assert [[_flat(cell.text_content()) for cell in row] for row in rows] == [
        ["Worksheet “My tea round”", "2023-11-16", "\N{EN DASH}", learner["sheet-my-round"]],
        ["Activity “The tea round”", "2027-01-15", "G-", learner["act-tea-round"]],
    ]
    assert next(change.spot.kind for change in _of(since("2023-11-13"), "course.guide").changes) == "lesson"
    nothing = _of(since("2027-01-15"), "course.guide")
    assert (nothing.published, nothing.changes) == ("2027-01-15", ())
    assert "Nothing: all lessons" in _page(nothing, {}).text_content()

    workbook = books(since("2023-11-14"))["course.learner"].reads
    assert isinstance(workbook, LearnerBook)
    assert [(one.kind, one.title) for one in workbook.changes] == [
        ("worksheet", "My tea round"), ("activity", "The tea round"),
    ]  # fmt: skip
    made: Any = lxml_html.document_fromstring(learner_page(workbook))
    assert "New or changed since 2023-11-14: Worksheet “My tea round” · Activity “The tea round”" in _flat(
        made.get_element_by_id("book.changes").text_content()
    )


@given(st.sampled_from(["tables", "horseshoe", "circle", "remote"]), st.integers(2, 40))
def test_a_plan_seats_everybody_inside_its_walls(plan: str, people: int) -> None:
    made = RoomPlan.model_validate({"id": "r", "plan": plan, "title": "R", "people": people, "text": "T"})
    root = ET.fromstring(room(made, COLOURS))  # noqa: S314 - our own drawing
    width, height = (float(root.get(side, "")) for side in ("width", "height"))
    discs = [(float(one.get("cx", "")), float(one.get("cy", ""))) for one in root.iter(f"{SVG}circle")]
    assert len(discs) == people + 1, "a trainer, and a place for each"
    assert [text.text for text in root.iter(f"{SVG}text")][-1] == str(people)
    for x, y in discs:
        assert 5 < x < width - 5
        assert 5 < y < height - 5
    for n, one in enumerate(discs):
        assert all((one[0] - x) ** 2 + (one[1] - y) ** 2 >= 100 for x, y in discs[:n]), "no chair on another"


def test_each_sign_is_drawn_and_stands_beside_a_word() -> None:
    for name in SIGNS:
        assert len(ET.fromstring(sign(name, "#000000"))) == 1  # noqa: S314 - our own drawing
    page = _page(_book(), {})
    signs = page.xpath("//*[contains(concat(' ', @class, ' '), ' sign ')]")
    assert {one.get("class").split()[-1] for one in signs} <= {f"sign-{name}" for name in SIGNS}
    assert all(one.text_content().strip() for one in signs)


def test_another_organisation_and_language() -> None:
    pdf = data("tea.guide", "hilltop", "es")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "es"
    assert faults(pdf) == []
    text = _flat("\n".join(pages(pdf)))
    learner = printed("tea.learner", "hilltop", "es").labels
    assert learner["act-tea-round"] in text
    assert "Nadie dice qué toma." in text
    assert "Nobody says what they drink." not in text
    assert catalogue("es").gettext("Facilitator guide") in text


def test_a_guide_depends_on_nothing_of_another_module() -> None:
    tea, cups = course().modules
    changed = tea.model_copy(update={"activities": (), "workshop": None})
    assert replace(_book("cups.guide", modules=(changed, cups))) == _book("cups.guide")


def test_what_the_trainer_does_alone_says_so() -> None:
    tea, cups = course().modules
    (round_,) = tea.activities
    *steps, last = round_.steps
    alone = round_.model_copy(update={"steps": (*steps, last.model_copy(update={"by": "trainer"}))})
    page = _page(_book(modules=(tea.model_copy(update={"activities": (alone,)}), cups)), {})
    assert [block.text_content().count("you alone") for block in page.find_class("block")] == [0, 0, 0, 1]
    assert "you alone" not in _page(_book(), {}).text_content()
