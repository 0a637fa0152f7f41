"""Inputs of every kind, damaged: findings come out, or nothing at all, and never an exception.

A few hundred in every run, ten thousand in the slow one.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import tiny_course
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_fuzz_source import FILES, SNIPPETS, TINY, assert_sound, damaged

from builder.build.cache import Cache
from builder.build.manifest import NAME, Row, encode, read_rows
from builder.diagnostics.codes import CODES
from builder.identity.ledger import accept, parse
from builder.identity.ledger_text import Ledger
from builder.locale import catalogue
from builder.prose.renderer import Renderer
from builder.prose.values import Values
from builder.source.kinds import kind_of, language_of
from builder.source.readings import Readings
from builder.writers.artefact import Written

TEXTS = [file for file in FILES if kind_of(file)]
HURTS = st.lists(
    st.tuples(
        st.sampled_from(["delete", "insert", "replace", "swap", "repeat"]),
        st.integers(0, 20_000),
        st.integers(0, 60),
        st.sampled_from(SNIPPETS) | st.binary(max_size=8),
    ),
    min_size=1,
    max_size=4,
)
VALUES = (
    b"{{ org.name }}", b"{{", b"}}", b"{{ org.standards.email.acknowledge | title }}", b" | ", b".", b"org",
    b"**", b"*", b"`", b"[a](#b)", b"![x](p.svg)", b"| a | b |\n|---|---|\n", b"1. ", b"> ", b"<b>", b"&amp;", b"\\",
    b"words ", b"\n\n", b"{{ org.__class__ }}", b"{{ org['name'] }}", b"{{ org.name() }}", b"{{ 9 ** 9 }}", b"{{ '' }}",
)  # fmt: skip
EPOCH = 1_800_000_000


def hurt(data: bytes, hurts: list[tuple[str, int, int, bytes]]) -> bytes:
    for how, at, length, new in hurts:
        data = damaged(data, how, at, length, new)
    return data


def source(count: int) -> None:
    @settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(TEXTS), HURTS)
    def fuzz(file: str, hurts: list[tuple[str, int, int, bytes]]) -> None:
        text = hurt((TINY / file).read_bytes(), hurts).decode("utf-8", errors="replace")
        readings = Readings()
        kind = kind_of(file)
        assert kind
        readings.take(file, text, kind, language_of(file))
        assert_sound(tuple(readings.findings), {file: text}, TINY)
        assert readings.findings or readings.things or readings.lessons or readings.translations

    fuzz()


def values(count: int) -> None:
    edition = tiny_course.edition()
    put_in = Values({"org": edition.organisation, "course": edition.course.settings}, catalogue("en"))
    renderer = Renderer({"a/p.svg"}, put_in)

    @settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.sampled_from(VALUES) | st.binary(max_size=6), max_size=12), st.booleans())
    def fuzz(parts: list[bytes], inline: bool) -> None:  # noqa: FBT001 - drawn
        text = b"".join(parts).decode("utf-8", errors="replace")
        rendered = renderer.render(text, inline=inline, file="a/lesson.md")
        assert "<script" not in rendered.html
        assert all(flaw.code in CODES for flaw in rendered.flaws)

    fuzz()


def ledger(count: int) -> None:
    whole = accept([tiny_course.edition()], [tiny_course.plan()], Ledger(), EPOCH).encode()

    @settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))
    @given(HURTS)
    def fuzz(hurts: list[tuple[str, int, int, bytes]]) -> None:
        text = hurt(whole, hurts).decode("utf-8", errors="replace")
        found, findings = parse(text)
        assert all(finding.code in CODES for finding in findings)
        assert findings or isinstance(found, Ledger)

    fuzz()


def cache(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = Cache(Path(folder))
        entry = kept.put("ab12", Written({"books/a.pdf": b"book", "b.txt": b"text"}, (), {"first": "3-1"}))
        path = next(Path(folder).glob("entries-*/*/ab12.json"))
        whole = path.read_bytes()

        @settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))
        @given(HURTS)
        def fuzz(hurts: list[tuple[str, int, int, bytes]]) -> None:
            path.write_bytes(data := hurt(whole, hurts))
            assert kept.get("ab12") == (entry if data == whole else None)

        fuzz()


def manifest(count: int) -> None:
    rows = [Row(f"site/{n}.html", "ab" * 32, n, "site", "site", "acme.en", ("modules/a.md",)) for n in range(3)]
    whole = encode("course", "1", rows)

    with tempfile.TemporaryDirectory() as folder:

        @settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))
        @given(HURTS)
        def fuzz(hurts: list[tuple[str, int, int, bytes]]) -> None:
            (Path(folder) / NAME).write_bytes(hurt(whole, hurts))
            for row in read_rows(Path(folder)):
                assert (Path(folder) / row.path).resolve().is_relative_to(Path(folder).resolve())
                json.dumps([row.sha256, row.size, row.kind, row.output, row.edition, *row.sources])

        fuzz()


SHARES: dict[Callable[[int], None], int] = {source: 4_000, values: 2_000, ledger: 1_500, cache: 1_000, manifest: 1_500}
"""How the ten thousand are shared."""


@pytest.mark.parametrize("fuzzed", SHARES, ids=lambda fuzzed: fuzzed.__name__)
def test_some_damaged_inputs(fuzzed: Callable[[int], None]) -> None:
    fuzzed(SHARES[fuzzed] // 50)


@pytest.mark.slow
@pytest.mark.parametrize("fuzzed", SHARES, ids=lambda fuzzed: fuzzed.__name__)
def test_ten_thousand_damaged_inputs(fuzzed: Callable[[int], None]) -> None:
    assert sum(SHARES.values()) == 10_000
    fuzzed(SHARES[fuzzed])
