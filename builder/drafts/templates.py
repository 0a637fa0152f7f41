"""The files that drafts are made from, with names like ``$title`` to fill in."""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Template

TEMPLATES = Path(__file__).resolve().parent.parent / "templates" / "new"
_PLAIN = re.compile(r"[^\W\d_](?:[\w ()/.\u2019-]*[\w).\u2019])?")
_NEVER_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def filled(name: str, **values: str) -> str:
    """The template at ``name`` with ``values`` put in as they are; YAML texts come from `scalar`."""
    return Template((TEMPLATES / name).read_text(encoding="utf-8")).substitute(values)


def scalar(text: str) -> str:
    """``text`` as YAML has it on one line: bare where every parser takes it for the same text, else in quotes."""
    bare = _PLAIN.fullmatch(text) and text.lower() not in _NEVER_TEXT
    return text if bare else json.dumps(text, ensure_ascii=False)


def indented(text: str, indent: str) -> str:
    """Every line of ``text`` that isn't empty behind ``indent``."""
    return "".join(f"{indent}{line}" if line.strip() else line for line in text.splitlines(keepends=True))
