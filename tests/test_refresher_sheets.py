"""Each month's refresher as a sheet of one leaf, its key apart."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pytest
import tiny_course
from changed_keys import with_other_keys
from pdf_checks import faults
from printed_books import pages, sizes_of_type
from printed_leaves import leaf, leaves, words

from builder.build.digest import digest
from builder.model.items import Item
from builder.model.plan import Plan
from builder.model.refreshers import RefresherItem, RefresherMonth
from builder.model.walk import texts_of
from builder.writers.workbooks import refresher_sheets
from builder.writers.workbooks.printing.leaf import print_fitted
from builder.writers.workbooks.sheets.view import Sheet
from builder.writers.workbooks.sheets.write import SIZES

SHEET, KEY = "refreshers/2027-04/sheet.a4", "refreshers/2027-04/key.a4"
MONTH = next(month for month in tiny_course.plan().refreshers if month.month == "2027-04")


def text(name: str, organisation: str = "harbour", language: str = "en") -> str:
    return words("\n".join(pages(leaf(name, organisation, language))))


def sheets() -> dict[str, object]:
    made = leaves(tiny_course.edition(), tiny_course.plan())
    return {name: one.reads for name, one in made.items() if name.startswith("refreshers/")}


def test_a_sheet_and_a_key_for_each_month_on_each_paper() -> None:
    months = [month.month for month in tiny_course.plan().refreshers]
    assert list(sheets()) == [
        f"refreshers/{month}/{kind}.{paper}{variant}"
        for month in months
        for paper in ("a4", "letter")
        for variant in ("", ".large")
        for kind in ("sheet", "key")
    ]
    small = tiny_course.edition()
    assert not [one.name for one in refresher_sheets(small, tiny_course.plan()) if "large" in one.name]


@pytest.mark.parametrize("name", [SHEET, KEY])
def test_large_print_says_the_same_in_eighteen_points(name: str) -> None:
    used = sizes_of_type(leaf(f"{name}.large"))
    assert used[18] > 200
    assert {size for size in used if size < 16} <= {12, 14}, "heads and feet alone"
    said, usual = (set(re.findall(r"[a-z]{3,}", text(one))) for one in (f"{name}.large", name))
    assert usual <= said
    assert said - usual <= {"keys", "glance"}, "the table before the questions"


def test_a_sheet_a_little_too_long_shrinks_to_its_page() -> None:
    sheet = sheets()[SHEET]
    assert isinstance(sheet, Sheet)

    def printed(rows: int, sizes: tuple[float, ...]) -> bytes:
        longer = replace(sheet, rules=(("Pour", "Pour for others first."),) * 2 * rows)
        (data,) = print_fitted("sheets/sheet.html", longer, sizes).files.values()
        return data

    spills = next(rows for rows in range(4, 60, 4) if len(pages(printed(rows, SIZES[:1]))) > 1)
    assert len(pages(printed(spills, SIZES))) == 1
    assert printed(4, SIZES) == printed(4, SIZES[:1])


def test_a_sheet_says_what_is_asked_and_why_now() -> None:
    said = text(SHEET)
    assert "April 2027" in said
    assert "Name Date" in said
    for one in MONTH.items:
        stem = re.sub(r"\[\[.*?\]\]", "", one.item.stem.plain)
        assert words(stem).split(".")[0] in said
        for objective in one.item.objectives:
            assert words(tiny_course.edition().objectives[objective].text.plain) in said
    assert any(one.last_seen for one in MONTH.items)
    assert "last asked in" in said
    assert "https://tea-round.example/refreshers/2027-04.html" in said


def test_a_sheet_closes_with_the_rules_of_its_practices() -> None:
    month, name = tiny_course.plan().refreshers[0], "refreshers/2027-01/sheet.a4"
    made, edition = sheets()[name], tiny_course.edition()
    assert isinstance(made, Sheet)
    practices = [edition.practices[one.item.practices[0]] for one in month.items if one.item.practices]
    assert practices
    assert dict(made.rules) == {practice.name.html: practice.rule.html for practice in practices}
    assert all(practice.rule.plain in text(name).partition("Today at work")[2] for practice in practices)


def test_sheets_do_not_depend_on_keys() -> None:
    other = tiny_course.edition_of(with_other_keys(tiny_course.course()))
    before = leaves(tiny_course.edition(), tiny_course.plan())
    kept = replace(MONTH, items=tuple(replace(one, item=other.items[one.item.id]) for one in MONTH.items))
    after = leaves(other, Plan((), (kept,)))
    assert set(after) <= set(before)
    for name, one in after.items():
        assert (digest(before[name].reads) == digest(one.reads)) is ("sheet" in name), name
    assert after[SHEET].write(after[SHEET].reads, {}).files == {f"{SHEET}.pdf": leaf(SHEET)}


def test_reasons_are_in_the_key_alone() -> None:
    sheet, key = text(SHEET), text(KEY)
    rationales = [
        rationale.plain
        for one in MONTH.items
        for name, rationale in texts_of(one.item)
        if ("rationale" in name or name in {"if_true", "if_false"}) and rationale.plain
    ]
    assert len(rationales) > 2
    for rationale in rationales:
        assert words(rationale) not in sheet
        assert words(rationale) in key


def test_hints_stay_off_the_sheet() -> None:
    hinted = [item for item in tiny_course.edition().items.values() if item.hints]
    assert hinted
    made = [one for one in _of(hinted[:1]).values() if isinstance(one, Sheet)]
    assert made
    assert all(one.asked[0].item.hints == () for one in made)


def _of(items: list[Item]) -> dict[str, object]:
    month = RefresherMonth("2027-09", tuple(RefresherItem(item, "") for item in items), frozen=False)
    return {name: one.reads for name, one in leaves(tiny_course.edition(), Plan((), (month,))).items()}


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_ten_items_fit_on_the_two_sides_of_a_leaf(paper: str) -> None:
    items = [item for item in tiny_course.edition().items.values() if item.pool != "held_out"][:10]
    assert len({item.type for item in items}) >= 8
    month = RefresherMonth("2027-09", tuple(RefresherItem(item, "2027-01") for item in items), frozen=False)
    made = leaves(tiny_course.edition(), Plan((), (month,)))[f"refreshers/2027-09/sheet.{paper}"]
    (data,) = made.write(made.reads, {}).files.values()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) <= 2
    assert faults(data) == []


@pytest.mark.parametrize("name", [SHEET, KEY, f"{SHEET}.large", f"{KEY}.large"])
def test_tagged(name: str) -> None:
    assert faults(leaf(name)) == []


def test_another_organisation_and_language() -> None:
    spanish = text(SHEET, "hilltop", "es")
    assert "abril de 2027" in spanish
    assert "Biblioteca de la Colina" in spanish
    assert leaf(SHEET, "hilltop", "es") != leaf(SHEET, "harbour", "es")


def test_equal_editions_give_equal_bytes() -> None:
    fresh = tiny_course.edition_of(tiny_course.course())
    made = leaves(fresh, tiny_course.plan_of(fresh))[KEY]
    assert made.write(made.reads, {}).files == {f"{KEY}.pdf": leaf(KEY)}
