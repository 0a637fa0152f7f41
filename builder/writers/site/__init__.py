"""The site: a stage of pages, assets and settings from which an engine makes the HTML."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.edition import Edition
from builder.model.plan import Plan
from builder.writers.artefact import Artefact, Labels, Written
from builder.writers.site.accessibility import DATA, Statement, statement_of
from builder.writers.site.assets import Assets, load_assets, load_styles
from builder.writers.site.brand import brand_css, fill_of
from builder.writers.site.frame import Frame
from builder.writers.site.pages import all_pages
from builder.writers.site.settings import settings_file

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
    pages = all_pages(frame, stated(reads.assets))
    files = stage_assets(reads) | {f"docs/{page.path.removesuffix('.html')}.md": page.markdown() for page in pages}
    files["mkdocs.yml"] = settings_file(frame, pages)
    return Written(files=dict(sorted(files.items())))


def stage_assets(reads: SiteReads) -> dict[str, bytes]:
    """The stage's files that are no pages and name none: styles, scripts, fonts, pictures, overrides."""
    files = dict(reads.assets)
    brand = reads.edition.organisation.brand
    files["docs/assets/mark.svg"] = files["docs/assets/mark.svg"].replace(_MARK_GROUND, fill_of(brand.primary).encode())
    files["docs/assets/site.css"] = (reads.styles + brand_css(brand)).encode()
    return files | {f"docs/assets/pictures/{path}": file.data for path, file in reads.edition.pictures.items()}


def stated(assets: Assets) -> Statement | None:
    """The accessibility statement among the assets."""
    return next((statement_of(data) for path, data in assets if path == DATA), None)
