"""States of a learner for tests in the browser, written by the player's own program."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import tiny_course
from test_player import node

from builder.writers.site.course_map import course_map
from builder.writers.site.frame import Frame

if TYPE_CHECKING:
    from playwright.sync_api import Page

COURSE = "tea-round"
NAME = f"course.{COURSE}"
ANSWER = {"parts": [0], "tries": 1, "first": 0, "points": 0, "hints": 0, "sure": 0}
FIRST_DAY = 9862
"""1 January 2027."""


@cache
def complete_state() -> str:
    """The tiny course done: all lessons on the first day, the last test passed on the day after."""
    whole = course_map(Frame(tiny_course.edition(), tiny_course.plan()))
    lessons = [one for part in whole for one in part.lessons]
    run = {
        "tries": 1,
        "best": 100,
        "passed": FIRST_DAY + 1,
        "done": FIRST_DAY + 1,
        "wait": 0,
        "form": "",
        "choices": [],
    }
    return state_text(
        answers={key: ANSWER for one in lessons for key in one.keys.split()},
        lessons={one.lesson.id: {"opened": FIRST_DAY, "done": FIRST_DAY} for one in lessons},
        quizzes={one.quiz.blueprint.id: run for part in whole for one in part.tests if one.needed},
    )


def state_text(course: str = COURSE, **parts: Any) -> str:
    """A state's text."""
    done = node("tests/player/state_text.mjs", course, json.dumps(parts))
    assert done.returncode == 0, done.stderr
    return done.stdout


def keep(page: Page, base: str, text: str) -> None:
    """Puts a state into the browser's storage."""
    page.goto(base + "glossary.html")
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [NAME, text])
