"""A learner's progress through an author's edits: answered in one version, looked at in the next, in one browser.

What means the same is there as it was, by the ids of its parts; what means something else is open again, with a word.
Which is which is known from the edits themselves.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import TYPE_CHECKING, Any
from zlib import crc32

import pytest
from course_edits import Script
from edited_courses import Version, first_version, next_version, script
from site_browser import opened, served

from builder.identity.meaning import state_key
from builder.model.items import Reflection
from builder.writers.site.item_words import item_words, quiz_words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

BATCH = 25
FROM_ONE = 10
"""So many scripts edit one first version."""
START = (
    '<!doctype html><link rel="icon" href="data:,"><style>html{display:none}</style>'  # nothing is drawn: faster
    '<script defer src="edits.js"></script>'
)
QUICK, ALL = 100, 1000
Seen = dict[str, Any]
"""What the harness sees of an item, a quiz or a state."""
Faults = list[str]
VALUES = ("chosen", "picked", "typed")
MARKS = ("checked", "kind", "marks", "hints", "sure")


@dataclass
class Learner:
    """What a learner has done in the first version."""

    items: dict[str, Seen]
    """Each item as it was seen last."""
    checked: dict[str, Seen]
    """Each item as it was when it was checked last."""
    steps: dict[str, int]
    quizzes: dict[str, Seen]
    state: Seen


@pytest.fixture(scope="module")
def tab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One page for all scripts."""
    folder = tmp_path_factory.mktemp("edits")
    (folder / "edits.js").write_text(script(), encoding="utf-8")
    (folder / "index.html").write_text(START, encoding="utf-8")
    with served(folder) as base, opened(browser, base) as page:
        page.goto(base)
        yield page


