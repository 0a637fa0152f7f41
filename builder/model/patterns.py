"""Plain values with a form of their own: months, languages, addresses, colours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

_MONTH = r"^[0-9]{4}-(0[1-9]|1[0-2])$"
_LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_VERSION = r"^[0-9A-Za-z][0-9A-Za-z.+-]{0,39}$"
_ADDRESS = r"""^https?://[^\s"'<>\\^`{|}]+$"""
_ADDRESS_OR_NONE = r"""^(https?://[^\s"'<>\\^`{|}]+)?$"""
_WINDOWS = r"^[0-9a-f]{10}(\s+[0-9a-f]{10})*$"
_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_DAY_FORM = "day_form"
_CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
_COLOUR = r"^#[0-9a-fA-F]{6}$"

Month = Annotated[str, StringConstraints(pattern=_MONTH)]
"""A month as YYYY-MM."""

Language = Annotated[str, StringConstraints(pattern=_LANGUAGE)]
"""A language as BCP 47 has it: ``en``, ``pt-BR``."""

Version = Annotated[str, StringConstraints(pattern=_VERSION)]
"""A version that can stand in file names and addresses."""

Address = Annotated[str, StringConstraints(pattern=_ADDRESS)]
"""An absolute web address."""

AddressOrNone = Annotated[str, StringConstraints(pattern=_ADDRESS_OR_NONE)]
"""An absolute web address, or nothing."""

Colour = Annotated[str, StringConstraints(pattern=_COLOUR)]
"""A colour as CSS has it, in six hexadecimal digits."""

Clock = Annotated[str, StringConstraints(pattern=_CLOCK)]
"""A time of day as HH:MM, 00:00 to 23:59."""


def _is_day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError(_DAY_FORM, "is not a day of the calendar") from None
    return value


Day = Annotated[str, StringConstraints(pattern=_DAY), AfterValidator(_is_day)]
"""A day as YYYY-MM-DD."""

Windows = Annotated[str, StringConstraints(pattern=_WINDOWS, strip_whitespace=True)]
"""Hashes of five bytes in hexadecimal digits, with blanks between."""


class Form(NamedTuple):
    """What to say when a value doesn't have the form: the fault, a fix, and a value that has it."""

    fault: str
    help: str
    example: str


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        _MONTH: Form("must be a month", "write it as YYYY-MM, such as '2027-01'", "2027-01"),
        _LANGUAGE: Form("must be a language code", "write a code such as 'en' or 'pt-BR'", "en"),
        _VERSION: Form("must be a version", "write letters, digits, dots and hyphens, such as '1.2.0'", "0"),
        _ADDRESS: Form("must be a web address", "write it with 'https://'", "https://invalid.example/"),
        _ADDRESS_OR_NONE: Form("must be a web address", "write it with 'https://'", ""),
        _WINDOWS: Form("must be hashes", "write the file anew by 'course fingerprint'", "0123456789"),
        _DAY: Form("must be a day", "write it as YYYY-MM-DD, such as '2027-02-09'", "2027-01-01"),
        _CLOCK: Form("must be a time of day", "write it as HH:MM, such as '09:30'", "09:00"),
        _COLOUR: Form("must be a colour", "write '#' and six hexadecimal digits, such as '#1f4e5f'", "#1f4e5f"),
    }
)
"""The forms by pattern."""
