"""Lesson pages and module pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from builder.model.lessons import (
    ActivityBlock,
    AudienceBlock,
    Callout,
    CheckBlock,
    Lesson,
    LessonBlock,
    ProseBlock,
    ScenarioBlock,
    WorksheetBlock,
)
from builder.writers.addresses import module_page
from builder.writers.site.items import asked, item_html
from builder.writers.site.page import Page
from builder.writers.site.plans import plan_words
from builder.writers.site.start import checked_items, reading_minutes

if TYPE_CHECKING:
    from builder.model.course import Module
    from builder.writers.site.frame import Frame


def module_pages(frame: Frame, number: int, module: Module) -> list[Page]:
    """The module's own page, then its lessons."""
    made = [overview_page(frame, number, module)]
    made += [lesson_page(frame, number, module, place, one) for place, one in enumerate(module.lesson_files, 1)]
    return made


def overview_page(frame: Frame, number: int, module: Module) -> Page:
    """The module's own page; ``number`` is its place in the course, from 1."""
    _ = frame.words.gettext
    page = Page(frame, module_page(module.id), module.title.plain, "module", module.summary.plain)
    page.add("lessons/eyebrow.html", number=number, module=None, lesson=0, lessons=0)
    page.heading(1, module.id, module.title)
    objectives = [frame.edition.objectives[one] for one in module.objectives if one in frame.edition.objectives]
    page.add("lessons/module_lead.html", module=module, minutes=reading_minutes(module))
    if objectives:
        page.heading(2, f"{module.id}--aims", _("What you can do afterwards"))
        page.add("lessons/aims.html", objectives=objectives)
    page.heading(2, f"{module.id}--lessons", _("Lessons"))
    questions = {lesson.id: asked(frame, checked_items(frame, lesson)) for lesson in module.lesson_files}
    page.add("lessons/lesson_list.html", module=module, asked=questions)
    page.heading(2, f"{module.id}--practise", _("Practise"))
    page.add("lessons/practise.html", module=module, **_of_module(frame, module))
    if module.activities:
        page.heading(2, f"{module.id}--workshop", _("In the workshop"))
        page.add("lessons/workshop.html", module=module, placed=_placed(module))
    return page


def _of_module(frame: Frame, module: Module) -> dict[str, Any]:
    course = frame.edition.course
    return {
        "scenarios": [scenario for scenario in course.scenarios if scenario.module == module.id],
        "quizzes": [quiz for quiz in frame.plan.quizzes if quiz.blueprint.module == module.id],
        "decks": [deck for deck in course.decks if deck.module == module.id],
    }


def _placed(module: Module) -> set[str]:
    """The activities that a lesson names: their address is there."""
    blocks = [b for lesson in module.lesson_files for section in lesson.sections for b in section.blocks]
    return {str(block.target) for block in blocks if isinstance(block, ActivityBlock)}


def lesson_page(frame: Frame, number: int, module: Module, place: int, lesson: Lesson) -> Page:
    """A lesson's page; ``place`` is its place in the module, from 1."""
    page = Page(frame, f"lessons/{lesson.id}.html", lesson.title.plain, "lesson", lesson.summary.plain)
    page.add("lessons/eyebrow.html", number=number, module=module, lesson=place, lessons=len(module.lesson_files))
    page.heading(1, lesson.id, lesson.title)
    objectives = [frame.edition.objectives[one] for one in lesson.objectives if one in frame.edition.objectives]
    questions = asked(frame, checked_items(frame, lesson))
    page.add("lessons/lead.html", lesson=lesson, objectives=objectives, asked=questions)
    for section in lesson.sections:
        if section.level:
            page.heading(section.level, section.id, section.title)
        for block in section.blocks:
            _block(page, block)
    if lesson.commitment:
        page.add("lessons/commitment.html", plan=lesson.commitment)
        page.words(plan_words(frame))
    sources = [frame.edition.sources[one] for one in lesson.sources if one in frame.edition.sources]
    page.add("lessons/foot.html", sources=sources)
    return page


def _block(page: Page, block: LessonBlock) -> None:
    match block:
        case ProseBlock():
            page.add("lessons/prose.html", text=block.text)
        case Callout():
            page.add("lessons/callout.html", kind=block.kind, text=block.text)
        case AudienceBlock():
            if block.kind == "leaders":  # the facilitator's words are for the guide alone
                page.add("lessons/leaders.html", text=block.text)
        case CheckBlock():
            _check(page, block.target)
        case WorksheetBlock():
            sheet = page.frame.worksheets.get(block.target)
            page.add("lessons/worksheet.html", sheet=sheet)
        case ScenarioBlock():
            page.add("lessons/scenario.html", scenario=page.frame.scenarios.get(block.target))
        case ActivityBlock():
            page.add("lessons/activity.html", activity=page.frame.activities.get(block.target), anchored=True)
        case _:
            assert_never(block)


def _check(page: Page, target: str) -> None:
    """An item, or the items of a quiz's first form."""
    frame = page.frame
    if target in frame.edition.items:
        page.add("lessons/check.html", made=[item_html(page, frame.edition.items[target])])
    elif target in frame.quizzes:
        items = frame.quizzes[target].forms[0].items
        page.add("lessons/check.html", made=[item_html(page, item) for item in items])
