"""What becomes of lessons, quizzes, refresher months, and of the certificate that hangs on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from builder.impact.cases import spot
from builder.impact.change import Change, Reason, Shift
from builder.model.items import Reflection
from builder.model.lessons import CheckBlock

if TYPE_CHECKING:
    from builder.impact.side import Both, Version
    from builder.model.course import Module
    from builder.model.lessons import Lesson


def lessons(both: Both, fates: Mapping[str, Change]) -> Iterator[Change]:
    """A lesson that was done is open again when it asks what it didn't, or what means something else now.

    ``fates`` are the items' changes by id.
    """
    was = _lessons(both.first.old) if both.first else {}
    now = _lessons(both.new.versions[0]) if both.new.versions else {}
    for name, (module, lesson, asked) in now.items():
        old = was.get(name)
        if old is None:
            yield Change("lesson", name, "new", _file(lesson), str(module.id))
            continue
        found = [Reason("asked-again", f"'{one}' is asked again") for one in asked if fates[one].fate == "reopened"]
        found += [
            Reason("asks-more", f"it asks '{one}', which it didn't")
            for one in asked
            if one not in old[2] and fates[one].fate != "reopened"
        ]
        shifts = tuple(_shifts(old, (module, lesson)))
        fate = "reopened" if found else "kept"
        yield Change("lesson", name, "reopened" if fate == "reopened" else "kept", _file(lesson), str(module.id),
                     tuple(found), shifts=shifts)  # fmt: skip
    for name, (module, lesson, _) in was.items():
        if name not in now:
            yield Change("lesson", name, "retired", _file(lesson), str(module.id))


def _lessons(version: Version) -> dict[str, tuple[Module, Lesson, list[str]]]:
    quizzes = {str(one.blueprint.id): one for one in version.plan.quizzes}
    items = version.edition.items
    found = {}
    for module in version.edition.course.modules:
        for lesson in module.lesson_files:
            asked: dict[str, None] = {}
            for block in (block for section in lesson.sections for block in section.blocks):
                if not isinstance(block, CheckBlock):
                    continue
                if block.target in items:
                    asked[str(block.target)] = None
                elif block.target in quizzes:
                    asked |= dict.fromkeys(str(one.id) for one in quizzes[block.target].forms[0].items)
            graded = [one for one in asked if not isinstance(items[one], Reflection)]
            found[str(lesson.id)] = (module, lesson, graded)
    return found


def _file(lesson: Lesson) -> str:
    return spot(lesson) or lesson.file


def _shifts(old: tuple[Module, Lesson, list[str]], new: tuple[Module, Lesson]) -> Iterator[Shift]:
    if old[0].id != new[0].id:
        yield Shift("module", str(old[0].id), str(new[0].id))
    if old[1].file != new[1].file:
        yield Shift("file", old[1].file, new[1].file)
