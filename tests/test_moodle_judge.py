"""The second reader finds what Moodle accepts without a word, changes, skips, or loses with the rest of the file."""

from __future__ import annotations

import pytest
import tiny_course
from moodle_import import faults

from builder.writers import moodle


def _bank() -> str:
    files = tiny_course.files(moodle.artefacts(tiny_course.edition(), tiny_course.plan()))
    return files["banks/moodle/tea.xml"].decode()


DAMAGE = {
    "no right answer": ('fraction="100"', 'fraction="90"'),
    "an illegal fraction": ('fraction="-50"', 'fraction="-37.5"'),
    "ticking everything pays": ('fraction="-50"', 'fraction="0"'),
    "an empty name": ("<text>The first step</text>", "<text></text>"),
    "a name with markup": ("<text>The first step</text>", "<text>The &lt;b&gt;first&lt;/b&gt; step</text>"),
    "no shownumcorrect": ("<shownumcorrect>1</shownumcorrect>", ""),
    "a decimal comma": ("<text>99.5</text>", "<text>99,5</text>"),
    "a unit in a number": ("<text>99.5</text>", "<text>99.5 °C</text>"),
    "capital truth": ("<text>true</text>", "<text>True</text>"),
    "an empty answer": ("<text>Put in the leaves</text>", "<text></text>"),
    "a long idnumber": ("tea-round.t-milk", "tea-round." + "t" * 91),
    "an idnumber twice": ("tea-round.t-milk", "tea-round.t-guest"),
    "a lost picture": ("@@PLUGINFILE@@/kettle", "@@PLUGINFILE@@/pot"),
    "an unescaped star": (r"c\*p", "c*p"),
    "a gap without a right answer": ("=4 minutes", "4 minutes"),
    "a gap without a choice": ("~1 minute#Too pale.", ""),
    "a stray brace": ("&amp;#123;it", "{it"),
    "broken HTML": ("&lt;p&gt;A guest sits down.", "&lt;p&gt;&lt;b&gt;A guest sits down."),
    "a script": ("&lt;p&gt;A guest sits down.", "&lt;p&gt;&lt;script&gt;1&lt;/script&gt;A guest sits down."),
    "an element of no meaning": ("<usecase>0</usecase>", "<usecase>0</usecase><case>0</case>"),
    "a category without a name": ("Tea for a team/", "&lt;i&gt;/"),
    "no answer to a row": ("<text>2 minutes</text>", "<text></text>"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_it_finds(name: str) -> None:
    old, new = DAMAGE[name]
    bank = _bank()
    assert old in bank
    damaged = bank.replace(old, new)
    if name == "a gap without a choice":
        damaged = damaged.replace(damaged[damaged.index("~1 hour#") : damaged.index("} for black tea")], "")
    assert faults(bank.encode()) == []
    assert faults(damaged.encode())
