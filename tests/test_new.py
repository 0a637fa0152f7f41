"""A course of one's own: what ``course new`` makes passes every check and builds, all or nothing."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import sys
from pathlib import Path

import pytest
from test_build import copy_of_tiny, course, tree

from builder.cli import main
from builder.cli.organisation_words import channel, order_fault
from builder.drafts.organisations import Channel
from builder.model.items import ITEM_TYPES

ROOT = Path(__file__).parent.parent
NEW = ("--title", "Our course", "--organisation", "Harbour & Sons: tools")
HILL = (
    "organisation", "hill", "--name", "Hill Library", "--department", "desk=Lending Desk",
    "--department", "kitchen=Tea Room", "--channel", "email=4 working hours/5 working days",
    "--channel", "chat=5 minutes/1 hour", "--channel", "phone=1 hour/1 day",
)  # fmt: skip

KEYS = {"Ctrl-C": b"\x03", "Ctrl-D": b"\x04"}


def made(folder: Path, *words: str) -> None:
    """Run in this process: a start costs a second, and `test_on_a_terminal` and `test_wheel` run the real thing."""
    assert main(["-C", str(folder), "new", *words]) == 0


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new")
    made(folder, "course", "ours", *NEW)
    return folder / "ours"


@pytest.fixture
def ours(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first, tmp_path / "ours"))


def findings(folder: Path) -> str:
    """What a strict check says once everything is accepted."""
    assert course(folder, "accept").returncode == 0
    return course(folder, "check", "--strict").stdout


def test_a_course_of_ones_own_with_one_of_everything_passes_and_builds(ours: Path, tmp_path: Path) -> None:
    assert findings(ours) == "no findings\n"
    (tmp_path / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    made(ours, "module", "next-steps", "--title", "Next steps: who waits?")
    made(ours, "lesson", "say-when", "--module", "next-steps")
    for item_type in ITEM_TYPES:
        made(ours, "item", f"my-{item_type.replace('_', '-')}", "--type", item_type, "--bank", "next-steps")
    made(ours, "scenario", "case-noon", "--module", "next-steps")
    made(ours, "deck", "deck-next", "--module", "hand-over", "--title", "Next cards")
    made(ours, *HILL, "--logo", str(tmp_path / "logo.svg"))
    assert findings(ours) == "no findings\n"
    done = course(ours, "build", "--strict", "--locked")
    assert done.returncode == 0, done.stderr
    for path in ("site/index.html", "workbooks/a4/course.learner.pdf", "banks/moodle", "decks", "manifest.json"):
        assert (ours / "dist" / path).exists()
    assert course(ours, "build", "--organisation", "hill", "--only", "decks").returncode == 0


def test_one_of_everything_fits_into_a_course_of_other_words_and_styles(tmp_path: Path) -> None:
    tiny = copy_of_tiny(tmp_path / "tiny")
    for item_type in ITEM_TYPES:
        made(tiny, "item", f"my-{item_type.replace('_', '-')}", "--type", item_type, "--bank", "tea")
    made(tiny, *HILL, "--outside", "main=readers", "--outside", "partner=schools")
    made(tiny, "lesson", "new-lesson", "--module", "tea")
    made(tiny, "module", "new-module")
    said = course(tiny, "check").stdout
    assert "error" not in said, said
    assert "id: my-cloze\n" in (tiny / "quizzes/banks/tea.yml").read_text()
    assert "lessons: [boil-and-brew, pour-for-others, new-lesson]\n" in (tiny / "modules/tea/module.yml").read_text()
    assert "modules: [tea, cups, new-module]\n" in (tiny / "course/course.yml").read_text()


def test_an_organisation_fits_the_course_that_ships(tmp_path: Path) -> None:
    for name in ("course", "modules", "quizzes"):
        shutil.copytree(ROOT / name, tmp_path / name)
    done = course(tmp_path, "new", *HILL)
    assert done.returncode == 2
    lacking = re.findall(r"the (department|channel) '([\w-]+)'", done.stderr)
    assert len(lacking) > 3
    times = {"department": "=Our team", "channel": "=1 hour/2 days"}
    more = [word for what, name in lacking for word in (f"--{what}", f"{name}{times[what]}")]
    made(tmp_path, *HILL, *more)
    done = course(tmp_path, "check", "--format", "short")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lesson", "ask-so-it-can-be-done"), "is taken"),
        (("lesson", "Say When"), "is not an id"),
        (("lesson", "a" * 41), "at most 40"),
        (("lesson", "../../out"), "is not an id"),
        (("lesson",), "please give ID"),
        (("lesson", "new-one", "--module", "hand-ower"), "hand-over"),
        (("lesson", "new-one", "--title", "<b>bold"), "--title holds HTML"),
        (("lesson", "new-one", "--title", ""), "--title is empty"),
        (("lesson", "new-one", "--objective", "nothing"), "there is no objective"),
        (("item", "new-one", "--type", "choice"), "is none of single_choice"),
        (("item", "new-one"), "please give --type"),
        (("item", "new-one", "--type", "cloze", "--bank", "nowhere"), "there is no bank"),
        (("module", "hand-over"), "is taken"),
        (("organisation", "hill"), "please give --name, --department, --channel"),
        (HILL[:4], "please give --department, --channel"),
        ((*HILL, "--colour", "yellow"), "is no colour"),
        ((*HILL, "--serves", "desk:roof=light"), "there is no department 'roof'"),
        ((*HILL, "--serves", "desk"), "write it as"),
        ((*HILL, "--channel", "letter=soon"), "write it as"),
        ((*HILL, "--channel", "letter=soon/later"), "is not a duration"),
        ((*HILL, "--channel", "letter=5 days/1 hour"), "'1 hour' is sooner than '5 days'"),
        ((*HILL, "--channel", "letter=1 hour/3 days/2 days"), "'2 days' is sooner than '3 days'"),
        ((*HILL, "--channel", "letter=2 days/4 working hours"), "'4 working hours' is sooner than '2 days'"),
        ((*HILL, "--channel", "letter=2 working days/8 working hours"), "is sooner than '2 working days'"),
        ((*HILL, "--channel", "chat=1 day/2 days"), "an id stands twice"),
        ((*HILL, "--logo", "course/course.yml"), "a logo is a picture"),
        ((*HILL, "--logo", "nowhere.png"), "No such file"),
        ((*HILL[:8], "--channel", "chat=1 day/2 days"), "the channel 'email'"),
        (("course", "."), "please give --title, --organisation"),
        (("course", ".", *NEW), "is there already"),
    ],
)
def test_what_cannot_be_is_one_line_and_nothing_is_written(
    ours: Path, words: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ours)
    before = tree(ours)
    capsys.readouterr()
    assert main(["new", *words]) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert len(shown.err.strip().splitlines()) == 1
    assert shown.out == ""
    assert tree(ours) == before


def test_nothing_is_overwritten_even_where_the_course_does_not_know_of_it(ours: Path) -> None:
    (ours / "quizzes/cards/mine.yml").write_text("id: [")
    before = tree(ours)
    done = course(ours, "new", "deck", "mine")
    assert done.returncode == 2
    assert "quizzes/cards/mine.yml is there already" in done.stderr
    assert tree(ours) == before


def test_a_link_out_of_the_course_is_not_followed(ours: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (ours / "quizzes/scenarios").rename(tmp_path / "scenarios")
    (ours / "quizzes/scenarios").symlink_to(tmp_path / "elsewhere")
    done = course(ours, "new", "scenario", "case-two")
    assert done.returncode == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("words", [("deck", "deck-two"), ("module", "next-steps")])
def test_a_failure_on_the_way_leaves_everything_as_it_was(ours: Path, words: tuple[str, ...]) -> None:
    for folder in ("quizzes/cards", "quizzes/banks"):
        shutil.rmtree(ours / folder)
        (ours / folder).write_text("mine")
    before = tree(ours)
    done = course(ours, "new", *words)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert tree(ours) == before
    assert not (ours / "modules/next-steps").exists()


def test_a_file_with_a_mistake_is_not_touched(ours: Path) -> None:
    bank = ours / "quizzes/banks/hand-over.yml"
    bank.write_text(bank.read_text() + "  - id: [\n")
    before = tree(ours)
    done = course(ours, "new", "item", "new-one", "--type", "cloze", "--bank", "hand-over")
    assert done.returncode == 2
    assert tree(ours) == before


def test_without_a_course_it_says_how_to_make_one(tmp_path: Path) -> None:
    done = course(tmp_path, "new", "lesson", "first")
    assert done.returncode == 2
    assert "course new course" in done.stderr


def at_a_terminal(folder: Path, answers: str, *words: str) -> tuple[int, str]:
    """Exit code and screen of ``course new`` on a terminal that types ``answers``."""
    process, controller = pty.fork()
    if process == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a terminal's, also where the tests run in the background
        os.execv(sys.executable, [sys.executable, "-m", "builder", "-C", str(folder), "new", *words])  # noqa: S606 - our own program
    screen = ""
    try:
        for line in answers.split("\n"):
            screen += _until(controller, ": ")
            os.write(controller, KEYS.get(line, f"{line}\n".encode()))
        screen += _until(controller, "")
    finally:
        os.close(controller)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), screen


def _until(controller: int, mark: str) -> str:
    """What the terminal shows until it ends with ``mark``; an empty one waits for the end."""
    screen = b""
    while not (mark and screen.endswith(mark.encode())):
        assert select.select([controller], [], [], 60)[0], f"nothing after {screen.decode()!r}"
        try:
            read = os.read(controller, 1024)
        except OSError:
            break
        screen += read
    return screen.decode()


def test_on_a_terminal_it_asks_and_asks_again(tmp_path: Path) -> None:
    code, screen = at_a_terminal(tmp_path, "ours\n\nHarbour Tools", "course")
    assert code == 0, screen
    assert "Title [Ours]: " in screen
    code, screen = at_a_terminal(tmp_path / "ours", "Bad Id\ngood-id\nchoice\ncloze\n", "item")
    assert code == 0, screen
    assert "is not an id" in screen
    assert "is none of" in screen
    answers = (
        "hill\nHill Library\nLending, Tea Room\nHill\n\n\nlending: x\ntea-room: books\n\n\n\n"
        "1 hour\nsoon\n2 days\n\n\n\n\n\n#f2b600\nnowhere.png\n"
    )
    code, screen = at_a_terminal(tmp_path / "ours", answers, "organisation")
    assert code == 0, screen
    assert course(tmp_path / "ours", "check").returncode == 0


@pytest.mark.parametrize(("key", "code"), [("Ctrl-C", 130), ("Ctrl-D", 2)])
def test_stopping_at_a_question_writes_nothing(ours: Path, key: str, code: int) -> None:
    before = tree(ours)
    found, screen = at_a_terminal(ours, f"new-one\n{key}", "item")
    assert found == code, screen
    assert "nothing written" in screen
    assert "Traceback" not in screen
    assert tree(ours) == before


@pytest.mark.parametrize(
    "times",
    ["1 hour/60 minutes", "1 working day/8 working hours", "1 week/5 working days", "1 month/4 weeks", "4 days/4 days",
     "4 working hours/1 day", "30 days/1 month", "1 working day/12 hours"],
)  # fmt: skip
def test_a_channel_is_refused_only_where_its_times_are_surely_out_of_order(times: str) -> None:
    assert order_fault(*times.split("/")) == ""


def test_a_time_that_is_not_said_fits_between_those_that_are() -> None:
    known = {"email": Channel("email", "email", "4 working hours", "2 working days", "5 working days")}
    assert channel("email=1 working hour/5 working days", known).update == "2 working days"
    assert channel("email=3 working days/5 working days", known).update == "5 working days"
