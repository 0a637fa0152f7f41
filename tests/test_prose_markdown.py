"""Markdown: what it becomes, what it can't become, and its plain words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from builder.prose import Renderer
from builder.prose.renderer import Rendered

ELEMENTS = {
    "div", "p", "em", "strong", "code", "a", "img", "br", "pre", "ul", "ol", "li", "blockquote",
    "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "hr",
}  # fmt: skip
ATTRIBUTES = {"href", "src", "alt", "scope", "class", "start"}


def prose(source: str) -> Rendered:
    return Renderer({"modules/a/p.svg", "modules/a/q.svg"}).render(source, inline=False, file="modules/a/lesson.md")


def line(source: str) -> Rendered:
    return Renderer({"modules/a/p.svg"}).render(source, inline=True, file="modules/a/lesson.md")


def test_blocks() -> None:
    made = prose(
        "One *and* two.\n\n1. first\n2. second\n\n- a\n    - b\n\n> said\n\n"
        "| T | M |\n|---|--:|\n| x | 2 |\n\nSteep\n:   wait\n\n---\n\nlast  \nline"
    )
    assert not made.flaws
    assert made.html == (
        "<p>One <em>and</em> two.</p>\n<ol><li>first</li>\n<li>second</li>\n</ol>\n"
        "<ul><li>a<ul><li>b</li>\n</ul>\n</li>\n</ul>\n"
        '<blockquote><p>said</p>\n</blockquote>\n<table><thead><tr><th scope="col">T</th>\n'
        '<th scope="col" class="align-right">M</th>\n</tr>\n</thead>\n'
        '<tbody><tr><td>x</td>\n<td class="align-right">2</td>\n'
        "</tr>\n</tbody>\n</table>\n<dl><dt>Steep</dt>\n<dd>wait</dd>\n</dl>\n<hr />\n<p>last<br />line</p>"
    )
    assert made.plain == "One and two.\nfirst\nsecond\na\nb\nsaid\nT | M\nx | 2\nSteep\nwait\nlast\nline"


def test_fences_are_shown_as_they_are() -> None:
    made = prose("Write:\n```text\nDear <name>,\n\n  *thanks*\n```\nand send it.")
    assert made.html == (
        "<p>Write:</p>\n<pre><code>Dear &lt;name&gt;,\n\n  *thanks*\n</code></pre>\n<p>and send it.</p>"
    )
    assert not made.flaws


def test_a_list_starts_where_its_author_starts_it() -> None:
    assert prose("3. third\n4. fourth").html.startswith('<ol start="3"><li>third')


def test_lines_know_no_blocks() -> None:
    assert line("1. not a list").html == "1. not a list"
    assert line("# no\n  heading *here*").html == "# no heading <em>here</em>"


def test_links_keep_the_form_that_writers_turn() -> None:
    made = line('[a *b*](#some-id "title") <https://x.example/?a=1&b=2> [m](mailto:a@b.example)')
    assert made.html == (
        '<a href="#some-id">a <em>b</em></a> '
        '<a href="https://x.example/?a=1&amp;b=2">https://x.example/?a=1&amp;b=2</a> '
        '<a href="mailto:a@b.example">m</a>'
    )
    assert not made.flaws


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "other.md",
     "/etc/passwd", "../x.md", "//evil.example", "file:///x",
     "vbscript:x", "java&#115;cript:x", "ftp://x.example", "#Not An Id", "", "https:",
     "https:///x", "javascript\\:x", "<javascript:x>"],
)  # fmt: skip
def test_other_links_are_findings_and_leave_their_words(address: str) -> None:
    made = line(f"see [these words]({address}) now")
    assert [flaw.code for flaw in made.flaws] == ["unsafe-link"]
    assert made.html == made.plain == "see these words now"


def test_pictures_are_found_beside_the_file() -> None:
    made = prose("![Two & a <kettle>](p.svg) ![x](../a/q.svg)")
    assert made.html == (
        '<p><img src="picture:modules/a/p.svg" alt="Two &amp; a &lt;kettle&gt;" /> '
        '<img src="picture:modules/a/q.svg" alt="x" /></p>'
    )
    assert made.plain == "Two & a <kettle> x"


@pytest.mark.parametrize(
    ("source", "code", "help_"),
    [
        ("![x](pp.svg)", "missing-picture", "did you mean 'p.svg'?"),
        ("![](p.svg)", "missing-alt", "say between"),
        ("![x](../../../p.svg)", "outside-path", "beside"),
        ("![x](/p.svg)", "outside-path", "beside"),
        ("![x](https://x.example/p.svg)", "outside-path", "beside"),
        ("![x](data:image/png;base64,AA)", "outside-path", "beside"),
    ],
)
def test_other_pictures_are_findings(source: str, code: str, help_: str) -> None:
    (flaw,) = prose(source).flaws
    assert (flaw.code, help_ in flaw.help) == (code, True)
    assert "<img" not in prose(source).html


@pytest.mark.parametrize(
    "source",
    [
        "<b>x</b>",
        "<script>alert(1)</script>",
        "a <br/> b",
        "<!-- note -->",
        '<img src=x onerror="y">',
        "<div>\n\ntext\n\n</div>",
        "</p>",
    ],
)
def test_html_is_text_and_a_finding(source: str) -> None:
    made = prose(source)
    assert {flaw.code for flaw in made.flaws} == {"unsafe-html"}
    assert source[made.flaws[0].start] == "<"
    assert all(element.tag in {"div", "p"} for element in etree.fromstring(f"<div>{made.html}</div>").iter())


@pytest.mark.parametrize("source", ["2 < 3 and 4 > 3", "`<b>`", "``a `<i>` b``", "A & B &amp; &lt;", "x <3", "a<b"])
def test_signs_and_code_are_fine(source: str) -> None:
    made = prose(source)
    assert not made.flaws
    words = str(etree.fromstring(f"<div>{made.html}</div>").xpath("string()")).strip()
    assert words == source.strip("`").replace("`` ", "")


def test_a_heading_is_a_finding_and_stays_as_words() -> None:
    made = prose("## Tea {#tea}\n\ntext")
    assert [flaw.code for flaw in made.flaws] == ["heading-in-block"]
    assert "<h2" not in made.html
    assert "Tea" in made.plain


def test_gap_and_card_markers_survive() -> None:
    made = prose("Say [[who]] **and [[two words|a *hint*]]**, `[[code]]`\n\n| a |\n|---|\n| [[x|y]] |")
    for marker in ("[[who]]", "[[two words|a *hint*]]", "[[code]]", "[[x|y]]"):
        assert marker in made.html
        assert marker in made.plain
    assert "<strong>and [[two" in made.html


PIECES = st.sampled_from(
    ["*", "**", "_", "`", "```", "[", "](", ")", "![", "](p.svg)", "<", ">", "&", "&lt;", "&#x6a;",
     "#", "- ", "1. ", "> ", "    ", "\t",
     "\n", "\n\n", "|", "---", ":   ", "\\", "[[", "]]", "{{", "}}", "{#a}",
     "javascript:", "https://", "<script>", "on", '"', "'", "\x02", "\x03",
     "klzzwxh:0001", "\x02klzzwxh:0000\x03", "\x02amp\x03", "\u2028", "\ufffe", "\U000f0000", "\U000f8000", "text", " "]
)  # fmt: skip


@given(st.one_of(st.lists(PIECES, max_size=24).map("".join), st.text(max_size=60)))
@settings(max_examples=700, deadline=None)
def test_any_text_becomes_well_formed_and_harmless(source: str) -> None:
    for made in (prose(source), line(source)):
        root = etree.fromstring(f"<div>{made.html}</div>")
        for element in root.iter():
            assert element.tag in ELEMENTS
            assert set(element.attrib) <= ATTRIBUTES
            address = element.get("href")
            assert address is None or address.startswith(("#", "http://", "https://", "mailto:"))
            assert element.get("src", "picture:").startswith("picture:")
        assert "\x02" not in made.html + made.plain


def test_deep_nesting_is_a_finding_and_no_crash() -> None:
    for source in (">" * 3000 + " x", "- " * 3000 + "x", "*a " * 2000, "[" * 3000, "**a *b " * 500):
        etree.fromstring(f"<div>{prose(source).html}</div>")


@pytest.mark.parametrize("mark", ["[", "![", "[[", "[a](", "`` ` ", "<a ", "{{", "> ", "- a\n", "*a ", "\\"])
def test_no_mark_makes_it_slow(mark: str) -> None:
    start = time.process_time()
    etree.fromstring(f"<div>{prose(mark * 10_000).html}</div>")
    assert time.process_time() - start < 10  # a quadratic rule would take minutes


def test_equal_texts_are_rendered_once() -> None:
    renderer = Renderer(())
    assert renderer.render("*a* _b_", inline=True, file="x") is renderer.render("*a* _b_", inline=True, file="y")
