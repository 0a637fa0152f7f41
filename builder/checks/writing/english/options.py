"""English options: words that are too strong or too soft there, and the forms that options have."""

from __future__ import annotations

from builder.checks.writing.late import late
from builder.checks.writing.lists import listed

NEGATED = late(
    r"\b(?:unhelpful|useless|untrue|unwise|unnecessary|unimportant|unneeded|incorrect|irrelevant|impossible|least)\b"
)
NOT_ABSOLUTE = late(
    r"\b(?:not only|only then|after all|at all|all right|all over|above all|all along|in all|all in all|all told"
    r"|all but"
    r"|all (?:day|night|week|month|year|morning|afternoon|evening|summer|winter)|first of all|not all|not every"
    r"|not always"
    r"|all the same|every (?:two|three|four|other|now and then)|only (?:one|two|a|the) (?:day|week|hour|minute)s?)\b"
)
ABSOLUTE_PHRASES = late(
    r"\b(?:no one|at all times|in (?:every|all|no) cases?|without exceptions?|no matter|at no time"
    r"|no (?:\w+ ){1,3}at all|under no circumstances|by no means)\b"
)
ABSOLUTE_MARKS = listed("one times cases case exception exceptions matter time all circumstances means")
HEDGE_MARKS = listed(
    """cases situations circumstances certain some most tend tends rule general less time part whole large principle
    times possible need may might can could likely"""
)
HEDGE_PHRASES = late(
    r"\b(?:in (?:most|many|some|certain) (?:cases|situations|circumstances)|under (?:certain|some|most) \w+"
    r"|tends? to|as a rule"
    r"|in general|more or less|most of the time|for the most part|on the whole|by and large|in principle|at times"
    r"|(?:as|so) far as possible|(?:where|if|when|wherever|whenever) possible|if need be|may well|(?:is|are) likely to"
    r"|^(?:(?!that |which |who |whom |whose |where |when |while |if |because |since |whether |what |how |as "
    r"|before |after |until )\w+ )*?"
    r"(?:it|this|they|\w{4,}s) (?:can|could|may|might) (?!i\b|you\b|we\b|he\b|she\b|they\b)\w+)\b"
)
GRADED = late(r"\b(?:rather|quite|too|very|how|more|less|as|so|least) (?:often|likely|commonly|usually)\b")
_NOT_DONE = "the|an?|his|her|their|its|your|my|our|every|each|all|any|him|them|us|you|me|whom|who|one|two|three|and"
FORMS = (
    ("'to …'", late(rf"to (?!(?:{_NOT_DONE})\b)[a-z]+")),
    ("'-ing'", late(r"(?!during|nothing|something|everything|anything)\w{2,}ing\b")),
    ("reasons", late(r"(?:because|since|so that)\b")),
)
ANY_FORM = late(r"to |\w{2,}ing\b|because\b|since\b|so that\b")
VOWEL_FIRST = late(
    r"(?!(?i:one|once)\b|U[A-Z]+\b)(?:[AEFHILMNORSX](?:[A-Z0-9]+\b|-)"
    r"|(?i:[aio]|e(?!u|w)|u(?!ni(?![nmd])|s[aeiu]|t[ei])|hour|honest|honou?r|heir|8|11\b|18\b))"
)
