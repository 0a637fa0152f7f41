"""The edition step: the course for one organisation in one language, every text resolved and rendered once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from builder.diagnostics import Diagnostic
from builder.diagnostics.locate import part_place
from builder.locale import catalogue
from builder.model.base import Thing
from builder.model.course import Course, CourseSettings
from builder.model.edition import Edition, EditionKey, PictureFile
from builder.model.organisation import Organisation
from builder.model.rules import with_rules
from builder.model.text import Line, Text
from builder.model.walk import each_text, map_texts
from builder.overlay import translated
from builder.prose import Asked, Rendered, Renderer, Values
from builder.prose.flaw import Flaw

T = TypeVar("T")
_NO_DATES: Mapping[str, int] = MappingProxyType({})
_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


def make_edition(  # noqa: PLR0913, PLR0917 - each is a different kind of input of the one step
    course: Course,
    organisation_id: str,
    language: str,
    pictures: Mapping[str, PictureFile],
    dates: Mapping[str, int] = _NO_DATES,
    epoch: int = 0,
    texts: Mapping[str, str] = _NO_TEXTS,
    renderers: Renderers | None = None,
) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Put the values of ``organisation_id`` into every text of ``course`` in ``language``, and render it.

    The organisation has to be one of the course's, and the language one of its languages. ``dates`` and ``epoch`` go
    into the edition as they are; no text depends on them. ``texts`` are the source files by path: with them findings
    point to the character also in folded texts. ``renderers`` are those of earlier calls. In the edition the course
    holds that one organisation, and no overlays; tables that name practices have their rules as rows.
    """
    first = course.settings.languages[0]
    findings: list[Diagnostic] = []
    if language != first:
        course, missing = translated(course, language)
        findings.extend(missing)
    words = catalogue(language)
    step = _Step(texts, findings)
    own = next(one for one in course.organisations if one.id == organisation_id)
    organisation = step.rendered(own, Renderer(pictures))
    draft = _Step(texts, []).rendered(
        course.settings, Renderer(pictures, Values({"org": organisation, "course": course.settings}, words))
    )
    known = renderers or Renderers()
    renderer = known.of(organisation, draft, language, pictures)
    bare = course.model_copy(
        update={"organisations": (), "overlays": MappingProxyType({}), "overlay_lessons": MappingProxyType({})}
    )
    large = _large_parts(bare, lambda part: known.part(step, part, renderer)) if renderers else {}
    small = bare.model_copy(update=dict.fromkeys(large, ()))
    whole = step.rendered(small, renderer).model_copy(update={**large, "organisations": (organisation,)})
    key = EditionKey(course.settings.id, "" if language == first else language)
    edition = Edition(key, with_rules(whole), organisation, language, pictures, dates, epoch)
    known.forget_older()
    return edition, tuple(findings)


def _large_parts(course: Course, rendered: Callable[[Thing], Thing]) -> dict[str, tuple[Thing, ...]]:
    """The parts of ``course`` that are a file each, banks item by item, as ``rendered`` gives them, by field."""
    modules = [
        (rendered(module.model_copy(update={"lesson_files": ()})), tuple(map(rendered, module.lesson_files)))
        for module in course.modules
    ]
    banks = [
        (rendered(bank.model_copy(update={"items": ()})), tuple(map(rendered, bank.items))) for bank in course.banks
    ]
    return {
        "banks": tuple(bank.model_copy(update={"items": items}) for bank, items in banks),
        "decks": tuple(map(rendered, course.decks)),
        "scenarios": tuple(map(rendered, course.scenarios)),
        "modules": tuple(module.model_copy(update={"lesson_files": lessons}) for module, lessons in modules),
    }


class Renderers:
    """Renderers of earlier editions, taken up with all they know where nothing has changed that a text can name.

    They also keep what a file became: the same object under the same renderer becomes the same again, and one without
    values becomes the same in every edition, so that whoever has looked at it there needn't look again.
    """

    def __init__(self) -> None:
        """None yet."""
        self._kept: dict[tuple[str, str], tuple[object, Renderer]] = {}
        self._parts: dict[tuple[int, int], _Part] = {}
        self._older: dict[tuple[int, int], _Part] = {}
        self._pictures: list[str] = []
        self._of_all: dict[Asked, Rendered] = {}

    def part(self, step: _Step, part: Thing, renderer: Renderer) -> Thing:
        """``part`` rendered, and what was found in it told to ``step``."""
        known = self._known(part, self._of_all) or self._known(part, renderer)
        if known is None:
            own, plain = step.apart(), all("{{" not in text.source for text in each_text(part))
            known = _Part(part, self._of_all if plain else renderer, own.rendered(part, renderer), own.findings)
        self._parts[id(part), id(known.by)] = known
        step.findings.extend(known.findings)
        return known.rendered

    def _known(self, part: Thing, by: object) -> _Part | None:
        known = self._older.get((id(part), id(by)))
        return known if known and known.source is part and known.by is by else None

    def forget_older(self) -> None:
        """Keep the last edition's parts alone."""
        self._older, self._parts = self._parts, {}

    def of(
        self, organisation: Organisation, settings: CourseSettings, language: str, pictures: Mapping[str, PictureFile]
    ) -> Renderer:
        """The renderer of one edition, which puts in the values of the rendered ``organisation`` and ``settings``."""
        key, named = (organisation.id, language), (organisation, settings, sorted(pictures))
        before = self._kept.get(key)
        if before and before[0] == named:
            return before[1]
        if self._pictures != named[2]:
            self._pictures, self._of_all = named[2], {}
        values = Values({"org": organisation, "course": settings}, catalogue(language))
        renderer = Renderer(named[2], values, self._of_all)
        self._kept[key] = (named, renderer)
        return renderer


class _Part(NamedTuple):
    """A part as it was read and what it became; that the source is kept keeps its identity from being anyone else's.

    ``by`` is its renderer, or what all renderers share.
    """

    source: Thing
    by: object
    rendered: Thing
    findings: list[Diagnostic]


class _Step:
    """Rendering things of one course: files to find places in, findings so far."""

    def __init__(self, files: Mapping[str, str], findings: list[Diagnostic]) -> None:
        self._files = files
        self.findings = findings

    def apart(self) -> _Step:
        """The same with findings of its own."""
        return _Step(self._files, [])

    def rendered(self, thing: T, renderer: Renderer) -> T:
        """``thing`` with every text rendered by ``renderer``."""

        def change(_key: str, text: Text) -> Text:
            kind = type(text)
            made = renderer.render(text.source, inline=kind is Line, file=text.place.file)
            for flaw in made.flaws:
                self._found(text, flaw)
            return kind(text.source, text.place, made.html, made.plain)

        return map_texts(thing, change)

    def _found(self, text: Text, flaw: Flaw) -> None:
        place = part_place(self._files, text.place, text.source, flaw.start, flaw.length)
        self.findings.append(Diagnostic(flaw.code, flaw.message, place, flaw.help, flaw.length))
