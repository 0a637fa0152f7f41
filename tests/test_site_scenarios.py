"""Scenarios on the site: every way walked in Chromium, undone, resumed, talked over, and complete without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import tiny_course
from site_browser import axe_source, built_edition, opened, served, violations

from builder.build.front import compile_course
from builder.identity.scenario import scenario_key
from builder.model.text import Id
from builder.writers.site.scenarios import practice_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from builder.model.course import Course
    from builder.model.edition import Edition
    from builder.model.scenarios import Choice, Scenario, Scene

ROOT = Path(__file__).parents[1]
CASE = "scenarios/case-late-guest.html"
GRADES = ("Harmful", "Weak", "Fair", "Best")
OUTCOMES = {"good": "A good end", "mixed": "A mixed end", "poor": "A poor end"}
Path_ = tuple[str, ...]

WALK = """() => {
  const find = (selector) => document.querySelector(selector);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const words = (one) => one ? one.textContent.replace(/\\s+/g, ' ').trim() : '';
  const press = (name) => find(`[data-walk=${name}]`).click();
  const focused = () => `${document.activeElement.tagName}: ${words(document.activeElement)}`;
  const told = [], ended = [];
  const walk = (path, used) => {
    const inputs = all('.walk [type=radio]').map((one) => one.value);
    for (const choice of inputs) {
      const edge = `${words(find('.walk h2'))}/${choice}`;
      if (used.has(edge)) continue;
      find(`.walk input[value=${choice}]`).checked = true;
      find('.walk form').requestSubmit();
      const way = [...path, choice];
      told.push({way, focus: focused(), words: words(find('.walk__told')), grades: all('.walk .grade').length});
      press('on');
      const place = focused();
      if (find('.walk .ending')) {
        ended.push({
          way, focus: place, outcome: words(find('.walk .ending__name')), words: words(find('.walk .ending')),
          steps: all('.way__steps li').map(words), seen: words(find('.walk__seen')),
          verdicts: all('.walk .verdict').map((one) => ({
            practice: words(one.closest('.debriefed__group').querySelector('h4')),
            link: one.closest('.debriefed__group').querySelector('h4 a')?.getAttribute('href') ?? '',
            scene: words(one.querySelector('.verdict__scene')), chose: words(one.querySelector('.verdict__chose')),
            grade: words(one.querySelector('.grade')), better: words(one.querySelector('.verdict__instead')),
          })),
        });
      } else walk(way, new Set([...used, edge]));
      press('back');
    }
  };
  walk([], new Set());
  return {told, ended};
}"""


@cache
def looped() -> Edition:
    """The tiny course with a way back from its second scene to its first."""
    course = tiny_course.course()
    return tiny_course.edition_of(course.model_copy(update={"scenarios": (_looped(course),)}))


def _looped(course: Course) -> Scenario:
    (case,) = course.scenarios
    hall, kitchen = case.scenes
    brew, old = kitchen.choices
    back = kitchen.model_copy(update={"choices": (brew, old.model_copy(update={"goto": Id("hall")}))})
    return case.model_copy(update={"scenes": (hall, back)})


@cache
def real() -> Edition:
    return compile_course(ROOT, locked=False).compiled[0].edition


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The tiny site, the same with a changed case, and the site of the course that ships, side by side."""
    folder = tmp_path_factory.mktemp("sites")
    for name, edition in (("tiny", tiny_course.edition()), ("looped", looped()), ("real", real())):
        built_edition(folder / name, edition, tiny_course.plan_of(edition))
    with served(folder) as address:
        yield address


def ways(case: Scenario) -> dict[Path_, list[tuple[Scene, Choice]]]:
    """Every way from the start to an ending that takes no choice twice."""
    scenes = {scene.id: scene for scene in case.scenes}
    found: dict[Path_, list[tuple[Scene, Choice]]] = {}

    def walk(here: str, steps: list[tuple[Scene, Choice]]) -> None:
        """Go on from ``here`` by each choice that was not made yet."""
        if here not in scenes:
            found[tuple(choice.id for _, choice in steps)] = steps
            return
        for choice in scenes[Id(here)].choices:
            if (scenes[Id(here)], choice) not in steps:
                walk(choice.goto, [*steps, (scenes[Id(here)], choice)])

    walk(case.start, [])
    return found


def flat(words: str) -> str:
    return " ".join(words.split())


CASES = [
    ("tiny", "case-late-guest"), ("looped", "case-late-guest"), ("real", "case-a-morning-in-billing"),
    ("real", "case-the-moved-update"), ("real", "case-the-quick-favour"), ("real", "case-two-urgent-requests"),
]  # fmt: skip


def test_every_case_of_the_course_is_walked() -> None:
    assert {case.id for case in real().course.scenarios} == {case for site, case in CASES if site == "real"}


