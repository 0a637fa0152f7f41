"""What the engine needn't read: a page's finished HTML waits aside while the engine frames the page.

The engine takes such HTML over as it is, after parsing it three times. So it gets the page with a mark in the place of
each part; afterwards the parts go back where the marks stand, in the pages and in the search index.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from builder.build.search_text import Pieces, kept_text, pieces_of

_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_PLACE = re.compile(f"{_OPEN}([0-9]+){_CLOSE}(?=</div>)")
_PART = re.compile(r'(<div class="[^"<>]*"[^<>]*>)(.+)</div>', re.DOTALL)
_HEADING = re.compile(r"(#+) .*")
_FRONT = "\n---\n\n"
_HINT = re.compile(r'\s?data-search-\w+="[^"]+"')
"""What only the search reads; the theme takes it out of pages."""
_INDEX = "search/search_index.json"


class Part(NamedTuple):
    """Finished HTML, whole and cut for the search."""

    html: str
    pieces: Pieces


class LostPartError(Exception):
    """The engine's page isn't the one it was given: a part has no place there, or two."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stage whose pages hold marks, and what they stand for: the parts by page (``lessons/x.html``)."""

    files: Mapping[str, bytes]
    parts: Mapping[str, tuple[Part, ...]]

    def put_back(self, made: Mapping[str, bytes]) -> dict[str, bytes]:
        """The engine's files as it makes them of the whole stage; raises LostPartError."""
        whole = {page: _whole_page(page, made[page].decode(), parts) for page, parts in self.parts.items()}
        index = {_INDEX: self._index(made[_INDEX])} if _INDEX in made else {}
        return {**made, **whole, **index}

    def _index(self, index: bytes) -> bytes:
        data = json.loads(index)
        for entry in data["docs"]:
            parts = self.parts.get(entry["location"].partition("#")[0] or "index.html")
            if parts:
                entry["text"] = kept_text(parts[int(mark)].pieces for mark in _MARK.findall(entry["text"]))
        return json.dumps(data, separators=(",", ":")).encode()


def set_aside(staged: Mapping[str, bytes]) -> SetAside:
    """A stage with marks instead of finished HTML, but for pages whose place in the search isn't certain then."""
    files, parts = dict(staged), {}
    for path, data in staged.items():
        if path.startswith("docs/") and path.endswith(".md"):
            page, taken = _parted(data.decode())
            if taken:
                files[path] = page.encode()
                parts[f"{path.removeprefix('docs/').removesuffix('.md')}.html"] = taken
    return SetAside(files, parts)


def _parted(page: str) -> tuple[str, tuple[Part, ...]]:
    """The page with marks, and what they stand for; nothing where the page has to stay as it is."""
    front, _, body = page.partition(_FRONT)
    blocks, taken, levels = [], list[str](), set[int]()
    for block in body.rstrip("\n").split("\n\n"):
        if part := _PART.fullmatch(block):
            blocks.append(f"{part[1]}{_OPEN}{len(taken)}{_CLOSE}</div>")
            taken.append(part[2])
        elif heading := _HEADING.fullmatch(block):
            blocks.append(block)
            levels.add(len(heading[1]))
        else:
            return page, ()
    cut = [Part(html, pieces) for html in taken if (pieces := pieces_of(html, levels))]
    if _OPEN in page or len(cut) < len(taken):
        return page, ()
    return front + _FRONT + "\n\n".join(blocks) + "\n", tuple(cut)


def _whole_page(path: str, page: str, parts: tuple[Part, ...]) -> bytes:
    pieces = _PLACE.split(page)
    if pieces[1::2] != [str(number) for number in range(len(parts))]:
        message = f"{path}: the engine has lost a part of the page"
        raise LostPartError(message)
    pieces[1::2] = (_HINT.sub("", part.html) if "data-search-" in part.html else part.html for part in parts)
    return "".join(pieces).encode()
