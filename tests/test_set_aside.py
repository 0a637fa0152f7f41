"""Parts that wait aside while the engine frames their page: everything is as the engine makes it of the whole stage."""

from __future__ import annotations

from pathlib import Path

import pytest
import tiny_course
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from builder.build.engine import run_engine
from builder.build.rebuild import read_tree
from builder.build.search_text import kept_text, pieces_of
from builder.build.set_aside import LostPartError, set_aside
from builder.writers import site


def staged() -> dict[str, bytes]:
    (artefact,) = site.artefacts(tiny_course.edition(), tiny_course.plan())
    return dict(artefact.write(artefact.reads, {}).files)


def made_of(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    for path, data in files.items():
        (folder / "stage" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "stage" / path).write_bytes(data)
    run_engine(folder / "stage", folder / "out")
    return read_tree(folder / "out")


def test_pages_and_search_are_what_the_engine_makes_of_the_whole_stage(tmp_path: Path) -> None:
    light = set_aside(staged())
    assert len(light.parts) > 20
    assert sum(map(len, light.files.values())) < sum(map(len, staged().values()))
    assert light.put_back(made_of(dict(light.files), tmp_path / "light")) == made_of(staged(), tmp_path / "whole")


FRONT = '---\ntitle: "A"\n---\n\n'


def parted(body: str) -> tuple[str, ...]:
    return tuple(part.html for part in set_aside({"docs/a.md": (FRONT + body).encode()}).parts.get("a.html", ()))


def test_parts_stand_between_headings() -> None:
    body = '<div class="part">\n<p>One</p>\n</div>\n\n# A { #a }\n\n<div class="x" hidden>two</div>\n'
    assert parted(body) == ("\n<p>One</p>\n", "two")


@pytest.mark.parametrize(
    "body",
    [
        "Words of Markdown",
        '<div class="part">\n<script>1</script>\n</div>',
        '<div class="part">\n<!-- - -->\n</div>',
        '<div class="part">\n<h2 id="own">Own</h2>\n</div>',
        '## A { #a }\n\n<div class="part">\n<h2>Same level</h2>\n</div>',
        '<div class="part">\n<p>Not closed\n</div>',
        "<div class=\"part\">\n<p title='x'>Other quotes</p>\n</div>",
        '<div class="part">\n<p>\ue0000\ue001</p>\n</div>',
    ],
)
def test_a_page_of_which_one_cannot_be_sure_stays_whole(body: str) -> None:
    assert parted(body) == ()


@pytest.mark.parametrize("made", [b"<div></div>", "<div>\ue0001\ue001</div>".encode()])
def test_a_part_without_its_place_stops_the_build(made: bytes) -> None:
    light = set_aside({"docs/a.md": (FRONT + '<div class="part">One</div>').encode()})
    with pytest.raises(LostPartError, match=r"a\.html"):
        light.put_back({"a.html": made})


@pytest.mark.parametrize(
    "part",
    [
        "<p>One</p>\n<p></p>\n<p>Two &amp; &lt;three&gt; &quot;four&quot; > five</p>",
        "<p>\n</p><p>\n <b>x</b></p>",
        "<ul>\n<li>a\nb</li><li></li>\n</ul> tail",
        '<div data-search-exclude="1"><p>no</p><div>no</div>by the theme\'s own rule</div><p>yes</p>',
        '<p data-search-exclude="1">no<b>no</b></p><p title="data-search-exclude">yes</p>',
        '<svg viewBox="0 0 1 1"><path d="M0"/><circle r="1"/></svg><br /><img src="a" alt="b"><input value=">">x',
        "<pre><code>a\n  b\n\n</code></pre>&nbsp;<p>&nbsp;</p>",
        "<h3>Own heading</h3><p>x<sub>1</sub></p>",
        '<textarea name="a">words</textarea><textarea></textarea><select><option>o</option></select>',
        "<ol><li><p>in</p></li></ol>  <ol></ol>",
    ],
)
def test_the_search_keeps_what_the_theme_keeps(part: str) -> None:
    theme = Parser()
    theme.feed(f'<h2 id="a">A</h2>\n<div class="part">{part}</div>\n<div class="part"> \n{part}</div>\n')
    theme.close()
    pieces = [pieces_of(one, {2}) for one in (part, f" \n{part}")]
    assert kept_text(one for one in pieces if one) == "".join(theme.data[-1].text).strip()
