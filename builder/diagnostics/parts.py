"""The codes of a course's parts: lessons, scenarios, and the ids by which learners' answers hang on them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.diagnostics.diagnostic import Severity
from builder.diagnostics.rule import Rule

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

LESSONS: Mapping[str, Rule] = MappingProxyType(
    {
        "front-matter": Rule(
            _ERROR,
            "A lesson doesn't start with front matter between two lines `---`.",
            "The lesson has no id and no title.",
            "a file that starts with text → one that starts with `---`, `id: …`, `title: …`, `minutes: …`, `---`",
        ),
        "heading-without-id": Rule(
            _ERROR,
            "A heading has no id of its own.",
            "Links, reading positions and page references hang on ids, not on wording.",
            "`## Who waits` → `## Who waits {#who-waits}`",
        ),
        "heading-level": Rule(
            _ERROR,
            "A heading is not of level 2 or 3, or skips a level.",
            "Level 1 is the lesson's title; a skipped level confuses screen readers.",
            "`# Who waits {#who-waits}` → `## Who waits {#who-waits}`",
        ),
        "unknown-block": Rule(
            _ERROR,
            "A block has a name that lessons don't know.",
            "Its text would be shown to the wrong people, or to nobody.",
            "`/// facilitators` → `/// facilitator`",
        ),
        "unclosed-block": Rule(
            _ERROR,
            "A block is never closed, or is closed without being open.",
            "Everything below would belong to it.",
            "`/// badly` without a line `///` → one with it",
        ),
        "block-target": Rule(
            _ERROR,
            "A block lacks the id of what it shows, or has one that it doesn't take, or holds text that would be lost.",
            "The block would be empty.",
            "`/// check` → `/// check | who-waits-item`",
        ),
        "heading-in-block": Rule(
            _ERROR,
            "A heading stands inside a block.",
            "It would cut the block in two and could not be listed in the contents.",
            "`## More {#more}` between `/// leaders` and `///` → **More**",
        ),
    }
)

SCENARIOS: Mapping[str, Rule] = MappingProxyType(
    {
        "unreachable-scene": Rule(
            _ERROR,
            "No path from the start leads to a scene or an ending.",
            "Nobody will ever read it.",
            "a scene that no `goto:` names → a choice that goes there",
        ),
        "dead-end-scene": Rule(
            _ERROR,
            "From a scene no path leads to an ending.",
            "A learner would be caught there.",
            "a scene without choices → an ending, or choices",
        ),
    }
)

IDS: Mapping[str, Rule] = MappingProxyType(
    {
        "unknown-id": Rule(
            _ERROR,
            "An id names something that doesn't exist.",
            "The reference leads nowhere.",
            "`objectives: [greet-peple]` → `objectives: [greet-people]`",
        ),
        "duplicate-id": Rule(
            _ERROR,
            "Two things have the same id.",
            "Learners' answers and links would land on the wrong one.",
            "two items `id: who-waits` → another id for the newer one",
        ),
        "retired-id": Rule(
            _ERROR,
            "An id is used again that the ledger lists as retired.",
            "Old answers and results would land on the new thing.",
            "`id: old-item` in a new item → an id that was never used",
        ),
        "state-key-clash": Rule(
            _ERROR,
            "Two items, live or retired, have the same state key.",
            "An old answer to one would show up at the other.",
            "raise `revision` of the newer item",
        ),
        "unfilled-ledger": Rule(
            _WARNING,
            "A thing is new or changed and not yet accepted into the ledger.",
            "Its date is not known, and other editions can't tell what changed.",
            "run `course accept` and commit `course/ledger.yml`",
        ),
        "not-accepted": Rule(
            _ERROR,
            "With `--locked`: a thing is new or changed and not yet accepted into the ledger.",
            "What is released must be dated and remembered, or learners' progress could land on other items later.",
            "run `course accept` and commit `course/ledger.yml`",
        ),
        "damaged-ledger": Rule(
            _ERROR,
            "A line of `course/ledger.yml` can't be read, or two lines contradict each other.",
            "Ids, state keys and dates that learners rely on would be forgotten.",
            "`<<<<<<< HEAD` left by a merge → the lines of both branches, then `course accept`",
        ),
        "orphan-lesson": Rule(
            _WARNING,
            "A lesson stands in a module's folder, and its module doesn't list it.",
            "No learner will ever see it.",
            "add its id to `lessons:` in `module.yml`",
        ),
        "orphan-module": Rule(
            _WARNING,
            "A module stands in its folder, and the course doesn't list it.",
            "No learner will ever see it.",
            "add its id to `modules:` in `course/course.yml`",
        ),
    }
)
