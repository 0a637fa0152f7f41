"""Texts that differ between two versions of a thing, as typed, language by language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from builder.identity.things import things_of
from builder.impact.change import Rewording
from builder.impact.words import alarms, diff
from builder.model.lessons import Lesson
from builder.model.walk import each_text, text_fields, texts_of

if TYPE_CHECKING:
    from builder.identity.things import Named
    from builder.impact.side import Both

_INSIDE = frozenset({"section", "evidence", "commitment", "run row", "organisation"})
"""Kinds that are told with what holds them, or by values."""
_HELD = frozenset({"items", "cards", "lesson_files", "worksheets", "activities"})
"""Fields that hold things which are told for themselves."""
_ASKS = frozenset({"stem", "text", "statement"})
_ASKING = frozenset({"text", "left", "right"})

Texts = Mapping[str, str]
"""A thing's texts as typed, by part."""


def rewordings(both: Both) -> dict[str, tuple[Rewording, ...]]:
    """The texts that differ of each thing that is in both versions, by id.

    A translation that is gone is left out: `course check` tells of it.
    """
    found: dict[str, list[Rewording]] = {}
    first: dict[str, Named] = {}
    for pair in both.by_language():
        language = pair.new.edition.language
        was = {str(one.id): one for one in _told(pair.old.edition.course)}
        now = {str(one.id): one for one in _told(pair.new.edition.course)}
        for name, new in now.items():
            old = was.get(name)
            if old is not None and old.kind == new.kind and _sources(old) != _sources(new):
                untranslated = texts(first[name].thing) if name in first else {}
                differing = _differing(old, new, language)
                found.setdefault(name, []).extend(r for r in differing if r.new != untranslated.get(r.part))
        first = first or now
    return {name: tuple(ones) for name, ones in found.items() if ones}


def twins(both: Both) -> dict[str, str]:
    """For things that are gone, the id of the one of the same kind that has come with the same words."""
    pair = both.first
    if pair is None:
        return {}
    was = {str(one.id): one for one in _told(pair.old.edition.course)}
    now = {str(one.id): one for one in _told(pair.new.edition.course)}
    come = {(one.kind, _sources(one)): name for name, one in now.items() if name not in was}
    gone = ((name, come.get((one.kind, _sources(one)))) for name, one in was.items() if name not in now)
    return {name: twin for name, twin in gone if twin}


def texts(thing: object) -> Texts:
    """The texts of a thing by part; what has no id of its own is told together with its neighbours."""
    if isinstance(thing, Lesson):
        sections = {f"section {one.id}".strip() if one.level else "beginning": one for one in thing.sections}
        own = {name: value for name, value in _own(thing).items() if name != "sections"}
        return {**_grouped(own), **{name: "\n\n".join(_lines(one)) for name, one in sections.items()}}
    return _grouped(_own(thing))


def _told(course: object) -> Iterator[Named]:
    return (one for one in things_of(course) if one.kind not in _INSIDE)  # type: ignore[arg-type]


def _sources(named: Named) -> tuple[str, ...]:
    return tuple(text.source for value in _own(named.thing).values() for text in each_text(value))


def _own(thing: object) -> dict[str, object]:
    """The fields with texts that are told with the thing."""
    kind: type = type(thing)
    return {name: getattr(thing, name) for name in text_fields(kind) if name not in _HELD}


def _lines(thing: object) -> Iterator[str]:
    return (text.source for text in each_text(thing) if text.source)


def _grouped(fields: Mapping[str, object]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for name, value in fields.items():
        for key, text in texts_of(value, name):
            if text.source:
                found.setdefault(key.partition("[")[0], []).append(text.source)
    return {key: "\n".join(sources) for key, sources in found.items()}


def _differing(old: Named, new: Named, language: str) -> Iterator[Rewording]:
    was, now = texts(old.thing), texts(new.thing)
    for part in (*now, *(one for one in was if one not in now)):
        before, after = was.get(part, ""), now.get(part, "")
        if before != after and ((before and after) or not _is_part(part)):
            told = alarms(before, after, language) if new.kind == "item" and before and _asks(part) else ()
            yield Rewording(part, language, before, after, diff(before, after), told)


def _is_part(part: str) -> bool:
    """Whether it belongs to an option, a gap or the like, whose coming and going is told as such."""
    return "." in part


def _asks(part: str) -> bool:
    """Whether the text is what a learner answers, not what is said afterwards."""
    return part in _ASKS or ("." in part and part.rpartition(".")[2] in _ASKING)
