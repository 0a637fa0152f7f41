"""What all pages of one edition's site share: the edition, its words, its addresses, and the templates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from builder.identity.meaning import part_ids, state_key
from builder.locale import Catalogue, catalogue
from builder.locale.dates import month_in_words
from builder.model.base import Picture
from builder.model.links import picture_path
from builder.writers.addresses import Address, addresses
from builder.writers.site.compiled import Compiled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.model.activities import Activity, Worksheet
    from builder.model.edition import Edition
    from builder.model.items import Item
    from builder.model.plan import Plan
    from builder.model.quizzes import Quiz
    from builder.model.scenarios import Scenario

PROGRAM_FILES = ("templates/site",)
TEMPLATES = Path(__file__).parents[2] / PROGRAM_FILES[0]


_COMPILED = Compiled(TEMPLATES / "__pycache__")


@dataclass(frozen=True)
class Frame:
    """One edition on its way to a site."""

    edition: Edition
    plan: Plan

    @cached_property
    def _state_keys(self) -> dict[str, int]:
        return {}

    @cached_property
    def words(self) -> Catalogue:
        """The interface's words in the edition's language."""
        return catalogue(self.edition.language)

    @cached_property
    def addresses(self) -> Mapping[str, Address]:
        """Where each thing stands."""
        return addresses(self.edition, self.plan)

    @cached_property
    def worksheets(self) -> Mapping[str, Worksheet]:
        """Worksheets by id."""
        return {sheet.id: sheet for module in self.edition.course.modules for sheet in module.worksheets}

    @cached_property
    def activities(self) -> Mapping[str, Activity]:
        """Activities by id."""
        return {one.id: one for module in self.edition.course.modules for one in module.activities}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What a link to a thing is called: lessons, sections, sources and terms."""
        named: dict[str, str] = {lesson.id: lesson.title.plain for lesson in self.edition.lessons.values()}
        sections = (section for lesson in self.edition.lessons.values() for section in lesson.sections if section.level)
        named |= {section.id: section.title.plain for section in sections}
        named |= {source.id: source.title.plain for source in self.edition.course.sources}
        return named | {term.id: term.term.plain for term in self.edition.course.terms}

    @cached_property
    def scenarios(self) -> Mapping[str, Scenario]:
        """Scenarios by id."""
        return {scenario.id: scenario for scenario in self.edition.course.scenarios}

    @cached_property
    def quizzes(self) -> Mapping[str, Quiz]:
        """Quizzes by id."""
        return {quiz.blueprint.id: quiz for quiz in self.plan.quizzes}

    @cached_property
    def logo(self) -> str:
        """The path of the organisation's logo among the edition's pictures, or empty."""
        brand = self.edition.organisation.brand
        path = picture_path(Picture(file=brand.logo).model_copy(update={"places": brand.places})) if brand.logo else ""
        return path if path in self.edition.pictures else ""

    @cached_property
    def environment(self) -> Environment:
        """The templates, which are ours: everything is escaped that isn't a rendered text."""
        made = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            bytecode_cache=_COMPILED,
            auto_reload=False,
        )
        made.globals |= {"_": self.words.gettext, "ngettext": self.words.ngettext, "frame": self}
        made.filters["duration"] = self.words.duration
        return made

    def render(self, template: str, **values: Any) -> Markup:
        """A template's HTML."""
        return Markup(self.environment.get_template(template).render(values))  # noqa: S704 - templates escape

    def state_key(self, item: Item) -> int:
        """What a learner's state of this item is filed under."""
        known = self._state_keys.get(item.id)
        if known is None:
            known = self._state_keys[item.id] = state_key(self.edition.key.course, item)
        return known

    def earlier(self, item: Item) -> str:
        """The state keys that this item had before its meaning changed, separated by spaces."""
        present = self.state_key(item)
        return " ".join(str(key) for key in self.edition.earlier.get(item.id, ()) if key != present)

    def rank(self, item: Item, part: str) -> int:
        """A part's name in a learner's state."""
        return part_ids(item).index(part)

    def month(self, month: str) -> str:
        """``2027-01`` as people write it: January 2027."""
        return month_in_words(self.edition.language, month)
