"""One text from source to XHTML and plain words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from typing import NamedTuple

from builder.diagnostics.suggest import did_you_mean
from builder.prose import simple
from builder.prose.flaw import Flaw
from builder.prose.markdown import Engine, clean
from builder.prose.tree import Sheet, escaped
from builder.prose.values import PLACEHOLDER, Values

_MARKER = re.compile(r"\[\[([^\[\]\n]+)\]\]")
_MARKER_PLACEHOLDER = 0xF8000
_STAND_INS = re.compile("[\U000f0000-\U000ffffd]")
_TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|!--|!\[CDATA\[|\?xml|!DOCTYPE)", re.IGNORECASE)
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_BLANK_LINES = re.compile(r"[ \t]*\n[ \t]*(?:\n\s*)?")
_COSTLY = 5_000_000
"""Opening brackets times characters: for each bracket Python-Markdown looks through the rest of the text."""


Asked = tuple[bool, str, str]
"""What is rendered: whether it is a line, its source, and its file where that matters."""


class Rendered(NamedTuple):
    """A text as XHTML and as plain words, and what is wrong in it."""

    html: str
    plain: str
    flaws: tuple[Flaw, ...] = ()


class Renderer:
    """Renders texts of one edition; equal texts once."""

    def __init__(
        self, pictures: Collection[str], values: Values | None = None, known: dict[Asked, Rendered] | None = None
    ) -> None:
        """``pictures`` are the known paths from the course's root; without ``values`` an expression is a flaw.

        ``known`` holds texts without values that any renderer with the same pictures has rendered, and gets more.
        """
        self._pictures = pictures
        self._values = values
        self._engine = Engine()
        self._known: dict[Asked, Rendered] = {}
        self._of_all = {} if known is None else known

    def render(self, source: str, *, inline: bool, file: str) -> Rendered:
        """``source`` as a line (``inline``) or as blocks; pictures are looked for beside ``file``."""
        if simple.BARE.fullmatch(source):
            return Rendered(source if inline or not source else f"<p>{source}</p>", source)
        key = (inline, source, file if "![" in source else "")
        kept = self._known if "{{" in source else self._of_all
        known = kept.get(key)
        if known is None:
            known = kept[key] = self._rendered(source, inline=inline, file=file)
        return known

    def _rendered(self, source: str, *, inline: bool, file: str) -> Rendered:
        if "{{" not in source and "[[" not in source:
            return self._marked_up(clean(source), source, inline=inline, file=file)
        text, values, flaws = self._filled(_STAND_INS.sub("", clean(source)))
        markers: list[str] = []

        def put(found: re.Match[str]) -> str:
            markers.append(found[0])
            return chr(_MARKER_PLACEHOLDER + len(markers) - 1)

        rendered = self._marked_up(_MARKER.sub(put, text), source, inline=inline, file=file)
        stand_ins = {PLACEHOLDER + n: value for n, value in enumerate(values)}
        for n, marker in enumerate(markers):
            stand_ins[_MARKER_PLACEHOLDER + n] = marker.translate(stand_ins)
        quoted = {code: escaped(value).replace('"', "&quot;") for code, value in stand_ins.items()}
        return Rendered(rendered.html.translate(quoted), rendered.plain.translate(stand_ins), (*flaws, *rendered.flaws))

    def _filled(self, text: str) -> tuple[str, tuple[str, ...], tuple[Flaw, ...]]:
        if "{{" not in text:
            return text, (), ()
        if self._values is None:
            help_ = "write the words themselves: values are made of the organisation's texts"
            flaw = Flaw("template-syntax", "a value inside the organisation's own text", help_, text.index("{{"), 2)
            return text, (), (flaw,)
        filled = self._values.fill(text)
        return filled.text, filled.values, filled.flaws

    def _marked_up(self, text: str, source: str, *, inline: bool, file: str) -> Rendered:
        text = simple.one_line(text) if inline else text.strip(" \t\r\n")
        known = simple.line(text) if inline else simple.prose(text)
        return Rendered(*known) if known else self._markdown(text, source, inline=inline, file=file)

    def _markdown(self, text: str, source: str, *, inline: bool, file: str) -> Rendered:
        if text.count("[") * len(text) > _COSTLY:
            help_ = "take square brackets away, or split the text"
            flaw = Flaw("wrong-type", f"a text with {text.count('[')} square brackets", help_, source.find("["))
            return Rendered(escaped(text), text, (flaw,))
        sheet = Sheet(lambda address, alt: self._picture(address, alt, posixpath.dirname(file)))
        try:
            sheet.children(self._engine.line(text) if inline else self._engine.prose(text))
        except RecursionError:
            flaw = Flaw("wrong-type", "the marks of this text are nested too deep", "nest lists and quotes less deep")
            return Rendered(escaped(text), text, (flaw,))
        plain = "".join(sheet.plain)
        plain = simple.one_line(plain) if inline else _BLANK_LINES.sub("\n", plain).strip(" \n")
        flaws = tuple(_placed(flaw, source) for flaw in sheet.flaws) + _tags(source)
        return Rendered("".join(sheet.html).strip(" \n"), plain, flaws)

    def _picture(self, address: str, alt: str, folder: str) -> str | Flaw:
        path = posixpath.normpath(posixpath.join(folder, address))
        if ":" in address or address.startswith("/") or path.startswith("../"):
            help_ = "put a copy of the picture beside the file that shows it"
            return Flaw(
                "outside-path", f"the picture '{address[:60]}' is outside of the course", help_, -1, len(address)
            )
        if path not in self._pictures:
            beside = [posixpath.relpath(known, folder or ".") for known in self._pictures]
            help_ = did_you_mean(address, beside) or "put the picture beside the file that shows it"
            return Flaw("missing-picture", f"there is no picture '{address[:60]}'", help_, -1, len(address))
        if not alt.strip():
            help_ = "say between the square brackets what the picture shows"
            return Flaw("missing-alt", f"the picture '{address}' has no text alternative", help_, -1, len(address))
        return path


def _placed(flaw: Flaw, source: str) -> Flaw:
    if flaw.start >= 0:
        return flaw
    quoted = re.search(r"'(.*)'", flaw.message)
    at = source.find(quoted[1]) if quoted else source.find("#")
    return Flaw(flaw.code, flaw.message, flaw.help, max(at, 0), flaw.length)


def _tags(source: str) -> tuple[Flaw, ...]:
    if "<" not in source:
        return ()
    outside = _CODE.sub(lambda code: "`" * len(code[0]), source)
    help_ = "use Markdown's marks, or put `backticks` around what readers should see as it is"
    return tuple(
        Flaw(
            "unsafe-html", f"raw HTML '{source[found.start() : found.end()][:40]}'", help_, found.start(), len(found[0])
        )
        for found in _TAG.finditer(outside)
    )
