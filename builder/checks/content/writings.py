"""The texts of a course as their authors typed them, with what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from builder.diagnostics import Diagnostic
from builder.diagnostics.locate import part_place
from builder.diagnostics.place import Place
from builder.model.base import Serves
from builder.model.course import Course
from builder.model.lessons import AudienceBlock, Callout, Lesson, ProseBlock
from builder.model.text import Text
from builder.model.walk import each_text, texts_of

_BREAK = re.compile(r"\n[ \t]*\n")
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_LINK = re.compile(r"\]\(#([a-z0-9-]+)\)")
_TELLING = re.compile(r"\.(?:stem|situation|text|answer|accepted|act|cue|title|label)(?:$|\[)")


@dataclass(frozen=True, slots=True)
class Writing:
    """A text as its author typed it, the organisation's values blanked so that offsets hold.

    ``tells`` is a case somebody made up (a situation, a question), whose numbers need no source. ``backed``: the whole
    thing stands on sources.
    """

    text: str
    place: Place
    tells: bool = False
    backed: bool = False

    def passages(self) -> Iterator[Passage]:
        """Its paragraphs."""
        start = 0
        for end in (*(found.end() for found in _BREAK.finditer(self.text)), len(self.text)):
            if end > start:
                yield Passage(self, start, end)
            start = end


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: ``writing.text[start:end]``."""

    writing: Writing
    start: int
    end: int

    def sourced(self, known: Container[str]) -> bool:
        """Whether it names a source, by a link or for the whole thing."""
        return self.writing.backed or any(link[1] in known for link in self.matches(_LINK))

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern occurs in it; offsets are the text's."""
        return pattern.finditer(self.writing.text, self.start, self.end)


def finding(
    code: str, writing: Writing, found: re.Match[str], texts: Mapping[str, str], says: tuple[str, str]
) -> Diagnostic:
    """A finding at a match: ``says`` is its message and its help."""
    place = part_place(texts, writing.place, writing.text, found.start(), len(found[0]))
    return Diagnostic(code, says[0], place, says[1], len(found[0]))


def writings(course: Course) -> Iterator[Writing]:
    """Every text of lessons, items, cards, scenarios, worksheets and activities."""
    for module in course.modules:
        yield from _plain(module.summary)
        for lesson in module.lesson_files:
            yield from _lesson(lesson)
        for part in (*module.worksheets, *module.activities):
            yield from _thing(part)
    for bank in course.banks:
        for item in bank.items:
            yield from _thing(item)
    for deck in course.decks:
        for card in deck.cards:
            yield from _thing(card)
    for scenario in course.scenarios:
        for text in each_text(scenario):
            yield from _written(text, tells=True)
    for practice in course.practices:
        yield from _thing(practice)
    for term in course.terms:
        yield from _plain(term.definition)


def _lesson(lesson: Lesson) -> Iterator[Writing]:
    yield from _plain(lesson.title, lesson.summary)
    for section in lesson.sections:
        yield from _plain(section.title)
        for block in section.blocks:
            if isinstance(block, ProseBlock | AudienceBlock):
                yield from _plain(block.text)
            elif isinstance(block, Callout):
                yield from _written(block.text, tells=True)


def _thing(thing: object) -> Iterator[Writing]:
    backed = isinstance(thing, Serves) and bool(thing.sources)
    for key, text in texts_of(thing):
        yield from _written(text, tells=bool(_TELLING.search(f".{key}")), backed=backed)


def _plain(*texts: Text) -> Iterator[Writing]:
    for text in texts:
        yield from _written(text)


def _written(text: Text, *, tells: bool = False, backed: bool = False) -> Iterator[Writing]:
    source = text.source
    if "{{" in source:
        source = _VALUE.sub(lambda found: " " * len(found[0]), source)
    if source:
        yield Writing(source, text.place, tells, backed)
