"""A second reading of Moodle's importer: what Moodle 4.5 makes of a question file, and what it would do wrong.

It follows question/format/xml/format.php and the ``save_question_options`` of the core question types, and shares
no code with the writer. `read` gives the questions; `faults` all that Moodle would refuse, skip, change without a
word, or lose with the rest of the file.
"""

from __future__ import annotations

import base64
import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

FRACTIONS = (100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5,
             11.11111, 10, 5, 0)  # fmt: skip
GRADING = ("ALL_OR_NOTHING", "ABSOLUTE_POSITION")
LINES = (2, 3, 5, 10, 15, 20, 25, 30, 35, 40)
COMMON = ("name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden", "idnumber", "tags", "hint")
COMBINED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
ALLOWED = {
    "multichoice": (
        "single", "shuffleanswers", "answernumbering", "showstandardinstruction", "answer", "shownumcorrect", *COMBINED,
    ),
    "truefalse": ("answer",),
    "numerical": ("answer", "unitgradingtype", "unitpenalty", "showunits", "unitsleft"),
    "shortanswer": ("answer", "usecase"),
    "cloze": (),
    "matching": ("shuffleanswers", "subquestion", "shownumcorrect", *COMBINED),
    "ordering": (
        "layouttype", "selecttype", "selectcount", "gradingtype", "showgrading", "numberingstyle", "shownumcorrect",
        "answer", *COMBINED,
    ),
    "essay": (
        "responseformat", "responserequired", "responsefieldlines", "attachments", "attachmentsrequired",
        "graderinfo", "responsetemplate",
    ),
}  # fmt: skip


@dataclass
class Answer:
    text: str
    fraction: float
    feedback: str
    tolerance: float = 0


@dataclass
class Gap:
    kind: str
    answers: list[Answer]


@dataclass
class Question:
    kind: str
    name: str
    category: str
    text: str
    feedback: str
    idnumber: str
    mark: float
    tags: list[str]
    hints: list[str]
    settings: dict[str, str]
    answers: list[Answer] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def read(data: bytes) -> list[Question]:
    """The questions of a file, each with its faults. Raises on what Moodle can't parse at all."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    assert root.tag == "quiz"
    questions: list[Question] = []
    category = ""
    for element in root:
        assert element.tag == "question"
        if element.get("type") == "category":
            category = _text(element.find("category"))
        else:
            questions.append(_question(element, category))
    return questions


def faults(data: bytes) -> list[str]:
    """Everything wrong in a file, with the question's name."""
    questions = read(data)
    found = [f"{q.name}: {fault}" for q in questions for fault in q.faults]
    names = Counter((q.category, q.idnumber) for q in questions)
    found += [f"idnumber twice: {name}" for name, count in names.items() if count > 1]
    for category in {q.category for q in questions}:
        found += [f"category {category}: {fault}" for fault in _category_faults(category)]
    return found + ([] if questions else ["no questions in the file"])


def category_names(path: str) -> list[str]:
    """As Moodle splits a path: at single slashes, doubled ones are part of a name."""
    return [name.strip().replace("//", "/") for name in re.split(r"(?<!/)/(?!/)", path)]


def strip_tags(text: str) -> str:
    """PHP's strip_tags: a ``<`` with anything but white space after it opens a tag."""
    return re.sub(r"<(?!\s)[^>]*(>|$)", "", text)


def _question(element: etree._Element, category: str) -> Question:
    kind = element.get("type") or ""
    settings = {child.tag: (child.text or "").strip() for child in element if len(child) == 0}
    made = Question(
        kind,
        _text(element.find("name")),
        category,
        _text(element.find("questiontext")),
        _text(element.find("generalfeedback")),
        settings.get("idnumber", ""),
        float(settings.get("defaultgrade", "1")),
        [_text(tag) for tag in element.iterfind("tags/tag")],
        [_text(hint) for hint in element.iterfind("hint")],
        settings,
    )
    made.answers = [_answer(one, made) for one in element.iterfind("answer")]
    made.rows = [(_text(row), _text(row.find("answer"))) for row in element.iterfind("subquestion")]
    if kind == "cloze":
        made.gaps = embedded(made.text)
        made.mark = len(made.gaps)
    made.faults += list(_faults(made, element))
    return made


