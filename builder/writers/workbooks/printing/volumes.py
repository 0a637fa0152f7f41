"""A book that is too thick for one volume in several: split before its parts, with the labels of the whole.

Each is laid out by itself, since it has pages of its own in front and says in which volume another's pages are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from builder.writers.artefact import Declined, Written
from builder.writers.workbooks.printing.engine import Layout, Printed
from builder.writers.workbooks.printing.errors import BookError
from builder.writers.workbooks.printing.paper import Format
from builder.writers.workbooks.printing.volume import Volume

_MORE = 2
"""What a volume says of the others adds so many pages at most."""

_ROUNDS = 5
"""The words for a page in another volume can move pages; that has to settle after so many times."""


def print_volumes(parts: Sequence[str], most_pages: int, lay: Callable[[Volume], Layout]) -> tuple[Printed, ...]:
    """A book, or its volumes if it has more than ``most_pages``, as far as its parts allow.

    ``parts`` are anchors, each at the beginning of a page; ``lay`` lays a volume out.
    """
    whole = lay(Volume(1, 1, tuple(parts)))
    starts = [whole.anchors[part] for part in parts]
    firsts = _firsts(starts, len(whole.pages), most_pages)
    if len(firsts) == 1:
        return (whole.printed(),)
    pages = [0, *(starts[at] for at in firsts[1:]), len(whole.pages)]
    known = [whole.of_pages(start, end) for start, end in pairwise(pages)]
    del whole  # it takes much memory, and so does each volume
    shares = [tuple(parts[start:end]) for start, end in pairwise([*firsts, len(parts)])]
    begun = tuple(share[0] for share in shares)
    volumes = [
        Volume(number, len(shares), share, begun, side="left" if at and starts[at] % 2 else "right")
        for number, (at, share) in enumerate(zip(firsts, shares, strict=True), start=1)
    ]
    return tuple(_settled(volumes, known, lay))


def bound(form: Format, name: str, printed: Sequence[Printed], losses: tuple[Declined, ...] = ()) -> Written:
    """The file of the book ``name``, or those of its volumes, with the labels of all anchors."""
    labels: dict[str, str] = {}
    for one in printed:
        labels = {**one.labelled, **labels}
    numbers = range(1, len(printed) + 1) if len(printed) > 1 else (0,)
    files = {form.file(name, number): one.data for number, one in zip(numbers, printed, strict=True)}
    return Written(files, losses, labels)


def _firsts(starts: Sequence[int], end: int, most_pages: int) -> list[int]:
    """Which parts begin a volume: each volume takes what it has room for beside its cover and contents."""
    firsts, front, room = [0], starts[0], most_pages - _MORE
    left = room - front
    for at, (start, after) in enumerate(pairwise([*starts, end])):
        if after - start > left and at > firsts[-1]:
            firsts.append(at)
            left = room - front
        left -= after - start
    return firsts if end > most_pages else [0]


def _settled(volumes: list[Volume], known: list[Printed], lay: Callable[[Volume], Layout]) -> list[Printed]:
    """Each of ``volumes`` printed with the pages of the others; ``known`` is what the whole says of them."""
    anchors = [tuple(one.labels) for one in known]
    for _ in range(_ROUNDS):
        news = 0
        for at, volume in enumerate(volumes):
            others = [other for other in volumes if other is not volume]
            elsewhere = {
                anchor: (other.number, known[other.number - 1].labels[anchor])
                for other in others
                for anchor in anchors[other.number - 1]
            }
            before = Counter(name for one in known[:at] for name in one.pages)
            informed = replace(volume, elsewhere=elsewhere, before=before)
            if informed != volume:
                volumes[at], known[at], news = informed, lay(informed).printed(), news + 1
        if not news:
            return known
    raise BookError(("the pages of the volumes change with what is said of them",))
