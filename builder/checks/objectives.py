"""Objectives: each is taught by a lesson and assessed by an item."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.model.course import Course


def check_objectives(course: Course) -> Iterator[Diagnostic]:
    """Objectives that nothing teaches or nothing asks for."""
    taught = {name for module in course.modules for lesson in module.lesson_files for name in lesson.objectives}
    asked = {
        name for bank in course.banks for item in bank.items for name in item.objectives if item.type != "reflection"
    }
    for objective in course.objectives:
        name = objective.id
        place = name.place if name.place.file else objective.places.of("id")
        if name not in taught:
            help_ = f"add '{name}' to the objectives of a lesson, or take the objective away"
            yield Diagnostic("untaught-objective", f"no lesson teaches '{name}'", place, help_, len(name))
        if name not in asked:
            help_ = f"add '{name}' to the objectives of an item, or take the objective away"
            yield Diagnostic("unassessed-objective", f"no item asks for '{name}'", place, help_, len(name))
