"""What one Moodle file reads: its categories, and each item with what its question needs of the edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING

from builder.identity.keys import idnumber
from builder.locale import catalogue
from builder.model.items import Item
from builder.model.links import linked_ids, picture_path, pictured_paths
from builder.model.walk import texts_of

if TYPE_CHECKING:
    from builder.model.course import Source
    from builder.model.edition import Edition, PictureFile

WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Asked:
    """An item to ask. ``after`` is XHTML to read after the answer; ``picture`` is its own picture's path or empty.

    ``addresses`` gives the links of its texts that lead somewhere outside of the course, and ``pictures`` the files
    behind the pictures of its texts.
    """

    item: Item
    idnumber: str
    module: str
    after: tuple[str, ...]
    addresses: Mapping[str, str]
    pictures: Mapping[str, PictureFile]
    picture: str


@dataclass(frozen=True, slots=True)
class Category:
    """A category of the question bank: names from the top, a description as XHTML, the items."""

    path: tuple[str, ...]
    info: str
    items: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """One file of questions at ``file`` below the output folder. ``quiz`` is the id of the quiz it holds, or empty."""

    file: str
    language: str
    categories: tuple[Category, ...]
    quiz: str = ""


class Surroundings:
    """The edition around the items: module, section and source titles, pictures, ids."""

    def __init__(self, edition: Edition) -> None:
        """Look things up in ``edition``."""
        self._edition = edition
        self._words = catalogue(edition.language)

    @property
    def root(self) -> str:
        """The category that holds this version of the course for this organisation."""
        settings = self._edition.course.settings
        return f"{settings.title.plain} {settings.version} ({self._edition.organisation.short_name.plain})"

    def asked(self, item: Item) -> Asked:
        """``item`` with its surroundings."""
        pages = [text.html for _, text in texts_of(item)]
        linked = (link for html in pages for link in linked_ids(html))
        addresses = {link: self._address(link) for link in linked}
        paths = {unescape(path) for html in pages for path in pictured_paths(html)}
        own = picture_path(item.picture) if item.picture else ""
        known = self._edition.pictures
        return Asked(
            item,
            idnumber(self._edition.key, item.id),
            self._edition.module_of_item.get(item.id, ""),
            tuple(self._after(item)),
            {link: address for link, address in sorted(addresses.items()) if address},
            {path: known[path] for path in sorted(paths | {own}) if path in known},
            own,
        )

    def _address(self, thing: str) -> str:
        source = self._edition.sources.get(thing)
        return source.address if source and source.address.startswith(WEB) else ""

    def _after(self, item: Item) -> Iterator[str]:
        if item.outside:
            yield f"<p>{self._words.gettext('Who feels it outside: {text}', text=item.outside.html)}</p>"
        if item.read_again and (line := self._again.get(item.read_again)):
            yield f"<p>{line}</p>"
        named = [found for one in item.sources if (found := self._edition.sources.get(one))]
        if named:
            titles = "; ".join(_cited(source) for source in named)
            yield f"<p>{self._words.gettext('Sources: {titles}', titles=titles)}</p>"

    @cached_property
    def _again(self) -> Mapping[str, str]:
        """The line that sends a learner back to each lesson and section."""
        gettext = self._words.gettext
        lines: dict[str, str] = {}
        for lesson in self._edition.lessons.values():
            name = lesson.title.html
            whole = lines[lesson.id] = gettext("Read again: “{lesson}”", lesson=name)
            for section in lesson.sections:
                part = gettext("Read again: “{lesson}”, section “{section}”", lesson=name, section=section.title.html)
                lines[section.id] = part if section.level else whole
        return lines


def _cited(source: Source) -> str:
    year = f" ({source.year})" if source.year else ""
    return f"{source.authors.html}{year}. <em>{source.title.html}</em>"