@dataclass
class Run:
    """One edit script, from the first version to what is wrong in the second."""

    page: Page
    seed: int
    turn: Callable[[str], str] = str

    def __post_init__(self) -> None:
        self.random = Random(self.seed)  # noqa: S311 - no secret
        files, self.before = first_version(self.seed // FROM_ONE)
        self.script = Script(copy.deepcopy(files), self.random)

    def edit(self) -> None:
        for _ in range(self.random.randint(1, 12)):
            if self.random.random() < 0.4:
                self.script.telling()
            else:
                self.script.harmless()

    def faults(self) -> Faults:
        """Answer, edit, look, compare."""
        learner = self.learn()
        self.edit()
        after = next_version(self.script, self.before.ledger)
        return [f"{self.seed}: {fault}; after {self.script.log}" for fault in self.compare(learner, after)]

    def learn(self) -> Learner:
        """Answer a part of everything, some of it twice, and finish some quizzes."""
        asked = json.dumps([self.asked(name) for name in self.before.pages])
        found = json.loads(self.page.evaluate("pages => edits.learn(pages)", asked))
        learner = Learner({}, found["checked"], {}, {}, found["state"])
        for page in found["done"]:
            learner.items |= page["items"]
            learner.steps |= page["steps"]
            learner.quizzes[page["name"]] = page["quiz"]
        return learner

    def asked(self, name: str) -> dict[str, Any]:
        """What is done on a page of the first version."""
        items = [item for item in self.before.frame.edition.items if self.before.places.get(item, "loose") == name]
        again = [self.wish(item) for item in items if self.random.random() < 0.5]
        return {
            "name": name,
            "html": self.turn(self.before.pages[name]),
            "wishes": [self.wish(item) for item in items if self.random.random() < 0.75],
            "finish": name != "loose" and self.random.random() < 0.7,
            "again": again if self.random.random() < 0.3 else [],
        }

    def wish(self, item: str, depth: int = 0) -> dict[str, Any]:
        draw = self.random
        again = depth == 0 and draw.random() < 0.3
        return {
            "item": item,
            "how": draw.choice(["right", "half", "wrong", "any", "any"]),
            "draw": draw.randrange(10**5),
            "most": draw.choice([0, 0, 1, 2, 99, 99, 99, 99, 99]) if depth == 0 else draw.choice([0, 1, 99]),
            "hints": draw.choice([0, 0, 0, 1, 2]) if depth == 0 else 0,
            "sure": draw.choice([0, 1, 2]),
            "check": again or draw.random() < 0.7,
            **({"then": self.wish(item, 1)} if again else {}),
        }

    def compare(self, learner: Learner, after: Version) -> Iterator[str]:
        """What is wrong in the second version."""
        shown = {name: self.turn(html) for name, html in after.pages.items()}
        found = json.loads(self.page.evaluate("pages => edits.look(pages)", json.dumps(shown)))
        for seen in found["looked"]:
            oracle = Oracle(self, learner, after, seen["name"])
            for item, now in seen["items"].items():
                for fault in oracle.item(item, now):
                    yield f"{item} ({after.frame.edition.items[item].type}) on {seen['name']}: {fault}"
            if seen["quiz"]:
                yield from (f"{seen['name']}: {fault}" for fault in oracle.quiz(seen["quiz"]))
        for part in ("answers", "drafts", "texts", "rhythm", "seed", "since"):
            if found["state"][part] != learner.state[part]:
                yield f"{part} were changed by looking"


@dataclass
class Oracle:
    """What has to be seen on page ``name`` of the second version."""

    run: Run
    learner: Learner
    after: Version
    name: str

    def __post_init__(self) -> None:
        words = item_words(self.after.frame) | quiz_words(self.after.frame)
        self.changed_words, self.quiz_words = words["changed"], words["quiz-changed"]

    def item(self, item: str, now: Seen) -> Iterator[str]:
        before, changed = self.run.before, item in self.run.script.changed
        if item not in before.frame.edition.items:
            yield from self.untouched(now, "")
            yield from self.unfiled(now)
        elif changed:
            yield from self.unfiled(now)
            yield from self.untouched(now, self.changed_words if self.answered(item) else "")
        else:
            if now["told"]:
                yield f"says without need: {now['told']}"
            place = before.places.get(item, "loose")
            old = self.expected(item, key_of(before, item))
            if old is None:
                yield from self.untouched(now, "")
            else:
                yield from self.same(item, old, now, same_page=(place == "loose") == (self.name == "loose"))
            yield from self.order(item, self.learner.items[item], now)

    def answered(self, item: str) -> bool:
        return self.learner.steps.get(item, 0) > 0

    def expected(self, item: str, key: str) -> Seen | None:
        """How an item that means the same has to look, or None where nothing of it is to be seen."""
        last, state = self.learner.items[item], self.learner.state
        if isinstance(self.after.frame.edition.items[item], Reflection):
            return last
        if self.name != "loose" and self.finished and self.kept:
            return last if self.answered(item) else {**last, "sure": 0}  # sure of nothing
        if key in state["drafts"]:
            return last
        if key in state["answers"] and self.name == "loose":
            return self.learner.checked[item]
        return None

    def untouched(self, now: Seen, word: str) -> Iterator[str]:
        if any(now["chosen"]) or any(now["picked"].values()) or any(now["typed"].values()):
            yield f"shows an answer that nobody gave: {[now[name] for name in VALUES]}"
        if now["checked"] or now["kind"] or now["words"] or now["marks"] or now["hints"] or now["sure"]:
            yield f"is not open: {[now[name] for name in MARKS]} {now['words']}"
        if now["told"] != word:
            yield f"says {now['told']!r}, not {word!r}"

    def unfiled(self, now: Seen) -> Iterator[str]:
        """Nothing in a learner's state belongs to an item that is new, or means something new."""
        state = self.learner.state
        if now["key"] in {*state["answers"], *state["drafts"], *(name.partition(".")[0] for name in state["texts"])}:
            yield "is filed under a key that has an answer"

    def same(self, item: str, old: Seen, now: Seen, *, same_page: bool) -> Iterator[str]:
        for name in ("chosen", "typed"):
            if old[name] != now[name]:
                yield f"{name}: {old[name]} became {now[name]}"
        for what in (picks, rows):
            was, is_ = what(self.run.before, item, old), what(self.after, item, now)
            if was != is_:
                yield f"{what.__name__}: {was} became {is_}"
        if not old["checked"]:  # what was said while answering is no result
            old = {**old, "kind": "", "words": ""}
        hints = min(old["hints"], len(getattr(self.after.frame.edition.items[item], "hints", ())))
        credited = item in self.run.script.credited
        for name in MARKS if not credited else ("checked", "sure"):
            if name == "marks" and not same_page:  # a quiz may hold back what is marked in a lesson
                continue
            want = hints if name == "hints" else old[name]
            if now[name] != want:
                yield f"{name}: {want} became {now[name]}"
        if same_page and not credited and old["words"] != now["words"]:
            yield f"words: {old['words']!r} became {now['words']!r}"

    def order(self, item: str, old: Seen, now: Seen) -> Iterator[str]:
        """What is shuffled stands as it stood, whatever the author's order."""
        thing, before = self.after.frame.edition.items[item], self.run.before.frame.edition.items[item]
        fixed = any(getattr(one, "fixed", False) for one in getattr(thing, "options", ()))
        shuffled = getattr(thing, "shuffle", False) and getattr(before, "shuffle", False) and not fixed
        if shuffled and old["shown"] != now["shown"]:
            yield f"options stood as {old['shown']}, now as {now['shown']}"
        if thing.type in {"matching", "categorise"} and rows(self.run.before, item, old) != rows(self.after, item, now):
            yield "its rows stand otherwise"

    @property
    def finished(self) -> bool:
        return bool(self.learner.state["quizzes"].get(self.name, {}).get("choices"))

    @property
    def kept(self) -> bool:
        """Whether the quiz asks what it asked."""
        return (asked := closed(self.after, self.name)) == closed(self.run.before, self.name) and not (
            asked & self.run.script.changed
        )

    def quiz(self, now: Seen) -> Iterator[str]:
        old = self.learner.quizzes[self.name]
        if self.finished and not self.kept:
            if now["kind"] != "changed" or not now["words"].startswith(self.quiz_words):
                yield f"is changed and says {now}"
        elif self.finished:
            credited = closed(self.after, self.name) & self.run.script.credited
            if (now["kind"], now["words"]) != (old["kind"], old["words"]) and not credited:
                yield f"says {now}, said {old}"
        elif now["kind"] not in {"", "standing"}:
            yield f"was never finished and says {now}"


def key_of(shown: Version, item: str) -> str:
    return str(state_key(shown.frame.edition.key.course, shown.frame.edition.items[item]))


def closed(shown: Version, quiz: str) -> set[str]:
    """The items that a quiz checks."""
    items = shown.frame.edition.items
    return {item for item, place in shown.places.items() if place == quiz and not isinstance(items[item], Reflection)}


def picks(shown: Version, item: str, seen: Seen) -> dict[str, str]:
    """What was picked in each list, by ids."""
    parts = shown.parts(item)
    return {part: parts[words.strip()] if words else "" for part, words in seen["picked"].items()}


def rows(shown: Version, item: str, seen: Seen) -> list[str]:
    """The ids of rows from top to bottom."""
    parts = shown.parts(item)
    return [parts[words] for words in seen["rows"]]


def batches() -> list[Any]:
    slow = [pytest.mark.slow]
    return [pytest.param(first, marks=slow if first >= QUICK else []) for first in range(0, ALL, BATCH)]


@pytest.mark.parametrize("first", batches())
def test_no_answer_is_lost_or_moved_by_edits(tab: Page, first: int) -> None:
    tab.reload()  # lets go of the pages of the batch before
    faults = [fault for seed in range(first, first + BATCH) for fault in Run(tab, seed).faults()]
    assert not faults, "\n".join(faults)


# What the comparison has to see


def keys_by_place(html: str) -> str:
    """State filed under an item's place on its page."""
    places = count(1)
    return re.sub(r'data-key="\d+"', lambda _: f'data-key="{next(places)}"', html)


def keys_by_id(html: str) -> str:
    """State filed under an item's id, whatever it means."""
    return re.sub(
        r'data-item="([^"]+)" data-key="\d+"',
        lambda found: f'data-item="{found[1]}" data-key="{crc32(found[1].encode()) % 2**24}"',
        html,
    )


def ranks_by_place(html: str) -> str:
    """Options named by the place that the author gave them."""
    return re.sub(r"<form.*?</form>", lambda found: _ranked_by_place(found[0]), html, flags=re.DOTALL)


def _ranked_by_place(form: str) -> str:
    ranks = re.findall(r'class="option__input".* value="(\d+)"', form)
    places = {rank: str(place) for place, rank in enumerate(ranks)}
    return re.sub(
        r'(<li class="(?:option|reason)" data-part="|class="option__input".* value=")(\d+)',
        lambda found: found[1] + places[found[2]],
        form,
    )


def silent(html: str) -> str:
    """No word about what has changed."""
    return re.sub(r' data-earlier="[^"]*"', "", html)


@pytest.mark.parametrize("turn", [keys_by_place, keys_by_id, ranks_by_place, silent])
def test_the_comparison_sees(tab: Page, turn: Callable[[str], str]) -> None:
    assert any(Run(tab, seed, turn).faults() for seed in range(60))
