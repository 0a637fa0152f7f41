"""English options: those that speak of the other options, that stand for a time of no fixed size, and their forms."""

from __future__ import annotations

import re

_THESE = (
    r"(?:the |these |those |them |of )*"
    r"(?:above|these|those|them|others?|options?|answers?|statements?|choices?|listed|here|rest)"
)
_HOLD = (
    r"(?: (?:are|is|apply|applies|hold|holds|should|would|could|can|must|may|will|counts?|works?|matter)(?: \w+){0,3})?"
)
ALL = re.compile(
    rf"(?:all|each|every|any)(?: one)?(?: three| four| five| two)?(?: of)? {_THESE}(?: \w+)?{_HOLD}"
    r"|everything (?:above|listed|mentioned)(?: \w+)?|(?:they|these) (?:are )?all (?:\w+ ?){0,3}"
    r"|all (?:three|four|five)(?: of (?:them|these))?(?: together)?|all are (?:right|correct|true)|every option"
)
NONE = re.compile(
    rf"(?:none|neither|not any|not one|nothing|no one)(?: of)? {_THESE}(?: \w+)?{_HOLD}"
    rf"|none|neither|no (?:option|answer|statement)(?: \w+)?{_HOLD}|none (?:is|are|apply|applies)(?: \w+)?"
    r"|(?:there is )?no (?:correct|right) (?:answer|option)(?: \w+)?"
)
_LABEL = r"(?:[a-h]|\d|first|second|third|fourth|last|i{1,3}|iv|one|two)"
COMBINED = re.compile(
    rf"(?:both |either |only |options? |answers? |the )*{_LABEL}(?:(?: and| or)?(?: the| option| answer)? {_LABEL})+"
    r"(?: options?| answers?| ones?)?(?: only| together| above| both)?(?: (?:are|is) (?:right|correct|true))?"
    r"|(?:both|either)(?: of)?(?: the)? (?:above|these|them|those|others|first two|last two)(?: \w+)?"
    r"|(?:only )?the (?:first|last|top|bottom|other) (?:two|three|ones)(?: \w+)?(?: only| together)?"
)
VAGUE = re.compile(
    r"\b(?P<word>often|rarely|frequently|regularly|seldom|occasionally|sometimes|soon|quickly|a lot|several|promptly)\b"
)
NOT_ABSOLUTE = re.compile(
    r"\b(?:not only|only if|only then|only when|only after|after all|at all|all right|all day|all over|above all"
    r"|first of all|not all|not every|not always|all the same"
    r"|every (?:day|week|month|morning|hour|year|two|three|other))\b"
)
ABSOLUTE_PHRASES = re.compile(r"\b(?:no one|at all times|in every case|in all cases|without exception|no matter)\b")
HEDGE_PHRASES = re.compile(
    r"\b(?:in (?:most|many|some) cases|tends? to|as a rule|in general|more or less|most of the time)\b"
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