def _answer(element: etree._Element, question: Question) -> Answer:
    tolerance = element.findtext("tolerance", "0")
    if question.kind == "numerical" and not _plain_number(tolerance):
        question.faults.append(f"tolerance {tolerance}")
    return Answer(
        _text(element), float(element.get("fraction", "0")), _text(element.find("feedback")), float(tolerance)
    )


def _text(element: etree._Element | None) -> str:
    return "" if element is None else (element.findtext("text") or "").strip()


def _faults(question: Question, element: etree._Element) -> Iterator[str]:
    yield from _common_faults(question, element)
    match question.kind:
        case "multichoice":
            yield from _choice_faults(question)
        case "truefalse":
            if {a.text for a in question.answers} != {"true", "false"}:
                yield "true and false are not named true and false"
            if sorted(a.fraction for a in question.answers) != [0, 100]:
                yield "not one right and one wrong"
        case "numerical":
            yield from (f"not a number to Moodle: {a.text}" for a in question.answers if not _plain_number(a.text))
            yield from _full_mark(question.answers)
        case "shortanswer":
            yield from (f"a star that matches anything: {a.text}" for a in question.answers if _wild(a.text))
            yield from _full_mark(question.answers)
        case "matching":
            yield from _matching_faults(question)
        case "ordering":
            yield from _ordering_faults(question)
        case "cloze":
            yield from _cloze_faults(question)
        case "essay":
            if int(question.settings["responsefieldlines"]) not in LINES:
                yield "a size that the form doesn't offer"
        case _:
            yield f"unknown type {question.kind}"


def _common_faults(question: Question, element: etree._Element) -> Iterator[str]:
    known = (*COMMON, *ALLOWED.get(question.kind, ()))
    yield from (f"ignored element {child.tag}" for child in element if child.tag not in known)
    if not strip_tags(question.name).strip() or len(question.name) > 255 or "\n" in question.name:
        yield "empty, long or broken name"
    if strip_tags(question.name) != question.name:
        yield "Moodle strips the name"
    if not question.idnumber or len(question.idnumber) > 100:
        yield "no idnumber, or longer than 100: the rest of the file is lost"
    for answer in question.answers:
        if question.kind != "ordering" and not any(abs(abs(answer.fraction) - legal) < 1e-9 for legal in FRACTIONS):
            yield f"fraction {answer.fraction} is skipped"
        if not answer.text:
            yield "an empty answer is dropped"
    yield from (f"tag {tag}" for tag in question.tags if not tag or len(tag) > 50 or tag != tag.lower() or "," in tag)
    if len(set(question.tags)) != len(question.tags):
        yield "a tag twice"
    for rich in element.iter("questiontext", "generalfeedback", "feedback", "answer", "subquestion", "hint"):
        yield from _rich_faults(rich, question)


def _rich_faults(rich: etree._Element, question: Question) -> Iterator[str]:
    if rich.get("format") != "html":
        return
    page = _text(rich)
    if question.kind != "cloze" or rich.tag != "questiontext":
        try:
            shown = etree.fromstring(f"<div>{page}</div>")
        except etree.XMLSyntaxError as error:
            yield f"broken HTML: {error}"
            return
        if shown.xpath("//script|//@onclick|//@onload|//@onerror"):
            yield "a script"
    named = set(re.findall(r"@@PLUGINFILE@@/([^\"']*)", page))
    there = {file.get("name") or "" for file in rich.iterfind("file")}
    if named != there:
        yield f"files {sorted(there)} for pictures {sorted(named)}"
    if "picture:" in page or 'href="#' in page:
        yield "a link or picture of ours"
    for file in rich.iterfind("file"):
        name = file.get("name") or ""
        if file.get("encoding") != "base64" or file.get("path") != "/" or re.search(r"[^\w.-]", name):
            yield f"file {name}"
        question.files[name] = base64.b64decode(file.text or "", validate=True)


def _choice_faults(question: Question) -> Iterator[str]:
    if len(question.answers) < 2:
        yield "one answer: the rest of the file is lost"
    right = [a.fraction for a in question.answers if a.fraction > 0]
    if question.settings["single"] == "true":
        yield from _full_mark(question.answers)
    elif round(sum(right) / 100, 2) != 1:
        yield f"right answers sum to {sum(right)}"
    elif sum(a.fraction for a in question.answers) > 0.001:
        yield "ticking everything pays"
    if question.settings["single"] not in ("true", "false"):
        yield "single"


