"""The digest over frozen values: what counts and what doesn't."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.build.digest import digest
from builder.diagnostics import Place, Places
from builder.model.items import Option
from builder.model.text import Line

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.binary(max_size=8),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


def option(text: str, line: int = 1) -> Option:
    return Option.model_validate(
        {"id": "a", "text": Line(text, html=text, plain=text), "rationale": "r", "\0place": Places(Place("f", line, 1))}
    )


@given(PLAIN, PLAIN)
def test_only_equal_values_share_a_digest(one: object, other: object) -> None:
    assert (digest(one) == digest(other)) == (repr(one) == repr(other) or _same(one, other))


def _same(one: object, other: object) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(_same(a, b) for a, b in zip(one, other, strict=True))
    return type(one) is type(other) and one == other


def test_a_thing_that_moved_in_its_file_has_not_changed() -> None:
    assert digest(option("x", line=1)) == digest(option("x", line=9))
    assert digest(option("x")) != digest(option("y"))


def test_parts_cannot_run_into_each_other() -> None:
    assert digest(("ab", "c")) != digest(("a", "bc"))
    assert digest((("a",), "b")) != digest((("a", "b"),))


def test_it_is_the_same_in_a_process_with_another_hash_seed() -> None:
    program = "from builder.build.digest import digest; print(digest({'b': 1, 'a': (2, frozenset('xyz'))}))"
    seen = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(seen) == 1


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(TypeError, match="no digest for object"):
        digest(object())
    assert digest(Decimal("1.0")) != digest(Decimal("1.00"))
