"""The table of rules: which code each rule finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from builder.checks.writing import (
    banks,
    clues,
    counts,
    echoes,
    figures,
    form,
    grammar,
    lengths,
    negation,
    sameness,
    stems,
    strength,
    wholes,
)
from builder.checks.writing.lists import listed
from builder.checks.writing.view import Found, ItemView
from builder.model.items import Bank

ItemRule = Callable[[ItemView], Iterator[Found]]
BankRule = Callable[[Bank, Sequence[ItemView]], Iterator[Found]]

ITEM_RULES: Mapping[str, ItemRule] = MappingProxyType(
    {
        "longest-key": lengths.longest_key,
        "all-of-the-above": wholes.all_of_the_above,
        "none-of-the-above": wholes.none_of_the_above,
        "combined-options": wholes.combined_options,
        "negative-stem": negation.negative_stem,
        "double-negative": negation.double_negative,
        "negative-statement": negation.negative_statement,
        "article-cue": grammar.article_cue,
        "grammar-cue": grammar.grammar_cue,
        "overlapping-options": figures.overlapping_options,
        "unordered-numbers": figures.unordered_numbers,
        "absolute-words": strength.absolute_words,
        "absolute-statement": strength.absolute_statement,
        "hedged-key": strength.hedged_key,
        "vague-frequency": strength.vague_frequency,
        "shared-words": echoes.shared_words,
        "answer-in-stem": clues.answer_in_stem,
        "repeated-words": sameness.repeated_words,
        "repeated-option": sameness.repeated_option,
        "opposite-options": sameness.opposite_options,
        "convergence": sameness.convergence,
        "uneven-lengths": lengths.uneven_lengths,
        "uneven-form": form.uneven_form,
        "unfocused-stem": stems.unfocused_stem,
        "opinion-stem": stems.opinion_stem,
        "two-questions": stems.two_questions,
        "gap-in-middle": stems.gap_in_middle,
        "long-stem": counts.long_stem,
        "long-options": counts.long_options,
        "few-options": counts.few_options,
        "many-options": counts.many_options,
        "shouting": form.shouting,
        "even-matching": counts.even_matching,
        "many-pairs": counts.many_pairs,
        "one-sided": counts.one_sided,
        "gap-heavy": counts.gap_heavy,
        "narrow-answer": form.narrow_answer,
    }
)
"""Rules that look at one item."""

_OF_CHOICES = listed(
    """longest-key all-of-the-above none-of-the-above combined-options article-cue grammar-cue overlapping-options
    unordered-numbers absolute-words hedged-key shared-words repeated-words repeated-option opposite-options
    convergence uneven-lengths uneven-form unfocused-stem gap-in-middle long-options few-options many-options"""
)
_OF_OTHERS = listed(
    """negative-statement absolute-statement even-matching many-pairs one-sided gap-heavy narrow-answer"""
)
_RULES = (
    tuple((code, rule) for code, rule in ITEM_RULES.items() if code not in _OF_CHOICES),
    tuple((code, rule) for code, rule in ITEM_RULES.items() if code not in _OF_OTHERS),
)


def rules_of(view: ItemView) -> Sequence[tuple[str, ItemRule]]:
    """The rules that can find anything in an item: others for one with options than for one without."""
    return _RULES[bool(view.choices)]


BANK_RULES: Mapping[str, BankRule] = MappingProxyType(
    {"key-position": banks.key_position, "know-nothing": banks.know_nothing}
)
"""Rules that look at the items of one bank together."""
