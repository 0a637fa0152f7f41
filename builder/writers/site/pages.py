"""The site's pages: all of them in the order of reading, or one of them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.writers.addresses import START, module_page
from builder.writers.site.accessibility import Statement, accessibility_page
from builder.writers.site.cards import deck_page
from builder.writers.site.certificate import certificate_page
from builder.writers.site.course_map import add_maps
from builder.writers.site.lessons import lesson_page, module_pages, overview_page
from builder.writers.site.organisation import organisation_page
from builder.writers.site.plans import plans_page
from builder.writers.site.progress_page import progress_page
from builder.writers.site.quizzes import quiz_page, refresher_pages
from builder.writers.site.reference import reference_pages
from builder.writers.site.scenarios import scenario_page
from builder.writers.site.start import start_page
from builder.writers.site.today import today_page
from builder.writers.site.worksheets import worksheet_page

if TYPE_CHECKING:
    from builder.writers.site.frame import Frame
    from builder.writers.site.page import Page


def all_pages(frame: Frame, statement: Statement | None) -> list[Page]:
    """Every page, in the order of reading; what nobody has tried states nothing."""
    pages = _inner_pages(frame) + _stated(frame, statement)
    whole = [start_page(frame, pages), *pages]
    add_maps(frame, whole)
    return whole


def page_at(frame: Frame, statement: Statement | None, path: str) -> Page | None:
    """The one page at ``path``, as `all_pages` gives it, without making the others; None where there is none."""
    page = next((one for one in _pages_near(frame, statement, path) if one.path == path), None)
    if page:
        add_maps(frame, [page])
    return page


def _pages_near(frame: Frame, statement: Statement | None, path: str) -> list[Page]:
    """A few pages, that at ``path`` among them."""
    course, (folder, _, name) = frame.edition.course, path.removesuffix(".html").rpartition("/")
    match folder.partition("/")[0]:
        case "lessons" | "modules":
            return _of_modules(frame, path)
        case "worksheets":
            sheets = ((module, sheet) for module in course.modules for sheet in module.worksheets)
            return [worksheet_page(frame, module, sheet) for module, sheet in sheets if sheet.id == name]
        case "scenarios":
            return [scenario_page(frame, one) for one in course.scenarios if one.id == name]
        case "quizzes":
            return [quiz_page(frame, one) for one in frame.plan.quizzes if one.blueprint.id == name]
        case "cards":
            return [deck_page(frame, one) for one in course.decks if one.id == name]
        case "refreshers":
            return refresher_pages(frame)
        case _:
            pages = _own_pages(frame) + _look_up_pages(frame) + _stated(frame, statement)
            return [start_page(frame, pages)] if path == START else pages


def _of_modules(frame: Frame, path: str) -> list[Page]:
    for number, module in enumerate(frame.edition.course.modules, 1):
        if path == module_page(module.id):
            return [overview_page(frame, number, module)]
        for place, lesson in enumerate(module.lesson_files, 1):
            if path == f"lessons/{lesson.id}.html":
                return [lesson_page(frame, number, module, place, lesson)]
    return []


def _own_pages(frame: Frame) -> list[Page]:
    return [today_page(frame), progress_page(frame), plans_page(frame), certificate_page(frame)]


def _look_up_pages(frame: Frame) -> list[Page]:
    return [organisation_page(frame), *reference_pages(frame)]


def _stated(frame: Frame, statement: Statement | None) -> list[Page]:
    return [accessibility_page(frame, statement)] if statement else []


def _inner_pages(frame: Frame) -> list[Page]:
    course = frame.edition.course
    pages = _own_pages(frame)
    for number, module in enumerate(course.modules, 1):
        pages += module_pages(frame, number, module)
        pages += [worksheet_page(frame, module, sheet) for sheet in module.worksheets]
    pages += [scenario_page(frame, scenario) for scenario in course.scenarios]
    pages += [quiz_page(frame, quiz) for quiz in frame.plan.quizzes]
    pages += [deck_page(frame, deck) for deck in course.decks]
    return pages + refresher_pages(frame) + _look_up_pages(frame)
