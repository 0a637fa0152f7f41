"""The libraries that an output depends on, by their versions."""

from __future__ import annotations

import ctypes
import sqlite3
import zlib
from functools import cache

from builder.build.noop import environment

_NATIVE = (
    ("libpango-1.0.so.0", "pango_version_string", ctypes.c_char_p),
    ("libharfbuzz.so.0", "hb_version_string", ctypes.c_char_p),
    ("libfontconfig.so.1", "FcGetVersion", ctypes.c_int),
)
"""Libraries of the system that lay out books, and the functions that tell their versions."""


@cache
def libraries() -> str:
    """Python, its packages, and the libraries of the system that shape outputs, each with its version."""
    found = [environment(), f"zlib {zlib.ZLIB_RUNTIME_VERSION}", f"sqlite {sqlite3.sqlite_version}"]
    for name, function, answer in _NATIVE:
        try:
            ask = getattr(ctypes.CDLL(name), function)
        except (OSError, AttributeError):
            continue
        ask.restype = answer
        found.append(f"{name} {ask()!r}")
    return "\n".join(found)
