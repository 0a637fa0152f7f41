"""What one edited lesson costs those who ask for everything that is made of it, as `course serve` makes it."""

from __future__ import annotations

import html
import re
import time
import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from builder.build.digest import digest
from builder.build.front import compile_course
from builder.serve.on_demand import nodes_for

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_FILES = re.compile(r'href="(/_artefacts/[^"?]+)"')


def read_by_artefacts(root: Path) -> dict[str, str]:
    """A digest of what each artefact of the course's first edition reads, but the site."""
    compiled = compile_course(root).compiled[0]
    return {node.artefact.name: digest(node.artefact.reads) for node in nodes_for(compiled.edition, compiled.plan)}


def asked(preview: str, names: Iterable[str]) -> list[float]:
    """Ask the preview at an address for artefacts, one after the other: wall seconds of each, to the last byte."""
    return [_asked(f"{preview}_artefacts/?make={quote(name, safe='')}") for name in names]


def _asked(address: str) -> float:
    began = time.perf_counter()
    data = _got(address)
    if data.startswith(b"<!doctype html>"):
        for link in _FILES.findall(data.decode()):
            _got(urljoin(address, html.unescape(link)))
    return time.perf_counter() - began


def _got(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own preview
        return bytes(answer.read())
