"""The edition step: every text rendered, each organisation's values, each language's texts."""

from __future__ import annotations

import time
from types import MappingProxyType

import pytest
from made_courses import bank, edition_with, item
from tiny_course import EDITIONS, course, edition, loaded

from builder.diagnostics import Diagnostic, Place
from builder.edition import make_edition
from builder.model.course import Course
from builder.model.text import Line, Prose, Text
from builder.model.walk import each_text, map_texts, texts_of


@pytest.mark.parametrize(("organisation", "language"), EDITIONS)
def test_every_text_is_rendered(organisation: str, language: str) -> None:
    made, findings = make_edition(course(), organisation, language, loaded().pictures)
    assert findings == ()
    texts = [text for text in each_text(made.course) if text.source.strip()]
    assert len(texts) > 300
    assert all(text.html and text.plain for text in texts)
    assert not [text for text in texts if "{{" in text.html or "{{" in text.plain]


def test_walking_without_keys_gives_the_same_texts() -> None:
    assert list(each_text(course())) == [text for _, text in texts_of(course())]


def test_text_keys_are_unique_and_survive_a_change() -> None:
    keys = [key for key, _ in texts_of(course())]
    assert len(set(keys)) == len(keys)
    changed = map_texts(course(), lambda key, text: type(text)(key, text.place))
    assert all(text.source == key for key, text in texts_of(changed) if text.source)


def test_an_edition_holds_its_organisation_alone() -> None:
    made = edition("hilltop", "es")
    assert [str(one.id) for one in made.course.organisations] == ["hilltop"]
    assert made.organisation is made.course.organisations[0]
    assert not made.course.overlays
    assert not made.course.overlay_lessons


def test_the_first_language_has_no_part_in_ids() -> None:
    assert (edition("harbour", "en").key.language, edition("harbour", "es").key.language) == ("", "es")


def test_values_are_each_organisations_own() -> None:
    words = {one: edition(one).items["t-minutes"].stem.plain for one in ("harbour", "hilltop")}
    assert words["harbour"] != words["hilltop"]
    for one, text in words.items():
        assert edition(one).organisation.standards[0].name.plain in text


def test_translated_texts_stand_in_their_place() -> None:
    english, spanish = edition("harbour", "en"), edition("harbour", "es")
    assert spanish.items["t-milk"].stem.plain != english.items["t-milk"].stem.plain
    lesson = spanish.lessons["boil-and-brew"]
    assert lesson.title.plain == "Hervir y preparar"
    assert lesson.objectives == english.lessons["boil-and-brew"].objectives
    assert lesson.commitment
    assert "caliento" in lesson.commitment.act.plain
    assert spanish.organisation.name.plain == "Herramientas del Puerto e Hijos"
    assert spanish.course.settings.title.plain == "La ronda de té"


def without_overlay(key: str) -> Course:
    texts = {name: text for name, text in course().overlays["es"].items() if name != key}
    return course().model_copy(update={"overlays": {"es": texts}})


def found(source: Course, language: str = "es") -> tuple[Diagnostic, ...]:
    return make_edition(source, "harbour", language, loaded().pictures)[1]


def test_a_missing_translation_is_a_finding_and_the_first_language_stands_in() -> None:
    key = "banks.bank-tea.items.t-milk.stem"
    made, findings = make_edition(without_overlay(key), "harbour", "es", loaded().pictures)
    assert [(f.code, f.place.file) for f in findings] == [("missing-translation", "quizzes/banks/tea.yml")]
    assert "tea.es.yml" in findings[0].help
    assert made.items["t-milk"].stem.plain == edition().items["t-milk"].stem.plain


def test_numbers_and_values_need_no_translation() -> None:
    assert found(without_overlay("banks.bank-tea.items.t-minutes.answer")) == ()
    assert found(without_overlay("banks.bank-tea.items.t-heat.answer")) == ()


def test_a_missing_lesson_is_one_finding() -> None:
    lessons = {name: one for name, one in course().overlay_lessons["es"].items() if name != "wash-up"}
    source = course().model_copy(update={"overlay_lessons": {"es": lessons}})
    assert [(f.code, f.place.file) for f in found(source)] == [("missing-translation", "modules/cups/wash-up.md")]


