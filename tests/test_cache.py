"""The cache: what is kept comes back whole, what is damaged is a miss."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.build.cache import Cache
from builder.writers.artefact import Declined, Written

PATHS = st.text(alphabet="abc/é", min_size=1, max_size=6)
WORDS = st.text(max_size=6)
WRITTEN = st.builds(
    Written,
    files=st.dictionaries(PATHS, st.binary(max_size=20), max_size=3),
    losses=st.lists(st.builds(Declined, thing=WORDS, reason=WORDS, whole=st.booleans()), max_size=3).map(tuple),
    labels=st.dictionaries(WORDS, WORDS, max_size=3),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(WRITTEN)
def test_what_is_put_comes_back(tmp_path: Path, written: Written) -> None:
    cache = Cache(tmp_path)
    put = cache.put("ab12", written)
    got = cache.get("ab12")
    assert got == put
    assert {path: cache.blob_path(blob.sha256).read_bytes() for path, blob in put.files.items()} == written.files
    assert put.losses == written.losses
    assert put.labels == written.labels


def test_a_damaged_blob_or_entry_is_a_miss_and_is_mended(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    entry = cache.put("ab12", Written({"a.txt": b"whole"}))
    blob = cache.blob_path(entry.files["a.txt"].sha256)
    blob.write_bytes(b"whol3")
    assert cache.get("ab12") is None
    cache.put("ab12", Written({"a.txt": b"whole"}))
    assert blob.read_bytes() == b"whole"
    for damage in (b"", b"{", b"[]", b'{"files": {"a": 1}}', b"\xff"):
        next(tmp_path.glob("entries-*/*/ab12.json")).write_bytes(damage)
        assert cache.get("ab12") is None


def test_pruning_keeps_what_is_named(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    kept = cache.put("ab12", Written({"a": b"1"}))
    cache.put("cd34", Written({"b": b"2"}))
    cache.prune(["ab12"], [blob.sha256 for blob in kept.files.values()])
    assert cache.get("ab12") == kept
    assert cache.get("cd34") is None
