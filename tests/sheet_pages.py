"""Worksheets and plans on their pages: the tiny course's, and a changed sheet; what a reader does there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import tiny_course
from site_browser import built_edition, served

from builder.model.activities import TableField
from builder.model.text import Line

if TYPE_CHECKING:
    from playwright.sync_api import Download, Page

    from builder.model.edition import Edition

SHEET = "worksheets/sheet-my-round.html"
PLANS = "plans.html"
LESSON = "lessons/boil-and-brew.html"
HOSTILE = "<img src=x onerror=alert(1)> \"'&amp; {cue} \\n ;,: </textarea><script>1</script> \u202eא\u0000🫖"


@cache
def edited() -> Edition:
    """The tiny course with rows of its sheet moved, added, taken away and reworded."""
    course = tiny_course.course()
    (module,) = [one for one in course.modules if one.worksheets]
    (sheet,) = module.worksheets
    who, plan, tools, feel, week = sheet.fields
    assert isinstance(plan, TableField)
    neighbour, you = plan.rows
    rows = (Line("A new colleague"), you, neighbour)
    person, tea, milk = plan.columns
    table = plan.model_copy(update={"rows": rows, "columns": (person, Line("Time"), tea, milk), "example": ()})
    kettle, pot, cups = tools.choices  # type: ignore[union-attr]
    ticks = tools.model_copy(update={"choices": (Line("a tray"), cups, kettle)})
    in_time, asked = feel.statements  # type: ignore[union-attr]
    rated = feel.model_copy(update={"statements": (in_time, Line("Somebody asks first."))})
    assert pot
    assert asked
    changed = sheet.model_copy(update={"fields": (table, week, rated, ticks, who)})
    modules = tuple(
        one.model_copy(update={"worksheets": (changed,)}) if one is module else one for one in course.modules
    )
    return tiny_course.edition_of(course.model_copy(update={"modules": modules}))


@contextmanager
def both_sites(folder: Path) -> Iterator[str]:
    """The tiny site, and the same with a changed sheet, at one origin."""
    for name, edition in (("tiny", tiny_course.edition()), ("edited", edited())):
        built_edition(folder / name, edition, tiny_course.plan())
    with served(folder) as address:
        yield address


def at(base: str, page: str, site: str = "tiny") -> str:
    return f"{base}{site}/site/{page}"


def name_of(control: str) -> str:
    return f"sheet-my-round.{control}"


def fill_sheet(page: Page) -> dict[str, str]:
    """Something of its own in every field of the sheet; what, by the name it is kept under."""
    said: dict[str, str] = {}
    for place in page.locator("[data-text]").all():
        name, kind = place.get_attribute("data-text") or "", place.get_attribute("type")
        if kind == "radio":
            said[name] = "2"
            if place.get_attribute("value") == "2":
                place.check()
        elif kind == "checkbox":
            said[name] = "1" if name.endswith(".2") else ""
            place.set_checked(bool(said[name]))
        else:
            said[name] = f"{name} {HOSTILE}".replace("\u0000", "")
            place.fill(said[name])
    for part in ("cue", "act", "partner"):
        page.locator(f"[data-plan-part={part}]").fill(f"{part} {len(said)}")
    page.locator("[data-plan-part=date]").fill("2027-02-03")
    return said


def shown(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries(Array.from(document.querySelectorAll('[data-text]')).flatMap((one) => {
          if (one.type === 'radio') return one.checked ? [[one.dataset.text, one.value]] : [];
          return [[one.dataset.text, one.type === 'checkbox' ? (one.checked ? '1' : '') : one.value]];
        }))"""
    )
    return found


def downloaded(page: Page, button: str) -> Download:
    with page.expect_download() as given:
        page.get_by_role("button", name=button).first.click()
    return given.value


def text_of(file: Download) -> str:
    return Path(file.path()).read_bytes().decode()


def add_plan(page: Page, cue: str, act: str, day: str = "", partner: str = "") -> None:
    form = page.locator("[data-plans-add]")
    for part, words in (("cue", cue), ("act", act), ("partner", partner), ("date", day)):
        form.locator(f"[data-plan-part={part}]").fill(words)
    page.get_by_role("button", name="Add this plan").click()


def sentences(page: Page) -> list[str]:
    return page.locator(".plan__words--own").all_inner_texts()
