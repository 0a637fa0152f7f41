"""The codes of run sheets: sums, breaks, and rooms in which people only listen."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.diagnostics.diagnostic import Severity
from builder.diagnostics.rule import Rule

RUN_SHEETS: Mapping[str, Rule] = MappingProxyType(
    {
        "run-minutes": Rule(
            Severity.WARNING,
            "Minutes don't add up: steps against their activity, a row against its activity, or rows against the "
            "length that is stated.",
            "A trainer who trusts the sheet runs over, and cuts the debrief.",
            "steps of 5, 10 and 5 minutes in an activity of 30 → `minutes: 20`",
        ),
        "run-break": Rule(
            Severity.WARNING,
            "People sit for more than 90 minutes without a break.",
            "After that they hear little and leave one by one.",
            "two activities of 60 minutes → a row `{kind: break, title: Break, minutes: 10}` between them",
        ),
        "run-listening": Rule(
            Severity.WARNING,
            "People listen for more than 10 minutes without doing anything.",
            "Adults learn from what they do; a talk is forgotten by the evening.",
            "a talk of 15 minutes → 5 minutes, a question to pairs, 5 minutes",
        ),
        "run-dates": Rule(
            Severity.ERROR,
            "A planned workshop has more or fewer dates than sittings.",
            "Letters and calendars would name days that there are not.",
            "`dates: [2027-02-09]` for six sittings → six dates",
        ),
    }
)