def test_a_translated_lesson_keeps_the_skeleton() -> None:
    lesson = course().overlay_lessons["es"]["wash-up"]
    shorter = lesson.model_copy(update={"sections": lesson.sections[:-1]})
    source = course().model_copy(
        update={"overlay_lessons": {"es": {**course().overlay_lessons["es"], "wash-up": shorter}}}
    )
    assert [(f.code, f.place.file) for f in found(source)] == [("translation-skeleton", "modules/cups/wash-up.es.md")]


# Places


def with_summary(source: str, place: Place) -> Course:
    settings = course().settings.model_copy(update={"summary": Prose(source, place)})
    return course().model_copy(update={"settings": settings})


@pytest.mark.parametrize(
    ("file", "text", "source", "at"),
    [
        ("a.yml", "summary: To {{ org.nmae }}\n", "To {{ org.nmae }}", (1, 16)),
        ("a.yml", "summary: |\n  One\n  two {{ org.nmae }}\n", "One\ntwo {{ org.nmae }}\n", (3, 10)),
        ("a.md", "One\ntwo {{ org.nmae }}\n", "One\ntwo {{ org.nmae }}\n", (2, 8)),
        ("a.yml", "summary: >\n  One\n  two {{ org.nmae }}\n", "One two {{ org.nmae }}\n", (3, 10)),
        ("a.yml", 'summary: "One\n\n  two {{ org.nmae }}"\n', "One\ntwo {{ org.nmae }}", (3, 10)),
    ],
)
def test_a_finding_points_into_the_text(file: str, text: str, source: str, at: tuple[int, int]) -> None:
    start = (1, 10 if '"' not in text else 11) if text.startswith("summary: ") and text[9] not in "|>" else (2, 3)
    place = Place(file, *((1, 1) if file == "a.md" else start))
    (finding,) = make_edition(
        with_summary(source, place), "harbour", "en", loaded().pictures, texts=MappingProxyType({file: text})
    )[1]
    assert (finding.code, finding.place, finding.length) == ("undefined-value", Place(file, *at), len("org.nmae"))


def test_without_the_files_the_place_is_counted() -> None:
    (finding,) = found(with_summary("One\ntwo {{ org.nmae }}\n", Place("a.yml", 2, 3)), "en")
    assert finding.place == Place("a.yml", 3, 10)


def test_settings_may_name_each_other_and_the_organisation() -> None:
    settings = course().settings.model_copy(
        update={"title": Line("Tea at {{ org.short_name }}"), "summary": Prose("About {{ course.title }}")}
    )
    made, findings = make_edition(course().model_copy(update={"settings": settings}), "harbour", "en", {})
    assert made.course.settings.summary.plain == "About Tea at Harbour"
    assert "undefined-value" not in {f.code for f in findings}


def test_organisations_texts_hold_no_values() -> None:
    first = course().organisations[0].model_copy(update={"vision": Line("We are {{ org.name }}")})
    source = course().model_copy(update={"organisations": (first, *course().organisations[1:])})
    assert [f.code for f in make_edition(source, str(first.id), "en", loaded().pictures)[1]] == ["template-syntax"]


def test_rendering_is_linear() -> None:
    """Four times the items take no more than eight times as long."""

    def seconds(count: int) -> float:
        plain = [item(f"i-{n}", ("a",), stem=f"Question *{n}* for {{{{ org.name }}}}?") for n in range(count)]
        source = edition_with([bank("m", plain)], {"a": "m"}).course.model_copy(
            update={"organisations": course().organisations}
        )
        start = time.process_time()
        make_edition(source, "harbour", "en", {})
        return time.process_time() - start

    small = min(seconds(500) for _ in range(3))
    assert min(seconds(2000) for _ in range(2)) < 8 * small


def test_equal_courses_make_equal_editions() -> None:
    again = make_edition(course(), "harbour", "en", loaded().pictures)[0]
    assert [(type(t), t.html, t.plain) for t in each_text(again.course)] == [
        (type(t), t.html, t.plain) for t in each_text(edition().course)
    ]
    assert all(isinstance(text, Text) for text in each_text(again.course))