@pytest.mark.browser
@pytest.mark.parametrize(("site", "name"), CASES)
def test_every_way_leads_to_its_ending_and_is_talked_over(browser: Browser, base: str, site: str, name: str) -> None:
    edition = {"tiny": tiny_course.edition, "looped": looped, "real": real}[site]()
    case = next(one for one in edition.course.scenarios if one.id == name)
    with opened(browser, base) as page:
        page.goto(f"{base}{site}/site/scenarios/{name}.html")
        walked: dict[str, list[dict[str, Any]]] = page.evaluate(WALK)
    expected = ways(case)
    assert {tuple(one["way"]) for one in walked["ended"]} == set(expected)
    for one in walked["ended"]:
        check_end(edition, case, expected[tuple(one["way"])], one)
    seen = {tuple(one["way"]): one for one in walked["told"]}
    for steps in expected.values():
        for number, (_, choice) in enumerate(steps, 1):
            told = seen[tuple(c.id for _, c in steps[:number])]
            assert told["focus"] == "H3: What happens"
            assert told["grades"] == 0, "the grade waits for the debrief"
            assert flat(choice.consequence.plain) in told["words"]
            assert flat(choice.outside.plain) in told["words"]


def check_end(edition: Edition, case: Scenario, steps: list[tuple[Scene, Choice]], one: dict[str, Any]) -> None:
    ending = next(end for end in case.endings if end.id == steps[-1][1].goto)
    assert one["focus"] == f"H2: {flat(ending.title.plain)}"
    assert one["outcome"] == OUTCOMES[ending.outcome]
    assert flat(ending.text.plain) in one["words"]
    assert flat(ending.outside.plain) in one["words"]
    texts = [f"{flat(scene.title.plain)}: {flat(choice.text.plain)}" for scene, choice in steps]
    assert one["steps"] == [*texts, f"{flat(ending.title.plain)} You are here"]
    told = sorted((v["scene"], v["chose"], v["grade"], v["practice"], v["better"]) for v in one["verdicts"])
    assert told == sorted(verdict(edition, case, scene, choice) for scene, choice in steps)
    assert all(v["link"].startswith("../practices.html#") for v in one["verdicts"])


def verdict(edition: Edition, case: Scenario, scene: Scene, choice: Choice) -> tuple[str, str, str, str, str]:
    """What the debrief says of one choice."""
    best = max(scene.choices, key=lambda other: other.score)
    better = f"The better choice here: {flat(best.text.plain)}" if choice.score <= 1 < best.score else ""
    practice = next(one for one in edition.course.practices if one.id == practice_of(case, scene, choice))
    return (
        flat(scene.title.plain), f"You chose: {flat(choice.text.plain)}", f"{GRADES[choice.score]} ({choice.score}/3)",
        flat(practice.name.plain), better,
    )  # fmt: skip


def decide(page: Page, choice: str) -> None:
    page.locator(f".walk input[value={choice}]").check(force=True)
    page.get_by_role("button", name="Decide").click()


