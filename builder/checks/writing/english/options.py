"""English options: those that speak of the other options, that stand for a time of no fixed size, and their forms."""

from __future__ import annotations

import re

_NAMED = (
    "above|following|others?|rest|options?|answers?|statements?|choices?|suggestions?|steps?|points?|things?|names?"
    "|actions?|replies|ideas?|items?|sentences?|lines?|ones"
)
_THINGS = rf"{_NAMED}|figures?|periods?|reasons?|people|times?|dates?|days?|papers?"
_THESE = rf"(?:(?:these|those|them|this|that|it)(?: \w+)?|(?:the |other )*(?:{_THINGS}))"
_AROUND = r"above|below|listed|here|together|named|mentioned|said|in this list|one to \w+"
_HERE = rf"(?: (?:{_AROUND}))*"
_VERBS = "are|is|do|does|apply|applies|hold|holds|should|would|could|can|must|may|will|counts?|works?"
_HOLD = rf"(?: (?:{_VERBS})(?: \w+){{0,3}})?"
ALL = re.compile(
    rf"(?:all|each|every|every one|any)(?: two| three| four| five| six)?(?: of)? {_THESE}{_HERE}{_HOLD}"
    rf"|everything(?: that is| that was)?(?: else)?(?: on| in)?(?: this| the)?(?: list)?{_HERE}"
    rf"|(?:they|these) (?:are )?all(?: \w+){{0,3}}|all(?: two| three| four| five| six){_HERE}{_HOLD}|all{_HERE}{_HOLD}"
    rf"|the first (?:two|three|four) are all(?: \w+)?"
)
NONE = re.compile(
    rf"(?:none|neither|nothing|no one|not (?:any|one))(?: of)? {_THESE}{_HERE}{_HOLD}|nothing of the (?:kind|sort)"
    rf"|none{_HERE}{_HOLD}|neither|no (?:option|answer|statement|suggestion)s?{_HERE}{_HOLD}"
    r"|(?:there is )?no (?:correct|right) (?:answer|option)(?: \w+)?"
)
_LABEL = r"(?:[a-h]|\d|first|second|third|fourth|fifth|last|i{1,3}|iv|one|two|three|four|five)"
_BEFORE = rf"(?:(?:both|either|any|only|just|the|of|numbers?|letters?|{_NAMED}) )*"
_AFTER = (
    rf"(?: (?:only|both|alone|all|are|is|right|correct|true|hold|holds|apply|applies|of|these|{_NAMED}|{_AROUND}))*"
)
_JOINED = r"(?: (?:and|or|plus|together with|with|as well as))?(?: the)?(?: option| answer| number)?"
COMBINED = re.compile(
    rf"{_BEFORE}{_LABEL}(?:{_JOINED} {_LABEL})+{_AFTER}"
    rf"|(?:both|either|two)(?: of)?(?: the)? (?:above|these|them|those|{_NAMED}){_HERE}{_HOLD}|both"
    rf"|{_BEFORE}(?:the )?(?:first|last|top|bottom|other) (?:two|three|four){_AFTER}"
)
VAGUE = re.compile(
    r"\b(?P<word>(?<!most )(?<!how )often|rarely|frequently|regularly|seldom|occasionally|sometimes|(?<!as )soon(?! as)"
    r"|quickly"
    r"|a lot|several|promptly)\b"
)
NOT_ABSOLUTE = re.compile(
    r"\b(?:not only|only if|only then|only when|only after|after all|at all|all right|all day|all over|above all"
    r"|first of all|not all|not every|not always|all the same"
    r"|every (?:day|week|month|morning|hour|year|two|three|other))\b"
)
ABSOLUTE_PHRASES = re.compile(r"\b(?:no one|at all times|in every case|in all cases|without exception|no matter)\b")
HEDGE_PHRASES = re.compile(
    r"\b(?:in (?:most|many|some) cases|tends? to|as a rule|in general|more or less|most of the time"
    r"|(?<!who )(?<!you )(?<!that )may(?! i\b)|(?:it|this|that|these|which|\w{4,}s) c(?:an|ould) (?!i\b|you\b)\w+)\b"
)
FORMS = (
    ("'to …'", re.compile(r"to \w+")),
    ("'-ing'", re.compile(r"(?!during|nothing|something|everything|anything)\w{2,}ing\b")),
    ("sentences", re.compile(r"(?:he|she|they|it|i|we|you|there)\b")),
    ("reasons", re.compile(r"(?:because|since|so that)\b")),
    ("nouns", re.compile(r"(?:an?|the|his|her|their|your|our|my)\b")),
)
VOWEL_FIRST = re.compile(
    r"(?!(?i:one|once)\b)(?:[AEFHILMNORSX](?:[A-Z0-9]+\b|-)"
    r"|(?i:[aio]|e(?!u|w)|u(?!ni(?![nm])|s[aeiu]|t[ei])|hour|honest|honou?r|heir|8|11\b|18\b))"
)
