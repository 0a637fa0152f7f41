"""Links that a book can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from types import MappingProxyType

from markupsafe import Markup

from builder.model.links import relink
from builder.writers.workbooks.printing.fitting import Room, fitting
from builder.writers.workbooks.printing.paper import Format

_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_THING = re.compile(r'<a href="#([^"]*)">(.*?)</a>', re.DOTALL)
_VIEWS = "builder.writers.workbooks"


@dataclass(frozen=True, slots=True)
class Linker:
    """Turns links into those that a book can hold: what stands elsewhere is left as words.

    ``here`` are the anchors of ``chapter``, ``everywhere`` those of the whole book. Links within the chapter get the
    class ``page``, by which print adds the page's label: only those are the same in every book with the chapter.
    A table that ``room`` doesn't hold is told row by row. ``far`` says where the anchors of other volumes are.
    """

    chapter: str
    here: frozenset[str]
    everywhere: frozenset[str]
    room: Room
    far: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __call__(self, html: str) -> Markup:
        """``html`` for the page."""
        html = fitting(html, self.room)
        if "<a " not in html:
            return Markup(html)  # noqa: S704 - our own renderer's XHTML
        near = _THING.sub(self._told, html) if self.far else html
        return Markup(_LINK.sub(self._flat, relink(near, self._address)))  # noqa: S704 - the same

    @property
    def narrow(self) -> Linker:
        """The same for half a page's width: fewer columns fit."""
        return replace(self, room=self.room.half)

    def _told(self, found: re.Match[str]) -> str:
        """A link into another volume: its words and the place."""
        own = f"{self.chapter}.{found[1]}"
        if own in self.here or found[1] in self.everywhere or not (place := self.far.get(found[1])):
            return found[0]
        return f'{found[2]} <span class="far">({place})</span>'

    def _address(self, thing: str) -> str | None:
        own = f"{self.chapter}.{thing}"
        return f"#{own}" if own in self.here else f"#{thing}" if thing in self.everywhere else None

    def _flat(self, found: re.Match[str]) -> str:
        """The link as links around bare text, since an element within a link is a link to PDF that has no tag."""
        address, pieces = found[1], re.split(r"(<[^>]*>)", found[2])
        last = max((at for at, piece in enumerate(pieces) if _is_text(piece)), default=-1)
        page = address.startswith("#") and address[1:] in self.here
        for at, piece in enumerate(pieces):
            if _is_text(piece):
                kind = ' class="page"' if page and at == last else ""
                pieces[at] = f'<a{kind} href="{address}">{piece}</a>'
        return "".join(pieces)


def no_links(form: Format) -> Linker:
    """For what nothing in the course can be reached from: all links within it are left as words."""
    return Linker("", frozenset(), frozenset(), form.tables)


def _is_text(piece: str) -> bool:
    return bool(piece) and not piece.startswith("<")


def anchors_of(value: object) -> Iterator[str]:
    """The anchors of a part of a book: every ``id`` of its views but those of outcomes and plans."""
    if isinstance(value, tuple):
        for part in value:
            yield from anchors_of(part)
    elif is_dataclass(value) and type(value).__module__.startswith(_VIEWS):
        for one in fields(value):
            part = getattr(value, one.name)
            if one.name == "id":
                yield part
            else:
                yield from anchors_of(part)
