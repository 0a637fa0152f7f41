"""The codes of the course as a whole: what only all of it together can lack."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.diagnostics.diagnostic import Severity
from builder.diagnostics.rule import Rule

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

COURSE: Mapping[str, Rule] = MappingProxyType(
    {
        "untaught-objective": Rule(
            _WARNING,
            "No lesson teaches an objective.",
            "Learners are promised what the course doesn't give.",
            "add its id to `objectives:` of a lesson",
        ),
        "unassessed-objective": Rule(
            _WARNING,
            "No item asks for an objective.",
            "Nobody can find out whether it was reached.",
            "add its id to `objectives:` of an item",
        ),
        "blueprint-short": Rule(
            _ERROR,
            "A quiz asks for more items than the bank has for it.",
            "The quiz can't be made.",
            "`count: 4` with three items → `count: 3`, or another item",
        ),
        "wrong-pool": Rule(
            _ERROR,
            "An item is used outside of its pool: a test item in a lesson, or a quiz that names an item of another "
            "pool.",
            "A test made of items that were practised measures memory of the items.",
            "`/// check | a-test-item` → a check with an item of `pool: practice`",
        ),
        "refresher-policy": Rule(
            _ERROR,
            "The bank is too small for the refresher's policy, or the policy contradicts itself.",
            "Months would repeat items too early, or leave objectives out.",
            "`items_a_month: 10` with 12 items → `items_a_month: 4`",
        ),
        "missing-translation": Rule(
            _WARNING,
            "A text has no translation in a language that the course names.",
            "Readers would meet the first language there.",
            "add the text to the file `….fr.yml` beside its file",
        ),
        "unknown-translation": Rule(
            _ERROR,
            "A translation names a text that doesn't exist, or a language that the course doesn't have.",
            "The translated text would reach nobody.",
            "an option id in `first.fr.yml` that `first.yml` doesn't have → the same ids in both",
        ),
        "translation-skeleton": Rule(
            _ERROR,
            "A translated lesson has other headings or blocks than the original.",
            "Links, checks and reading positions would differ from language to language.",
            "the same heading ids and blocks, in the same order",
        ),
    }
)
