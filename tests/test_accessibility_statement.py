"""The accessibility statement is written from its data, says what is not covered, and claims no more than was run."""

from __future__ import annotations

import json
import re

import tiny_course
from access_claims import CLAIMS

from builder.model.items import ITEM_TYPES
from builder.writers.site.accessibility import accessibility_page, statement_of
from builder.writers.site.frame import Frame

DATA = {
    "date": "2027-02-03",
    "confirmed": {
        "pages": 31, "kinds": ["lesson", "quiz"], "widths": [320, 1280], "schemes": ["light", "dark"],
        "states.single_choice": ["right", "wrong"], "states.numeric": ["right"], "engines.firefox": 17,
    },
    "versions": {"axe": "4.5.6", "checker": "7.8", "chromium": "99.1", "firefox": "Firefox 88"},
}  # fmt: skip


def words(language: str = "en", data: bytes = json.dumps(DATA).encode()) -> str:
    frame = Frame(tiny_course.edition("harbour", language), tiny_course.plan("harbour", language))
    page = accessibility_page(frame, statement_of(data)).markdown().decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_it_says_what_the_run_noted() -> None:
    said = words()
    for one in ("February 3, 2027", "31 pages", "of 2 kinds", "2 types", "in 3 states", "320, 1280 px wide",
                "axe 4.5.6", "Nu HTML Checker 7.8", "Chromium 99.1", "Firefox 88"):  # fmt: skip
        assert one in said, one
    assert "3 de febrero de 2027" in words("es")


def test_it_says_what_is_not_covered() -> None:
    said = words()
    for one in ("JAWS", "NVDA", "VoiceOver", "speech input", "real phones", "Documents to download", "Please write to"):
        assert one in said, one


def test_an_engine_that_has_not_passed_is_among_what_was_not_tried() -> None:
    assert "every page in Firefox and in WebKitGTK" in words()


def test_what_is_published_speaks_of_every_type_and_of_three_engines() -> None:
    assert CLAIMS.is_file(), "no statement is published: run make access"
    data = CLAIMS.read_bytes()
    facts = json.loads(data)["confirmed"]
    assert {name.removeprefix("states.") for name in facts if name.startswith("states.")} == set(ITEM_TYPES)
    assert {name for name in facts if name.startswith("engines.")} == {"engines.firefox", "engines.webkit"}
    assert re.search(
        r"Chromium \d[\d.]+: everything .*; Firefox \d[\d.]+, WebKitGTK \d[\d.]+: the rules", words(data=data)
    )
    assert "every page in Firefox and in WebKitGTK" not in words(data=data)
