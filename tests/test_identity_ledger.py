"""The ledger: its text, what it remembers, and ``course accept``."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_course import EDITIONS, ROOT, course, edition, edition_of, plan

from builder.assembly import assemble
from builder.cli import main
from builder.identity.ledger import (
    FIRST_DATE,
    LEDGER_FILE,
    Dated,
    Entry,
    Ledger,
    accept,
    check_ledger,
    dates_for,
    default_epoch,
    parse,
    unparse,
)
from builder.identity.meaning import state_key
from builder.model.course import Course
from builder.model.edition import Edition
from builder.model.items import Bank, Item
from builder.model.plan import Plan
from builder.model.text import Line

NOW = 1_800_000_000
DAY = 86_400

ID = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
SECOND = st.integers(0, 4_000_000_000)
HASH = st.from_regex(r"[0-9a-f]{16}", fullmatch=True)
ENTRY = st.builds(
    Entry,
    st.sampled_from(["item", "card", "run row"]),
    st.none() | SECOND,
    st.sets(st.integers(0, 2**24 - 1), max_size=3).map(lambda keys: tuple(sorted(keys))),
    st.dictionaries(
        st.builds("{}.{}".format, ID, st.sampled_from(["en", "pt-BR"])), st.builds(Dated, HASH, SECOND), max_size=3
    ),
)
MONTH = st.builds("{:04}-{:02}".format, st.integers(2000, 2100), st.integers(1, 12))
LEDGER = st.builds(
    Ledger,
    st.dictionaries(ID, ENTRY, max_size=5),
    st.dictionaries(MONTH, st.lists(ID, max_size=4).map(tuple), max_size=3),
)


@given(LEDGER)
def test_the_text_gives_the_ledger_back(ledger: Ledger) -> None:
    text = unparse(ledger)
    assert parse(text) == (ledger, ())
    assert unparse(parse(text)[0]) == text
    lines = [line for line in text.splitlines() if line.startswith("  ")]
    assert len(lines) == len(ledger.things) + len(ledger.refreshers)


@given(LEDGER, st.data())
def test_a_damaged_line_is_found_and_the_others_still_count(ledger: Ledger, data: st.DataObject) -> None:
    lines = unparse(ledger).splitlines()
    number = data.draw(st.integers(0, len(lines)))
    rubbish = data.draw(
        st.sampled_from(
            ["<<<<<<< HEAD", "  x: {kind: item", "  X: {kind: item}", "- a", "[" * 9000, "  a: &b {kind: item}", "\x00"]
        )
    )
    read, findings = parse("\n".join([*lines[:number], rubbish, *lines[number:]]))
    assert read == ledger
    assert [(f.code, f.place.file, f.place.line) for f in findings] == [("damaged-ledger", LEDGER_FILE, number + 1)]


@given(st.text(max_size=80), st.integers(0, 30))
@settings(max_examples=200)
def test_no_text_makes_reading_fail(rubbish: str, at: int) -> None:
    text = unparse(Ledger({"a": Entry("item", None, (1, 2))}, {"2027-01": ("a",)}))
    parse(rubbish)
    parse(text[:at] + rubbish + text[at:])


def test_the_lines_of_both_branches_become_one_entry() -> None:
    text = (
        "things:\n  a: {kind: item, states: [000001, 000002], dates: {o.en: 2026-01-01T00:00:00Z 0000000000000001}}\n"
        "  a: {kind: item, states: [000002, 00000f], dates: {o.en: 2026-02-01T00:00:00Z 0000000000000002}}\n"
    )
    ledger, findings = parse(text)
    assert not findings
    assert ledger.things["a"].states == (1, 2, 15)
    assert ledger.things["a"].dates["o.en"].content == "0000000000000002"


def test_months_that_contradict_each_other_are_a_finding() -> None:
    _, (finding,) = parse("refreshers:\n  2027-01: [a]\n  2027-01: [b]\n")
    assert (finding.code, finding.place.line) == ("damaged-ledger", 3)


# Accepting


def everything() -> tuple[list[Edition], list[Plan]]:
    return [edition(*one) for one in EDITIONS], [plan(*one) for one in EDITIONS]


def accepted(editions: list[Edition], ledger: Ledger | None = None, now: int = NOW) -> Ledger:
    known = ledger or Ledger()
    plans = [assemble(one, known.refreshers)[0] for one in editions]
    read, findings = parse(accept(editions, plans, known, now))
    assert not findings
    return read


def codes(editions: list[Edition], ledger: Ledger, *, locked: bool = False) -> list[str]:
    return [finding.code for finding in check_ledger(editions, ledger, locked=locked)]


def with_items(source: Course, change: object) -> Course:
    """``source`` with each bank's items passed through ``change``."""
    assert callable(change)
    banks: tuple[Bank, ...] = tuple(b.model_copy(update={"items": tuple(change(b.items))}) for b in source.banks)
    return source.model_copy(update={"banks": banks})


