"""Forms as viewers and readers expect them: what WeasyPrint writes, put right before the file is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_RADIO = 1 << 15


def mend_forms(document: Any, pdf: Any) -> None:
    """Put right the form of ``pdf``, a pydyf file made of WeasyPrint's ``document``; without one, nothing happens."""
    form = pdf.catalog.get("AcroForm")
    if form:
        _group_buttons(pdf, form)
        _name_letters(document, pdf)


def _group_buttons(pdf: Any, form: Any) -> None:
    """Radio buttons belong to their group alone, say which choice they are, and can be taken back.

    The title of a button comes as two lines, that of its group and its own.
    """
    import pydyf  # type: ignore[import-untyped]  # noqa: PLC0415 - comes with WeasyPrint

    groups = {one.reference: one for one in _dictionaries(pdf) if "Kids" in one and one.get("FT") == "/Btn"}
    buttons = set()
    for one in _dictionaries(pdf):
        if one.get("Subtype") == "/Widget" and one.get("Parent") in groups:
            buttons.add(one.reference)
            group, _, choice = one["TU"].string.partition("\n")
            one["TU"] = pydyf.String(f"{group}: {choice}")
            groups[one["Parent"]]["TU"] = pydyf.String(group)
            del one["T"]
    for group in groups.values():
        group["Ff"] = _RADIO
    form["Fields"] = pydyf.Array(one for one in form["Fields"] if one not in buttons)


def _name_letters(document: Any, pdf: Any) -> None:
    """Say which letters the glyphs are that a font chose itself, such as figures of one width.

    A font that fields use is embedded whole, with the letters of its plain glyphs alone.
    """
    by_reference = {one.reference: one for one in pdf.objects}
    used = {font.name: font for font in document.fonts.values() if font.used_in_forms}
    for one in _dictionaries(pdf):
        font = used.get(one.get("BaseFont")) if one.get("Subtype") == "/Type0" else None
        if font is not None:
            _add_letters(by_reference[one["ToUnicode"]].stream, font.to_unicode)


def _add_letters(stream: list[bytes], letters: Mapping[int, str]) -> None:
    known = {line.split(b">")[0][1:] for line in stream if line.startswith(b"<")}
    new = [(b"%04x" % glyph, text) for glyph, text in sorted(letters.items())]
    rows = [
        b"<%s> <%s>" % (glyph, text.encode("utf-16-be").hex().encode()) for glyph, text in new if glyph not in known
    ]
    end = stream.index(b"endcmap")
    for at in range(0, len(rows), 100):
        batch = rows[at : at + 100]
        stream[end:end] = [b"%d beginbfchar" % len(batch), *batch, b"endbfchar"]


def _dictionaries(pdf: Any) -> Iterator[Any]:
    import pydyf  # noqa: PLC0415 - comes with WeasyPrint

    return (one for one in pdf.objects if isinstance(one, pydyf.Dictionary))
