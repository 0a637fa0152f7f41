"""The messages of the program: every text given to gettext in Python and in templates.

``python tests/messages.py`` brings the catalogues in builder/locale/messages up to date: what is gone leaves, what is
new arrives without a translation. Python is read as a syntax tree, because calls inside f-strings count too.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1] / "builder"
MESSAGES = ROOT / "locale" / "messages"
TEMPLATES = {".html", ".css", ".xml", ".svg", ".txt", ".md", ".opf", ".xhtml"}
BETWEEN = "\x04"
"""What stands between a context and its message, as in a compiled catalogue."""
Message = str | tuple[str, str]


def messages() -> dict[Message, str]:
    """Each message, or its singular and plural, with the file that it was first found in."""
    found: dict[Message, str] = {}
    for path in sorted(ROOT.rglob("*")):
        place = path.relative_to(ROOT).as_posix()
        if path.suffix == ".py":
            said = _in_python(path)
        elif path.suffix in TEMPLATES and place.startswith("templates/"):
            said = _in_template(path)
        else:
            continue
        for message in said:
            found.setdefault(message, place)
    return found


def _in_python(path: Path) -> Iterator[Message]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if name == "ngettext" and len(texts) > 1:
                yield texts[0], texts[1]
            elif name == "pgettext" and len(texts) > 1:
                yield BETWEEN.join(texts[:2])
            elif name in {"gettext", "_"} and texts:
                yield texts[0]


def _in_template(path: Path) -> Iterator[Message]:
    keywords = {"gettext": None, "_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
    with path.open("rb") as file:
        for _line, message, _comments, context in extract("jinja2", file, keywords=keywords):
            if isinstance(message, str):
                yield f"{context}{BETWEEN}{message}" if context else message
            else:
                yield message[0], message[1]


def read(path: Path) -> Catalog:
    """A catalogue in the format of gettext."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def renewed(path: Path) -> bytes:
    """The catalogue at ``path`` with exactly today's messages."""
    old = read(path)
    new = Catalog(locale=path.stem, header_comment=old.header_comment, fuzzy=False)
    new.mime_headers = [(k, v) for k, v in old.mime_headers if k in ("Language", "Plural-Forms", "Content-Type")]
    for message in messages():
        context, said = message.split(BETWEEN) if isinstance(message, str) and BETWEEN in message else (None, message)
        known = old.get(said if isinstance(said, str) else said[0], context)
        string = known.string if known and isinstance(known.string, str) == isinstance(said, str) else ""
        new.add(said, string or ("" if isinstance(said, str) else ("", "")), context=context)
    made = io.BytesIO()
    write_po(made, new, width=116, sort_output=True, omit_header=False)
    kept = (b'"Language: ', b'"Plural-Forms:', b'"Content-Type:')
    lines = made.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if b'\\n"' not in line or line.startswith(kept))


if __name__ == "__main__":
    for catalogue in sorted(MESSAGES.glob("*.po")):
        catalogue.write_bytes(renewed(catalogue))
