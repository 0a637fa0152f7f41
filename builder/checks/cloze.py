"""Cloze texts and their gaps, cloze cards and their hidden words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.known import repeated
from builder.diagnostics import Diagnostic
from builder.diagnostics.locate import within
from builder.diagnostics.suggest import did_you_mean
from builder.model.cards import ClozeCard
from builder.model.items import Cloze
from builder.model.text import Text

_MARKER = re.compile(r"\[\[([^\[\]\n]*)\]\]")


def markers(text: Text) -> Iterator[re.Match[str]]:
    """The ``[[…]]`` of a text's source; the first group is what stands between."""
    return _MARKER.finditer(text.source)


def check_cloze(item: Cloze) -> Iterator[Diagnostic]:
    """Gaps without a marker and the other way round, gaps that can't be filled or got wrong."""
    gaps = {gap.id: gap for gap in item.gaps}
    yield from repeated((gap.id for gap in item.gaps), "gap", item.places.start)
    seen: set[str] = set()
    for found in markers(item.text):
        name = found[1]
        place = within(item.text.place, item.text.source, found.start(1))
        if name not in gaps:
            help_ = did_you_mean(name, gaps) or "list the gap under 'gaps'"
            yield Diagnostic("unknown-gap", f"there is no gap '{name}'", place, help_, max(len(name), 1))
        elif name in seen:
            yield Diagnostic(
                "unknown-gap", f"the gap '{name}' stands twice in the text", place, "use a gap once", len(name)
            )
        seen.add(name)
    for gap in item.gaps:
        if gap.id not in seen:
            help_ = f"write [[{gap.id}]] where it belongs in the text, or take the gap away"
            yield Diagnostic(
                "unknown-gap", f"the text never shows the gap '{gap.id}'", gap.places.of("id"), help_, len(gap.id)
            )
        if not any(answer.source.strip() for answer in gap.accepted):
            help_ = "list the right answers under 'accepted'"
            yield Diagnostic(
                "gap-without-answer", f"the gap '{gap.id}' accepts no answer", gap.places.of("accepted"), help_
            )
        elif gap.choose and not gap.wrong:
            help_ = "list wrong answers under 'wrong', or take 'choose' away"
            yield Diagnostic(
                "gap-without-answer", f"the gap '{gap.id}' offers no wrong answer", gap.places.of("choose"), help_
            )
    if not item.gaps and not seen:
        yield Diagnostic(
            "unknown-gap", "a cloze without a gap", item.places.of("text"), "mark a gap as [[id]] and list it"
        )


def check_cloze_card(card: ClozeCard) -> Iterator[Diagnostic]:
    """A cloze card hides at least one word."""
    found = [marker[1].partition("|")[0].strip() for marker in markers(card.text)]
    if not found or not all(found):
        help_ = "put the words to hide between [[ and ]]"
        yield Diagnostic("unknown-gap", f"the card '{card.id}' hides nothing", card.places.of("text"), help_)
