"""The catalogue of one language. Message ids are the English texts; ``messages/<language>.po`` holds the others."""

from __future__ import annotations

import gettext
import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.model.organisation import Duration

PROGRAM_FILES = ("locale/messages/{language}.po",)
MESSAGES = Path(__file__).parent / "messages"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


class Catalogue:
    """Interface words in one language."""

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        """``language`` is a BCP 47 code; ``translations`` answers an unknown message with itself."""
        self.language = language
        self.direction = "rtl" if language.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT else "ltr"
        self._translations = translations

    def gettext(self, message: str, **values: object) -> str:
        """The message in this language, with ``{name}`` filled from ``values``."""
        text = self._translations.gettext(message)
        return text.format(**values) if values else text

    def pgettext(self, context: str, message: str) -> str:
        """The message in this language where one English word has several meanings: ``context`` says which."""
        return self._translations.pgettext(context, message)

    def ngettext(self, one: str, many: str, count: int, **values: object) -> str:
        """The message for ``count``, with ``{count}`` and ``{name}`` filled in."""
        return self._translations.ngettext(one, many, count).format(count=count, **values)

    def unit(self, duration: Duration) -> str:
        """The unit of a duration in the right number: ``working hours``."""
        text = self.duration(duration)
        return text.replace(str(duration.count), "", 1).strip()

    def duration(self, duration: Duration) -> str:
        """A duration as people read it: ``4 working hours``."""
        n = duration.count
        match duration.unit:
            case "minute":
                return self.ngettext("{count} minute", "{count} minutes", n)
            case "hour":
                return self.ngettext("{count} hour", "{count} hours", n)
            case "working hour":
                return self.ngettext("{count} working hour", "{count} working hours", n)
            case "day":
                return self.ngettext("{count} day", "{count} days", n)
            case "working day":
                return self.ngettext("{count} working day", "{count} working days", n)
            case "week":
                return self.ngettext("{count} week", "{count} weeks", n)
            case "month":
                return self.ngettext("{count} month", "{count} months", n)


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of ``language``; English, and a language without a file, answer with the message ids."""
    path = MESSAGES / f"{language}.po"
    if not path.is_file():
        return Catalogue(language, gettext.NullTranslations())
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - babel is slow to import and English needs none
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = io.BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return Catalogue(language, gettext.GNUTranslations(compiled))
