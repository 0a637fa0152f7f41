"""The short way through prose gives what Python-Markdown gives."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.prose import simple
from builder.prose.markdown import Engine
from builder.prose.tree import Sheet

ENGINE = Engine()
WORD = st.sampled_from(
    ["tea", "Tea", "I", "a", "4", "3.", "don't", "“yes”", "5 & 6", ">", "x > y", "#", "- ", "+", "1.", ":", "|",
     "a|b", "~~",
     "===", "---", "!", "(so)", "{#x}", "}}", "é", "\u00a0", "\U000f0000", "http://a.b", "A:", "[^1]", "]", "a]b"]
)  # fmt: skip
MARK = st.sampled_from(
    ["**now**", "*so*", "***all***", "`a<b>`", "` x `", "``a`b``", "[pot](#term-pot)", "[p](#P)", "[a]",
     "![x](y.png)", "*", "**",
     "_", "`", "[", "\\*", "*a *", "* a*", "**a*", "<b>", "<https://a.b/c>", "*a*b", "a*b*", "**4 days**",
     "[[gap]]", "[a](#b)(c)",
     "(*so*)", "*\U000f0000*", "**\U000f0001**", "*so*.", "`code`,", "[x]: y"]
)  # fmt: skip
SPACE = st.sampled_from([" ", " ", " ", "", "  ", "\n", "\n\n", " \n", "  \n", "\n    ", "\n\n\n", "\t"])
TEXT = st.lists(st.one_of(WORD, WORD, MARK, SPACE, SPACE), min_size=1, max_size=12).map("".join)
SIMPLE_PART = st.one_of(
    WORD.filter(str.isalpha), st.sampled_from(["**now**", "*so*", "`a<b>`", "[pot](#term-pot)", "(*so*)", "“yes”"])
)
SIMPLE = st.lists(SIMPLE_PART, min_size=1, max_size=8).flatmap(
    lambda parts: st.lists(st.sampled_from([" ", " ", "\n", "\n\n"]), min_size=len(parts), max_size=len(parts)).map(
        lambda gaps: "".join(part + gap for part, gap in zip(parts, gaps, strict=True)).strip()
    )
)


def long_way(text: str, *, inline: bool) -> tuple[str, str]:
    sheet = Sheet(lambda address, alt: address + alt)
    sheet.children(ENGINE.line(text) if inline else ENGINE.prose(text))
    plain = "".join(sheet.plain)
    joined = (
        simple.one_line(plain) if inline else "\n".join(simple.one_line(part) for part in plain.strip("\n").split("\n"))
    )
    return "".join(sheet.html).strip(" \n"), joined


def spaced(html: str) -> str:
    return re.sub(r"\s*\n\s*", "\n", html)


@given(st.one_of(TEXT, SIMPLE))
@settings(max_examples=500, deadline=None)
def test_simple_lines_are_what_markdown_makes_of_them(text: str) -> None:
    line = simple.one_line(text)
    made = simple.line(line)
    if made is not None:
        assert made == long_way(line, inline=True)


@given(st.one_of(TEXT, SIMPLE))
@settings(max_examples=500, deadline=None)
def test_simple_prose_is_what_markdown_makes_of_it(text: str) -> None:
    text = text.strip(" \t\n")
    made = simple.prose(text)
    if made is not None:
        html, plain = long_way(text, inline=False)
        assert (made[0], made[1].replace("\n", " ")) == (spaced(html), plain.replace("\n", " "))


@given(SIMPLE)
@settings(max_examples=200, deadline=None)
def test_ordinary_texts_take_the_short_way(text: str) -> None:
    assert simple.prose(text) is not None
    assert simple.line(simple.one_line(text)) is not None


@given(st.one_of(TEXT, SIMPLE))
@settings(max_examples=500, deadline=None)
def test_a_bare_text_is_its_own_rendering(text: str) -> None:
    if simple.BARE.fullmatch(text):
        assert simple.line(text) == (text, text)
        assert simple.prose(text) == (f"<p>{text}</p>" if text else "", text)
