"""What one edited lesson costs those who ask for everything that is made of it, as `course serve` makes it."""

from __future__ import annotations

import hashlib
import html
import re
import time
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

from builder.build.front import compile_course
from builder.writers.workbooks import artefacts
from builder.writers.workbooks.printing.engine import warm_up

if TYPE_CHECKING:
    from pathlib import Path

_MADE = re.compile(r'href="(/_artefacts/\?make=[^"]+)"')
_FILES = re.compile(r'href="(/_artefacts/[^"?]+)"')


@dataclass(frozen=True)
class Asked:
    """An artefact as it came: a digest of its files, and the wall seconds from the question to the last byte."""

    digest: str
    seconds: float


def everything(preview: str) -> dict[str, Asked]:
    """Ask the preview at an address for each of its artefacts, one after the other, by name."""
    links = _MADE.findall(_got(f"{preview}_artefacts/").decode())
    return {unquote(link.partition("=")[2]): _asked(urljoin(preview, html.unescape(link))) for link in links}


def _asked(address: str) -> Asked:
    began = time.perf_counter()
    data = _got(address)
    if data.startswith(b"<!doctype html>"):
        data = b"".join(_got(urljoin(address, html.unescape(link))) for link in _FILES.findall(data.decode()))
    return Asked(hashlib.sha256(data).hexdigest(), time.perf_counter() - began)


def _got(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own preview
        return bytes(answer.read())


def laid_out(root: Path, names: list[str]) -> float:
    """Wall seconds of laying out those of ``names`` that are books, in a process that has done so before."""
    compiled = compile_course(root).compiled[0]
    warm_up()
    labels: dict[str, dict[str, str]] = {}
    spent = 0.0
    for book in sorted(artefacts(compiled.edition, compiled.plan), key=lambda one: len(one.needs)):
        if book.name not in names:
            continue
        began = time.perf_counter()
        labels[book.name] = dict(book.write(book.reads, labels).labels)
        spent += time.perf_counter() - began
    return spent
