"""How English says numbers, units, dates and ranges."""

from __future__ import annotations

from types import MappingProxyType

from builder.checks.writing.late import late
from builder.checks.writing.lists import listed

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
NUMERALS = MappingProxyType(
    {word: float(value) for value, word in enumerate(_NUMBERS.split())}
    | {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0}
    | {
        f"{ten}-{one}": float(tens * 10 + ones)
        for tens, ten in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
        for ones, one in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1)
    }
    | {"hundred": 100.0, "half": 0.5, "dozen": 12.0, "once": 1.0, "twice": 2.0, "quarter": 0.25}
)
_SIZES: dict[str, dict[str, float]] = {
    "time": {
        "second seconds sec secs": 1 / 60, "minute minutes min mins": 1, "hour hours hr hrs hourly": 60,
        "day days daily": 1440, "week weeks weekly": 10080, "fortnight": 20160, "month months monthly": 43200,
        "year years yearly annually": 525600,
    },
    "percentage": {"% percent cent": 1},
    "money": {"€ £ $ euro euros pound pounds dollar dollars": 1},
    "length": {
        "mm millimetre millimetres": 1, "cm centimetre centimetres": 10, "m metre metres": 1000,
        "km kilometre kilometres": 1e6,
    },
    "weight": {"g gram grams": 1, "kg kilo kilos kilogram kilograms": 1000},
    "weekday": {
        "monday mondays mon": 1, "tuesday tuesdays tue tues": 2, "wednesday wednesdays wed": 3,
        "thursday thursdays thu thur thurs": 4,
        "friday fridays fri": 5, "saturday saturdays": 6, "sunday sundays": 7,
    },
    "temperature": {"° °c degree degrees": 1},
}  # fmt: skip
UNITS = MappingProxyType(
    {
        name: (dimension, size)
        for dimension, sizes in _SIZES.items()
        for names, size in sizes.items()
        for name in names.split()
    }
)
_MONTH_NAMES = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sep sept", "october oct", "november nov", "december dec",
)  # fmt: skip
MONTHS = MappingProxyType({name: number for number, names in enumerate(_MONTH_NAMES) for name in names.split()})
CLOCK_WORDS = late(
    r"\b(?:a )?(?P<minutes>half|quarter|five|ten|twenty|twenty-five|\d{1,2})(?: minutes)? (?P<way>past|to) "
    r"(?P<hour>\d{1,2}\b(?!:)|[a-z]+)"
)
HOURS = MappingProxyType(
    {name: int(NUMERALS[name]) for name in _NUMBERS.split()[1:13]} | {"noon": 12, "midday": 12, "midnight": 0}
)
_FURTHER = "more|longer|over|above|later|older|upwards?|less|fewer|under|below|shorter|younger"
_RELATIONS = (
    (r"\bhalf an\b|\bhalf a\b", "0.5"),
    (r"\ba quarter of an\b", "0.250"),
    (r"\bone and a half\b", "1.5"),
    (r"\b(?:the )?same day\b|\bat once\b|\bimmediately\b|\b(?:straight|right) away\b|\btoday\b", "0 days"),
    (r"\btomorrow\b", "1 day"),
    (r"\b(?:12 |twelve )?(?:noon|midday)\b", "12:00"),
    (r"\b(?:12 |twelve )?midnight\b", "0:00"),
    (r"\b(?:or|and) (?:more|longer|over|above|later|older|upwards?)\b|\bat least\b|\+", ">="),
    (
        (
            r"\b(?:or|and) (?:less|fewer|under|below|shorter|younger)\b|\bup to\b|\bat (?:the )?(?:most|latest)\b"
            r"|\bwithin\b(?: an? (?:period|time|span) of\b)?|^before\b|\b(?:no|not) (?:more|longer|later) than\b"
            r"|\b(?:a )?maximum(?: of)?\b"
        ),
        "<=",
    ),
    (r"\b(?:more|longer|later|greater) than\b|\bover\b|\babove\b", ">"),
    (r"\b(?:no|not) (?:less|fewer|earlier) than\b|\bnot (?:before|until|till)\b", ">="),
    (r"\b(?:less|fewer|shorter|lower) than\b|\bunder\b|\bbelow\b", "<"),
    (rf"(?<=\w)\s+(?:to|or|till|until)\s+(?=\w)(?!(?:{_FURTHER})\b)|(?<=\d)\s+and\s+(?=\d)", ".."),
)
RELATING = listed(
    """half quarter same at immediately straight right today tomorrow noon midday midnight or and up within no not
    maximum more longer later greater over above less fewer shorter lower under below to till until past before"""
)
SIGNS = MappingProxyType({f"sign{number}": f" {sign} " for number, (_, sign) in enumerate(_RELATIONS)})
RELATIONS = late("|".join(f"(?P<sign{number}>{pattern})" for number, (pattern, _) in enumerate(_RELATIONS)))
_BY_THEN = "by|until|till|before|(?:no|not) later than|latest (?:by|at)|up to"
LIMIT = late(rf"^(?!from\b|between\b|since\b)[^,;:.!?\d]*?\b(?:{_BY_THEN})\b (?P<amount>[^,;.!?]+)")
OPEN_LIMIT = late(rf".*\b(?:{_BY_THEN})$")
_FILLERS = """
    a an the in on at by of about around roughly approximately after every each per for only just exactly from
    between working business th st nd rd next old"""
FILLERS = frozenset(_FILLERS.split())
