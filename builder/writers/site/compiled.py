"""Compiled templates, kept beside them as Python keeps its compiled modules: a third of the pages' time otherwise."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Compiled templates, told apart by their text and by the versions of Python and Jinja.

    They stand in memory for the next edition and in ``folder`` for the next build. Where that can't be written, or
    Python is told to write none of its own, they stand in memory alone.
    """

    def __init__(self, folder: Path) -> None:
        """Nothing in memory yet."""
        self._folder = folder
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill ``bucket`` where its template was compiled before."""
        code = self._codes.get(bucket.key)
        if code is None:
            with suppress(OSError):
                code = self._codes[bucket.key] = self._file(bucket).read_bytes()
        if code:
            with suppress(EOFError, TypeError, ValueError):  # a damaged file: the template is compiled again
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._codes[bucket.key] = bucket.bytecode_to_string()
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(handle, "wb") as file:
                file.write(self._codes[bucket.key])
            Path(name).replace(self._file(bucket))

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.jinja"