@pytest.mark.browser
def test_a_case_by_keyboard(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(f"{base}tiny/site/{CASE}")
        assert page.locator(":focus").count() == 0, "nothing takes the focus unasked"
        assert page.locator(".walk :checked").count() == 0
        page.get_by_role("button", name="Decide").focus()
        page.keyboard.press("Enter")
        assert "Decide" in page.locator(".walk [role=status]").inner_text()
        assert page.locator(".walk input:focus").count() == 1
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        assert page.locator("h3:focus").inner_text() == "What happens"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        heading = page.locator("h2:focus")
        assert heading.inner_text() == "In the kitchen"
        box, header = heading.bounding_box(), page.locator("header").bounding_box()
        assert box
        assert header
        assert header["y"] + header["height"] <= box["y"] < 600, "the heading stands below the header"


@pytest.mark.browser
def test_a_way_is_undone_begun_again_and_resumed(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(f"{base}tiny/site/{CASE}")
        title, back = page.locator(".walk h2"), page.get_by_role("button", name="Back", exact=True)
        assert back.count() == 0
        decide(page, "greet")
        page.reload()
        assert page.locator(".walk h3").inner_text() == "What happens", "what came of it is told again"
        back.click()
        assert title.inner_text() == "In the hall"
        decide(page, "greet")
        page.get_by_role("button", name="Go on").click()
        back.click()
        assert title.inner_text() == "In the hall"
        assert page.locator("h2:focus").count() == 1
        decide(page, "greet")
        page.get_by_role("button", name="Go on").click()
        decide(page, "old")
        page.get_by_role("button", name="Go on").click()
        assert title.inner_text() == "An empty chair"
        page.reload()
        assert title.inner_text() == "An empty chair"
        assert page.locator(".walk__seen").inner_text() == "Endings seen: 1 of 2."
        page.get_by_role("button", name="Try another way").click()
        assert title.inner_text() == "In the hall"
        assert page.locator(".way").count() == 0
        decide(page, "greet")
        page.get_by_role("button", name="Start again").click()
        decide(page, "greet")
        page.get_by_role("button", name="Go on").click()
        decide(page, "brew")
        page.get_by_role("button", name="Go on").click()
        assert page.locator(".walk__seen").inner_text() == (
            "Endings seen: 2 of 2. You have seen every ending of this case."
        )


@pytest.mark.browser
def test_a_case_that_has_changed_begins_anew_and_says_so(browser: Browser, base: str) -> None:
    with opened(browser, base) as page:
        page.goto(f"{base}tiny/site/{CASE}")
        decide(page, "greet")
        page.get_by_role("button", name="Go on").click()
        decide(page, "old")
        page.get_by_role("button", name="Go on").click()
        page.goto(f"{base}looped/site/{CASE}")
        assert "has changed" in page.locator(".walk__note").inner_text()
        assert page.locator(".walk h2").inner_text() == "In the hall"
        decide(page, "hide")
        page.get_by_role("button", name="Go on").click()
        assert "1 of 2" in page.locator(".walk__seen").inner_text(), "endings stay seen"
        page.reload()
        assert page.locator(".walk__note").count() == 0


@pytest.mark.browser
@pytest.mark.parametrize("broken", ["throws", "full"])
def test_storage_that_fails_stops_no_walk(browser: Browser, base: str, broken: str) -> None:
    script = {
        "throws": "Object.defineProperty(window, 'localStorage',"
        "{get() { throw new DOMException('no'); }, configurable: true});",
        "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
    }[broken]
    with opened(browser, base) as page:
        page.add_init_script(script)
        page.goto(f"{base}tiny/site/{CASE}")
        decide(page, "hide")
        page.get_by_role("button", name="Go on").click()
        assert page.locator(".walk h2").inner_text() == "An empty chair"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_way(browser: Browser, base: str, scheme: str) -> None:
    axe = axe_source()
    with opened(browser, base, color_scheme=scheme, viewport={"width": 320, "height": 700}) as page:

        def sound() -> None:
            """Nothing found, nothing cut off."""
            assert violations(page, axe) == []
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0

        page.goto(f"{base}tiny/site/{CASE}")
        sound()
        page.get_by_role("button", name="Decide").click()
        sound()
        for choice in ("greet", "old"):
            decide(page, choice)
            sound()
            page.get_by_role("button", name="Go on").click()
            sound()
        page.goto(f"{base}looped/site/{CASE}")
        sound()


@pytest.mark.browser
def test_without_scripts_and_on_paper_the_case_is_complete(browser: Browser, base: str) -> None:
    (case,) = tiny_course.edition().course.scenarios
    everything = [scene.title.plain for scene in case.scenes] + [ending.title.plain for ending in case.endings]
    everything += [choice.consequence.plain for scene in case.scenes for choice in scene.choices]
    everything += [ending.outside.plain for ending in case.endings] + ["Harmful (0/3)", "Weak (1/3)", "Best (3/3)"]
    for scripts in (True, False):
        with opened(browser, base, java_script_enabled=scripts) as page:
            page.goto(f"{base}tiny/site/{CASE}")
            assert page.locator("[data-scene]:visible").count() == (0 if scripts else len(case.scenes))
            page.emulate_media(media="print")
            assert page.locator(".walk:visible").count() == 0
            paper = text_of(page.pdf())
            assert [words for words in everything if words not in paper] == []


def text_of(pdf: bytes) -> str:
    from io import BytesIO  # noqa: PLC0415 - with the reader

    from pypdf import PdfReader  # noqa: PLC0415 - slow to import

    return flat(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def test_the_key_of_a_case_holds_through_wording_and_order() -> None:
    (case,) = tiny_course.edition().course.scenarios
    key = scenario_key("tea-round", case)
    hall, kitchen = case.scenes
    greet, hide = hall.choices
    reordered = hall.model_copy(update={"choices": (hide, greet), "title": kitchen.title})
    assert scenario_key("tea-round", case.model_copy(update={"scenes": (kitchen, reordered)})) == key
    changed = [
        case.model_copy(update={"revision": 2}),
        case.model_copy(update={"start": kitchen.id}),
        case.model_copy(update={"endings": case.endings[:1]}),
        case.model_copy(update={"scenes": (hall,)}),
        *(
            case.model_copy(update={"scenes": (hall.model_copy(update={"choices": (one, hide)}), kitchen)})
            for one in (greet.model_copy(update={"score": 2}), greet.model_copy(update={"goto": Id("gone")}))
        ),
    ]
    keys = [scenario_key("tea-round", one) for one in changed] + [scenario_key("other", case), key]
    assert len(set(keys)) == len(keys)
    assert all(0 <= one < 1 << 24 for one in keys)
