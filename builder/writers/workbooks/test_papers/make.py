"""From the plan's tests to papers and keys, where the pools fill every form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.model.walk import files_of
from builder.writers.artefact import Artefact
from builder.writers.workbooks.key.items import key_entry
from builder.writers.workbooks.learner.items import learner_item
from builder.writers.workbooks.learner.printed import LearnerItem
from builder.writers.workbooks.printing.identity import identity_of, logo_of
from builder.writers.workbooks.printing.paper import PAPERS, Format, leaves_of
from builder.writers.workbooks.printing.pictures import pictures_of
from builder.writers.workbooks.test_papers.points import in_words, marking, needed, points_of, reached_of
from builder.writers.workbooks.test_papers.view import FormKey, Marked, PrintedTest, PrintedTestKey, Question, Step
from builder.writers.workbooks.test_papers.write import write_test, write_test_key
from builder.writers.workbooks.things import Things, things_of

if TYPE_CHECKING:
    from builder.model.edition import Edition
    from builder.model.items import Item
    from builder.model.plan import Plan
    from builder.model.quizzes import Form, Quiz

TESTS = frozenset({"module_test", "final_test"})
_SECONDS = 0.15
"""What a question takes, roughly."""


def artefacts(edition: Edition, plan: Plan) -> tuple[Artefact, ...]:
    """A paper for each form of each test (also in large print) and a key for each test, on each paper of the course."""
    things = things_of(edition, plan)
    named = list(_named(plan))
    papers = [PAPERS[name] for name in edition.course.settings.papers]
    return tuple(
        one for paper in papers for name, quiz in named for one in _of_test(things, quiz, name, Format(paper, "screen"))
    )


def is_filled(quiz: Quiz) -> bool:
    """Whether the pools gave every form all the items that the blueprint asks for."""
    wanted = len(quiz.blueprint.items) + sum(row.count for row in quiz.blueprint.draw)
    return bool(wanted) and all(len(form.items) == wanted for form in quiz.forms)


def _named(plan: Plan) -> Iterator[tuple[str, Quiz]]:
    """The tests with the first part of their papers' names: the scope, and for a further test its id too."""
    taken: set[str] = set()
    for quiz in plan.quizzes:
        if quiz.blueprint.kind in TESTS and is_filled(quiz):
            scope = str(quiz.blueprint.module or "course")
            yield f"{scope}.{quiz.blueprint.id}" if scope in taken else f"{scope}.test", quiz
            taken.add(scope)


def _of_test(things: Things, quiz: Quiz, name: str, form: Format) -> Iterator[Artefact]:
    sources = files_of(quiz.blueprint, *(item for one in quiz.forms for item in one.items))
    weight = _SECONDS * len(quiz.forms[0].items)
    for one in quiz.forms:
        suffix = f"-{one.label.lower()}" if one.label else ""
        for paper in leaves_of(things.edition.course.settings.variants, form.paper):
            test = _test(things, quiz, one, _file(form, name + suffix + (".large" if paper.large else "")), paper)
            yield Artefact(test.file.removesuffix(".pdf"), "test paper", write_test, test, sources, weight=weight)
    key = _key(things, quiz, _file(form, f"{name}-key"), form)
    needs = (key.learner,)
    yield Artefact(key.file.removesuffix(".pdf"), "test key", write_test_key, key, sources, needs, weight)


def _file(form: Format, name: str) -> str:
    return f"workbooks/{form.paper.name}/{name}.pdf"


def _test(things: Things, quiz: Quiz, form: Form, file: str, paper: Format) -> PrintedTest:
    edition, blueprint = things.edition, quiz.blueprint
    identity = identity_of(edition)
    questions = tuple(Question(_asked(things, item, number), points_of(item)) for number, item in _numbered(form))
    best = sum(question.points for question in questions)
    percent = _pass_mark(edition, quiz)
    return PrintedTest(
        file=file,
        language=edition.language,
        format=paper,
        identity=identity,
        module=_module(edition, quiz),
        title=blueprint.title.html,
        form=form.label,
        intro=blueprint.intro.html,
        questions=questions,
        best=best,
        needed=in_words(things.words, needed(best, percent)),
        percent=percent,
        pictures=pictures_of(edition, questions) + logo_of(edition, identity),
    )


def _key(things: Things, quiz: Quiz, file: str, paper: Format) -> PrintedTestKey:
    edition, words = things.edition, things.words
    identity, percent = identity_of(edition), _pass_mark(edition, quiz)
    forms = tuple(
        FormKey(form.label, tuple(_marked(things, item, number, form.label) for number, item in _numbered(form)))
        for form in quiz.forms
    )
    best = sum(marked.points for marked in forms[0].marked)
    scope = quiz.blueprint.module or "course"
    return PrintedTestKey(
        file=file,
        learner=Format(paper.paper).name(f"{scope}.learner"),
        language=edition.language,
        format=paper,
        identity=identity,
        module=_module(edition, quiz),
        title=quiz.blueprint.title.html,
        forms=forms,
        best=best,
        needed=in_words(words, needed(best, percent)),
        percent=percent,
        conversion=tuple(_steps(best, percent)),
        pictures=pictures_of(edition, forms) + logo_of(edition, identity),
    )


def _asked(things: Things, item: Item, number: int) -> LearnerItem:
    """The item as a learner's book would print it, without the hints."""
    return replace(learner_item(things, item, f"question-{number}", number), hints=())


def _marked(things: Things, item: Item, number: int, form: str) -> Marked:
    words = things.words
    levels = {"easy": words.gettext("easy"), "medium": words.gettext("medium"), "hard": words.gettext("hard")}
    entry = key_entry(things, item, f"question-{form.lower()}{number}", number)
    return Marked(entry, points_of(item), levels[item.difficulty], marking(words, item))


def _numbered(form: Form) -> Iterator[tuple[int, Item]]:
    return enumerate(form.items, start=1)


def _steps(best: int, percent: int) -> Iterator[Step]:
    """Whole points from all down to none."""
    for points in range(best, -1, -1):
        reached = reached_of(points, best)
        yield Step(str(points), str(reached), reached >= percent)


def _pass_mark(edition: Edition, quiz: Quiz) -> int:
    own = quiz.blueprint.rules.pass_mark
    return edition.course.settings.pass_mark if own is None else own


def _module(edition: Edition, quiz: Quiz) -> str:
    module = edition.modules.get(quiz.blueprint.module or "")
    return module.title.html if module else ""
