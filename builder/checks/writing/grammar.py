"""Grammar that fits some options and not others."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.writing.view import Found, ItemView


def article_cue(view: ItemView) -> Iterator[Found]:
    """The stem ends with an article that rules options out."""
    last = view.stem.words[-1] if view.stem.words else ""
    vowel = view.tongue.indefinite.get(last)
    if vowel is None or not view.choices:
        return
    fits = [bool(view.tongue.vowel_first.match(choice.text.plain.lstrip("\"“«'("))) == vowel for choice in view.choices]
    if not all(fits):
        message = f"'{last}' at the end of the stem rules out '{view.choices[fits.index(False)].text.plain[:40]}'"
        yield Found(view.item.stem, message, "take the article into the options", last)


def grammar_cue(view: ItemView) -> Iterator[Found]:
    """The stem's last word fits the form of some options alone."""
    if not view.stem.words or len(view.choices) < 2:  # noqa: PLR2004 - one alone can't differ
        return
    for ending, form in view.tongue.agreement:
        if not ending.search(view.stem.low):
            continue
        fits = [bool(form.match(choice.low)) for choice in view.choices]
        if any(fits) and not all(fits):
            message = f"the end of the stem doesn't fit '{view.choices[fits.index(False)].text.plain[:40]}'"
            yield Found(
                view.choices[fits.index(False)].text, message, "word all options so that each completes the stem"
            )
            return
