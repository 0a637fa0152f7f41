"""External ids: each a function of the course's id, the thing's id and (but for the first language) the language.

Never of position, wording or time.
"""

from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.model.edition import EditionKey

_NAMESPACE = uuid.UUID("6f1d4c1e-8c53-5b1e-9a51-1b8a3c0f7a55")
_ANKI_FIRST = 1 << 40
_ANKI_SPAN = 1 << 39


def idnumber(key: EditionKey, thing: str) -> str:
    """Moodle's idnumber and other plain external ids: ``course.thing`` or ``course.language.thing``; at most 100."""
    return ".".join(part for part in (key.course, key.language, thing) if part)


def thing_uuid(key: EditionKey, kind: str, thing: str) -> uuid.UUID:
    """A name-based UUID (version 5, RFC 9562) for formats that want one; ``kind`` keeps uses apart."""
    return uuid.uuid5(_NAMESPACE, f"{kind}/{idnumber(key, thing)}")


def iri(address: str, key: EditionKey, thing: str) -> str:
    """An IRI below the course's address: ``https://…/id/thing`` or ``https://…/id/language/thing``."""
    return "/".join(part for part in (address.rstrip("/"), "id", key.language, thing) if part)


def anki_guid(key: EditionKey, thing: str) -> str:
    """A note's guid: 16 hexadecimal digits."""
    return _digest(f"anki-note/{idnumber(key, thing)}").hex()[:16]


def anki_id(key: EditionKey, kind: str, thing: str) -> int:
    """A constant number for a model, deck, note or card.

    Anki reads it as milliseconds: all stand for moments from 2004 to 2022, for it replaces an id from the future.
    """
    number = int.from_bytes(_digest(f"anki-{kind}/{idnumber(key, thing)}")[:8], "big")
    return _ANKI_FIRST + number % _ANKI_SPAN


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
