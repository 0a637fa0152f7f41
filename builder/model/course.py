"""The course as a whole: what ``source`` loads and the edition step renders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from builder.model.activities import Activity, Worksheet
from builder.model.base import Identified, Ids, Thing
from builder.model.cards import Deck
from builder.model.items import Bank
from builder.model.kit import Kit
from builder.model.lessons import Lesson
from builder.model.organisation import Organisation
from builder.model.patterns import Address, AddressOrNone, Day, Language, Version, Windows
from builder.model.quizzes import Blueprint
from builder.model.refreshers import RefresherPolicy
from builder.model.runs import Workshop
from builder.model.scenarios import Scenario
from builder.model.text import Id, Line, Prose, Text

BloomLevel = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
Output = Literal["site", "workbooks", "banks", "decks", "refreshers", "letters"]
PaperName = Literal["a4", "letter"]
PAPERS: tuple[PaperName, ...] = ("a4", "letter")
VariantName = Literal["print", "screen", "fillable", "large"]
VARIANTS: tuple[VariantName, ...] = ("print", "screen", "fillable", "large")
GuideVariantName = Literal["print", "screen", "large"]
OUTPUTS: tuple[Output, ...] = ("site", "workbooks", "banks", "decks", "refreshers", "letters")


class CourseSettings(Identified):
    """The file ``course/course.yml``. The first language is the one the sources are written in.

    ``papers`` and ``variants`` are those of the printed books: learner workbooks come in each variant. Guides and
    answer keys come in ``guide_variants``. ``published`` is the day of the last publication: books list what changed
    after it.
    """

    title: Line
    tagline: Line = Line("")
    summary: Prose
    languages: Annotated[
        tuple[Language, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v), Field(min_length=1)
    ]
    version: Version
    published: Day | None = None
    modules: Ids
    pass_mark: int = Field(default=80, ge=1, le=100)
    organisation: Id
    outputs: tuple[Output, ...] = OUTPUTS
    papers: Annotated[
        tuple[PaperName, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v), Field(min_length=1)
    ] = PAPERS
    variants: Annotated[
        tuple[VariantName, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v), Field(min_length=1)
    ] = VARIANTS
    guide_variants: Annotated[
        tuple[GuideVariantName, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v), Field(min_length=1)
    ] = ("print",)
    publisher: Line
    licence: Line
    address: Address
    completion: Prose = Prose("")


class Objective(Identified):
    """What a learner can do afterwards: a measurable ``verb``, the rest as ``text``, at a level of Bloom (revised)."""

    module: Id
    verb: Line
    text: Line
    level: BloomLevel

    @property
    def html(self) -> str:
        """Verb and rest together, rendered."""
        return f"{self.verb.html} {self.text.html}"

    @property
    def plain(self) -> str:
        """The same without marks."""
        return f"{self.verb.plain} {self.text.plain}"


class Objectives(Thing):
    """The file ``course/objectives.yml``."""

    objectives: tuple[Objective, ...]


class Practice(Identified):
    """Something people do that serves colleagues well; ``rule`` says it in at most eight words."""

    name: Line
    rule: Line
    articles: Ids = ()
    origin: Literal["articles", "ours"] = "articles"
    core: bool = False


class Practices(Thing):
    """The file ``course/practices.yml``."""

    practices: tuple[Practice, ...]


class Term(Identified):
    """A word of the glossary."""

    term: Line
    definition: Line
    practices: Ids = ()
    see: Ids = ()


class Glossary(Thing):
    """The file ``course/glossary.yml``."""

    terms: tuple[Term, ...]


class Evidence(Identified):
    """What a source found: its design, how many it looked at, the effect, and what it does not show."""

    claim: Line
    design: Line
    n: Line = Line("")
    effect: Line
    limits: Line


class Source(Identified):
    """Where something that we say comes from."""

    kind: Literal["article", "study", "book", "standard"]
    title: Line
    authors: Line
    year: int | None = None
    published_in: Line = Line("")
    address: AddressOrNone = ""
    evidence: tuple[Evidence, ...] = ()


class Sources(Thing):
    """The file ``course/sources.yml``."""

    sources: tuple[Source, ...]


class Fingerprint(Thing):
    """A file of ``course/fingerprints``: the hashes of a source's eight words in a row (`builder.identity.windows`)."""

    source: Id
    windows: Windows


class ModuleSettings(Identified):
    """The file ``module.yml`` of a module."""

    title: Line
    summary: Prose
    objectives: Ids
    lessons: Ids
    workshop: Workshop | None = None


class Module(ModuleSettings):
    """A module with what its folder holds, lessons in the order of ``lessons``."""

    folder: str
    lesson_files: tuple[Lesson, ...]
    worksheets: tuple[Worksheet, ...]
    activities: tuple[Activity, ...]


class Course(Thing):
    """Everything of one source tree, frozen.

    Before the edition step its texts are unresolved; after it they carry ``html`` and ``plain``.
    ``overlays`` maps a language to its translated texts by text key (see `builder.model.walk`), and
    ``overlay_lessons`` a language to its translated lessons by id.
    """

    settings: CourseSettings
    organisations: tuple[Organisation, ...]
    objectives: tuple[Objective, ...] = ()
    practices: tuple[Practice, ...] = ()
    terms: tuple[Term, ...] = ()
    sources: tuple[Source, ...] = ()
    fingerprints: tuple[Fingerprint, ...] = ()
    refresher: RefresherPolicy | None = None
    modules: tuple[Module, ...] = ()
    banks: tuple[Bank, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    decks: tuple[Deck, ...] = ()
    quizzes: tuple[Blueprint, ...] = ()
    kit: Kit = Kit()
    files: Mapping[str, str] = Field(default_factory=dict)
    overlays: Mapping[str, Mapping[str, Text]] = Field(default_factory=dict)
    overlay_lessons: Mapping[str, Mapping[str, Lesson]] = Field(default_factory=dict)
