"""What a course holds, by kind and id, and the finding for an id that names nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from builder.diagnostics import Diagnostic, Place
from builder.diagnostics.suggest import did_you_mean, nearest
from builder.identity.things import Named, things_of
from builder.model.course import Course
from builder.model.text import Id


class Elsewhere(NamedTuple):
    """What stands in files that were not read: things by kind, and ids of which only the name is known."""

    things: tuple[Named, ...] = ()
    unsorted: frozenset[str] = frozenset()


NOTHING_ELSE = Elsewhere()


class Known:
    """Every thing of a course by kind and by id."""

    def __init__(self, course: Course, elsewhere: Elsewhere = NOTHING_ELSE) -> None:
        """Collect the things of ``course``; of two with one id the first counts."""
        self._unsorted = elsewhere.unsorted
        self.by_id: dict[str, Named] = {}
        self.kinds: dict[str, set[str]] = {}
        for named in (*things_of(course), *elsewhere.things):
            self.by_id.setdefault(named.id, named)
            self.kinds.setdefault(named.kind, set()).add(named.id)

    def has(self, name: str, *kinds: str) -> bool:
        """Whether ``name`` is the id of a thing of one of ``kinds``."""
        return any(name in self.kinds.get(kind, ()) for kind in kinds) or (
            name in self._unsorted and name not in self.by_id
        )

    def unknown(self, name: Id, *kinds: str, place: Place | None = None) -> Iterator[Diagnostic]:
        """A finding if ``name`` is not the id of one of ``kinds``; ``place`` stands in for an id without one."""
        if not self.has(name, *kinds):
            yield self._finding(name, kinds, name.place if name.place.file else place or name.place)

    def all_known(self, names: Iterable[Id], kind: str, place: Place) -> Iterator[Diagnostic]:
        """A finding for each of ``names`` that is not the id of a ``kind``."""
        for name in names:
            if not self.has(name, kind):
                yield self._finding(name, (kind,), name.place if name.place.file else place)

    def _finding(self, name: str, kinds: tuple[str, ...], place: Place) -> Diagnostic:
        words = " or ".join(part for part in (", ".join(kinds[:-1]), kinds[-1]) if part)
        there = self.by_id.get(name)
        known = [one for kind in kinds for one in self.kinds.get(kind, ())]
        if there is not None and there.kind not in kinds and not nearest(name, known):
            help_ = f"'{name}' is the id of {_a(there.kind)}: name {_a(kinds[0])} here"
        else:
            help_ = did_you_mean(name, known) or _some(known, kinds[0])
        return Diagnostic("unknown-id", f"there is no {words} '{name}'", place, help_, len(name))


def local(name: Id, known: Collection[str], what: str, place: Place, code: str = "unknown-id") -> Iterator[Diagnostic]:
    """A finding if ``name`` is none of the ids of ``known``, which are ``what`` of the same thing."""
    if name not in known:
        help_ = did_you_mean(name, known) or f"the {what}s here are {', '.join(sorted(known)) or 'none'}"
        at = name.place if name.place.file else place
        yield Diagnostic(code, f"there is no {what} '{name}' here", at, help_, len(name))


def repeated(names: Iterable[Id], what: str, place: Place) -> Iterator[Diagnostic]:
    """A finding for each id that stands twice among the parts of one thing, which are ``what``."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            at = name.place if name.place.file else place
            yield Diagnostic("duplicate-id", f"two {what}s are called '{name}'", at, "give one another id", len(name))
        seen.add(name)


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _some(known: Iterable[str], kind: str) -> str:
    names = sorted(known)
    if not names:
        return f"add the {kind}, or take the id away"
    return f"the ids of {kind}s are {', '.join(names[:6])}{', …' if len(names) > 6 else ''}"  # noqa: PLR2004 - examples
