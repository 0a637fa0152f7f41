"""Eight words in a row of a source whose fingerprint the course holds: its facts are ours to tell, its words aren't."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.checks.content.writings import Passage, Writing
from builder.diagnostics import Diagnostic
from builder.diagnostics.locate import part_place
from builder.identity.windows import WORDS, windows, windows_of, words_of
from builder.model.edition import Edition

_SHOWN = 12


def check_copied(edition: Edition, written: Sequence[Writing], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """The first word of each passage that a source has too."""
    owners: dict[bytes, str] = {}
    for fingerprint in edition.course.fingerprints:
        owners.update(dict.fromkeys(map(bytes.fromhex, fingerprint.windows.split()), str(fingerprint.source)))
    if owners:
        for writing in written:
            for passage in writing.passages():
                yield from _copied(passage, owners, texts)


def _copied(passage: Passage, owners: Mapping[bytes, str], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    text = passage.writing.text[passage.start : passage.end]
    if owners.keys().isdisjoint(windows_of(text)):
        return
    found = words_of(text)
    words = [word for word, _ in found]
    until = -1
    for start, window in enumerate(windows(words)):
        if window in owners and start > until:
            until = _run(words, start, owners)
            shown = " ".join(words[start : min(until + WORDS, start + _SHOWN)])
            count = until - start + WORDS
            message = f"{count} words in a row of the source '{owners[window]}': “{shown}{' …' * (count > _SHOWN)}”"
            at = passage.writing.text.casefold().find(words[start], passage.start + found[start][1])
            place = part_place(
                texts, passage.writing.place, passage.writing.text, max(at, passage.start), len(words[start])
            )
            yield Diagnostic("copied-words", message, place, "say it in words of your own", len(words[start]))


def _run(words: list[str], start: int, owners: Mapping[bytes, str]) -> int:
    """The last window in a row that a source has too."""
    for at, window in enumerate(windows(words[start:]), start):
        if window not in owners:
            return at - 1
    return len(words) - WORDS
