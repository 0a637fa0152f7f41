"""Every code has a literate case, and every case says what its page says."""

from __future__ import annotations

from pathlib import Path

import pytest
from literate import MINIMAL, Case, cases, checked

from builder.diagnostics.codes import CODES, GROUPS, OF_ABSENCE
from builder.diagnostics.page import page_of_codes


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.path.stem)
def test_case(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    root = tmp_path / "course"
    case.lay(root)
    said = checked(root, case.code)
    if request.config.getoption("--update-golden"):
        case.path.write_text(case.renewed(said), encoding="utf-8")
    else:
        assert said == case.expected
    assert f"[{case.code}]" in said


def test_the_small_course_is_valid() -> None:
    assert checked(MINIMAL, "") == "\n"


def test_every_code_has_a_case() -> None:
    assert {case.code for case in cases()} == set(CODES)


def test_every_code_is_documented() -> None:
    assert [code for codes in GROUPS.values() for code in codes] == list(CODES)
    assert set(CODES) >= OF_ABSENCE
    assert len(CODES) >= 30
    for code, rule in CODES.items():
        assert rule.what.endswith("."), code
        assert rule.why.endswith("."), code
        assert rule.example, code


def test_the_page_of_codes_is_current(request: pytest.FixtureRequest) -> None:
    page = Path(__file__).parent.parent / "docs" / "codes.md"
    if request.config.getoption("--update-golden"):
        page.write_text(page_of_codes(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == page_of_codes()
