# ruff: noqa: INP001 - a script beside what it makes, no package
"""Make the fonts of print from the web fonts that npm's @fontsource packages hold.

A PDF needs each face as one TrueType file, the web has one file a range of letters. Usage, with the unpacked
packages below FOLDER (``npm pack @fontsource/…``): ``python site/fonts/make_print_fonts.py FOLDER``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

PRINT = Path(__file__).parent / "print"
FACES = ("400-normal", "400-italic", "700-normal", "700-italic")
FAMILIES = ("atkinson-hyperlegible-next", "literata")
SYMBOLS = {"noto-sans-math-latin": "←↑→↓↔⇐⇒⇔≤≥≠≈∞∑√‰\N{PRIME}″‡µ✓★☆●○■□▲△▶▼◆◇", "noto-sans-symbols-2-symbols": "✔✗✘☐☑☒"}

TWINS = {0x2010: "-", 0x2011: "-", 0x2012: "\N{EN DASH}", 0x2015: "—", 0x202F: " "}
"""Characters that the families lack, and the one whose glyph serves for each."""


def unpacked(path: Path) -> TTFont:
    """The font in a woff2 file, with the modification time it was made with."""
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = None
    return font


def merged(files: list[Path]) -> TTFont:
    """One font of several files of the same face, the first one's names and times kept."""
    with TemporaryDirectory() as folder:
        parts = []
        for number, file in enumerate(files):
            parts.append(f"{folder}/{number}.ttf")
            unpacked(file).save(parts[-1])
        made = Merger().merge(parts)
    first = unpacked(files[0])
    made["name"], made["OS/2"].usWeightClass = first["name"], first["OS/2"].usWeightClass
    made["head"].created, made["head"].modified = first["head"].created, first["head"].modified
    made.recalcTimestamp = False
    for table in made["cmap"].tables:
        for character, twin in TWINS.items():
            if table.isUnicode() and ord(twin) in table.cmap:
                table.cmap.setdefault(character, table.cmap[ord(twin)])
    return made


def main(folder: Path) -> None:
    """Write every face below ``site/fonts/print``."""
    for family in FAMILIES:
        for face in FACES:
            found = [
                folder / family / "package" / "files" / f"{family}-{part}-{face}.woff2"
                for part in ("latin", "latin-ext")
            ]
            merged(found).save(PRINT / f"{family}-{face}.ttf")
    for file, letters in SYMBOLS.items():
        family = "-".join(file.split("-")[:-1])
        font = unpacked(folder / family / "package" / "files" / f"{file}-400-normal.woff2")
        subsetter = Subsetter(Options(layout_features=[], notdef_outline=True, hinting=False))
        subsetter.populate(text=letters)
        subsetter.subset(font)
        font.save(PRINT / f"{family}-400-normal.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
