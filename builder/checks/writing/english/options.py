"""English options: those that speak of the other options, that stand for a time of no fixed size, and their forms."""

from __future__ import annotations

from builder.checks.writing.late import late
from builder.checks.writing.pointing import listed

_OF_ITSELF = '(?<!how )(?<!too )(?<!so )(?<!as )(?<!less )(?<!more )(?<![“"])'
"""Not "how often", which asks, nor "too often" and "less often", which measure, nor the word “often” itself."""
LOOSE = (
    rf"{_OF_ITSELF}(?:regular(?! (?:mail|post|expression|size|guest|customer|client|visitor|patient|passenger|user"
    r"|timetable|menu|train|bus|staff|crew|team|hours|price|route)s?\b)|frequent|infrequent|occasional)(?:ly)?"
    rf"|rarely|seldom|sporadically|{_OF_ITSELF}soon(?! (?:as|enough)\b)|promptly"
    rf"|{_OF_ITSELF}quickly|speedily|swiftly"
    r"|shortly(?! before)|in due (?:course|time)|in good time|before (?:too )?long|in the near future|after (?:some"
    r"|a) (?:time|while)"
    r"|(?:with)?in a reasonable time|most of the time|from time to time"
    r"|(?:every )?(?:now and (?:then|again)|once in a while|so often)|for ages"
    r"|for (?:some|a long|quite some|a very long) time|for (?:a|quite a|a good|a long) while"
    r"|quite (?:some time|a few|a lot|a while|a number)"
    r"|a (?:good|fair|large|small|certain|great) (?:number|deal|many|while)|(?:a|the) (?:couple|handful) of"
    r"|most (?:days|weeks|mornings|months|evenings)|any long(?:er)? time|a (?:long|short|little) (?:time|while)"
    r"|at regular intervals"
)
VAGUE = late(
    rf"\b(?P<word>{LOOSE}"
    rf"|{_OF_ITSELF}(?<!most )(?<!can )(?<!may )(?<!could )(?<!might )often(?! be\b)"
    r"|sometimes|a lot|several|hardly ever|almost never|at times|repeatedly|every few \w+|once in a blue moon"
    r"|for some (?:minutes|hours|days|weeks|months)|some (?:minutes|hours|days|weeks|months) (?:later|after)"
    r"|(?:somewhat|a (?:bit|little)) later|not long after|a good few times"
    r"|(?<!only )a few (?:minutes|hours|days|weeks|months|times)"
    r"|^(?:a (?:little|while|few(?=$|\W+$|,))|many(?! thanks\b| an?\b)|recently))\b"
)
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
VAGUE_MARKS = listed(
    """often rarely frequent frequently regular regularly seldom occasional occasionally sometimes soon quickly
    promptly shortly due time now once every lot several many numerous few while long possible near infrequent
    sporadically speedily swiftly before good quite number deal couple handful most times ages short intervals
    hardly almost some later blue somewhat bit rather fairly pretty slowly
    recently little so basis repeatedly again"""
)
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
VOWEL_FIRST = late(
    r"(?!(?i:one|once)\b|U[A-Z]+\b)(?:[AEFHILMNORSX](?:[A-Z0-9]+\b|-)"
    r"|(?i:[aio]|e(?!u|w)|u(?!ni(?![nmd])|s[aeiu]|t[ei])|hour|honest|honou?r|heir|8|11\b|18\b))"
)
