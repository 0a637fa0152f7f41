"""Checks across things: the tiny course is clean, and each mistake put into it is found where it stands."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_course import EDITIONS, course, edition, edition_of

from builder.checks import check_course, check_edition, check_editions
from builder.checks.answers import folded, number
from builder.checks.scenarios import check_scenario
from builder.diagnostics import Diagnostic
from builder.diagnostics.codes import CODES
from builder.identity.paper_order import paper_order, shows_key
from builder.identity.things import things_of
from builder.model.activities import Say
from builder.model.course import Course
from builder.model.items import Item, Matching, Ordering
from builder.model.quizzes import Draw
from builder.model.scenarios import Scenario
from builder.model.text import Id, Line, Prose


@pytest.mark.parametrize(("organisation", "language"), EDITIONS)
def test_the_tiny_course_is_clean(organisation: str, language: str) -> None:
    assert check_course(course()) == ()
    assert check_edition(edition(organisation, language)) == ()


def test_the_tiny_course_is_clean_in_all_its_editions() -> None:
    assert check_editions([edition(*names) for names in EDITIONS]) == ()


def with_item(name: str, **update: Any) -> Course:
    """The tiny course with fields of one item changed; a callable changes what stands there."""

    def change(item: Item) -> Item:
        if item.id != name:
            return item
        fields = {key: value(getattr(item, key)) if callable(value) else value for key, value in update.items()}
        return item.model_copy(update=fields)

    banks = [b.model_copy(update={"items": tuple(change(i) for i in b.items)}) for b in course().banks]
    return course().model_copy(update={"banks": tuple(banks)})


def codes(findings: tuple[Diagnostic, ...]) -> list[str]:
    assert all(finding.code in CODES for finding in findings)
    assert all(finding.help and finding.place.file for finding in findings), findings
    return [finding.code for finding in findings]


def changed(part: int, **update: Any) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """Change fields of the n-th part of a tuple."""
    return lambda parts: tuple(p.model_copy(update=update) if n == part else p for n, p in enumerate(parts))


@pytest.mark.parametrize(
    ("name", "update", "code"),
    [
        ("t-first-step", {"key": ()}, "no-key"),
        ("t-first-step", {"key": (Id("water"), Id("leaves"))}, "two-keys"),
        ("t-first-step", {"key": (Id("watre"),)}, "unknown-option"),
        ("t-first-step", {"options": lambda o: o[:1]}, "too-few-options"),
        ("t-first-step", {"options": changed(1, id=Id("water"))}, "duplicate-id"),
        ("t-first-step", {"options": changed(1, rationale=Line("  "))}, "missing-rationale"),
        ("t-first-step", {"objectives": (Id("brew-a-pto"),)}, "unknown-id"),
        ("t-first-step", {"practices": (Id("tea"),)}, "unknown-id"),
        ("t-first-step", {"sources": (Id("x"),)}, "unknown-id"),
        ("t-first-step", {"read_again": Id("bb-watre")}, "unknown-id"),
        ("t-first-step", {"pool": "test"}, "wrong-pool"),
        (
            "t-good-tea",
            {"key": lambda _: tuple(Id(n) for n in ("fresh", "stale", "warm", "sugar", "noise"))},
            "all-keys",
        ),
        ("t-milk", {"if_true": Line("")}, "missing-rationale"),
        ("t-guest", {"options": changed(0, score=2)}, "no-key"),
        ("t-guest", {"options": changed(1, score=3)}, "two-keys"),
        ("t-heat", {"rationale": Line("")}, "missing-rationale"),
        ("t-word", {"accepted": ()}, "no-key"),
        ("t-word", {"wrong": changed(0, rationale=Line(""))}, "missing-rationale"),
        ("t-gaps", {"text": Prose("Boil [[what]].")}, "unknown-gap"),
        ("t-gaps", {"gaps": lambda gaps: gaps[:1]}, "unknown-gap"),
        ("t-gaps", {"text": lambda text: Prose(f"{text.source} [[what]]", text.place)}, "unknown-gap"),
        ("t-gaps", {"gaps": changed(0, accepted=())}, "gap-without-answer"),
        ("t-gaps", {"gaps": changed(1, wrong=())}, "gap-without-answer"),
        ("t-match", {"pairs": lambda pairs: pairs[:1]}, "one-pair"),
        ("t-match", {"extras": changed(0, id=Id("mint"))}, "duplicate-id"),
        ("t-order", {"steps": lambda steps: steps[:1]}, "too-few-options"),
        ("c-test-sort", {"members": changed(0, category=Id("snik"))}, "unknown-option"),
        ("c-test-sort", {"categories": lambda c: c[:1]}, "too-few-options"),
    ],
)
def test_mistakes_in_items(name: str, update: dict[str, Any], code: str) -> None:
    assert code in codes(check_course(with_item(name, **update)))


@pytest.mark.parametrize(
    ("name", "update", "code", "organisations"),
    [
        ("t-first-step", {"options": changed(1, text=Line("5 minutes*"))}, None, 0),
        ("t-first-step", {"options": changed(1, text=Line("boil  THE *water*"))}, None, 0),
        ("t-first-step", {"options": changed(1, text=Line("boil  THE water"))}, "distractor-equals-key", 2),
        ("t-first-step", {"options": changed(1, text=Line("Wait for 5 minutes"))}, "repeated-option", 1),
        ("t-heat", {"answer": Line("hot")}, "not-a-number", 2),
        ("t-heat", {"answer": Line("{{ org.standards.email.acknowledge }}")}, "not-a-number", 2),
        ("t-heat", {"wrong": changed(0, answer=Line("99.9"))}, "distractor-equals-key", 2),
        ("t-minutes", {"wrong": changed(0, answer=Line("4.0"))}, "distractor-equals-key", 1),
        ("t-word", {"wrong": changed(0, answer=Line("Big Pot"))}, "distractor-equals-key", 1),
        ("t-gaps", {"gaps": changed(1, accepted=(Line("1 Minute"),))}, "distractor-equals-key", 2),
        ("t-match", {"pairs": changed(0, right=Line("4 minutes"))}, "repeated-option", 2),
        ("t-match", {"extras": changed(0, text=Line("4 minutes"))}, "repeated-option", 2),
        ("t-first-step", {"stem": lambda stem: Prose("What does [it](#bb-watre) need?", stem.place)}, "dead-link", 2),
        ("t-first-step", {"picture": lambda p: p.model_copy(update={"file": "ketle.svg"})}, "missing-picture", 2),
        ("t-first-step", {"picture": lambda p: p.model_copy(update={"alt": Line("")})}, "missing-alt", 2),
        ("t-first-step", {"picture": lambda p: p.model_copy(update={"alt": Line(""), "decorative": True})}, None, 0),
        ("t-first-step", {"picture": lambda p: p.model_copy(update={"file": "../../../x.svg"})}, "outside-path", 2),
    ],
)
def test_mistakes_that_show_after_values_are_put_in(
    name: str, update: dict[str, Any], code: str | None, organisations: int
) -> None:
    source = with_item(name, **update)
    assert check_course(source) == ()
    found = [check_edition(edition_of(source, one)) for one in ("harbour", "hilltop")]
    assert [c for findings in found for c in codes(findings)] == [code] * organisations


def test_a_finding_names_the_organisation_whose_values_clash() -> None:
    source = with_item("t-first-step", options=changed(1, text=Line("Wait for 5 minutes")))
    (finding,) = check_edition(edition_of(source, "harbour"))
    assert "Harbour Tools & Sons" in finding.message


def with_quiz(**update: Any) -> Course:
    first, *others = course().quizzes
    return course().model_copy(update={"quizzes": (first.model_copy(update=update), *others)})


@pytest.mark.parametrize(
    ("update", "code"),
    [
        ({"items": (Id("t-frist-step"),)}, "unknown-id"),
        ({"module": Id("tee")}, "unknown-id"),
        ({"pool": "test"}, "wrong-pool"),
        ({"items": (Id("t-milk"), Id("t-milk"))}, "duplicate-id"),
        ({"items": ()}, "blueprint-short"),
        ({"forms": 2}, "blueprint-short"),
        ({"id": Id("t-milk")}, "duplicate-id"),
        ({"draw": (Draw(count=1, objective=Id("y")),)}, "unknown-id"),
        ({"draw": (Draw(count=1, practice=Id("y")),)}, "unknown-id"),
    ],
)  # fmt: skip
def test_mistakes_in_blueprints(update: dict[str, Any], code: str) -> None:
    assert code in {finding.code for finding in check_course(with_quiz(**update))}


def test_an_id_of_another_kind_is_explained() -> None:
    (finding,) = check_course(with_item("t-milk", objectives=(Id("tea-article"), Id("keep-tea-time"))))
    assert finding.help == "'tea-article' is the id of a source: name an objective here"


def test_a_repeated_id_says_who_has_it() -> None:
    (finding,) = [f for f in check_course(with_quiz(id=Id("boil-and-brew"))) if f.code == "duplicate-id"]
    assert "the lesson at modules/tea/boil-and-brew.md:" in finding.message


def test_objectives_are_taught_and_asked() -> None:
    lessons = [
        m.model_copy(
            update={"lesson_files": tuple(one.model_copy(update={"objectives": ()}) for one in m.lesson_files)}
        )
        for m in course().modules
    ]
    source = course().model_copy(update={"modules": tuple(lessons)})
    assert codes(check_course(source)) == ["untaught-objective"] * len(course().objectives)
    source = course().model_copy(update={"banks": (), "quizzes": ()})
    assert codes(check_course(source)).count("unassessed-objective") == len(course().objectives)


def test_long_says() -> None:
    say = Say.model_validate({"kind": "say", "text": "word " * 61})
    modules = tuple(
        m.model_copy(
            update={"activities": tuple(a.model_copy(update={"steps": (say, *a.steps)}) for a in m.activities)}
        )
        for m in course().modules
    )
    made = edition_of(course().model_copy(update={"modules": modules}))
    found = [f for f in check_edition(made) if f.code == "long-say"]
    assert [f.message[:8] for f in found] == ["61 words"]


# Scenarios against a search that tries every path

SCENES = ("a", "b", "c", "d")
GOTO = st.sampled_from([*SCENES, "end", "stop"])
GRAPH = st.dictionaries(st.sampled_from(SCENES), st.lists(GOTO, max_size=3), min_size=1)


def scenario(graph: dict[str, list[str]], endings: tuple[str, ...] = ("end", "stop")) -> Scenario:
    def choice(number: int, goto: str) -> dict[str, Any]:
        return {"id": f"c{number}", "text": "x", "score": 1, "consequence": "x", "goto": goto}

    return Scenario.model_validate(
        {
            "id": "case-x", "title": "x", "module": "tea", "minutes": 1, "role": "x", "situation": "x",
            "outside": "x", "start": "a",
            "scenes": [
                {"id": name, "title": "x", "text": "x", "choices": [choice(n, goto) for n, goto in enumerate(gotos)]}
                for name, gotos in graph.items()
            ],
            "endings": [{"id": name, "title": "x", "text": "x", "outcome": "good", "outside": "x"} for name in endings],
        }
    )  # fmt: skip


def paths(graph: dict[str, list[str]], at: str, walked: tuple[str, ...] = ()) -> set[str]:
    """Everything on any path from ``at``."""
    if at in walked:
        return set()
    return {at}.union(*(paths(graph, goto, (*walked, at)) for goto in graph.get(at, [])))


@given(GRAPH)
def test_scenes_that_nobody_reaches_or_leaves_are_found(graph: dict[str, list[str]]) -> None:
    graph = {name: [g for g in gotos if g in graph or g in {"end", "stop"}] for name, gotos in graph.items()}
    found = list(check_scenario(scenario(graph)))
    lost = {f.message.rpartition("'")[0].rpartition("'")[2] for f in found if f.code == "unreachable-scene"}
    stuck = {f.place for f in found if f.code == "dead-end-scene"}
    assert len([f for f in found if f.code == "dead-end-scene"]) == len(
        [name for name in graph if not paths(graph, name) & {"end", "stop"}]
    )
    assert bool(stuck) == any(not paths(graph, name) & {"end", "stop"} for name in graph)
    if "a" in graph:
        assert lost == {*graph, "end", "stop"} - paths(graph, "a")
    else:
        assert found[0].code == "unknown-id"


def test_choices_that_go_nowhere() -> None:
    found = list(check_scenario(scenario({"a": ["b", "ends"]}, ("end",))))
    assert [f.code for f in found] == ["unknown-id", "unknown-id", "unreachable-scene"]
    assert found[1].help == "did you mean 'end'?"


# Answers and orders


@pytest.mark.parametrize(("text", "value"), [("4", 4), ("4.50", "4.5"), ("-0.5", "-0.5"), ("1e3", 1000)])
def test_numbers(text: str, value: Any) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "four", "4 days", "1,5", "NaN", "inf", "1_000", " 4", "٤", "0x10", "--4"])
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None


@given(st.text())
def test_any_text_can_be_read_as_a_number_or_not(text: str) -> None:
    value = number(text)
    assert value is None or value.is_finite()
    assert folded(folded(text)) == folded(text)


@given(st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), min_size=2, max_size=6, unique=True), st.randoms())
def test_paper_order_comes_from_the_ids_alone(parts: list[str], shuffle: Any) -> None:
    turned = list(parts)
    shuffle.shuffle(turned)
    assert paper_order("c", "i", parts) == paper_order("c", "i", turned)
    assert sorted(paper_order("c", "i", parts)) == sorted(parts)


def ordering(parts: tuple[str, ...]) -> Ordering:
    steps = [{"id": part, "text": part} for part in parts]
    return Ordering.model_validate({"id": "i", "type": "ordering", "stem": "?", "steps": steps, "rationale": "x"})


def matching(parts: tuple[str, ...], extras: tuple[str, ...]) -> Matching:
    pairs = [{"id": part, "left": part, "right": part} for part in parts]
    more = [{"id": part, "text": part} for part in extras]
    return Matching.model_validate(
        {"id": "i", "type": "matching", "stem": "?", "pairs": pairs, "extras": more, "rationale": "x"}
    )


def test_an_order_on_paper_that_is_the_key_is_found() -> None:
    parts = paper_order("c", "i", ["boil", "warm", "pour"])
    assert shows_key("c", ordering(parts))
    assert not shows_key("c", ordering(parts[::-1]))
    assert shows_key("c", matching(parts, ()))
    assert shows_key("c", matching(parts[:2], parts[2:]))
    assert not shows_key("c", matching(parts[::-1], ()))


def test_the_check_names_an_id_to_change() -> None:
    item = next(i for b in course().banks for i in b.items if isinstance(i, Ordering))
    shown = paper_order(course().settings.id, item.id, [step.id for step in item.steps])
    steps = {step.id: step for step in item.steps}
    source = with_item(str(item.id), steps=tuple(steps[Id(name)] for name in shown))
    (finding,) = check_course(source)
    assert finding.code == "paper-order-is-key"
    assert finding.help.startswith("rename an id, such as '")


def test_every_kind_of_thing_is_listed() -> None:
    kinds = {named.kind for named in things_of(course())}
    assert kinds == {
        "organisation", "objective", "practice", "term", "source", "evidence", "module", "lesson", "commitment",
        "section",
        "worksheet", "activity", "run row", "bank", "item", "scenario", "deck", "card", "quiz",
        "planned workshop", "passage", "room plan", "day list", "hard moment", "timing", "session", "message", "form",
        "manager page", "job aid", "own case",
    }  # fmt: skip
