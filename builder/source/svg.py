"""SVG pictures: shapes and text alone, nothing that runs and nothing from elsewhere."""

from __future__ import annotations

import re
from xml.parsers import expat

from builder.diagnostics import Diagnostic, Place

_REFUSED = frozenset({"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener"})
_LINKS = frozenset({"href", "src"})
_ELSEWHERE = re.compile(
    r"""@import|url\(\s*["']?\s*(?!["'#\s]|data:(?:image|font)/)|javascript:|expression\(""", re.IGNORECASE
)
_HERE = re.compile(r"#|data:image/(?:png|jpeg|webp)[;,]", re.IGNORECASE)


def check_svg(path: str, data: bytes) -> list[Diagnostic]:
    """What must not stand in the SVG at ``path``, each at its line and column; a fault in the XML ends the list."""
    return _Reader(path).read(data)


class _Reader:
    """Expat's events: no tree, no entities, and the line of everything."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._found: list[Diagnostic] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._element
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        self._in_style = False

    def read(self, data: bytes) -> list[Diagnostic]:
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError as error:
            place = Place(self._path, error.lineno, error.offset + 1)
            message = f"not well-formed XML: {expat.ErrorString(error.code)}"
            self._found.append(Diagnostic("unsafe-picture", message, place, "save it again as SVG"))
        return self._found

    def _note(self, what: str, help_: str) -> None:
        place = Place(self._path, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        self._found.append(Diagnostic("unsafe-picture", f"the picture holds {what}", place, help_))

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        bare = name.rpartition(" ")[2].lower()
        self._in_style = bare == "style"
        if bare in _REFUSED:
            self._note(f"'<{bare[:20]}>'", "save it as plain SVG, shapes and text alone")
        for key, value in attributes.items():
            attribute = key.rpartition(" ")[2].lower()
            if attribute.startswith("on"):
                self._note(f"a script in '{attribute[:20]}'", "take the attribute away")
            elif attribute in _LINKS and not _HERE.match(value.strip()):
                self._note(
                    f"a link to '{value.strip()[:40]}'", "take the link away, or put what it shows into the picture"
                )
            elif attribute not in _LINKS and _ELSEWHERE.search(value):
                self._note(f"a reference in '{attribute[:20]}'", "refer to parts of the picture alone, as url(#id)")

    def _text(self, text: str) -> None:
        if self._in_style and _ELSEWHERE.search(text):
            self._note("a reference in its styles", "refer to parts of the picture alone, as url(#id)")

    def _doctype(self, *_declaration: object) -> None:
        self._note("a document type", "take '<!DOCTYPE …>' away")

    def _instruction(self, target: str, _data: str) -> None:
        self._note(f"an instruction '<?{target[:20]}'", "take it away")
