"""The codes of reading files: what is no text, no YAML, or not of the shape that a file has."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.diagnostics.diagnostic import Severity
from builder.diagnostics.rule import Rule

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

READING: Mapping[str, Rule] = MappingProxyType(
    {
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
)

SHAPE: Mapping[str, Rule] = MappingProxyType(
    {
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
)
