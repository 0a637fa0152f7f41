"""English words of no fixed size: how often, how many, how soon, how long."""

from __future__ import annotations

from builder.checks.writing.late import late
from builder.checks.writing.lists import listed

_COMPARED = "".join(f"(?<!{word} )" for word in ("how", "too", "so", "as", "less", "more", "most"))
"""Not "how often", which asks, nor "too often" and "less often", which measure."""
_KINDS = (
    "mail|post|expression|size|guest|customer|client|visitor|patient|passenger|user|member|reader|driver|supplier|carrier"
    "|cleaner|nurse|colleague|contact|timetable|menu|train|bus|flight|ferry|van|staff|crew|team|hours|price|route|shift"
    "|job|duty|duties|work|place|slot|way|stock|paper|bin|waste"
)
"""What is regular of its kind, and says nothing of how often."""
_OFTEN = (
    rf"{_COMPARED}(?:often|(?:in)?frequent(?:ly)?|regularly|regular(?! (?:{_KINDS})s?\b)|occasional(?:ly)?)"
    rf"|rarely|seldom|sporadic(?:ally)?|sometimes|{_COMPARED}repeatedly|time and (?:time )?again|at times"
    r"|from time to time|(?:every )?(?:now and (?:then|again)|once in a while|so often)|once in a blue moon"
    r"|most of the time|most (?:days|weeks|mornings|months|evenings|nights)|hardly ever|almost never"
    r"|(?:at|in) (?:regular|short|frequent) intervals|every few \w+"
)
_MANY = (
    rf"{_COMPARED}many(?! (?:thanks|an?|as)\b)|several|numerous|(?<!thanks )a (?:whole )?lot|lots of|plenty(?: of)?"
    r"|quite a (?:few|lot|number)|a (?:good|fair|large|small|certain|great) (?:number|deal|many)"
    r"|(?:a|the) (?:couple|handful) of"
)
_SOON = (
    rf"as soon as possible|{_COMPARED}soon(?! as\b)|{_COMPARED}(?:promptly|quickly|shortly|speedily|swiftly)"
    r"|in due (?:course|time)|in good time|before (?:too )?long(?! \w)|in the near future"
    r"|(?:with)?in (?:a )?reasonable time"
)
_LONG = (
    r"(?<!every )(?<!once in )a (?:(?:good|long|short|little|great) )?while"
    r"|for (?:ages|hours|days|weeks|months|years)|quite some time|(?:for|after) some time"
    r"|(?:a|any|the) (?:(?:very|fairly|rather) )?(?:long|short)(?:er)? time"
)
_NUMBER = r"\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|half|noon|midnight"
_MEASURE = (
    rf"(?:(?:at|by|within|in|after|on|before|from|for) (?:the |about )?(?:{_NUMBER}|\w+day)"
    rf"|(?:each|every) (?!few\b|so\b|now\b|once\b)\w+|once an?|twice|(?:{_NUMBER})\S* (?:times|minutes|hours|days)"
    r"|daily|weekly|monthly)\b"
)
_BESIDE = rf"(?! enough\b)(?! at (?:the |about )?(?:{_NUMBER})\b)(?![^,;:.!?(]*[,(] ?(?:[\w-]+ ){{0,2}}?{_MEASURE})"
"""Its size doesn't stand beside it: "soon (within two hours)", "regularly, at least every Friday"."""
VAGUE = late(rf"\b(?P<word>{_OFTEN}|{_MANY}|{_SOON}|{_LONG})\b{_BESIDE}")
VAGUE_MARKS = listed(
    """often frequent frequently infrequent infrequently regular regularly occasional occasionally rarely seldom
    sporadic sporadically sometimes repeatedly time times now once most hardly almost intervals few many
    several numerous lot lots plenty quite number deal couple handful soon promptly quickly shortly speedily swiftly
    due before near while ages hours days weeks months years"""
)
SPOKEN = late(
    r"\b(?:says|rings|calls|writes|tells|complains|reports|grumbles|mails|moans|answers|replies)\b"
    r"[^.:?!]*: [^.:?!]*[.!](?= \w)"
)
"""What somebody says or writes without quotation marks."""
