"""What ``course new`` has to know of a module, lesson, item, scenario or deck: from flags, or by asking."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from builder.cli import UsageError
from builder.cli.questions import Question, complete, line_fault, one_of
from builder.drafts import Draft
from builder.drafts.around import Around, titled
from builder.drafts.items import new_deck, new_item, new_scenario
from builder.drafts.lessons import new_lesson, new_module
from builder.model.items import ITEM_TYPES


def draft_part(arguments: argparse.Namespace, around: Around) -> Draft:
    """The draft of ``arguments.kind``; raises UsageError or DraftError where it can't be."""
    complete(arguments, tuple(_questions(arguments, around)))
    name, objective = arguments.name, getattr(arguments, "objective", None)
    if arguments.kind == "item":
        return new_item(around, name, arguments.type, arguments.bank, objective)
    title = titled(name) if arguments.title is None else arguments.title
    if fault := line_fault(title):
        message = f"--title {fault}"
        raise UsageError(message)
    if arguments.kind == "module":
        return new_module(around, name, title)
    make = {"lesson": new_lesson, "scenario": new_scenario, "deck": new_deck}[arguments.kind]
    return make(around, name, title, arguments.module, objective)


def _questions(arguments: argparse.Namespace, around: Around) -> Iterator[Question]:
    yield Question("name", "ID", f"Id of the {arguments.kind}", around.fault)
    if hasattr(arguments, "module"):
        modules = [str(module.id) for module in around.course.modules]
        label = f"Module ({', '.join(modules)})"
        yield Question("module", "--module", label, one_of(modules), lambda: _only(modules))
    if arguments.kind == "item":
        banks = around.bank_names()
        yield Question("type", "--type", f"Type ({', '.join(ITEM_TYPES)})", one_of(ITEM_TYPES))
        label = f"Bank ({', '.join(banks)})"
        yield Question("bank", "--bank", label, around.bank_fault, lambda: _only(banks))


def _only(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ""
