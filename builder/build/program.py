"""What the program itself contributes to every artefact: its code, its templates, and the libraries it runs on."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

PROGRAM = Path(__file__).resolve().parent.parent
LIBRARIES = (
    "babel", "genanki", "jinja2", "lxml", "markdown", "mkdocs", "mkdocs-material", "pydantic", "pydyf",
    "pygments", "pymdown-extensions", "weasyprint", "fonttools", "pyphen", "tinycss2", "tinyhtml5", "zopfli",
)  # fmt: skip
ENDINGS = frozenset({".py", ".j2", ".html", ".css", ".js", ".po", ".woff2", ".ttf", ".svg", ".yml", ".conf", ".xml"})


@cache
def program_digest() -> str:
    """A digest of all code, templates, styles and fonts, and of the versions of the libraries that shape outputs."""
    hasher = hashlib.sha256()
    for folder in (PROGRAM, PROGRAM.parent / "site"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in ENDINGS and path.is_file():
                hasher.update(f"{path.relative_to(folder).as_posix()}\0".encode())
                hasher.update(path.read_bytes())
    engine = PROGRAM.parent / "mkdocs.yml"
    hasher.update(engine.read_bytes() if engine.is_file() else b"")
    for name in LIBRARIES:
        hasher.update(f"{name} {metadata.version(name)}\n".encode())
    return hasher.hexdigest()
