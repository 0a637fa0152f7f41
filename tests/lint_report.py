"""How well the rules of item writing find what readers marked: counts, precision, recall, agreement, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from item_labels import Half, Labels

from builder.checks.writing.rules import ITEM_RULES

MOST_USED, FEWEST, PRECISION, RECALL = 10, 20, 0.90, 0.80
"""So many rules with the most positives in the held half; what each of them must reach there."""
_HEAD = """\
# How well the rules of item writing find flaws

{items} English items were written for this measure by 23 writers, in the manner of many authors. Two readers who didn't
see each other's labels, nor what the writers intended, marked the flaws of each item by the definitions of
[the page of codes](codes.md); a third reading settled where they differed. What is held apart are two of the four files
of each of eight writers: who tuned the rules has seen neither these items nor their labels, but others of the same
writers. On writers that nothing was tuned with the rules do a little less well: `tests/items/labels/sixth-set.md` has
the figures for four. Two flaws, shared-words and vague-frequency, were defined more sharply later and read anew in all
items: `tests/items/labels/seventh-reading.md`. In the earlier sets about half of the items carry no flaw, in these a
third. Eleven flaws are frequent because the writers were asked for them (`tests/items/labels/README.md`).
`joke-option`, which readers marked too, is left to people: no rule looks for it.

The {most} rules with the most positives in the held half must have at least {fewest} of them there, a precision of at
least {precision:.2f} and a recall of at least {recall:.2f}: they stand first, and `tests/test_lint_measured.py` holds
them to it. Of the others the counts are shown; few positives say little about a rule.

<!-- Made by `pytest --update-golden tests/test_lint_measured.py`. -->
"""


@dataclass(frozen=True, slots=True)
class Score:
    """Of one rule in one half: items that were marked, items that it found, and how many of these were marked."""

    positives: int
    found: int
    right: int

    @property
    def precision(self) -> float | None:
        """The share of what was found that was marked; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was marked that was found; None where nothing was marked."""
        return self.right / self.positives if self.positives else None

    @property
    def reached(self) -> bool:
        """Whether it is good enough for one of the most used rules."""
        return self.positives >= FEWEST and (self.precision or 0) >= PRECISION and (self.recall or 0) >= RECALL


def scores(half: Half) -> dict[str, Score]:
    """The score of each rule, most positives first."""
    made = {code: _score(code, half) for code in ITEM_RULES}
    return dict(sorted(made.items(), key=lambda row: (-row[1].positives, row[0])))


def most_used(held: Half) -> dict[str, Score]:
    """The rules with the most positives in the held half."""
    return dict(list(scores(held).items())[:MOST_USED])


def kappa(pairs: Iterable[tuple[bool, bool]]) -> float | None:
    """Cohen's kappa of two readers' decisions: agreement beyond chance; None where chance leaves no room for any.

    (p_o - p_e) / (1 - p_e) with p_e from each reader's own share of yes.
    """
    rows = list(pairs)
    agreed = sum(one == other for one, other in rows) / len(rows)
    first, second = (sum(row[reader] for row in rows) / len(rows) for reader in (0, 1))
    by_chance = first * second + (1 - first) * (1 - second)
    return None if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def report(halves: Mapping[str, Half]) -> str:
    """The page ``docs/lint-measured.md``; ``halves`` are ``tuning`` and ``held``."""
    tuning, held = scores(halves["tuning"]), scores(halves["held"])
    items = sum(len(half.found) for half in halves.values())
    text = _HEAD.format(items=items, most=MOST_USED, fewest=FEWEST, precision=PRECISION, recall=RECALL)
    short = [code for code, score in most_used(halves["held"]).items() if not score.reached]
    if short:
        text += f"\nNot there yet: {', '.join(f'`{code}`' for code in short)}.\n"
    lines = [text, "## What was found\n", _counts(halves), "", _COLUMNS, _RULE]
    for number, code in enumerate(held):
        name = f"**{code}**" if number < MOST_USED else code
        lines.append(f"| {name} | {_cells(held[code])} | {_cells(tuning[code])} |")
    lines += ["", "## How far the two readers agreed\n", _agreed(halves.values())]
    return "\n".join(lines) + "\n"


_COLUMNS = (
    "| rule | held: positives | found | right | precision | recall |"
    " tuning: positives | found | right | precision | recall |"
)
_RULE = "|---|" + "---:|" * 10


def _score(code: str, half: Half) -> Score:
    marked = {name for name, codes in half.settled.items() if code in codes}
    found = {name for name, codes in half.found.items() if code in codes}
    return Score(len(marked), len(found), len(marked & found))


def _counts(halves: Mapping[str, Half]) -> str:
    rows = []
    for name, half in halves.items():
        clean = sum(not codes for codes in half.settled.values())
        rows.append(f"{name}: {len(half.settled)} items, {clean} of them without a flaw")
    return "; ".join(rows).capitalize() + "."


def _cells(score: Score) -> str:
    shares = [f"{share:.2f}" if share is not None else "n/a" for share in (score.precision, score.recall)]
    return f"{score.positives} | {score.found} | {score.right} | {' | '.join(shares)}"


def _agreed(halves: Iterable[Half]) -> str:
    first: dict[str, frozenset[str]] = {}
    second: dict[str, frozenset[str]] = {}
    for half in halves:
        first |= half.reading_1
        second |= half.reading_2
    rows = {code: list(_decisions(code, first, second)) for code in ITEM_RULES}
    overall = kappa(pair for pairs in rows.values() for pair in pairs)
    lines = [
        f"Over all {len(first)} items and {len(rows)} rules together Cohen's kappa is {_told(overall)}.\n",
        "| rule | both | first alone | second alone | kappa |\n|---|---:|---:|---:|---:|",
    ]
    for code, pairs in sorted(rows.items(), key=lambda row: (-sum(map(any, row[1])), row[0])):
        cells = [pairs.count(pair) for pair in ((True, True), (True, False), (False, True))]
        lines.append(f"| {code} | {' | '.join(map(str, cells))} | {_told(kappa(pairs))} |")
    return "\n".join(lines)


def _decisions(code: str, first: Labels, second: Labels) -> Iterable[tuple[bool, bool]]:
    return ((code in codes, code in second[name]) for name, codes in first.items())


def _told(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.2f}"
