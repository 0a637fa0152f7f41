"""Reading an option as an amount: a number, a time, a date, or a range of them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.checks.writing.late import late
from builder.checks.writing.tongue import Tongue

_TOKEN = late(
    r"(?P<day>\d{1,2}([./])\d{1,2}\2(?:\d{2}){1,2}(?!\d))|(?P<part>\d+/\d+)"
    r"|(?P<clock>\d{1,2}(?:[:h]|\.(?!\d\d\s*[%€£$]))\d{2}(?!\d)(?:\s*(?:am|pm)\b)?|\d{1,2}\s*(?:am|pm)\b)"
    r"|(?P<number>-?(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+)(?:\.\d+)?)"
    r"|(?P<sign>\.\.|<=|>=|<|>)"
    r"|(?P<word>[^\W\d_]+(?:['-][^\W\d_]+)*|[%°€£$])"
)
_HALF_DAY = late(r"\b([ap])\.?\s?m\b\.?")
_PRICE = late(r"([€£$])\s*(\d+(?:[.,]\d+)*)")
_MARKS = frozenset("-\u2013\u2014€£$")
_NO_STOPS = str.maketrans("", "", '.!"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}')
_NO_GAPS = str.maketrans("", "", ", ")
_DASH = late(r"(?<=\d)\s*[-\u2013\u2014]\s*(?=\d)|\s[\u2013\u2014]\s")
_DIGIT = late(r"\d")
_WHEN = late(r"^[^,]*, (?:[a-z]{2} )?(?:\d{1,2}[:.h]\d{2}|\d{1,2} ?[ap]m|(?:19|20)\d{2})$")
"""A day with its time or its year after a comma."""
_YEAR = late(r"\b(?:19|20)\d{2}$")
LONG_TAIL = 3
"""Words after the commas of all options, from which on these are no amounts but tell of a day or a place."""
WEEK, DAY, YEAR = 168.0, 24.0, 372.0
TIME_OF_WEEK, TIME_OF_DAY, DATE, WEEKDAY = "hour of the week", "clock", "date", "weekday"
FEWEST = 3
"""Amounts that make an order."""
LONGEST = 60
"""Letters of the longest text that is looked at as an amount."""
NOON, MOST_NOUNS, LONGEST_MONTH = 12, 2, 31


@dataclass(frozen=True, slots=True)
class Span:
    """From ``low`` to ``high`` in the unit of ``dimension`` (empty: bare numbers); which ends belong to it."""

    low: float
    high: float
    dimension: str
    with_low: bool = True
    with_high: bool = True

    @property
    def ranged(self) -> bool:
        """Whether it is more than a point."""
        return self.low < self.high

    @property
    def rank(self) -> float:
        """By what an author would sort it: "fewer than three" stands before "three to five"."""
        return self.low if math.isfinite(self.low) else math.nextafter(self.high, -math.inf)

    def meets(self, other: Span) -> bool:
        """Whether an amount lies in both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        return all((low > one.low or one.with_low) and (low < one.high or one.with_high) for one in (self, other))


@dataclass(slots=True)
class _Read:
    """What has been read of a text: numbers, with how many of them a unit has claimed, signs and nouns."""

    values: list[float] = field(default_factory=list)
    measured: int = 0
    dimension: str = ""
    signs: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)


def spans_of(texts: Sequence[str], tongue: Tongue) -> list[Span]:
    """The amount that each of ``texts`` (small letters) is; none unless all are amounts of one dimension.

    The first or the last of four or more may be none: "At once", "No limit".
    """
    heads = [text if _WHEN.search(text) else text.partition(", ")[0] for text in texts]
    tails = [text[len(head) :] for text, head in zip(texts, heads, strict=True)]
    if all(len(tail.split()) >= LONG_TAIL and not _DIGIT.search(tail) for tail in tails):
        return []
    if not any(_counts(head, tongue) for head in heads[:2]):
        return []
    counting = [head for head in heads if _counts(head, tongue)]
    if not counting or (
        len(counting) < len(heads) and (len(counting) < FEWEST or counting not in (heads[:-1], heads[1:]))
    ):
        return []
    bare = _unframed(counting, tongue)
    rows = _without_shared([spelt(head, tongue) for head in bare], tongue)
    spans = [span for row in rows if (span := span_of(row, tongue)) is not None]
    alike = len({span.dimension for span in spans} - {""}) <= 1
    return spans if alike and len(spans) == len(counting) else []


def _unframed(texts: Sequence[str], tongue: Tongue) -> Sequence[str]:
    """``texts`` without the words that all start with, where these would join numbers: "It has to be there by"."""
    rows = [text.split() for text in texts]
    cut = _shared(rows)
    relating = tongue.relating.intersection(rows[0][:cut])
    if not relating or not relating <= tongue.pointing.ranges | tongue.pointing.joins:
        return texts
    bare = [row[cut:] for row in rows]
    counted = all(any(_numeral(word, tongue) or word in tongue.hours for word in row) for row in bare)
    return [" ".join(row) for row in bare] if counted else texts


def _counts(text: str, tongue: Tongue) -> bool:
    """Whether a text may be an amount at all."""
    if len(text) > LONGEST:
        return False
    return _DIGIT.search(text) is not None or not tongue.measuring.isdisjoint(text.translate(_NO_STOPS).split())


def spelt(text: str, tongue: Tongue) -> str:
    """``text`` (small letters) with signs for the words that make ranges of numbers."""
    if not tongue.relating.isdisjoint(text.split()) or "+" in text:
        text = tongue.clock_words.sub(lambda found: _clock_of(found, tongue), text)
        text = tongue.relations.sub(lambda found: tongue.signs[str(found.lastgroup)], text)
    if not _MARKS.isdisjoint(text):
        text = _DASH.sub(" .. ", _PRICE.sub(r"\2 \1", text))
    return _HALF_DAY.sub(r"\1m", text) if "m" in text else text


