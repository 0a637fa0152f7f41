"""The codes of items: what can't be asked, answered or scored. How well they are written: `item_writing`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.diagnostics.diagnostic import Severity
from builder.diagnostics.rule import Rule

_ERROR = Severity.ERROR

ITEMS: Mapping[str, Rule] = MappingProxyType(
    {
        "no-key": Rule(
            _ERROR,
            "An item has no right answer.",
            "Nobody could ever answer it right.",
            "`key: []` → `key: [asks-first]`",
        ),
        "two-keys": Rule(
            _ERROR,
            "A single choice has more than one key, or a judgement more than one best option.",
            "A learner may choose only one.",
            "`type: single_choice` with two keys → `type: multiple_response`",
        ),
        "all-keys": Rule(
            _ERROR,
            "Every option of an item is a key.",
            "Who ticks everything is right: the item asks nothing.",
            "`key: [a-note, a-call]` with just these two options → a distractor beside them",
        ),
        "unknown-option": Rule(
            _ERROR,
            "A key names an option, or a member a category, that the item doesn't have.",
            "The right answer could not be chosen.",
            "`key: [ask-first]` where the option is `asks-first` → `key: [asks-first]`",
        ),
        "too-few-options": Rule(
            _ERROR,
            "An item has fewer options, steps, categories or members than its type needs.",
            "With one option there is nothing to choose.",
            "one option → at least two, better three or four",
        ),
        "repeated-option": Rule(
            _ERROR,
            "Two options of an item read the same, once the organisation's values are put in.",
            "A learner can't tell which of the two is meant.",
            "two options `4 working hours` → another number in one of them",
        ),
        "distractor-equals-key": Rule(
            _ERROR,
            "A wrong option reads the same as the key, once the organisation's values are put in.",
            "A right answer would be marked wrong.",
            "key `{{ org.standards.email.acknowledge }}` beside a distractor `4 working hours` → another distractor",
        ),
        "missing-rationale": Rule(
            _ERROR,
            "An option, an answer or an item has no rationale.",
            "Feedback that explains is what makes a question teach.",
            '`rationale: ""` → one sentence that says why',
        ),
        "one-pair": Rule(
            _ERROR,
            "A matching item has fewer than two pairs.",
            "There is nothing to tell apart.",
            "one pair → at least three",
        ),
        "gap-without-answer": Rule(
            _ERROR,
            "A gap has no accepted answer, or a gap with `choose` no wrong one.",
            "It could not be filled, or not be got wrong.",
            "`accepted: []` → `accepted: [who]`",
        ),
        "unknown-gap": Rule(
            _ERROR,
            "The text and the list of gaps disagree: `[[id]]` without a gap, or a gap that the text never shows.",
            "The gap would be missing, or shown as brackets.",
            "`[[whoo]]` with a gap `who` → `[[who]]`",
        ),
        "not-a-number": Rule(
            _ERROR,
            "The answer of a numeric item is not a finite decimal number, once the organisation's values are put in.",
            "It could not be compared.",
            "`answer: four` → `answer: 4`; for a duration `{{ … | number }}`",
        ),
        "paper-order-is-key": Rule(
            _ERROR,
            "The order in which paper shows an item's parts is the right order.",
            "On paper the order is made from the ids alone, so this one would give the answer away.",
            "rename an id, such as `first-listen` to `listen`",
        ),
    }
)
