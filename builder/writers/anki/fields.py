"""XHTML for the fields of notes: links and pictures as Anki wants them, and nothing that it takes for a command."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Mapping
from html import escape, unescape
from typing import TYPE_CHECKING

from builder.model.links import picture_path, place_pictures, relink

if TYPE_CHECKING:
    from builder.model.base import Picture
    from builder.model.edition import PictureFile
    from builder.model.text import Line

MARKER = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]*))?\]\]")
_COMMAND = re.compile(r"\[(?=/?(?:sound:|anki:|latex\]|\$))|\\(?=[(\[])|(?<=\{)\{|(?<=\})\}")
_NOT_IN_NAME = re.compile(r"[^A-Za-z0-9._-]")


class Fields:
    """Turns texts into field values; ``media`` collects the pictures used, by their name in Anki."""

    def __init__(self, course: str, pictures: Mapping[str, PictureFile]) -> None:
        """``pictures`` by path; names of media start with the ``course``'s id, for Anki has one folder for all."""
        self._course = course
        self._pictures = pictures
        self.media: dict[str, bytes] = {}

    def html(self, html: str) -> str:
        """Rendered text as a field's value."""
        return harmless(self._placed(html))

    def picture(self, picture: Picture | None) -> str:
        """A picture with its caption."""
        if picture is None or picture_path(picture) not in self._pictures:
            return ""
        role = ' role="presentation"' if picture.decorative else ""
        image = f'<img src="{self._medium(picture_path(picture))}" alt="{escape(picture.alt.plain)}"{role}>'
        caption = f"<figcaption>{self.html(picture.caption.html)}</figcaption>" if picture.caption else ""
        return f"<figure>{image}{caption}</figure>"

    def cloze(self, html: str) -> str:
        """Text whose marked words become clozes, numbered in order: each has a card of its own. Empty without any."""
        number = 0
        whole: list[str] = []
        text = self._placed(html)
        done = 0
        for number, found in enumerate(MARKER.finditer(text), start=1):
            hint = f"::{_inside(found[2])}" if found[2] else ""
            whole += [_plain(text[done : found.start()]), f"{{{{c{number}::{_inside(found[1])}{hint}}}}}"]
            done = found.end()
        return "".join(whole) + _plain(text[done:]) if number else ""

    def _placed(self, html: str) -> str:
        return place_pictures(relink(html, _nowhere), lambda path: self._medium(unescape(path)))

    def _medium(self, path: str) -> str:
        picture = self._pictures.get(path)
        if picture is None:
            return ""
        stem, suffix = posixpath.splitext(_NOT_IN_NAME.sub("-", posixpath.basename(path)))
        name = f"{self._course}-{stem}-{hashlib.sha256(picture.data).hexdigest()[:8]}{suffix}"
        self.media[name] = picture.data
        return name


def harmless(html: str) -> str:
    """``html`` with what Anki would take for sound, LaTeX, MathJax or a field written as character references."""
    return _COMMAND.sub(lambda found: f"&#{ord(found[0])};", html)


def listed(pairs: Iterable[tuple[str, str]], style: str) -> str:
    """Terms and what is said to each, as a definition list; empty without any."""
    rows = "".join(f"<dt>{term}</dt><dd>{said}</dd>" for term, said in pairs)
    return f'<dl class="{style}">{rows}</dl>' if rows else ""


def hints(lines: Iterable[Line], label: str, fields: Fields) -> str:
    """Hints to unfold."""
    found = "".join(f"<p>{fields.html(line.html)}</p>" for line in lines)
    return f"<details><summary>{escape(label)}</summary>{found}</details>" if found else ""


def _nowhere(_thing: str) -> None:
    return None


def _inside(words: str) -> str:
    return _plain(words.strip()).replace(":", "&#58;")


def _plain(html: str) -> str:
    return harmless(html).replace("{", "&#123;").replace("}", "&#125;")
