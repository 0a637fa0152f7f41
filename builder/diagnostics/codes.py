"""Every code a finding can carry: how much it weighs, what it means, why it matters, and an example with its fix."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.diagnostics.content import CONTENT
from builder.diagnostics.diagnostic import Diagnostic, Severity
from builder.diagnostics.item_writing import ITEM_WRITING
from builder.diagnostics.rule import Rule
from builder.diagnostics.run_sheets import RUN_SHEETS

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


_READING = {
    "yaml-syntax": Rule(
        _ERROR,
        "The file is not valid YAML.",
        "Nothing after the fault can be read.",
        '`text: Note: call back` → `text: "Note: call back"`',
    ),
    "yaml-depth": Rule(
        _ERROR,
        "Lists and mappings are nested more than 50 deep.",
        "No file of a course needs that; it is a slip of the indent or an attack.",
        "`[[[[…]]]]` → a list without the extra brackets",
    ),
    "yaml-alias": Rule(
        _ERROR,
        "An anchor (`&name`) or alias (`*name`) is used.",
        "Text would be repeated unseen, and a text that starts with `*` or `&` would vanish.",
        '`text: *really* late` → `text: "*really* late"`',
    ),
    "yaml-tag": Rule(
        _ERROR,
        "A tag (`!name`) is used.",
        "Types come from the course's own formats; a text that starts with `!` would lose its first word.",
        '`text: !important` → `text: "!important"`',
    ),
    "duplicate-key": Rule(
        _ERROR,
        "A key stands twice in one mapping.",
        "One of the two values would be lost.",
        "two lines `title: …` in one item → one of them",
    ),
    "not-utf8": Rule(
        _ERROR,
        "The file is not UTF-8 text.",
        "Letters with accents would turn into other letters.",
        "a file saved as Windows-1252 → the same file saved as UTF-8",
    ),
    "control-character": Rule(
        _ERROR,
        "A text holds a control character.",
        "No output format can hold it; it usually comes from a copy out of another program.",
        "a form feed in the middle of a line → the line without it",
    ),
    "file-too-big": Rule(
        _ERROR,
        "The file is larger than its kind may be.",
        "It would slow down every page and every build.",
        "a photograph of 100 MB → the same at 1,600 pixels' width",
    ),
    "outside-path": Rule(
        _ERROR,
        "A path leads out of the course's folder, or is absolute.",
        "A course must build the same on every machine and must not publish other files.",
        "`file: ../../private/plan.png` → a copy of the picture beside the file that shows it",
    ),
    "missing-file": Rule(
        _ERROR,
        "A file that the course needs is not there.",
        "What it holds can't be taught.",
        "a module's folder without `module.yml` → one with it",
    ),
    "unknown-file": Rule(
        _WARNING,
        "A Markdown or YAML file stands where the course has no place for one.",
        "It is not read, so nothing in it reaches anybody.",
        "`quizzes/extra.yml` → `quizzes/banks/extra.yml`",
    ),
    "empty-course": Rule(
        _ERROR,
        "The course has no modules, or its modules have no lessons.",
        "There is nothing to build.",
        "`modules: []` → `modules: [first-module]`",
    ),
}

_SHAPE = {
    "unknown-key": Rule(
        _ERROR,
        "A mapping has a key that its format doesn't know.",
        "A misspelt key would be ignored without a word.",
        "`rationle: Because …` → `rationale: Because …`",
    ),
    "missing-key": Rule(
        _ERROR,
        "A key that the format asks for is missing or empty.",
        "Every output would have a hole there.",
        "an option without `rationale:` → one with it",
    ),
    "wrong-type": Rule(
        _ERROR,
        "A value has another shape than its key asks for.",
        "It can't be read as what it is meant to be.",
        "`minutes: ten` → `minutes: 10`",
    ),
    "unknown-value": Rule(
        _ERROR,
        "A value is not one of those that its key admits.",
        "Nobody would know what to do with it.",
        "`type: single-choice` → `type: single_choice`",
    ),
    "out-of-range": Rule(
        _ERROR,
        "A number is smaller or larger than its key admits.",
        "It would make no sense where it is used.",
        "`pass_mark: 800` → `pass_mark: 80`",
    ),
    "bad-id": Rule(
        _ERROR,
        "An id is not in kebab-case, or is longer than 40 characters.",
        "Ids become parts of addresses and of other systems' ids.",
        "`id: My First Item` → `id: my-first-item`",
    ),
}

_LESSONS = {
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

_IDS = {
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

_ITEMS = {
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

_SCENARIOS = {
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

_TEXTS = {
    "long-rule": Rule(
        _WARNING,
        "The rule of a practice is longer than eight words.",
        "The same rule stands on lesson, card, job aid and observer sheet: it must be short enough to remember.",
        "`rule: Always try to answer every message that you get as soon as you can` → `rule: Say you have it`",
    ),
    "long-say": Rule(
        _WARNING,
        "What a trainer is to say is longer than 60 words.",
        "Nobody can say it without reading it out.",
        "one `say` of 90 words → two, with a question between",
    ),
    "undefined-value": Rule(
        _ERROR,
        "A text asks for a value that the organisation or the course doesn't have.",
        "Readers would see a hole.",
        "`{{ org.standards.mail.acknowledge }}` → `{{ org.standards.email.acknowledge }}`",
    ),
    "template-syntax": Rule(
        _ERROR,
        "A text holds something other than `{{ dotted.name | known_filter }}` between double braces.",
        "Texts hold values, not programs.",
        "`{{ org.name.upper() }}` → `{{ org.name }}`",
    ),
    "unsafe-html": Rule(
        _ERROR,
        "A text holds raw HTML.",
        "It would not survive in every output, and could run as a program.",
        "`<b>late</b>` → `**late**`",
    ),
    "unsafe-link": Rule(
        _ERROR,
        "A link is neither to a thing of the course, nor to an `https:` or `mailto:` address.",
        "It would break offline, or could run as a program.",
        "`[form](javascript:…)` → `[form](#sheet-request)`",
    ),
    "dead-link": Rule(
        _ERROR,
        "A link names a thing or heading that doesn't exist.",
        "Readers would land nowhere.",
        "`[the sheet](#sheet-whoo)` → `[the sheet](#sheet-who)`",
    ),
    "unprintable-letter": Rule(
        _ERROR,
        "A text holds a letter or sign that none of the fonts of the workbooks has.",
        "Readers of the printed book would see an empty box.",
        "`Well done 👍` → `Well done!`",
    ),
    "missing-picture": Rule(
        _ERROR,
        "A picture is not beside the file that shows it.",
        "Readers would see a broken image.",
        "`![A chain](chian.svg)` → `![A chain](chain.svg)`",
    ),
    "missing-alt": Rule(
        _ERROR,
        "A picture has no text alternative and isn't marked as decorative.",
        "People who can't see it would miss what it says.",
        "`![](chain.svg)` → `![Three desks in a row hand over work](chain.svg)`",
    ),
    "unsafe-picture": Rule(
        _ERROR,
        "A picture can't be read as what its name says, or an SVG holds scripts or refers to other files.",
        "It would not show, or could run as a program.",
        "`<script>` in an SVG → an SVG of shapes and text only",
    ),
    "brand-contrast": Rule(
        _INFO,
        "A colour of the brand is too light for text on white.",
        "Many people couldn't read it, so the site uses a darker one of the same hue.",
        '`primary: "#f2b600"` → `primary: "#7a5c00"`, or leave it: the build says which colour is used instead',
    ),
}

_COURSE = {
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
        "An item is used outside of its pool: a test item in a lesson, or a quiz that names an item of another pool.",
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

CODES: Mapping[str, Rule] = MappingProxyType(
    {
        **_READING,
        **_SHAPE,
        **_LESSONS,
        **_IDS,
        **_ITEMS,
        **ITEM_WRITING,
        **_SCENARIOS,
        **_TEXTS,
        **CONTENT,
        **RUN_SHEETS,
        **_COURSE,
    }
)
"""Every code, in the order of the page of codes."""

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Reading files": tuple(_READING),
        "The shape of YAML files": tuple(_SHAPE),
        "Lessons": tuple(_LESSONS),
        "Ids and the ledger": tuple(_IDS),
        "Items": tuple(_ITEMS),
        "Item writing": tuple(ITEM_WRITING),
        "Scenarios": tuple(_SCENARIOS),
        "Texts, links and pictures": tuple(_TEXTS),
        "What the course says": tuple(CONTENT),
        "Run sheets": tuple(RUN_SHEETS),
        "The course as a whole": tuple(_COURSE),
    }
)
"""The codes by the heading they stand under on the page of codes."""

OF_ABSENCE = frozenset(
    {
        "unknown-id", "dead-link", "orphan-lesson", "orphan-module", "untaught-objective", "unassessed-objective",
        "blueprint-short", "refresher-policy", "missing-translation", "unknown-translation", "empty-course",
        "missing-picture", "undefined-value", "unfilled-ledger", "unpractised-objective", "unrefreshed-objective",
    }
)  # fmt: skip
"""Codes that say that something is not there: not worth saying while a file could not be read."""


def severity_of(code: str) -> Severity:
    """How much findings of ``code`` weigh."""
    return CODES[code].severity


def is_error(finding: Diagnostic) -> bool:
    """Whether a finding stops a build."""
    return severity_of(finding.code) is Severity.ERROR