def _clock_of(found: re.Match[str], tongue: Tongue) -> str:
    """The time that is told as minutes past an hour or to it; a range such as "five to ten" stays."""
    word, past = found["hour"], found["way"] == "past"
    hour = int(word) if word.isdecimal() else tongue.hours.get(word)
    told = found["minutes"]
    minutes = float(told) if told.isdecimal() else sum(tongue.numerals.get(part, 0) for part in told.split("-"))
    if hour is None or (not past and 1 <= minutes <= hour):
        return found[0]
    minutes *= 1 if minutes >= 1 else 60
    total = int(hour * 60 + (minutes if past else -minutes)) % (24 * 60)
    return f"{total // 60}:{total % 60:02}"


def _without_shared(texts: Sequence[str], tongue: Tongue) -> list[str]:
    """``texts`` without the words that all start or end with, as far as each keeps a number."""
    rows = [text.split() for text in texts]
    first = _shared(rows)
    last = _shared([row[first:][::-1] for row in rows])
    bare = [row[first : len(row) - last] for row in rows]
    kept = all(any(_numeral(word, tongue) for word in row) for row in bare)
    return [" ".join(row) for row in (bare if kept else rows)]


def _shared(rows: Sequence[Sequence[str]]) -> int:
    count = 0
    for words in zip(*rows, strict=False):
        if len(set(words)) > 1 or not words[0].strip(".,;:!?").isalpha():
            break
        count += 1
    return count


def _numeral(word: str, tongue: Tongue) -> bool:
    return word in tongue.numerals or word in tongue.months or any(map(str.isdigit, word))


def span_of(text: str, tongue: Tongue) -> Span | None:
    """The amount that ``text`` is, as `spelt` gives it, or None where it is anything else."""
    words = text.split()
    days = [word for word in words if tongue.units.get(word.strip(","), ("", 0))[0] == WEEKDAY]
    if len(days) == 1 and _DIGIT.search(text):
        rest = _read(" ".join(word for word in words if word not in days), tongue)
        return _later(rest, TIME_OF_DAY, TIME_OF_WEEK, tongue.units[days[0].strip(",")][1] * DAY)
    year = _YEAR.search(text) if not tongue.months.keys().isdisjoint(words) else None
    if year:
        return _later(_read(text[: year.start()], tongue), DATE, DATE, float(year[0]) * YEAR)
    return _read(text, tongue)


def _later(span: Span | None, dimension: str, instead: str, by: float) -> Span | None:
    """A time of the day on its day, or a date in its year."""
    if span is None or span.dimension != dimension:
        return None
    return Span(span.low + by, span.high + by, instead, span.with_low, span.with_high)


def _read(text: str, tongue: Tongue) -> Span | None:
    read = _Read()
    for token in _TOKEN.finditer(text):
        if not _taken(read, str(token.lastgroup), token[0], tongue):
            return None
    return _span(read)


def _taken(read: _Read, kind: str, token: str, tongue: Tongue) -> bool:
    """Whether ``token`` can stand in an amount; it is added to what was read."""
    match kind:
        case "number":
            read.values.append(float(token.translate(_NO_GAPS)))
        case "clock":
            read.values.append(_clock(token))
            return _measured(read, TIME_OF_DAY, 1)
        case "part":
            whole, _, parts = token.partition("/")
            read.values.append(float(whole) / max(float(parts), 1))
        case "day":
            day, month, year = map(int, re.findall(r"\d+", token))
            read.values.append(0)
            return _measured(read, DATE, 1, year % 100 * YEAR + month * LONGEST_MONTH + day)
        case "sign":
            read.signs.append(token)
        case _:
            return _word(read, token, tongue)
    return True


def _word(read: _Read, word: str, tongue: Tongue) -> bool:
    word = word.removesuffix("'s")
    if word in tongue.months:
        if len(read.values) == read.measured:
            read.values.append(0)
        return _measured(read, DATE, 1, tongue.months[word] * LONGEST_MONTH)
    if word in tongue.numerals:
        read.values.append(tongue.numerals[word])
    elif word in tongue.units:
        if len(read.values) == read.measured:
            read.values.append(1)
        return _measured(read, *tongue.units[word])
    elif word not in tongue.fillers:
        read.nouns.append(word.removesuffix("s"))
        return bool(read.values) and len(read.nouns) <= MOST_NOUNS
    return True


def _measured(read: _Read, dimension: str, size: float, more: float = 0) -> bool:
    """Give the numbers that have none yet this unit; False if it measures something else than the others do."""
    if read.dimension not in {"", dimension}:
        return False
    read.dimension = dimension
    read.values[read.measured :] = [value * size + more for value in read.values[read.measured :]]
    read.measured = len(read.values)
    return True


def _span(read: _Read) -> Span | None:
    dimension = read.dimension
    match read.values, read.signs:
        case [value], []:
            return Span(value, value, dimension)
        case [value], ["<" | "<=" as sign]:
            return Span(-math.inf, value, dimension, with_high=sign == "<=")
        case [value], [">" | ">=" as sign]:
            return Span(value, math.inf, dimension, with_low=sign == ">=")
        case [low, high], [".."] if low < high:
            return Span(low, high, dimension)
        case [whole, part], [] if read.dimension == "time" and part < whole:
            return Span(whole + part, whole + part, dimension)
        case _:
            return None


def _clock(token: str) -> float:
    hour, minute = (int(part) for part in ([*re.findall(r"\d+", token), "0"])[:2])
    if token.endswith("m"):
        hour = hour % NOON + NOON * token.endswith("pm")
    return hour + minute / 60
