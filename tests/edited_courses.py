"""A course in two versions, as a learner's browser gets them: pages with real forms and the real player."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import tiny_course
import yaml
from course_edits import QUIZZES, Script, Tree, raise_revision
from edited_items import TYPES, made_item
from item_driver import SCRIPT as DRIVER

from builder.assembly import assemble
from builder.edition import make_edition
from builder.identity.ledger import Ledger, accept, check_ledger, keys_for, parse
from builder.model.course import Course
from builder.model.items import Bank
from builder.model.quizzes import Blueprint
from builder.player.join import join
from builder.writers.site.assets import modules, source_folder
from builder.writers.site.frame import Frame
from builder.writers.site.items import item_html
from builder.writers.site.page import Page
from builder.writers.site.quizzes import quiz_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

    from builder.model.edition import Edition
    from builder.model.plan import Plan

_HARNESS = Path(__file__).parent / "player" / "edits_harness.js"
_HEADING = re.compile(r"^(#+) (.*) \{ #(\S+) \}$", re.MULTILINE)
RULES = (
    {"show_answers": "at_end", "shuffle": "yes"},
    {"show_answers": "after_pass", "pass_mark": "70", "shuffle": "no"},
    {"show_answers": "at_end", "shuffle": "no", "pass_mark": "50"},
)


def script() -> str:
    """The player's own modules, and the harness that answers and looks, as one script."""
    driver = DRIVER.replace("\nfunction plan(", "\nexport function plan(")
    own = {"driver.js": driver, "harness.js": _HARNESS.read_text(encoding="utf-8")}
    return join({**modules(source_folder() / "player"), **own}, "harness.js")


@cache
def _tiny_items() -> tuple[dict[str, Any], ...]:
    found = []
    for name in ("tea", "cups"):
        text = (tiny_course.ROOT / "quizzes" / "banks" / f"{name}.yml").read_text(encoding="utf-8")
        found += yaml.load(text, yaml.CBaseLoader)["items"]  # noqa: S506 - plain texts
    for item in found:
        item.pop("picture", None)
    return tuple(found)


def first_files(random: Random) -> Tree:
    """The first version: 20 to 40 items, some of the tiny course and some drawn, of every type; three quizzes."""
    items = copy.deepcopy(random.sample(_tiny_items(), random.randint(6, 15)))
    kinds = [*TYPES, *random.choices(TYPES, k=random.randint(3, 12))]
    items += [made_item(random, f"item-{number}", type_) for number, type_ in enumerate(kinds)]
    random.shuffle(items)
    asked = [item["id"] for item in items if item["type"] != "reflection"]
    quizzes = [
        {"id": f"quiz-{number}", "title": f"Quiz {number}", "kind": "check", "rules": rules,
         "items": asked[number * 5 : number * 5 + random.randint(2, 4)]}
        for number, rules in enumerate(RULES)
    ]  # fmt: skip
    cut = len(items) // 2
    return {
        "quizzes/banks/tea.yml": {"id": "bank-tea", "title": "Tea", "module": "tea", "items": items[:cut]},
        "quizzes/banks/cups.yml": {"id": "bank-cups", "title": "Cups", "module": "cups", "items": items[cut:]},
        QUIZZES: {"quizzes": quizzes},
    }


@dataclass(frozen=True)
class Version:
    """One version of the course, with its place in the ledger."""

    frame: Frame
    ledger: Ledger

    @cached_property
    def places(self) -> dict[str, str]:
        """The quiz of each item that stands in one."""
        return {
            str(item.id): str(quiz.blueprint.id)
            for quiz in self.frame.plan.quizzes
            for item in quiz.forms[0].items
        }  # fmt: skip

    @cached_property
    def pages(self) -> dict[str, str]:
        """The HTML of each page by name: the quizzes, and ``loose`` for all other items."""
        self.frame.environment.globals["frame"] = self.frame
        found = {str(quiz.blueprint.id): _html(quiz_page(self.frame, quiz)) for quiz in self.frame.plan.quizzes}
        loose = Page(self.frame, "loose.html", "Loose", "lesson")
        for name, item in self.frame.edition.items.items():
            if name not in self.places:
                loose.add("quizzes/question.html", made=item_html(loose, item), reason="", form="", fresh_from="")
        return {"loose": _html(loose), **found}

    def parts(self, item: str) -> dict[str, str]:
        """The ids of what an item offers by words, by their words: right sides, categories, steps, choices of gaps."""
        thing = self.frame.edition.items[item]
        named = [(one.id, one.right.plain) for one in getattr(thing, "pairs", ())]
        named += [(one.id, one.left.plain) for one in getattr(thing, "pairs", ())]
        for name in ("extras", "categories", "steps", "members"):
            named += [(one.id, one.text.plain) for one in getattr(thing, name, ())]
        for gap in getattr(thing, "gaps", ()):
            named += [("accepted", one.plain) for one in gap.accepted]
            named += [(one.answer.plain.casefold(), one.answer.plain) for one in gap.wrong]
        return {words.strip(): str(part) for part, words in named}


@cache
def first_version(seed: int) -> tuple[Tree, Version]:
    """A course as it was first, with its files."""
    files = first_files(Random(seed))  # noqa: S311 - no secret
    return files, _accepted(_edition(files), Ledger(), 1)


def next_version(script: Script, ledger: Ledger) -> Version:
    """The version after ``script``. What shares a state key with another item is raised, as `course check` asks."""
    edition = _edition(script.files)
    while clashing := list(_clashing(edition, ledger)):
        raise_revision(script, script.items[clashing[0]])
        script.changed.add(clashing[0])
        edition = _edition(script.files)
    return _accepted(edition, ledger, 2)


def _accepted(edition: Edition, ledger: Ledger, now: int) -> Version:
    """The version that is accepted into ``ledger``."""
    plan, _ = assemble(edition, {})
    accepted, findings = parse(accept([edition], [plan], ledger, now))
    assert not findings
    edition = replace(edition, earlier=keys_for(accepted, edition))
    return Version(_frame(edition, plan), accepted)


def _clashing(edition: Edition, ledger: Ledger) -> Iterator[str]:
    for finding in check_ledger([edition], ledger):
        if finding.code == "state-key-clash":
            yield finding.message.split("'")[1]


def _edition(files: Tree) -> Edition:
    course = tiny_course.course()
    banks = [Bank.model_validate(data) for path, data in sorted(files.items()) if path != QUIZZES]
    made = Course(
        settings=course.settings,
        organisations=course.organisations,
        objectives=course.objectives,
        banks=tuple(banks),
        quizzes=tuple(Blueprint.model_validate(quiz) for quiz in files[QUIZZES]["quizzes"]),
    )
    edition, _ = make_edition(made, "harbour", "en", {})
    return edition


def _frame(edition: Edition, plan: Plan) -> Frame:
    """A frame with templates that are compiled already."""
    frame = Frame(edition, plan)
    vars(frame)["environment"] = _environment()
    return frame


@cache
def _environment() -> Environment:
    return Frame(tiny_course.edition(), tiny_course.plan()).environment


def _html(page: Page) -> str:
    """A page as the engine would make it, without the frame around."""
    body = page.markdown().decode().split("---\n", 2)[2]
    body = _HEADING.sub(lambda found: f'<h{len(found[1])} id="{found[3]}">{found[2]}</h{len(found[1])}>', body)
    course = page.frame.edition.course.settings.id
    return f'<!doctype html><body data-course="{course}">{body}</body>'
