"""The manager's kit as its pages need it."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.activities import SheetField, TableField
from builder.model.edition import Edition, PictureFile
from builder.model.kit import ManagerPage, ManagersKit
from builder.writers.workbooks.cited import Cited, cited_of, linked_in
from builder.writers.workbooks.printing.identity import Identity
from builder.writers.workbooks.printing.paper import Format


@dataclass(frozen=True, slots=True)
class Step:
    """A page of the kit: what to do ``when``, in so many ``minutes`` (0: it takes none of its own)."""

    id: str
    title: str
    when: str
    minutes: int
    text: str
    fields: tuple[SheetField, ...]
    cited: tuple[Cited, ...]

    @property
    def rules(self) -> bool:
        """Whether it has a table of rules, which stand on one line each."""
        return any(isinstance(field, TableField) and field.practices for field in self.fields)


@dataclass(frozen=True, slots=True)
class ManagersBook:
    """The manager's kit. ``contact`` is whom to ask, ``help_desk`` where to turn."""

    name: str
    language: str
    format: Format
    identity: Identity
    of_module: str
    title: str
    purpose: str
    contact: str
    help_desk: str
    steps: tuple[Step, ...]
    pictures: tuple[PictureFile, ...]


def steps_of(edition: Edition, kit: ManagersKit) -> tuple[Step, ...]:
    """The pages of ``kit`` in its order."""
    return tuple(_step(edition, page) for page in kit.pages)


def _step(edition: Edition, page: ManagerPage) -> Step:
    return Step(
        id=str(page.id),
        title=page.title.html,
        when=page.when.html,
        minutes=page.minutes,
        text=page.text.html,
        fields=page.fields,
        cited=cited_of(edition, linked_in(page)),
    )