def test_what_is_accepted_is_no_finding_any_more() -> None:
    editions, _ = everything()
    assert codes(editions, Ledger()) == ["unfilled-ledger"]
    assert codes(editions, Ledger(), locked=True) == ["not-accepted"]
    ledger = accepted(editions)
    assert codes(editions, ledger, locked=True) == []
    assert accepted(editions, ledger, NOW + DAY) == ledger
    assert default_epoch(ledger) == NOW
    assert default_epoch(Ledger()) == FIRST_DATE
    for one in editions:
        assert set(dates_for(ledger, one).values()) == {NOW}
        assert set(one.items) <= set(dates_for(ledger, one))


def reworded(items: tuple[Item, ...]) -> list[Item]:
    return [i.model_copy(update={"stem": type(i.stem)("New words?")}) if i.id == "t-milk" else i for i in items]


def test_a_change_is_dated_in_its_editions_alone() -> None:
    editions, _ = everything()
    ledger = accepted(editions)
    changed = [edition_of(with_items(course(), reworded), *one) for one in EDITIONS]
    assert codes(changed, ledger) == ["unfilled-ledger"]
    assert "t-milk" not in dates_for(ledger, changed[0])
    later = accepted(changed, ledger, NOW + DAY)
    dates = {name: {e: d.date for e, d in entry.dates.items()} for name, entry in later.things.items()}
    assert dates["t-milk"] == {"harbour.en": NOW + DAY, "hilltop.en": NOW + DAY, "harbour.es": NOW, "hilltop.es": NOW}
    assert {date for name, by in dates.items() if name != "t-milk" for date in by.values()} == {NOW}
    assert later.things["t-milk"].states == ledger.things["t-milk"].states


def test_a_second_change_on_the_same_second_is_dated_later() -> None:
    ledger = accepted([edition()])
    changed = edition_of(with_items(course(), reworded))
    assert accepted([changed], ledger).things["t-milk"].dates["harbour.en"].date == NOW + 1


def without_milk(items: tuple[Item, ...]) -> list[Item]:
    return [item for item in items if item.id != "t-milk"]


def test_a_retired_id_never_comes_back() -> None:
    ledger = accepted([edition()])
    states = ledger.things["t-milk"].states
    fewer = edition_of(with_items(course(), without_milk))
    assert codes([fewer], ledger) == ["unfilled-ledger"]
    retired = accepted([fewer], ledger, NOW + DAY)
    assert retired.things["t-milk"].retired == NOW + DAY
    assert retired.things["t-milk"].states == states
    assert codes([fewer], retired) == []
    (finding,) = [f for f in check_ledger([edition()], retired) if f.code == "retired-id"]
    assert finding.place.file == "quizzes/banks/tea.yml"
    assert accepted([edition()], retired, NOW + 2 * DAY).things["t-milk"].retired == NOW + DAY


def test_an_id_does_not_change_its_kind() -> None:
    ledger = accepted([edition()])
    things = {**ledger.things, "t-milk": replace(ledger.things["t-milk"], kind="card")}
    assert "retired-id" in codes([edition()], Ledger(things))


@pytest.mark.parametrize("retired", [None, NOW])
def test_a_state_key_of_another_item_is_an_error(retired: int | None) -> None:
    made = edition()
    key = state_key(made.course.settings.id, made.items["t-milk"])
    ledger = Ledger({"gone": Entry("item", retired, (key,))})
    (finding,) = [f for f in check_ledger([made], ledger) if f.code == "state-key-clash"]
    assert "raise revision of 't-milk' to 2" in finding.help
    raised = with_items(
        course(), lambda items: [i.model_copy(update={"revision": 2}) if i.id == "t-milk" else i for i in items]
    )
    assert "state-key-clash" not in codes([edition_of(raised)], ledger)


