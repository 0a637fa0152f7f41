"""The stage's settings: the navigation with explicit titles, and the interface's words for templates and player."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from builder.writers.addresses import module_page
from builder.writers.site.words import player_words, template_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.model.course import Module
    from builder.writers.site.frame import Frame
    from builder.writers.site.page import Page

Nav = dict[str, "str | list[Nav]"]

_OWN = ("today.html", "progress.html", "plans.html", "certificate.html")
"""What the learner's own state makes of a page."""

_LOOK_UP = (
    "organisation.html", "glossary.html", "practices.html", "sources.html", "about.html", "accessibility.html",
)  # fmt: skip

_THEME_LANGUAGES = (
    " af ar az be bg bn ca cs cy da de el en eo es et eu fa fi fr gl he hi hr hu hy id is it ja ka kn ko ku-IQ lb lt "
    "lv mk mn ms my nb nl nn pl pt pt-BR ro ru sa sh si sk sl sq sr sv ta te th tl tr uk ur uz vi zh zh-Hant zh-TW "
)
_SEARCH_LANGUAGES = " ar da de el en es fi fr he hi hu hy it ja kn ko nl no pt ro ru sa sv ta te th tr vi zh "


def settings_file(frame: Frame, pages: list[Page]) -> bytes:
    """``mkdocs.yml`` of the stage, as JSON, which is YAML."""
    edition = frame.edition
    language = edition.language
    settings = {
        "INHERIT": "base.yml",
        "site_name": html.escape(edition.course.settings.title.plain),
        "docs_dir": "docs",
        "nav": _nav(frame, {page.path: page for page in pages}),
        "theme": {
            "language": language if f" {language} " in _THEME_LANGUAGES else "en",
            "direction": frame.words.direction,
            "custom_dir": "overrides",
            "logo": f"assets/pictures/{quote(frame.logo)}" if frame.logo else "assets/mark.svg",
        },
        "plugins": {"search": {"lang": _search_language(language)}},
        "extra": {
            "course": str(edition.key.course),
            "language": language,
            "organisation": html.escape(edition.organisation.short_name.plain),
            "words": template_words(frame),
            "player": player_words(frame),
        },
    }
    return (json.dumps(settings, ensure_ascii=False, indent=1) + "\n").encode()


def _search_language(language: str) -> str:
    short = language.split("-", maxsplit=1)[0]
    return short if f" {short} " in _SEARCH_LANGUAGES else "en"


def _nav(frame: Frame, pages: dict[str, Page]) -> list[Nav]:
    _ = frame.words.gettext
    course = frame.edition.course
    nav: list[Nav] = [_entry(_("Start"), "index.html")]
    own = [path for path in _OWN if path in pages]
    nav += [_group(_("My learning"), own, pages)] if own else []
    labels = {path: _label(frame, page) for path, page in pages.items()}
    nav += [
        {html.escape(module.title.plain): [_entry(labels[path], path) for path in _of_module(frame, module)]}
        for module in course.modules
    ]
    free = [f"quizzes/{quiz.blueprint.id}.html" for quiz in frame.plan.quizzes if not quiz.blueprint.module]
    nav += [_entry(pages[path].title, path) for path in free]
    months = [path for path in pages if path.startswith("refreshers/")]
    if months:
        nav.append(_group(_("Refreshers"), months, pages))
    return nav + [_entry(pages[path].title, path) for path in _LOOK_UP if path in pages]


def _of_module(frame: Frame, module: Module) -> list[str]:
    course = frame.edition.course
    return [
        module_page(module.id),
        *(f"lessons/{lesson.id}.html" for lesson in module.lesson_files),
        *(f"worksheets/{sheet.id}.html" for sheet in module.worksheets),
        *(f"scenarios/{scenario.id}.html" for scenario in course.scenarios if scenario.module == module.id),
        *(f"cards/{deck.id}.html" for deck in course.decks if deck.module == module.id),
        *(f"quizzes/{quiz.blueprint.id}.html" for quiz in frame.plan.quizzes if quiz.blueprint.module == module.id),
    ]


def _label(frame: Frame, page: Page) -> str:
    """What the navigation calls a page: a worksheet and a scenario by what they are, as cards are."""
    _ = frame.words.gettext
    match page.kind:
        case "worksheet":
            return _("Worksheet: {title}", title=page.title)
        case "scenario":
            return _("Scenario: {title}", title=page.title)
        case _:
            return page.title


def _group(title: str, paths: Iterable[str], pages: dict[str, Page]) -> Nav:
    return {html.escape(title): [_entry(pages[path].title, path) for path in paths]}


def _entry(title: str, path: str) -> Nav:
    return {html.escape(title): f"{path.removesuffix('.html')}.md"}
