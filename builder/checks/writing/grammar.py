"""Grammar that fits some options and not others."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.writing.view import Found, ItemView


def article_cue(view: ItemView) -> Iterator[Found]:
    """The stem ends with an article that rules options out."""
    last = view.stem.words[-1] if view.stem.words else ""
    vowel = view.tongue.indefinite.get(last)
    if vowel is None or not view.choices or view.tongue.either_article.search(view.stem.low):
        return
    fits = [bool(view.tongue.vowel_first.match(choice.start)) == vowel for choice in view.own]
    if not all(fits):
        message = f"'{last}' at the end of the stem rules out '{view.own[fits.index(False)].text.plain[:40]}'"
        yield Found(view.item.stem, message, "take the article into the options", last)


def grammar_cue(view: ItemView) -> Iterator[Found]:
    """The stem's last word fits the form of some options alone."""
    form = view.tongue.agreement.get(view.stem.words[-1]) if view.stem.words else None
    if form is None or view.stem.low.rstrip()[-1] in "?!":
        return
    fits = [bool(form.match(choice.low)) for choice in view.own]
    if any(fits) and not all(fits):
        odd = view.own[fits.index(False)].text
        help_ = "word all options so that each completes the stem"
        yield Found(odd, f"the end of the stem doesn't fit '{odd.plain[:40]}'", help_)