def _matching_faults(question: Question) -> Iterator[str]:
    if any(not answer for _, answer in question.rows):
        yield "no answer to a row: the rest of the file is lost"
    stems = [stem for stem, _ in question.rows if stem]
    if len(stems) < 2:
        yield "one pair"
    if len({answer for _, answer in question.rows}) < 2:
        yield "one answer for all"
    if any(not stem and answer in {a for s, a in question.rows if s} for stem, answer in question.rows):
        yield "an extra answer is a right one too"


def _ordering_faults(question: Question) -> Iterator[str]:
    if question.settings.get("shownumcorrect") != "1":
        yield "no shownumcorrect 1: the rest of the file is lost"
    if question.settings.get("gradingtype") not in GRADING or question.settings.get("selecttype") != "ALL":
        yield "graded or shown in a way that isn't ours"
    if int(question.settings["selectcount"]) != len(question.answers) or len(question.answers) < 2:
        yield "not all steps are shown"
    if len({a.text for a in question.answers}) != len(question.answers):
        yield "a step twice"


def _cloze_faults(question: Question) -> Iterator[str]:
    if not question.gaps:
        yield "a text without gaps"
    for gap in question.gaps:
        if not any(a.fraction == 100 for a in gap.answers):
            yield "a gap without a right answer"
        if any(not a.text for a in gap.answers):
            yield "an empty answer in a gap"
        if gap.kind.startswith("M") and len(gap.answers) < 2:
            yield "a gap without a choice"
        if not gap.kind.startswith("M") and any(_wild(a.text) for a in gap.answers):
            yield "a star that matches anything"
    rest = _ANSWER.sub("", question.text)
    if "{" in rest or "}" in rest:
        yield "a brace outside of the gaps"


def _full_mark(answers: list[Answer]) -> Iterator[str]:
    if max((a.fraction for a in answers), default=0) != 100:
        yield "no answer has the full mark"


def _category_faults(path: str) -> Iterator[str]:
    names = category_names(path)
    if names[:2] != ["$course$", "top"] or len(names) < 3:
        yield "not below the top"
    yield from (f"name '{name}'" for name in names if not name or len(name) > 255 or strip_tags(name) != name)


def _plain_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None


def _wild(pattern: str) -> bool:
    return re.search(r"(?<!\\)\*", pattern) is not None


# Embedded answers, with the regular expressions of question/type/multianswer/questiontype.php.
_FREE = r"(?<!\\)(?<!&)(?<!&amp;)"
_ALTERNATIVE = rf"(?:(=)|%(-?[0-9]+)%)?(.+?{_FREE}(?=[~#}}]|$))(?:#(.*?(?<!\\)(?=[~}}]|$)))?"
_KINDS = "NUMERICAL|NM|MULTICHOICE_S|MULTICHOICE|MCS|MC|SHORTANSWER_C|SHORTANSWER|SAC|SA|MWC|MW"
_PLAIN = re.sub(r"\((?!\?)", "(?:", _ALTERNATIVE)
_ANSWER = re.compile(rf"\{{([0-9]*):({_KINDS}):({_PLAIN}(?:~{_PLAIN})*)\}}", re.DOTALL)
_ONE = re.compile(f"~?{_ALTERNATIVE}", re.DOTALL)


def embedded(text: str) -> list[Gap]:
    """The embedded answers of a cloze text, in order."""
    return [Gap(kind, _alternatives(alternatives)) for _, kind, alternatives in _ANSWER.findall(text)]


def cloze_words(text: str) -> str:
    """A cloze text as shown, each gap as ``[]``."""
    shown = etree.fromstring(f"<div>{_ANSWER.sub('[]', text)}</div>")
    return "".join(str(part) for part in shown.itertext())


def _alternatives(text: str) -> list[Answer]:
    answers = []
    while text:
        found = _ONE.match(text)
        assert found, f"Moodle stops reading at {text}"
        fraction = 100.0 if found[1] else float(found[2] or 0)
        answers.append(Answer(_unescaped(found[3]), fraction, _unescaped(found[4] or "")))
        text = text[found.end() :]
    return answers


def _unescaped(text: str) -> str:
    return html.unescape(text).replace(r"\}", "}").replace(r"\#", "#")
