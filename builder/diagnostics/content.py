"""The codes of the content: words that are hard to read, that don't hold, or that are somebody else's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.diagnostics.diagnostic import Severity
from builder.diagnostics.rule import Rule

_WARNING, _INFO = Severity.WARNING, Severity.INFO

CONTENT: Mapping[str, Rule] = MappingProxyType(
    {
        "hard-reading": Rule(
            _WARNING,
            "A lesson reads above grade 9 (Flesch-Kincaid; English only).",
            "Adults with little time, and those who read in a second language, give up or guess.",
            "“Prior to the commencement of processing …” → “Before we start …”",
        ),
        "long-sentence": Rule(
            _INFO,
            "A sentence of a lesson has more than 32 words.",
            "Its beginning is forgotten before its end is reached.",
            "one sentence with three commas and a semicolon → two sentences",
        ),
        "minutes-off": Rule(
            _WARNING,
            "The minutes of a lesson don't match its words and questions.",
            "People plan by them, the certificate and the run sheet add them up.",
            "`minutes: 3` for 900 words and four questions → `minutes: 9`",
        ),
        "unpractised-objective": Rule(
            _WARNING,
            "An objective is asked for, and no lesson, worksheet or activity lets people try it before.",
            "A test then asks for what nobody has done yet.",
            "an item in a bank alone → the same objective in a `check` block of a lesson too",
        ),
        "below-level": Rule(
            _WARNING,
            "An objective's level is higher than what its items can ask for.",
            "Ticking that a statement is true doesn't show that somebody can apply or judge.",
            "`level: evaluate` with `true_false` items alone → a `judgement` item",
        ),
        "unrefreshed-objective": Rule(
            _WARNING,
            "No month of the refresher comes back to an objective.",
            "What isn't met again is forgotten.",
            "an objective with items of the pool `held_out` alone → one with others too",
        ),
        "unsourced-claim": Rule(
            _WARNING,
            "A paragraph appeals to research, or gives a share, without a source (English only).",
            "Readers can't check it, and invented figures travel well.",
            "“Studies show that 80 % …” → `[One study](#kang-2014) found that …`",
        ),
        "myth": Rule(
            _WARNING,
            "A well-known story about learning or service that no study bears out (English only).",
            "One false fact costs the trust in all others.",
            "“people remember 10 % of what they read” → the sentence without it",
        ),
        "typed-value": Rule(
            _WARNING,
            "A value of the organisation is typed into a text.",
            "Another organisation's course would show somebody else's name, address or promise.",
            "`Write to help@acme.example` → `Write to {{ org.departments.it.contact }}`",
        ),
        "copied-words": Rule(
            _WARNING,
            "Eight or more words in a row are a source's own.",
            "Facts are free to tell; wording belongs to whoever wrote it.",
            "a sentence of the article → the same in your own words",
        ),
    }
)
"""What the course says."""