def test_every_state_key_is_remembered() -> None:
    ledger = accepted([edition()])
    raised = with_items(
        course(), lambda items: [i.model_copy(update={"revision": 9}) if i.id == "t-milk" else i for i in items]
    )
    later = accepted([edition_of(raised)], ledger)
    assert set(ledger.things["t-milk"].states) < set(later.things["t-milk"].states)
    assert codes([edition()], later) == []


def test_values_that_make_answers_differ_are_all_remembered() -> None:
    editions, _ = everything()
    made = {state_key(one.course.settings.id, one.items["t-minutes"]) for one in editions}
    assert len(made) > 1
    assert set(accepted(editions).things["t-minutes"].states) == made


# Frozen months


def frozen_course(until: str) -> Course:
    policy = course().refresher
    assert policy
    return course().model_copy(update={"refresher": policy.model_copy(update={"frozen_until": until})})


def months_of(made: Edition, ledger: Ledger) -> dict[str, list[str]]:
    planned, _ = assemble(made, ledger.refreshers)
    return {month.month: [str(asked.item.id) for asked in month.items] for month in planned.refreshers}


def test_frozen_months_stay_and_only_a_retired_item_is_replaced() -> None:
    made = edition_of(frozen_course("2027-02"))
    ledger = accepted([made])
    before = months_of(made, ledger)
    assert sorted(ledger.refreshers) == ["2027-01", "2027-02"]
    assert codes([made], ledger) == []
    gone = before["2027-01"][0]

    def change(items: tuple[Item, ...]) -> list[Item]:
        return [i.model_copy(update={"title": Line("x")}) for i in reversed(items) if i.id != gone]

    changed = edition_of(with_items(frozen_course("2027-02"), change))
    after = months_of(changed, ledger)
    assert after["2027-01"][:-1] == before["2027-01"][1:]
    assert after["2027-01"][-1] not in before["2027-01"]
    assert after["2027-02"] == before["2027-02"]
    assert codes([changed], ledger) == ["unfilled-ledger"]
    later = accepted([changed], ledger, NOW + DAY)
    assert list(later.refreshers["2027-01"]) == after["2027-01"]
    assert codes([changed], later) == []


# The command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "course"
    shutil.copytree(ROOT, root)
    (root / LEDGER_FILE).unlink(missing_ok=True)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW))
    return root


def test_accept_writes_the_ledger_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accept", "-C", str(folder)]) == 0
    assert "Accepted: " in capsys.readouterr().out
    text = (folder / LEDGER_FILE).read_bytes()
    assert main(["check", "--locked", "-C", str(folder)]) == 0
    assert main(["accept", "-C", str(folder)]) == 0
    assert "Nothing to accept" in capsys.readouterr().out
    assert (folder / LEDGER_FILE).read_bytes() == text
    assert sorted(path.name for path in (folder / "course").iterdir() if "ledger" in path.name) == ["ledger.yml"]


def test_accept_writes_nothing_while_there_are_errors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bank = folder / "quizzes" / "banks" / "tea.yml"
    bank.write_text(bank.read_text(encoding="utf-8").replace("key: [water]", "key: [watre]"), encoding="utf-8")
    assert main(["accept", "-C", str(folder)]) == 1
    assert "unknown-option" in capsys.readouterr().err
    assert not (folder / LEDGER_FILE).exists()


def test_accept_refuses_a_bad_date(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    assert main(["accept", "-C", str(folder)]) == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


def test_a_damaged_ledger_is_not_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["accept", "-C", str(folder)])
    ledger = folder / LEDGER_FILE
    ledger.write_text(ledger.read_text(encoding="utf-8") + "<<<<<<< HEAD\n", encoding="utf-8")
    text = ledger.read_bytes()
    assert main(["accept", "-C", str(folder)]) == 1
    assert "damaged-ledger" in capsys.readouterr().err
    assert ledger.read_bytes() == text
