"""A volume of a book that is too thick for one: which parts it has, and what it says of those of the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import escape
from types import MappingProxyType
from typing import Literal

from builder.locale import Catalogue
from builder.writers.workbooks.printing.engine import Numbering

MOST_PAGES = 300
"""What is bound in one volume at most."""

_LINK = re.compile(r'<a(?: class="([^"]*)")? href="#([^"]*)"((?: [a-z-]+="[^"]*")*)>(.*?)</a>', re.DOTALL)
_ID = re.compile(r' id="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Volume:
    """One of ``count`` volumes: the anchors of its parts, and of the part that each volume begins with.

    ``elsewhere`` has (volume, label) of each anchor in the others, ``before`` the pages of each name in those before
    it. Behind its contents it goes on upon the ``side`` of the spread on which it would in the whole.
    """

    number: int
    count: int
    parts: tuple[str, ...]
    firsts: tuple[str, ...] = ()
    elsewhere: Mapping[str, tuple[int, str]] = field(default_factory=lambda: MappingProxyType({}))
    before: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    side: Literal["left", "right"] = "right"

    @property
    def first(self) -> bool:
        """Whether what stands before all parts is in it."""
        return self.number == 1

    @property
    def last(self) -> bool:
        """Whether what stands after all parts is in it."""
        return self.number == self.count

    def holds(self, part: str) -> bool:
        """Whether ``part`` is in it."""
        return part in self.parts

    def lists(self, part: str) -> bool:
        """Whether its contents name ``part``: those of the first volume name all."""
        return self.first or self.holds(part)

    def starts(self, part: str) -> int:
        """The number of the volume that begins with ``part``, or 0."""
        return self.firsts.index(part) + 1 if part in self.firsts else 0

    def numbered(self, runs: Mapping[str, Numbering]) -> Mapping[str, Numbering]:
        """``runs``, each going on where the volumes before it end; what stands in front begins anew."""
        counts: Counter[Numbering] = Counter()
        for name, run in runs.items():
            counts[run] += 0 if run.roman else self.before.get(name, 0)
        return {name: replace(run, first=counts[run] + 1) for name, run in runs.items()}

    def places(self, words: Catalogue) -> Mapping[str, str]:
        """Where the anchors of the other volumes are, in words."""
        return {
            anchor: words.gettext("volume {number}, page {label}", number=number, label=label)
            for anchor, (number, label) in self.elsewhere.items()
            if label
        }

    def apart(self, html: str, words: Catalogue) -> str:
        """``html`` with links into other volumes as words; attributes say the place, for styles to print."""
        if not self.elsewhere:
            return html
        own = frozenset(_ID.findall(html))
        places = {anchor: place for anchor, place in self.places(words).items() if anchor not in own}

        def told(found: re.Match[str]) -> str:
            kind, anchor, more, inside = found.groups(default="")
            if anchor not in places:
                return found[0]
            number, label = self.elsewhere[anchor]
            short = words.gettext("vol. {number}", number=number)
            said = {"label": label, "page": label.rpartition("-")[2], "volume": short, "place": places[anchor]}
            told = "".join(f' data-{name}="{escape(text)}"' for name, text in said.items())
            return f'<span class="{f"{kind} away".strip()}"{more}{told}>{inside}</span>'

        return _LINK.sub(told, html)
