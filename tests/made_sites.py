"""Whole sites on disk: the course that ships, and courses of so many pages."""

from __future__ import annotations

import sys
from pathlib import Path

from site_browser import ROOT, built_edition

from builder.build.front import compile_course

sys.path.insert(0, str(ROOT / "benchmarks"))

from load import ITEMS_A_MODULE, write_course

_OF_NO_MODULE = 7
"""Pages that every course has once: start, practices, about and the like."""
_LESSONS_A_MODULE = 10
_OF_A_MODULE = 1 + _LESSONS_A_MODULE


def real_site(folder: Path) -> Path:
    """The site of the course that ships, for its first organisation."""
    return _site(ROOT, folder)


def large_site(folder: Path, pages: int) -> Path:
    """The site of a made course of about so many pages; its first lesson is ``lessons/lesson-module-0.html``."""
    modules = max(1, (pages - _OF_NO_MODULE) // _OF_A_MODULE)
    write_course(folder / "course", modules * ITEMS_A_MODULE, _LESSONS_A_MODULE)
    return _site(folder / "course", folder)


def _site(root: Path, folder: Path) -> Path:
    first = compile_course(root).compiled[0]
    return built_edition(folder, first.edition, first.plan)
