"""Learners' state in numbers: how many state keys stay, are asked again, are dropped or come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.impact.change import Change, Fate
    from builder.impact.side import Both, Version


@dataclass(frozen=True, slots=True)
class Tally:
    """Things by what becomes of them."""

    kept: int = 0
    reopened: int = 0
    retired: int = 0
    new: int = 0

    @property
    def before(self) -> int:
        """How many there were."""
        return self.kept + self.reopened + self.retired

    @property
    def differs(self) -> bool:
        """Whether any isn't kept."""
        return bool(self.reopened or self.retired or self.new)


def tally(fates: Iterable[Fate]) -> Tally:
    """The numbers of each fate."""
    found = list(fates)
    return Tally(*(found.count(one) for one in ("kept", "reopened", "retired", "new")))


def by_kind(changes: Iterable[Change], kinds: Iterable[str]) -> dict[str, Tally]:
    """A tally for each kind, in the order of ``kinds``."""
    found: dict[str, list[Fate]] = {kind: [] for kind in kinds}
    for one in changes:
        if one.kind in found:
            found[one.kind].append(one.fate)
    return {kind: tally(fates) for kind, fates in found.items()}


def by_module(items: Iterable[Change]) -> dict[str, Tally]:
    """Items by module, in the order that they come in."""
    found: dict[str, list[Fate]] = {}
    for one in items:
        found.setdefault(one.module, []).append(one.fate)
    return {module: tally(fates) for module, fates in found.items()}


def by_quiz(both: Both, items: Mapping[str, Change]) -> dict[str, Tally]:
    """For each quiz what it asks, and what it asked and doesn't any more: that counts as retired here."""
    was = _asked(both.first.old) if both.first else {}
    now = _asked(both.new.versions[0]) if both.new.versions else {}
    found: dict[str, Tally] = {}
    for name in (*now, *(one for one in was if one not in now)):
        before, after = was.get(name, {}), now.get(name, {})
        fates: list[Fate] = [items[one].fate if one in before else "new" for one in after]
        found[name] = tally([*fates, *("retired" for one in before if one not in after)])  # type: ignore[list-item]
    return found


def _asked(version: Version) -> dict[str, dict[str, None]]:
    return {
        str(quiz.blueprint.id): {str(item.id): None for form in quiz.forms for item in form.items}
        for quiz in version.plan.quizzes
    }
