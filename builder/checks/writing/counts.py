"""How many: options, pairs, gaps, categories, words. These rules need no word list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.checks.writing.late import late
from builder.checks.writing.view import Found, ItemView
from builder.model.items import Categorise, Cloze, Judgement, Matching, Ordering, SingleChoice

LONGEST_STEM, LONGEST_SITUATION, LONGEST_OPTION = 60, 110, 25
"""Words of a stem, of a judgement's stem, of an option."""
MOST_OPTIONS, MOST_BOXES, MOST_PAIRS, MOST_MEMBERS, MOST_GAPS = 5, 7, 7, 10, 5
_GAP = late(r"\[\[[^\[\]\n]*\]\]")
_SENTENCE = late(r"[.!?](?=[\s\"”»')]|$)")


def long_stem(view: ItemView) -> Iterator[Found]:
    """A stem of more words than a reader keeps in mind."""
    most = LONGEST_SITUATION if isinstance(view.item, Judgement) else LONGEST_STEM
    if (count := len(view.stem.words)) > most:
        yield Found(view.item.stem, f"a stem of {count} words, more than {most}", "cut what the answer doesn't need")


def long_options(view: ItemView) -> Iterator[Found]:
    """Options of many words."""
    for choice in view.choices:
        if (count := len(choice.words)) > LONGEST_OPTION:
            help_ = "move what all options share into the stem, and the reasons into the rationale"
            yield Found(choice.text, f"an option of {count} words, more than {LONGEST_OPTION}", help_)


def few_options(view: ItemView) -> Iterator[Found]:
    """Two options: half of those who guess are right."""
    if len(view.choices) == 2:  # noqa: PLR2004 - a pair
        yield Found(view.item.places.of("options"), "an item with two options", "add a third that people really choose")


def many_options(view: ItemView) -> Iterator[Found]:
    """More options than a reader weighs."""
    most = MOST_OPTIONS if isinstance(view.item, SingleChoice) else MOST_BOXES
    if len(view.choices) > most:
        at = view.item.places.of("options")
        yield Found(at, f"{len(view.choices)} options, more than {most}", "drop those that nobody chooses")


def even_matching(view: ItemView) -> Iterator[Found]:
    """As many right sides as left ones: the last pair answers itself."""
    item = view.item
    if (
        isinstance(item, Matching)
        and not item.extras
        and len({pair.right.plain for pair in item.pairs}) >= len(item.pairs)
    ):
        help_ = "add a right side under 'extras' that belongs to nothing"
        yield Found(item.places.of("pairs"), "as many right sides as left ones: the last pair answers itself", help_)


def many_pairs(view: ItemView) -> Iterator[Found]:
    """Too much to hold in view at once."""
    match view.item:
        case Matching(pairs=parts):
            count, most, where, what = len(parts), MOST_PAIRS, "pairs", "pairs"
        case Ordering(steps=steps):
            count, most, where, what = len(steps), MOST_PAIRS, "steps", "steps"
        case Categorise(members=members):
            count, most, where, what = len(members), MOST_MEMBERS, "members", "things to sort"
        case _:
            return
    if count > most:
        yield Found(view.item.places.of(where), f"{count} {what}, more than {most}", "make two items of it")


def one_sided(view: ItemView) -> Iterator[Found]:
    """All things but one, or all, belong into the same category."""
    item = view.item
    if isinstance(item, Categorise) and len(item.members) > 2:  # noqa: PLR2004 - two may well share a category
        most = Counter(member.category for member in item.members).most_common(1)[0][1]
        if most >= len(item.members) - 1:
            said = "all things" if most == len(item.members) else "all things but one"
            yield Found(
                item.places.of("members"),
                f"{said} belong into the same category",
                "add things that belong into the others",
            )


def gap_heavy(view: ItemView) -> Iterator[Found]:
    """More gaps than text to fill them from."""
    item = view.item
    if not isinstance(item, Cloze):
        return
    text = item.text.plain.strip()
    gaps = len(_GAP.findall(text))
    sentences = max(len(_SENTENCE.findall(text)), 1)
    if gaps > MOST_GAPS:
        yield Found(item.text, f"{gaps} gaps, more than {MOST_GAPS}", "keep the gaps that matter")
    elif gaps > sentences:
        yield Found(item.text, f"{gaps} gaps in {_counted(sentences)}", "keep about one gap a sentence")
    elif _GAP.match(text.lstrip("\"“«'")):
        yield Found(item.text, "the text starts with a gap", "start with words that say what is meant")


def _counted(sentences: int) -> str:
    return "one sentence" if sentences == 1 else f"{sentences} sentences"
