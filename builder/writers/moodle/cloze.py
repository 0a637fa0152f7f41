"""Gaps as Moodle's embedded answers: ``{1:SHORTANSWER:=water~milk#Milk burns.}``.

Its reader looks for ``{``, ``}``, ``~``, ``#``, ``=`` and ``%`` before it decodes character references, and it can
unescape only two of them; so everything that isn't a letter, a digit or harmless is written as a reference.
"""

from __future__ import annotations

import re
from html import escape

from builder.model.items import Cloze, Gap

MARKER = re.compile(r"\[\[([a-z0-9-]+)\]\]")
_NOT_HARMLESS = re.compile(r"[^A-Za-z0-9 .,:()\u00a0-\U0010ffff-]")


def embedded(item: Cloze) -> str:
    """The item's text as XHTML with its gaps as embedded answers."""
    gaps = {str(gap.id): gap for gap in item.gaps}
    pieces = MARKER.split(item.text.html)
    text = [shielded(pieces[0])]
    for marked, after in zip(pieces[1::2], pieces[2::2], strict=True):
        text += [embedded_answer(gaps[marked]), shielded(after)]
    return "".join(text)


def embedded_answer(gap: Gap) -> str:
    """One gap: a list to choose from in random order, or a field to type in without regard to case."""
    kind = "MULTICHOICE_S" if gap.choose else "SHORTANSWER"
    answers = [f"={_answer(one.plain, choose=gap.choose)}" for one in gap.accepted]
    answers += [
        f"{_answer(one.answer.plain, choose=gap.choose)}#{_referenced(one.rationale.html)}" for one in gap.wrong
    ]
    return f"{{1:{kind}:{'~'.join(answers)}}}"


def shielded(html: str) -> str:
    """``html`` without braces, so that no words of an author's become an embedded answer."""
    return html.replace("{", "&#123;").replace("}", "&#125;")


def without_wildcards(answer: str) -> str:
    """A short answer to the letter: to Moodle ``*`` stands for anything."""
    return answer.replace("*", r"\*")


def _answer(plain: str, *, choose: bool) -> str:
    return _referenced(escape(plain) if choose else without_wildcards(plain))


def _referenced(text: str) -> str:
    # After decoding, the reader still takes one backslash from before each } and #.
    doubled = text.replace(r"\}", r"\\}").replace(r"\#", r"\\#")
    return _NOT_HARMLESS.sub(lambda found: f"&#{ord(found[0])};", doubled)
