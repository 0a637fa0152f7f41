"""One of the two versions that are compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from builder.identity.ledger_check import edition_name
from builder.identity.ledger_text import Ledger
from builder.identity.meaning import state_key

if TYPE_CHECKING:
    from builder.model.edition import Edition
    from builder.model.items import Item
    from builder.model.plan import Plan


@dataclass(frozen=True)
class Version:
    """One edition with what was assembled from it."""

    edition: Edition
    plan: Plan

    @property
    def name(self) -> str:
        """``organisation.language``."""
        return edition_name(self.edition)

    @cached_property
    def keys(self) -> Mapping[str, int]:
        """The state key of each item."""
        course = self.edition.course.settings.id
        return {name: state_key(course, item) for name, item in self.edition.items.items()}

    @cached_property
    def asked_in(self) -> Mapping[str, tuple[str, ...]]:
        """The quizzes that ask each item, sorted."""
        found: dict[str, set[str]] = {}
        for quiz in self.plan.quizzes:
            for form in quiz.forms:
                for item in form.items:
                    found.setdefault(item.id, set()).add(str(quiz.blueprint.id))
        return {name: tuple(sorted(quizzes)) for name, quizzes in found.items()}

    def item(self, name: str) -> Item | None:
        """An item by id."""
        return self.edition.items.get(name)


@dataclass(frozen=True)
class Side:
    """A version of the course: its editions, its ledger, and how many errors hide a part of it.

    Without versions and without errors there is no course.
    """

    versions: tuple[Version, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
    errors: int = 0

    @property
    def course_id(self) -> str:
        """The course's id; empty where there is no course."""
        return str(self.versions[0].edition.course.settings.id) if self.versions else ""

    @cached_property
    def accepted(self) -> Mapping[str, tuple[int, ...]]:
        """The state keys that the ledger holds of each item."""
        return MappingProxyType({name: one.states for name, one in self.ledger.things.items() if one.states})


@dataclass(frozen=True)
class Pair:
    """The same edition in both versions."""

    old: Version
    new: Version


@dataclass(frozen=True)
class Both:
    """Two versions of a course, edition by edition."""

    old: Side
    new: Side

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Editions of the same name; where none has the same, the first ones, for state doesn't hang on the name."""
        known = {one.name: one for one in self.old.versions}
        found = tuple(Pair(known[one.name], one) for one in self.new.versions if one.name in known)
        if found or not (self.old.versions and self.new.versions):
            return found
        return (Pair(self.old.versions[0], self.new.versions[0]),)

    @property
    def first(self) -> Pair | None:
        """The editions that stand for all where editions can't differ."""
        return self.pairs[0] if self.pairs else None

    def by_language(self) -> Iterator[Pair]:
        """A pair for each language: texts differ between organisations only by values."""
        seen: set[str] = set()
        for pair in self.pairs:
            if pair.new.edition.language not in seen:
                seen.add(pair.new.edition.language)
                yield pair

    @property
    def is_renamed(self) -> bool:
        """Whether the course has another id: then nothing of a learner is found again."""
        return bool(self.old.course_id) and self.old.course_id != self.new.course_id
