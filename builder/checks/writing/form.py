"""How options and words look: mixed forms, capitals, answers that could be typed otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.checks.writing.late import late
from builder.checks.writing.phrase import words_of
from builder.checks.writing.tongue import Tongue
from builder.checks.writing.view import Choice, Found, ItemView
from builder.model.items import Cloze, ShortAnswer
from builder.model.text import Line, Text

_LOUD, _APOSTROPHE = r"[^\W\d_a-z]", "['\N{RIGHT SINGLE QUOTATION MARK}]"
_CAPITALS = late(rf"(?<![\w.&/-])(?:{_LOUD}{{3,}}(?:{_APOSTROPHE}{_LOUD}+)?)(?![\w&/-]|\.\w)")
_THREE = late(rf"{_LOUD}{{3}}")
_ENDS = "!?…:"
_SHORT_FORM = late(r"\b(?:\w|[ap]\.m|etc|e\.g|i\.e|ltd|inc|approx|no|min|hrs?)\.$")
_NO_ABBREVIATION = 7
"""Capitals in a row from which on a word is none."""
_OTHERWISE = late(r"[-/&']|\d|\bper cent\b|\band\b")


def uneven_form(view: ItemView) -> Iterator[Found]:
    """The options mix sentences and fragments, capitals and small letters, or what they start with."""
    choices = list({choice.line: choice for choice in reversed(view.own) if choice.words}.values())[::-1]
    if len(choices) < 2:  # noqa: PLR2004 - one alone can't differ
        return
    for told, odd in ((_ends, "end with a full stop"), (_capitals, "start with a capital letter")):
        marks = [told(choice) for choice in choices]
        if True in marks and False in marks:
            rarer = marks.count(True) * 2 < len(marks)
            message = f"some options {odd} and others don't"
            yield Found(choices[marks.index(rarer)].text, message, "word all options alike")
            return
    forms = [_form(choice, view.tongue) for choice in choices]
    if len(set(forms)) > 1 and ("" not in forms or _purposes(forms, choices, view.tongue)):
        rarest = min(forms, key=lambda name: (forms.count(name), forms.index(name)))
        kinds = " and ".join(name or "others" for name in dict.fromkeys(forms))
        yield Found(choices[forms.index(rarest)].text, f"the options mix forms: {kinds}", "word all options alike")


def _form(choice: Choice, tongue: Tongue) -> str:
    """What to call how an option starts; empty for no form of its own."""
    if not tongue.any_form.match(choice.low):
        return ""
    return next((name for name, form in tongue.forms if form.match(choice.low)), "")


def _ends(choice: Choice) -> bool | None:
    """Whether an option ends with a full stop; None where it ends with another sign, or short for a word."""
    typed = choice.low.rstrip("\"”»')")
    if typed.endswith("."):
        return None if _SHORT_FORM.search(typed) else True
    return None if typed[-1] in _ENDS else False


def _capitals(choice: Choice) -> bool | None:
    """Whether an option starts with a capital; None where that may be a name, or where it starts with no letter."""
    first = choice.start.partition(" ")[0]
    if first[:1].islower():
        return False
    told = first.istitle() and first != "I" and choice.words[0] in choice.tongue.function_words
    return True if told else None


def _purposes(forms: Sequence[str], choices: Sequence[Choice], tongue: Tongue) -> bool:
    """Whether some options tell a purpose and the others something else, none of them a direction."""
    purpose = tongue.forms[0][0] if tongue.forms else ""
    rest = [choice for name, choice in zip(forms, choices, strict=True) if name != purpose]
    return purpose in forms and not any(choice.words[0] == purpose.split()[0].strip("'") for choice in rest)


def shouting(view: ItemView) -> Iterator[Found]:
    """A word in capitals that is no abbreviation."""
    for text in _shown(view):
        if text.plain[1:].islower() or _THREE.search(text.plain) is None:
            continue
        for found in _CAPITALS.finditer(text.plain):
            word = found[0]
            if len(word) >= _NO_ABBREVIATION or _is_word(words_of(word)[0], view.tongue):
                yield Found(text, f"'{word}' is shouted", f"write '{word.casefold()}', in bold if it matters", word)
                return


def _is_word(word: str, tongue: Tongue) -> bool:
    return word in tongue.loud or word in tongue.negatives


def narrow_answer(view: ItemView) -> Iterator[Found]:
    """One spelling alone is accepted of an answer that people spell in several."""
    item = view.item
    if isinstance(item, ShortAnswer):
        typed = [item.accepted]
        if word := _one_word(item.accepted, view):
            message = f"only '{word}' is accepted, and a synonym or another form of it is as right"
            yield Found(item.accepted[0], message, "accept synonyms and other forms too, or let people choose")
            return
    elif isinstance(item, Cloze):
        typed = [gap.accepted for gap in item.gaps if not gap.choose]
    else:
        return
    for accepted in typed:
        if len(accepted) == 1 and _spelt_otherwise(accepted[0], view):
            message = f"only '{accepted[0].plain[:40]}' is accepted, which people write in other ways too"
            yield Found(accepted[0], message, "accept the other ways too, or let people choose")
            return


def _one_word(accepted: Sequence[Line], view: ItemView) -> str:
    """The word that is accepted alone, if it has to be found or formed and isn't a name; else empty."""
    typed = accepted[0].plain if len(accepted) == 1 else ""
    return typed if typed.isalpha() and typed.islower() and typed not in view.stem.vocabulary else ""


def _shown(view: ItemView) -> tuple[Text, ...]:
    own = (view.item.text,) if isinstance(view.item, Cloze) else ()
    return (view.item.stem, *own, *(choice.text for choice in view.choices))


def _spelt_otherwise(answer: Line, view: ItemView) -> bool:
    words = words_of(answer.plain)
    return (
        len(words) > 1 or bool(_OTHERWISE.search(answer.plain)) or any(word in view.tongue.numerals for word in words)
    )
