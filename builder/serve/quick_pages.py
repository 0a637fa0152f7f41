"""Pages without the engine: our own content in the frame that the engine's last build of the page left."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import markdown

from builder.build.html_pass import mend_tables
from builder.build.offline import sized_as
from builder.writers.site import SiteReads, stage_assets, stated
from builder.writers.site.frame import Frame
from builder.writers.site.pages import page_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_HOLE = re.compile(r'(?<=<div class="page page--)([\w-]+">\s*).*(\n *</div>\s*</article>)', re.DOTALL)
_FRONT_MATTER = re.compile(rb"---\n.*?\n---\n+", re.DOTALL)
_FOR_SEARCH = re.compile(r'\s?data-search-\w+="[^"]+"')
"""What the engine's search takes out of a page when it has read it."""
_DOCS = "docs/"
_NOT_SERVED = frozenset({"sw.js"})


def quick_pages(reads: SiteReads, paths: Iterable[str], last: Callable[[str], bytes | None]) -> dict[str, bytes]:
    """The pages at ``paths`` with their newest content; ``last`` gives a page as the engine built it last."""
    frame, statement = Frame(reads.edition, reads.plan), stated(reads.assets)
    made: dict[str, bytes] = {}
    for path in paths:
        before, page = last(path), page_at(frame, statement, path)
        if before is not None and page is not None:
            made[path] = put_in(before.decode(), page.markdown()).encode()
    return made


def warm_up(reads: SiteReads) -> None:
    """Make a page of each folder, so that the first edit finds every template compiled."""
    frame = Frame(reads.edition, reads.plan)
    first = {path.rpartition("/")[0]: path for path in {address.page: None for address in frame.addresses.values()}}
    for path in first.values():
        page = page_at(frame, stated(reads.assets), path)
        put_in("", page.markdown() if page else b"")


def put_in(frame: str, staged: bytes) -> str:
    """The page ``frame`` with the content of the stage file ``staged`` in its hole; without a hole, as it is."""
    content = _FOR_SEARCH.sub("", _html(_FRONT_MATTER.sub(b"", staged, count=1).decode()))
    content = sized_as(mend_tables(content), frame)
    return _HOLE.sub(lambda found: f"{found[1]}{content}{found[2]}", frame, count=1)


def newer_assets(reads: SiteReads, last: Callable[[str], bytes | None]) -> dict[str, bytes]:
    """Styles, scripts and pictures that differ from the last build's."""
    files: Mapping[str, bytes] = stage_assets(reads)
    own = {path.removeprefix(_DOCS): data for path, data in files.items() if path.startswith(_DOCS)}
    return {path: data for path, data in own.items() if path not in _NOT_SERVED and last(path) != data}


def _html(text: str) -> str:
    engine = _engine()
    engine.reset()
    return str(engine.convert(text))


@cache
def _engine() -> markdown.Markdown:
    """Python-Markdown as the site engine sets it up."""
    settings = {"toc": {"toc_depth": 3}}
    return markdown.Markdown(extensions=["toc", "tables", "fenced_code", "attr_list"], extension_configs=settings)
