"""How options and words look: mixed forms, capitals, answers that could be typed otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.writing.phrase import words_of
from builder.checks.writing.view import Found, ItemView
from builder.model.items import Cloze, ShortAnswer
from builder.model.text import Line, Text

_LOUD, _APOSTROPHE = r"[^\W\d_a-z]", "['\N{RIGHT SINGLE QUOTATION MARK}]"
_CAPITALS = re.compile(rf"(?<![\w.&/-])(?:{_LOUD}{{3,}}(?:{_APOSTROPHE}{_LOUD}+)?)(?![\w&/-]|\.\w)")
_ENDS = ".!?…"
_NO_ABBREVIATION = 7
"""Capitals in a row from which on a word is none."""
_OTHERWISE = re.compile(r"[-/&']|\d|\bper cent\b|\band\b")


def uneven_form(view: ItemView) -> Iterator[Found]:
    """The options mix sentences and fragments, or what they start with."""
    choices = [choice for choice in view.own if choice.words]
    if len(choices) < 2:  # noqa: PLR2004 - one alone can't differ
        return
    help_ = "word all options alike"
    ends = [choice.low.rstrip("\"”»')")[-1] for choice in choices]
    bare = [end not in _ENDS for end in ends]
    if "." in ends and any(bare):
        odd = choices[ends.index(".") if ends.count(".") < bare.count(True) else bare.index(True)]
        yield Found(odd.text, "some options end with a full stop and others don't", help_)
        return
    forms = [next((name for name, form in view.tongue.forms if form.match(choice.low)), "") for choice in choices]
    if "" not in forms and len(set(forms)) > 1:
        rarest = min(forms, key=lambda name: (forms.count(name), forms.index(name)))
        kinds = " and ".join(dict.fromkeys(forms))
        yield Found(choices[forms.index(rarest)].text, f"the options mix forms: {kinds}", help_)


def shouting(view: ItemView) -> Iterator[Found]:
    """A word in capitals that is no abbreviation."""
    for text in _shown(view):
        for found in _CAPITALS.finditer(text.plain):
            word = found[0]
            if len(word) >= _NO_ABBREVIATION or words_of(word)[0] in view.tongue.loud | view.tongue.negatives:
                yield Found(text, f"'{word}' is shouted", f"write '{word.casefold()}', in bold if it matters", word)
                return


def narrow_answer(view: ItemView) -> Iterator[Found]:
    """One spelling alone is accepted of an answer that people spell in several."""
    item = view.item
    if isinstance(item, ShortAnswer):
        typed = [item.accepted]
    elif isinstance(item, Cloze):
        typed = [gap.accepted for gap in item.gaps if not gap.choose]
    else:
        return
    for accepted in typed:
        if len(accepted) == 1 and _spelt_otherwise(accepted[0], view):
            message = f"only '{accepted[0].plain[:40]}' is accepted, which people write in other ways too"
            yield Found(accepted[0], message, "accept the other ways too, or let people choose")
            return


def _shown(view: ItemView) -> tuple[Text, ...]:
    own = (view.item.text,) if isinstance(view.item, Cloze) else ()
    return (view.item.stem, *own, *(choice.text for choice in view.choices))


def _spelt_otherwise(answer: Line, view: ItemView) -> bool:
    words = words_of(answer.plain)
    return (
        len(words) > 1 or bool(_OTHERWISE.search(answer.plain)) or any(word in view.tongue.numerals for word in words)
    )
