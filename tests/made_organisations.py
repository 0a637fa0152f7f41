"""Organisations that no course has: a crowd with long names, and one whose names are attacks."""

from __future__ import annotations

from collections.abc import Sequence

from builder.diagnostics.place import NOWHERE
from builder.model.organisation import (
    Department,
    Duration,
    EscalationStep,
    Organisation,
    OutsideCustomer,
    QuietHours,
    Service,
)
from builder.model.text import Id, Line

Part = tuple[str, str, Sequence[tuple[int, str]], Sequence[int]]
"""A department: name, purpose, what it gives to the department of that number, whom outside it meets by number."""

HOSTILE = (
    "<script>alert(1)</script>", '"><svg onload=alert(1)>', "' onmouseover='alert(1)", "&lt;b&gt; & &amp;amp;",
    "]]><!--", "{{ 7 * 7 }}{% raw %}", "שירות לקוחות", "顧客サービスと品質管理の部門の名前です",
    "e\u0301te\u0301 \u202egnp.exe",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente",
)  # fmt: skip


def line(words: str) -> Line:
    return Line(words, NOWHERE, words, words)


def organisation(parts: Sequence[Part], outside: Sequence[str], roles: Sequence[str] = ()) -> Organisation:
    """An organisation whose departments are ``d0``, ``d1`` …, and whose outside is ``o0``, ``o1`` …"""
    return Organisation(
        id=Id("made"),
        name=line("The made organisation"),
        short_name=line("Made"),
        kind=line("a thing of tests"),
        vision=line("To be drawn, whatever it is called."),
        departments=tuple(
            Department(
                id=Id(f"d{at}"),
                name=line(name),
                purpose=line(purpose),
                serves=tuple(Service(to=Id(f"d{to}"), what=line(what)) for to, what in gives),
                meets=tuple(Id(f"o{one}") for one in meets),
            )
            for at, (name, purpose, gives, meets) in enumerate(parts)
        ),
        outside=tuple(OutsideCustomer(id=Id(f"o{at}"), name=line(name)) for at, name in enumerate(outside)),
        standards=(),
        escalation=tuple(
            EscalationStep(id=Id(f"e{at}"), role=line(role), after=Duration(at + 1, "working day"))
            for at, role in enumerate(roles)
        ),
        quiet_hours=QuietHours(start=line("18:00"), end=line("08:00")),
        answer_feedback_within=Duration(2, "week"),
        help_desk=line("help"),
    )


def crowd() -> Organisation:
    """Fourteen departments with long names, each giving four others long things; three outside."""
    parts: list[Part] = [
        (
            f"Department {at} for Interregional Infrastructure and Customer-Relationship Reconciliation",
            "WWWW MMMM does everything that nobody else has time for, " * 2,
            [
                ((at + step) % 14, f"thing {at}.{step}: a completely filled-in, counter-signed form WMWM")
                for step in (1, 3, 6, 11)
            ],
            [at % 3] if at > 9 else [],
        )
        for at in range(14)
    ]
    return organisation(
        parts, ["people who wait far too long for an answer", "W" * 40, "iii"], ["x" * 50, "y", "z", "a b c", "d"]
    )


def hostile() -> Organisation:
    """As many departments as there are attacks; every text is one."""
    count = len(HOSTILE)
    parts: list[Part] = [
        (name, HOSTILE[at - 1], [((at + step) % count, HOSTILE[(at + step) % count]) for step in (1, 4)], [at % 2])
        for at, name in enumerate(HOSTILE)
    ]
    return organisation(parts, HOSTILE[:2], HOSTILE)
