"""A text as the rules of item writing see it: words, taken apart once."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.checks.writing.late import late
from builder.checks.writing.once import once
from builder.checks.writing.tongue import Tongue
from builder.model.text import Text

_WORD = late(r"[^\W_]+(?:['-][^\W_]+)*")
_PLAIN_WORD = late(r"\w+(?:['-]\w+)*")
"""The same, sooner, where nothing is underlined."""
_PLAIN_MARKS = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'"})
_SENTENCE_END = late(r"(?<=[.!?:;…])[\"”»')]*\s+|\n+")
_ENDS = frozenset(".!?:;…\n")
"""Signs of which one ends each sentence but the last."""
QUOTED = late(r"“[^”]*”|\"[^\"]*\"")
_NAME = late(r"(?<![\w'-])[A-Z][a-z][\w'-]*")
_SMALL = late(r"(?<![\w'-])[a-z][\w'-]*")
LONGEST_AMOUNT = 100
"""Letters of the longest text that may be an amount, whatever follows its comma."""
_DIGIT = late(r"\d")
_EMPHASIS = re.compile(r"<(strong|em)>(.*?)</\1>", re.DOTALL)


class Phrase:
    """The plain words of a text.

    ``low`` is the text in small letters with straight apostrophes; ``words`` are its whole words with their apostrophes
    and hyphens. What only few rules ask for is made when it is asked for.
    """

    def __init__(self, text: Text, tongue: Tongue) -> None:
        """Take ``text`` apart, as it stands once values are put in; ``tongue`` knows its language."""
        self.text = text
        self.tongue = tongue
        self.low = (text.plain if text.plain.isascii() else text.plain.translate(_PLAIN_MARKS)).casefold()
        self.words: tuple[str, ...] = _words(self.low)
        self.vocabulary = frozenset(self.words)

    @once
    def line(self) -> str:
        """The words with a space between, so that a pattern needs no care for punctuation."""
        return " ".join(self.words)

    @once
    def roots(self) -> dict[str, str]:
        """The telling words by what they are without their endings."""
        known, root_of = self.tongue.known_roots, self.tongue.root_of
        roots: dict[str, str] = {}
        for word in self.words:
            if "-" in word:
                roots.update((root, part) for part in word.split("-") if (root := root_of(part)))
                continue
            found = known.get(word)
            bare = root_of(word) if found is None else found
            if bare:
                roots[bare] = word
        return roots

    @once
    def counts(self) -> bool:
        """Whether the text may be an amount."""
        return len(self.low) <= LONGEST_AMOUNT and (
            not self.vocabulary.isdisjoint(self.tongue.measuring) or _DIGIT.search(self.low) is not None
        )

    @once
    def absolutes(self) -> tuple[str, ...]:
        """The words that claim to hold without exception."""
        tongue, words = self.tongue, self.vocabulary
        found = [] if words.isdisjoint(tongue.absolute_marks) else tongue.absolute_phrases.findall(self.line)
        if not self.vocabulary.isdisjoint(self.tongue.absolutes):
            rest = self.tongue.not_absolute.sub(" ", self.line).split()
            found = [*(word for word in rest if word in self.tongue.absolutes), *found]
        return tuple(found)

    @once
    def hedge(self) -> str:
        """The word that softens the text; empty if none does."""
        tongue = self.tongue
        if self.vocabulary.isdisjoint(tongue.hedge_marks):
            return ""
        if found := tongue.hedge_phrases.search(self.line):
            return found[0]
        if self.vocabulary.isdisjoint(tongue.hedges):
            return ""
        return next((word for word in tongue.graded.sub(" ", self.line).split() if word in tongue.hedges), "")

    @once
    def main_asks(self) -> tuple[str, ...]:
        """The sentences that ask, without the clauses that only tell of the case."""
        tongue = self.tongue
        told = (tongue.without_sides(ask, words_of(ask), " ").strip() for ask in self.asks)
        return tuple(part if tongue.picking.match(part) else tongue.told_clause.sub(" ", part) for part in told)

    @once
    def sentences(self) -> tuple[str, ...]:
        """The text in small letters, cut after full stops, question marks, colons, semicolons and lines."""
        return cut(self.low)

    @once
    def asks(self) -> tuple[str, ...]:
        """The sentences that ask, without what they quote: those with a question mark, and the last one in any case."""
        told = cut(QUOTED.sub("“”", self.low)) if '"' in self.low or "“" in self.low else self.sentences
        asking = [part for part in told if part.endswith("?")]
        last = told[-1:]
        return tuple(asking) if asking and last[0] == asking[-1] else (*asking, *last)

    @once
    def question(self) -> tuple[str, ...]:
        """The words of the sentence that asks, or of the last one."""
        return words_of(self.asks[-1]) if self.asks else ()

    @once
    def asked(self) -> frozenset[str]:
        """The roots of all words of the question."""
        return frozenset(map(self.whole_root, self.question))

    @once
    def kind_words(self) -> frozenset[str]:
        """The words by which the text says what kind of thing it asks for."""
        return frozenset(word for found in self.tongue.pointing.kind.finditer(self.line) for word in found[1].split())

    @once
    def kinds(self) -> frozenset[str]:
        """The roots of these words."""
        return frozenset(map(self.whole_root, self.kind_words))

    def whole_root(self, word: str) -> str:
        """``word`` without its endings, also where it tells nothing."""
        return self.tongue.root_of(word) or self.tongue.stem_of(word)

    @once
    def names(self) -> frozenset[str]:
        """Words that stand with one capital and never without: of people, places, days, or the first of a sentence."""
        typed = self.text.plain.translate(_PLAIN_MARKS)
        return frozenset(words_of(" ".join(_NAME.findall(typed)))).difference(words_of(" ".join(_SMALL.findall(typed))))

    @once
    def emphasised(self) -> frozenset[str]:
        """The words that stand in bold or italics."""
        marked = " ".join(found[2] for found in _EMPHASIS.finditer(self.text.html))
        return frozenset(words_of(re.sub(r"<[^>]*>", "", marked)))


def cut(text: str) -> tuple[str, ...]:
    """The sentences of ``text``, and what stands between colons, semicolons and lines."""
    if _ENDS.isdisjoint(text[:-1]):
        return (text.strip(),) if text.strip() else ()
    return tuple(part.strip() for part in _SENTENCE_END.split(text) if part.strip())


@lru_cache(maxsize=64)
def words_of(text: str) -> tuple[str, ...]:
    """The whole words of ``text`` in small letters."""
    return _words((text if text.isascii() else text.translate(_PLAIN_MARKS)).casefold())


def _words(low: str) -> tuple[str, ...]:
    return tuple((_WORD if "_" in low else _PLAIN_WORD).findall(low))
