"""Drafts of modules and lessons."""

from __future__ import annotations

from builder.drafts.around import Around
from builder.drafts.draft import Draft
from builder.drafts.templates import filled, indented, scalar
from builder.model.course import Module
from builder.model.lessons import CheckBlock

COURSE_FILE = "course/course.yml"
OBJECTIVES_FILE = "course/objectives.yml"


def new_lesson(around: Around, name: str, title: str, module_id: str, objective: str | None = None) -> Draft:
    """A lesson at the end of a module; it asks an item of the module that no lesson asks yet, where there is one."""
    module = around.module(module_id)
    around.claim(name)
    serves = around.objective(module_id, objective)
    path = f"{module.folder}/{name}.md"
    settings = f"{module.folder}/module.yml"
    text = _lesson(around, name, title, serves, _unasked(around, module))
    return Draft({path: text.encode()}, {settings: around.edit(settings, "lessons", f"- {name}\n")})


def new_module(around: Around, name: str, title: str) -> Draft:
    """A module with a lesson, an objective that the lesson teaches, and a bank with an item that asks for it."""
    around.claim(name)
    objective, lesson = around.derived(name, "request"), around.derived(name, "first-lesson")
    bank, item = around.derived("bank", name), around.derived(name, "first-item")
    values = {"module": name, "objective": objective, "title": scalar(title)}
    entry = filled("first_item.yml", id=item, objective=objective)
    files = {
        f"modules/{name}/module.yml": filled("module.yml", id=name, lesson=lesson, **values),
        f"modules/{name}/{lesson}.md": _lesson(around, lesson, f"{title}: the first step", objective, item),
        f"quizzes/banks/{name}.yml": filled("bank.yml", id=bank, **values) + indented(entry, "  "),
    }
    entry = filled("objective.yml", module=name, objective=objective)
    edits = {
        OBJECTIVES_FILE: around.edit(OBJECTIVES_FILE, "objectives", entry),
        COURSE_FILE: around.edit(COURSE_FILE, "modules", f"- {name}\n"),
    }
    return Draft({path: text.encode() for path, text in files.items()}, edits)


def _lesson(around: Around, name: str, title: str, objective: str, item: str) -> str:
    text = filled(
        "lesson.md",
        id=name,
        title=scalar(title),
        objective=objective,
        plan=around.derived("plan", name),
        idea=around.derived(name, "idea"),
    )
    return text + (filled("lesson_check.md", item=item) if item else "")


def _unasked(around: Around, module: Module) -> str:
    """The first item for practice of ``module`` that no lesson asks; empty where there is none."""
    asked = {
        str(block.target)
        for one in around.course.modules
        for lesson in one.lesson_files
        for section in lesson.sections
        for block in section.blocks
        if isinstance(block, CheckBlock)
    }
    items = (item for bank in around.course.banks if bank.module == module.id for item in bank.items)
    return next((str(item.id) for item in items if item.pool == "practice" and item.id not in asked), "")
