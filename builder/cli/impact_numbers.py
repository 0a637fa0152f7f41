"""The numbers of `course impact`: items by module and quiz, files by output."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from builder.cli.impact_words import Paint

if TYPE_CHECKING:
    from builder.build.outputs_changed import OutputChange
    from builder.impact.compare import Impact
    from builder.impact.tally import Tally

_NAME = 38
_FEW = 3
"""So few files are named; of more there is the number."""


def numbers(impact: Impact, paint: Paint) -> list[str]:
    """A table of the modules and one of the quizzes in which anything differs."""
    return [
        *_table("Items by module", ("kept", "again", "gone", "new"), impact.modules, paint),
        *_table("Questions by quiz", ("kept", "again", "out", "in"), impact.quizzes, paint),
    ]


def _table(title: str, heads: Sequence[str], tallies: Mapping[str, Tally], paint: Paint) -> list[str]:
    rows = [
        f"  {name:<{_NAME}}" + "".join(f"{number:>7}" for number in (one.kept, one.reopened, one.retired, one.new))
        for name, one in tallies.items()
        if one.differs
    ]
    if not rows:
        return []
    head = paint("bold", f"{title:<{_NAME + 2}}") + "".join(f"{word:>7}" for word in heads)
    same = len(tallies) - len(rows)
    return [head, *rows, *([paint("dim", f"  all kept in {same} more")] if same else [])]


def files(outputs: Sequence[OutputChange], paint: Paint) -> list[str]:
    """A line for each output of which any file changes."""
    different = sum(len(_names(one)) for one in outputs)
    same = sum(one.same for one in outputs)
    head = f"{paint('bold', 'Files of dist/')}: {different} change, {same} don't"
    return [head, *(_output(one, paint) for one in outputs if one.differs)]


def _output(one: OutputChange, paint: Paint) -> str:
    counts = {
        "changed": len(one.changed),
        "new": len(one.new),
        "gone": len(one.gone),
        "perhaps (page numbers)": len(one.maybe),
        "the same": one.same,
    }
    said = ", ".join(f"{number} {word}" for word, number in counts.items() if number)
    names = [name.removeprefix(f"editions/{one.edition}/") for name in _names(one)]
    named = paint("dim", f"  {', '.join(names)}") if len(names) <= _FEW else ""
    return f"  {one.edition}  {one.output}: {said}{named}"


def _names(one: OutputChange) -> list[str]:
    return [*one.changed, *one.new, *one.gone, *one.maybe]
