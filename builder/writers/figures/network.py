"""Who gives what to whom, in the order of the drawing: those far from the outside first, those who meet it last."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.model.organisation import Department, Organisation, OutsideCustomer


@dataclass(frozen=True, slots=True)
class Gift:
    """One thing that one department gives another, by its number in the drawing."""

    number: int
    giver: Department
    receiver: Department
    what: str


@dataclass(frozen=True)
class Network:
    """An organisation as a drawing needs it."""

    organisation: Organisation
    departments: tuple[Department, ...]
    gifts: tuple[Gift, ...]

    @cached_property
    def outside(self) -> tuple[OutsideCustomer, ...]:
        """Whom the organisation is there for."""
        return self.organisation.outside

    def given_by(self, department: Department) -> tuple[Gift, ...]:
        """What a department gives."""
        return tuple(gift for gift in self.gifts if gift.giver.id == department.id)

    def given_to(self, department: Department) -> tuple[Gift, ...]:
        """What a department gets."""
        return tuple(gift for gift in self.gifts if gift.receiver.id == department.id)

    def met_by(self, department: Department) -> tuple[OutsideCustomer, ...]:
        """Whom outside a department meets."""
        return tuple(one for one in self.outside if one.id in department.meets)


def network(organisation: Organisation) -> Network:
    """The organisation's network; what a department gives itself is left out, as nobody waits for it."""
    steps = _steps(organisation)
    far = len(organisation.departments) + 1
    ordered = tuple(sorted(organisation.departments, key=lambda one: -steps.get(one.id, far)))
    known = {one.id: one for one in ordered}
    given = [
        (giver, known[service.to], service.what.plain)
        for giver in ordered
        for service in giver.serves
        if service.to in known and service.to != giver.id
    ]
    return Network(organisation, ordered, tuple(Gift(number, *one) for number, one in enumerate(given, 1)))


def _steps(organisation: Organisation) -> dict[str, int]:
    """How many hands a department's work passes through on its shortest way out; without a way out, none."""
    steps: dict[str, int] = {one.id: 1 for one in organisation.departments if one.meets}
    for _ in organisation.departments:
        for one in organisation.departments:
            reached = [steps[service.to] + 1 for service in one.serves if service.to in steps]
            if reached:
                steps[one.id] = min(steps.get(one.id, min(reached)), *reached)
    return steps
