"""From an edition to a plan: quizzes with their forms drawn, refresher months by rotation."""

from __future__ import annotations

from collections.abc import Mapping

from builder.assembly.forms import quizzes
from builder.assembly.refreshers import months
from builder.diagnostics import Diagnostic
from builder.model.edition import Edition
from builder.model.plan import Plan


def assemble(edition: Edition, frozen: Mapping[str, tuple[str, ...]]) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan of ``edition``; ``frozen`` maps months (YYYY-MM) of the ledger to their items' ids."""
    made, short = quizzes(edition)
    refreshers, unmet = months(edition, frozen)
    return Plan(made, refreshers), (*short, *unmet)
