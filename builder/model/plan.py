"""What assembly makes of an edition: quizzes with their forms drawn, and the refresher's months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.model.quizzes import Quiz
    from builder.model.refreshers import RefresherMonth


@dataclass(frozen=True, slots=True)
class Plan:
    """Quizzes in the order of the course, months in the order of the calendar."""

    quizzes: tuple[Quiz, ...] = ()
    refreshers: tuple[RefresherMonth, ...] = ()
