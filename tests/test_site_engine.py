"""The site through its engine: clean, ours untouched, its HTML valid, its search free of answers."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import tiny_course
from site_browser import ROOT, built_edition, built_site, missing_judge

from builder.build.engine import EngineError, run_engine
from builder.model.text import Line
from builder.writers import site

VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    before = tree(ROOT / "site")
    made = built_site(tmp_path_factory.mktemp("engine"), "hilltop", "es")
    assert tree(ROOT / "site") == before, "the build writes no source"
    return made


def test_the_site_is_the_same_wherever_it_is_built(built: Path, tmp_path: Path) -> None:
    assert tree(built_site(tmp_path / "deeper" / "down", "hilltop", "es")) == tree(built)


def test_the_engines_defaults_keep_away_from_our_source() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    found = dict(re.findall(r"^(docs_dir|site_dir): (.*)$", settings, re.MULTILINE))
    assert {name: path.split("/")[0] for name, path in found.items()} == {"docs_dir": ".build", "site_dir": ".build"}


def test_pages_say_their_language_and_name_no_other_site(built: Path) -> None:
    for path, data in tree(built).items():
        if path.endswith(".html"):
            page = data.decode()
            assert '<html lang="es"' in page
            assert not re.search(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="(?:https?:)?//', page), path
        if path.endswith(".css"):
            assert not re.search(rb"url\([\"']?(?:https?:)?//", data), path


def test_the_search_finds_questions_and_never_answers(built: Path) -> None:
    index = json.loads((built / "search" / "search_index.json").read_text(encoding="utf-8"))
    found = " ".join(re.sub(r"<[^>]+>", " ", entry["text"] + " " + entry["title"]) for entry in index["docs"])
    found = " ".join(found.split())
    edition = tiny_course.edition("hilltop", "es")
    item = edition.items["t-first-step"]
    assert " ".join(item.stem.plain.split()) in found
    for one in edition.items.values():
        for name in ("rationale", "if_true", "if_false", "guidance"):
            told = getattr(one, name, None)
            assert not (told and " ".join(told.plain.split()) in found), f"{one.id}.{name}"
        for option in getattr(one, "options", ()):
            assert " ".join(option.rationale.plain.split()) not in found, f"{one.id}.{option.id}"


def test_the_html_is_valid(built: Path) -> None:
    java = shutil.which("java")
    if java is None or not VNU.is_file():
        missing_judge("the HTML checker")
    pages = [path for path in built.rglob("*.html") if path.name != "404.html"]
    command = [str(java), "-jar", str(VNU), "--errors-only", "--format", "json", "--stdout", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    faults = {f"{m['message']} … {m.get('extract', '')[:120]!r}" for m in json.loads(done.stdout)["messages"]}
    assert {fault for fault in faults if "Content-Security-Policy" not in fault} == set()


HOSTILE = "</title><script>alert(1)</script> & <b>*x*</b> \"'{{ 7 }} {% raw %}"


def test_hostile_titles_stay_words(tmp_path: Path) -> None:
    """Names that look like markup, template or Markdown: the theme escapes nothing by itself."""

    def named(title: Line) -> Line:
        return Line(title.source, title.place, html.escape(HOSTILE, quote=False), HOSTILE)

    edition, plan = tiny_course.edition(), tiny_course.plan()
    course = edition.course
    modules = tuple(
        module.model_copy(
            update={
                "title": named(module.title),
                "lesson_files": tuple(
                    lesson.model_copy(update={"title": named(lesson.title), "summary": named(lesson.summary)})
                    for lesson in module.lesson_files
                ),
            }
        )
        for module in course.modules
    )
    settings = course.settings.model_copy(
        update={name: named(getattr(course.settings, name)) for name in ("title", "tagline", "publisher", "licence")}
    )
    organisation = edition.organisation.model_copy(update={"short_name": named(edition.organisation.short_name)})
    course = course.model_copy(update={"modules": modules, "settings": settings})
    made = built_edition(tmp_path, replace(edition, course=course, organisation=organisation), plan)
    for path in made.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "<script>alert" not in page
        assert "<b>*x*" not in page
        assert "&amp;amp;" not in page
        if path.name == "boil-and-brew.html":
            titles = re.findall(r"<(?:title|h1)[^>]*>(.*?)</", page, re.DOTALL)
            words = [html.unescape(re.sub(r"\s+", " ", title)).strip() for title in titles]
            assert words == [f"{HOSTILE} · {HOSTILE}", HOSTILE]


def test_a_warning_of_the_engine_stops_the_build(tmp_path: Path) -> None:
    (artefact,) = site.artefacts(tiny_course.edition(), tiny_course.plan())
    for path, data in artefact.write(artefact.reads, {}).files.items():
        target = tmp_path / "stage" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (tmp_path / "stage" / "docs" / "about.md").write_text("[nowhere](nowhere.md)", encoding="utf-8")
    with pytest.raises(EngineError, match=r"nowhere\.md"):
        run_engine(tmp_path / "stage", tmp_path / "out")


def test_an_engine_that_is_not_installed_is_said_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.py").write_text("raise ModuleNotFoundError(\"No module named 'mkdocs'\")", encoding="utf-8")
    bare = tmp_path / "bare"
    subprocess.run(["python3", "-m", "venv", "--without-pip", str(bare)], check=True)
    monkeypatch.setattr("sys.executable", str(bare / "bin" / "python"))
    with pytest.raises(EngineError, match=r"^the site engine is not installed: pip install"):
        run_engine(tmp_path, tmp_path / "out")
