"""What an item bank is made of: types, pools, levels, where the keys stand, how long they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from builder.model.course import Course
from builder.model.edition import Edition
from builder.model.items import ITEM_TYPES, Item, SingleChoice

POOLS = ("practice", "test", "held_out")
LEVELS = ("remember", "understand", "apply", "analyse", "evaluate", "create")
WIDEST = 240
"""Units of a plot's longest bar."""
_FAR = 6
"""Words by which the last bars of the lengths are open."""
_POSITIONS = "Single choices as their authors wrote them; learners meet their options shuffled."
_LENGTHS = "Words of a single choice's key, less those of its distractors on average. Good banks lean neither way."


@dataclass(frozen=True, slots=True)
class Bar:
    """One value of a plot, and how long its bar is (of `WIDEST`)."""

    label: str
    count: int
    width: int


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot with the sentence that says what it shows."""

    title: str
    note: str
    bars: tuple[Bar, ...]


def plots_of(edition: Edition) -> tuple[Plot, ...]:
    """The plots of all items of an edition."""
    items = tuple(edition.items.values())
    choices = [item for item in items if isinstance(item, SingleChoice) and item.key]
    types = _counted(ITEM_TYPES, items, lambda item: [item.type])
    pools = _counted(POOLS, items, lambda item: [item.pool])
    return (
        _plot("Item types", "How often each type asks.", types),
        _plot("Pools", "Practice in lessons, tests, and what is held out.", pools),
        _plot("Levels", "By the level of the objectives that an item serves.", _levels(edition.course, items)),
        _plot("Where the key stands", _POSITIONS, _positions(choices)),
        _plot("How long the key is", _LENGTHS, _lengths(choices)),
    )


def _counted(
    names: Sequence[str], items: Iterable[Item], read: Callable[[Item], Iterable[str]]
) -> list[tuple[str, int]]:
    found = Counter(name for item in items for name in read(item))
    return [(name.replace("_", " "), found[name]) for name in names]


def _levels(course: Course, items: Iterable[Item]) -> list[tuple[str, int]]:
    levels: dict[str, str] = {objective.id: objective.level for objective in course.objectives}
    return _counted(LEVELS, items, lambda item: sorted({levels[name] for name in item.objectives if name in levels}))


def _positions(choices: Sequence[SingleChoice]) -> list[tuple[str, int]]:
    found = Counter(position_of(item) for item in choices)
    return [(f"option {place}", found[place]) for place in range(1, max((*found, 4)) + 1)]


def position_of(item: SingleChoice) -> int:
    """Where the key stands among the options as the author wrote them, from 1."""
    return next((at for at, option in enumerate(item.options, 1) if option.id in item.key), 0)


def _lengths(choices: Iterable[SingleChoice]) -> list[tuple[str, int]]:
    found = Counter(max(-_FAR, min(_FAR, longer_by(item))) for item in choices)
    names = {-_FAR: f"{_FAR} or more shorter", 0: "as long", _FAR: f"{_FAR} or more longer"}
    steps = range(-_FAR, _FAR + 1)
    return [(names.get(step, f"{abs(step)} {'longer' if step > 0 else 'shorter'}"), found[step]) for step in steps]


def longer_by(item: SingleChoice) -> int:
    """By how many words the key is longer than its distractors on average, rounded."""
    lengths = [(option.id in item.key, len(option.text.plain.split())) for option in item.options]
    keys, others = [n for key, n in lengths if key], [n for key, n in lengths if not key]
    return round(fmean(keys) - fmean(others)) if keys and others else 0


def _plot(title: str, note: str, rows: Iterable[tuple[str, int]]) -> Plot:
    found = list(rows)
    most = max((count for _, count in found), default=0) or 1
    return Plot(title, note, tuple(Bar(label, count, round(WIDEST * count / most)) for label, count in found))
