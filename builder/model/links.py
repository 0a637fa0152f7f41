"""Turning the links and pictures of rendered HTML to what one output needs.

Only our own renderer makes this HTML: links to things of the course read ``<a href="#id">…</a>`` and pictures
``<img src="picture:path" …/>``, with attributes in this order and quoted, so patterns are enough.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.model.base import Picture

_LINK = re.compile(r'<a href="#([^"]*)">(.*?)</a>', re.DOTALL)
_PICTURE = re.compile(r'src="picture:([^"]*)"')


def relink(html: str, address: Callable[[str], str | None]) -> str:
    """Replace each link's ``#id`` by ``address(id)``; where that is None only the link's words stay."""

    def turned(found: re.Match[str]) -> str:
        target = address(found[1])
        return found[2] if target is None else f'<a href="{target}">{found[2]}</a>'

    return _LINK.sub(turned, html) if "<a " in html else html


def place_pictures(html: str, address: Callable[[str], str]) -> str:
    """Replace each picture's source by ``address(path)``."""
    return _PICTURE.sub(lambda found: f'src="{address(found[1])}"', html) if "picture:" in html else html


def linked_ids(html: str) -> Iterator[str]:
    """The ids that the links of ``html`` name."""
    return (found[1] for found in _LINK.finditer(html))


def pictured_paths(html: str) -> Iterator[str]:
    """The paths of the pictures in ``html``."""
    return (found[1] for found in _PICTURE.finditer(html))


def picture_path(picture: Picture) -> str:
    """The path of ``picture`` from the course's root, as `Edition.pictures` knows it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(picture.places.start.file), picture.file))
