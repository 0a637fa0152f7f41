"""The site: a stage of pages, assets and settings from which an engine makes the HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.model.edition import Edition
from builder.model.plan import Plan
from builder.writers.artefact import Artefact, Labels, Written
from builder.writers.site.accessibility import DATA, Statement, accessibility_page, statement_of
from builder.writers.site.assets import Assets, load_assets, load_styles
from builder.writers.site.brand import brand_css, fill_of
from builder.writers.site.cards import deck_page
from builder.writers.site.certificate import certificate_page
from builder.writers.site.course_map import add_maps
from builder.writers.site.frame import Frame
from builder.writers.site.lessons import module_pages
from builder.writers.site.organisation import organisation_page
from builder.writers.site.plans import plans_page
from builder.writers.site.progress_page import progress_page
from builder.writers.site.quizzes import quiz_page, refresher_pages
from builder.writers.site.reference import reference_pages
from builder.writers.site.scenarios import scenario_page
from builder.writers.site.settings import settings_file
from builder.writers.site.start import start_page
from builder.writers.site.today import today_page
from builder.writers.site.worksheets import worksheet_page

if TYPE_CHECKING:
    from builder.writers.site.page import Page


_MARK_GROUND = b"#1f4e5f"
"""The ground of ``site/mark.svg``, which takes the brand's colour."""


@dataclass(frozen=True, slots=True)
class SiteReads:
    """All that the site is made from."""

    edition: Edition
    plan: Plan
    styles: str
    assets: Assets


def artefacts(edition: Edition, plan: Plan) -> tuple[Artefact, ...]:
    """The stage of the whole site, as one artefact of kind ``site-stage``."""
    reads = SiteReads(edition, plan, load_styles(), load_assets())
    sources = tuple(sorted(edition.course.files))
    return (Artefact("site", "site-stage", write_stage, reads, sources, weight=6.0),)


def write_stage(reads: SiteReads, _labels: Labels) -> Written:
    """The stage's files: ``mkdocs.yml``, ``docs/``, ``overrides/``."""
    frame = Frame(reads.edition, reads.plan)
    files = dict(reads.assets)
    pages = all_pages(frame, statement_of(files[DATA]) if DATA in files else None)
    brand = reads.edition.organisation.brand
    files["docs/assets/mark.svg"] = files["docs/assets/mark.svg"].replace(_MARK_GROUND, fill_of(brand.primary).encode())
    files["docs/assets/site.css"] = (reads.styles + brand_css(brand)).encode()
    files |= {f"docs/assets/pictures/{path}": file.data for path, file in reads.edition.pictures.items()}
    files |= {f"docs/{page.path.removesuffix('.html')}.md": page.markdown() for page in pages}
    files["mkdocs.yml"] = settings_file(frame, pages)
    return Written(files=dict(sorted(files.items())))


def all_pages(frame: Frame, statement: Statement | None) -> list[Page]:
    """Every page, in the order of reading; what nobody has tried states nothing."""
    pages = _inner_pages(frame)
    pages += [accessibility_page(frame, statement)] if statement else []
    whole = [start_page(frame, pages), *pages]
    add_maps(frame, whole)
    return whole


def _inner_pages(frame: Frame) -> list[Page]:
    course = frame.edition.course
    pages = [today_page(frame), progress_page(frame), plans_page(frame), certificate_page(frame)]
    for number, module in enumerate(course.modules, 1):
        pages += module_pages(frame, number, module)
        pages += [worksheet_page(frame, module, sheet) for sheet in module.worksheets]
    pages += [scenario_page(frame, scenario) for scenario in course.scenarios]
    pages += [quiz_page(frame, quiz) for quiz in frame.plan.quizzes]
    pages += [deck_page(frame, deck) for deck in course.decks]
    return pages + refresher_pages(frame) + [organisation_page(frame)] + reference_pages(frame)
