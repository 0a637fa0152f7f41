"""The comparison as JSON, in the form of docs/impact.schema.json."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from builder.impact.verdict import verdict

if TYPE_CHECKING:
    from builder.impact.change import Change, Rewording
    from builder.impact.compare import Impact
    from builder.impact.side import Both
    from builder.impact.tally import Tally

VERSION = 1
"""Raised when a member changes its meaning or goes."""


def as_json(both: Both, impact: Impact, outputs: Iterable[Any], name: str, commit: str) -> str:
    """The whole comparison. ``outputs`` are the build's rows about files; ``name`` and ``commit`` are REV's."""
    whole = {
        "version": VERSION,
        "verdict": verdict(impact, name),
        "carries_over": impact.carries_over,
        "revision": {"name": name, "commit": commit},
        "course": {"old": both.old.course_id, "new": both.new.course_id},
        "errors": {"old": both.old.errors, "new": both.new.errors},
        "editions": {
            "compared": list(impact.editions), "new": list(impact.editions_new), "gone": list(impact.editions_gone),
        },
        "state": {kind: _tally(one) for kind, one in impact.kinds.items()},
        "modules": _tallies(impact.modules),
        "quizzes": _tallies(impact.quizzes),
        "certificate": asdict(impact.certificate),
        "changes": [_change(one) for one in impact.changes],
        "values": [asdict(one) for one in impact.values],
        "files": [asdict(one) for one in outputs],
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _tallies(tallies: Mapping[str, Tally]) -> list[dict[str, Any]]:
    return [{"id": name, **_tally(one)} for name, one in tallies.items()]


def _tally(one: Tally) -> dict[str, int]:
    return {"before": one.before, **asdict(one)}


def _change(one: Change) -> dict[str, Any]:
    return asdict(one) | {"rewordings": [_rewording(each) for each in one.rewordings]}


def _rewording(one: Rewording) -> dict[str, Any]:
    return asdict(one) | {"diff": [list(part) for part in one.diff]}
