"""What a writer hands to the build: artefacts to make, what they were made into, and what was declined."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from builder.diagnostics.place import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Declined:
    """A thing that a format cannot hold, and why: one sentence without a full stop.

    ``whole`` when nothing of it is in the output, else something of it is missing.
    """

    thing: str
    reason: str
    place: Place = NOWHERE
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What one artefact became.

    ``files`` maps paths below the edition's output folder to bytes. ``labels`` maps anchors to page labels (books
    only); artefacts that name this one in ``needs`` get them.
    """

    files: Mapping[str, bytes]
    losses: tuple[Declined, ...] = ()
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


Labels = Mapping[str, Mapping[str, str]]
"""Page labels by artefact name."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """One unit of work: ``write(reads, labels)`` is pure and sees nothing but its arguments.

    ``reads`` is a frozen value (model things, dataclasses, tuples, plain values): the cache key is its digest, so an
    artefact that reads less is rebuilt less. ``write`` is a function of a module, so that it survives a fork.
    ``needs`` names artefacts whose page labels it reads. ``sources`` are the source files it comes from, for the
    manifest. ``weight`` is roughly its CPU seconds: the longest goes first.
    """

    name: str
    kind: str
    write: Callable[[Any, Labels], Written]
    reads: object
    sources: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    weight: float = 0.1
