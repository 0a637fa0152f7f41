"""English, as the rules of item writing know it: grown on the tuning half of the labelled items."""

from __future__ import annotations

from types import MappingProxyType

from builder.checks.writing.english import amounts, options, pointing, stems, words
from builder.checks.writing.tongue import Tongue

ENGLISH = Tongue(
    function_words=words.FUNCTION_WORDS,
    common_words=words.COMMON_WORDS,
    root=words.root,
    articles=words.ARTICLES,
    absolutes=words.ABSOLUTES,
    not_absolute=options.NOT_ABSOLUTE,
    absolute_phrases=options.ABSOLUTE_PHRASES,
    hedges=words.HEDGES,
    hedge_phrases=options.HEDGE_PHRASES,
    graded=options.GRADED,
    negatives=words.NEGATIVES,
    negating=words.NEGATING,
    contracted=words.CONTRACTED,
    side_clause=stems.SIDE_CLAUSE,
    told_clause=stems.TOLD_CLAUSE,
    picking=stems.PICKING,
    asks_for_not=stems.ASKS_FOR_NOT,
    open_for_not=stems.OPEN_FOR_NOT,
    denial=stems.DENIAL,
    negation=stems.NEGATION,
    pointing=pointing.POINTING,
    vague_options=options.VAGUE,
    vague_stems=stems.VAGUE_STEMS,
    vague_claims=stems.VAGUE_CLAIMS,
    empty_stem=stems.EMPTY,
    predicates=words.PREDICATES,
    imperatives=words.IMPERATIVES,
    verb_phrase=stems.VERB_PHRASE,
    relative_clause=stems.RELATIVE_CLAUSE,
    open_ends=words.OPEN_ENDS,
    opinion=stems.OPINION,
    second_question=stems.SECOND_QUESTION,
    joined_claims=stems.JOINED_CLAIMS,
    loud=words.LOUD,
    opposites=words.OPPOSITES,
    opposing=words.NEGATIVES.union(*words.OPPOSITES),
    agreement=stems.AGREEMENT,
    forms=options.FORMS,
    numerals=amounts.NUMERALS,
    units=amounts.UNITS,
    months=amounts.MONTHS,
    clock_words=amounts.CLOCK_WORDS,
    relations=amounts.RELATIONS,
    fillers=amounts.FILLERS,
    indefinite=MappingProxyType({"a": False, "an": True}),
    vowel_first=options.VOWEL_FIRST,
)
