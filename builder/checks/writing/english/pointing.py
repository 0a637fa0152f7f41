"""How English options point at other options."""

from __future__ import annotations

import re

from builder.checks.writing.pointing import Pointing


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_COUNT = "two|three|four|five|six"
POINTING = Pointing(
    all_first=_words("all each every everything any anything whatever whichever whole lot everybody everyone"),
    none_first=_words("none neither nothing nobody no not"),
    bare=_words("all each every any everything none neither"),
    spoken=tuple(
        (re.compile(pattern), instead)
        for pattern, instead in (
            (r"^(?:yes|no) (?=all|none|neither|both)", ""),
            (r"^(?:it|there|they|these|those) (?:is|are)? ?(?=(?:all|none|neither|any|both)\b)", ""),
            (r"^(?:(?:an?|the) )?(?:mix|mixture|combination|sum) of ", "all "),
            (r"^no one(?= (?:of|here|on|named|listed|in)\b)|^not (?:one|any|a single one|a single)\b", "none"),
            (r"^neither (?:\w|this|the \w+) nor (?:\w|that|the \w+)(?= |$)", "neither"),
            (rf"^the (?:{_COUNT}) together$", "all"),
            (r"^(?:the )?(?:first |other )?\w+(?: (?:above|listed|here))? are (?=all\b)", ""),
            (r"^the | at all$", ""),
        )
    ),
    markers=_words(
        """these those them this that it both above above-mentioned below following listed named mentioned given
        said stated described shown suggested here list lot kind sort"""
    ),
    determiners=_words("these those this that"),
    links=_words(
        """the a an of in on at to from is was were be been are has have do does should would could can must may
        will hold holds apply applies count counts fit fits work works right correct true wrong false so equally
        needed required wanted meant possible together alone just only as well too with for by our your what
        which though however answered up one ones such and more single far say says also not nor once entirely
        fully quite really part helpful unhelpful they there yes ii iii iv mix mixture combination sum examples other
        i"""
    ),
    verdicts=_words("right correct true apply hold"),
    nouns=_words(
        "option options answer answers statement statements choice choices suggestion suggestions point points"
    ),
    loose_nouns=_words(
        "others rest step steps thing things item items sentence sentences line lines number numbers possibilities"
    ),
    counts=_words("one two three four five six"),
    single=_words("one"),
    ordinals=_words(
        """first second third fourth fifth sixth last top bottom upper lower middle former latter previous preceding
        1st 2nd 3rd 4th 5th"""
    ),
    pairs=_words("both either"),
    joins=_words("and or plus but except"),
)
