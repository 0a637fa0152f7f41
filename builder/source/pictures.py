"""Pictures: their media type and their size, read from their first bytes."""

from __future__ import annotations

import re
import struct

from builder.diagnostics import Diagnostic, Place
from builder.model.edition import PictureFile
from builder.source.svg import check_svg

MEDIA_TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
}
_PNG = b"\x89PNG\r\n\x1a\n"
_VIEW_BOX = re.compile(r"""\bviewBox\s*=\s*["']\s*[-+.\d]+[\s,]+[-+.\d]+[\s,]+([.\d]+)[\s,]+([.\d]+)\s*["']""")
_LENGTH = re.compile(r"""\b(width|height)\s*=\s*["']\s*([.\d]+)(?:px)?\s*["']""")
_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def suffix_of(path: str) -> str:
    """The end of a file's name after its last dot, in small letters."""
    return path.rpartition(".")[2].lower()


def read_picture(path: str, data: bytes) -> tuple[PictureFile, tuple[Diagnostic, ...]]:
    """The picture with its size in CSS pixels (0 where unknown), and a finding when it isn't what its name says."""
    media_type = MEDIA_TYPES[suffix_of(path)]
    size = _SIZES[media_type](data)
    findings = tuple(check_svg(path, data)) if media_type == "image/svg+xml" else ()
    if size is None and not findings:
        kind = suffix_of(path).upper()
        message = f"this is not a picture of the kind {kind}"
        findings = (
            Diagnostic("unsafe-picture", message, Place(path), f"save it as {kind}, or change the end of its name"),
        )
    width, height = size or (0, 0)
    return PictureFile(path, data, media_type, width, height), findings


def _png(data: bytes) -> tuple[int, int] | None:
    return struct.unpack(">II", data[16:24]) if data[:8] == _PNG and len(data) >= 24 else None  # noqa: PLR2004 - IHDR


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Width and height from the first start-of-frame segment (ITU T.81)."""
    at = 2
    if data[:2] != b"\xff\xd8":
        return None
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - a marker's first byte
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _START_OF_FRAME:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + max(length, 2)
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    """Width and height from the first chunk (RFC 9649)."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:  # noqa: PLR2004 - the longest header
        return None
    chunk = data[12:16]
    if chunk == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if chunk == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", data[26:30])
    return width & 0x3FFF, height & 0x3FFF


def _svg(data: bytes) -> tuple[int, int] | None:
    """Width and height from the root's attributes or its view box."""
    text = data[:4096].decode(errors="replace")
    start = text.find("<svg")
    if start < 0:
        return None
    root = text[start : text.find(">", start)]
    lengths = dict(_LENGTH.findall(root))
    box = _VIEW_BOX.search(root)
    width = lengths.get("width") or (box[1] if box else "0")
    height = lengths.get("height") or (box[2] if box else "0")
    return _pixels(width), _pixels(height)


def _pixels(number: str) -> int:
    try:
        return min(round(float(number)), 100_000)
    except (ValueError, OverflowError):
        return 0


_SIZES = {"image/svg+xml": _svg, "image/png": _png, "image/jpeg": _jpeg, "image/webp": _webp}
