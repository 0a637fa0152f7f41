"""What goes into the file, each part turned into bytes once and as soon as it is done."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


def joined(paint: Callable[..., None], stream: Any, scale: float) -> None:
    """Paint a page, and keep its compressed bytes instead of the thousands of pieces that WeasyPrint draws it with."""
    paint(stream, scale)
    drawn = b"\n".join(map(_as_bytes, stream.stream))
    if stream.compress:
        drawn = zlib.compress(drawn, level=9)
        stream.extra["Filter"] = "/FlateDecode"
        stream.compress = False
    stream.stream[:] = [drawn]


def make_once(pdf: Any) -> None:
    """Turn each object of ``pdf``, a finished pydyf file, into its bytes: pydyf makes them each time that it is asked.

    It asks twice, for the file and for its identifier. What an object was made of is let go one by one.
    """
    import pydyf  # type: ignore[import-untyped]  # noqa: PLC0415 - comes with WeasyPrint

    class Made(pydyf.Object):  # type: ignore[misc]  # pydyf has no types
        data = b""
        compressible = True

    for at, one in enumerate(pdf.objects):
        if one.free != "f":
            made = Made()
            made.number, made.generation = one.number, one.generation
            made.data, made.compressible = one.data, one.compressible
            pdf.objects[at] = made


@contextmanager
def pages_listed_once() -> Iterator[None]:
    """Have pydyf list a file's pages when there are more of them: WeasyPrint asks for each element that has a tag."""
    import pydyf  # noqa: PLC0415 - comes with WeasyPrint

    class Listing(pydyf.PDF):  # type: ignore[misc]  # pydyf has no types
        listed: tuple[bytes, ...] = ()

        @property
        def page_references(self) -> tuple[bytes, ...]:
            if len(self.listed) != self.pages["Count"]:
                self.listed = super().page_references
            return self.listed

    usual, pydyf.PDF = pydyf.PDF, Listing
    try:
        yield
    finally:
        pydyf.PDF = usual


def _as_bytes(piece: Any) -> bytes:
    """A piece of a drawing as pydyf would write it: bytes, a string, or the properties of what is tagged."""
    if isinstance(piece, bytes):
        return piece
    return piece.encode("ascii") if isinstance(piece, str) else bytes(piece.data)
