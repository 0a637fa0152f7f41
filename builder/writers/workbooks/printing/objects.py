"""What goes into the file, made once: a PDF is hashed for its identifier as well as written."""

from __future__ import annotations

from typing import Any


def make_once(pdf: Any) -> None:
    """Turn each object of ``pdf``, a finished pydyf file, into its bytes: pydyf makes them each time that it is asked.

    What an object was made of is let go one by one.
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
