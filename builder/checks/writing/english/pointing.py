"""How English options point at other options."""

from __future__ import annotations

from builder.checks.writing.late import late
from builder.checks.writing.lists import listed
from builder.checks.writing.pointing import Pointing

_COUNT = "two|three|four|five|six"
_VERB = "(?:is|are|has|have|can|will|would|may|might|could|should|must|does|do|helps?|makes?|comes?|counts?)"
_DENIED = "wrong|false|incorrect|untrue|not|never|no|nothing|none|but|except|too|\\w+n't"
_MIX = "mix|mixture|combination|sum"
AT_ONCE = r"all (?:at once|the best|the same(?!.* all\b)|of a sudden|told|along|over)"
"""What only looks as if it were said of all."""
_LISTED = "listed named mentioned suggested offered quoted proposed presented described stated"
NOT_LISTED = "".join(f"(?<!{word})" for word in _LISTED.split())
"""After a participle: it tells more of things than that they stand there."""
_SPOKEN = (
    (
        (
            r"^(?:yes|no|nope|well|actually) (?=all|none|neither|both)|^(?:at|in|on|by|for|with|from|to|about|under)"
            r" (?=none\b|any\b|all\b)"
        ),
        "",
    ),
    (r"^(?:nothing|nobody|none) to \w+.*", ""),
    (r"^a (?:bit|little|dash|touch) of (?=(?:each|all)(?: \w+)? of (?:these|those|them|the)\b)", ""),
    (r"^not (?:just|only|merely) .* but (?:also )?(?=all\b|both\b|every\b|each\b)", ""),
    (rf"^no matter (?:which|who)(?: one)?(?: of (?:these|them|those|the (?:{_COUNT})))?$", "all of these"),
    (
        (
            r"^(?:any|either|each|every one|any one|all)(?: three| four| five)? of (?:these|those|the (?:above|listed"
            rf"|{_COUNT})) {_VERB}\b(?!.*\b(?:{_DENIED})\b).*"
            rf"|^(?:whichever|whoever)(?: one)? of (?:these|those|them|the (?:above|{_COUNT}))"
            rf" (?:{_VERB}|\w+s|(?:s?he|they|you) \w+)\b.*"
        ),
        "all of these",
    ),
    (r"\ban? (?:first|second|third|fourth|fifth|last)\b", "sometime"),
    (r"^others?$", "none of these"),
    (
        (
            r"^(?:the )?(?:right|correct|true|best) \w+ (?:isn't|is not|is missing) (?:here|(?:on|in|from|among)"
            r" (?:the|this|these|those)(?: \w+)?)$"
        ),
        "none of these",
    ),
    (r"^every (?:last|single|blessed) one\b", "every one"),
    (
        (
            r"^each of (?:those|these|them|the) (?:who|with|in|on|at|from|whose"
            rf"|\w{{3,}}ed{NOT_LISTED})\b.*"
        ),
        "",
    ),
    (r"^(?:any|exactly|just|only) two$", "two of these"),
    (
        (
            r"^(?:all|any|everything|each)(?: of (?:these|them|those))? (?:but|except|bar"
            r"|save) (?:for )?one(?: of (?:these|them|those))?$"
        ),
        "two of these",
    ),
    (r"^(?:all|everything|whatever) (?:that|which) (?:is|was) (?:needed|required|wanted|possible|right|true)$", ""),
    (r"^none (?:but|except) .*|^(?:all|each|any|both|either|none|neither) of (?:us|you|our|your|my) .*", ""),
    (r"^(?:nothing|nobody|everything|everybody) (?:is|was|gets) (?:said|shown|given|stated|named|suggested)$", ""),
    (rf"^{AT_ONCE}\b.*", ""),
    (
        (
            r"^the (?:(?:three|four|five|six|other) )?(?:answers|options|choices|suggestions|statements|points|lines"
            r"|sentences|things|replies)(?: (?:above|listed|named|given|mentioned|so far|before this(?: one)?))+"
            r"(?: (?:all |taken |put )?together| combined| all)?$"
        ),
        "all of these",
    ),
    (r"^the (?:whole )?lot$", "all of these"),
    (r"^the (?:three|four|five|six) (?:\w+ )?above$", "all of these"),
    (
        (
            r"^(?:the )?(?:right|correct|true|best) (?:answer|option|one) (?:is )?(?:missing|absent|lacking)$"
            r"|^an? (?:answer|option|one|thing) (?:(?:that|which) (?:isn't|is not)|not) "
            r"(?:listed|given|here|named|shown|above|mentioned|among (?:these|them))$"
            r"|^nothing (?:like|among|of|from) (?:these|those|this|that|them)$"
        ),
        "none of these",
    ),
    (rf"^(?:only|just|any|exactly|at least) (?=(?:{_COUNT}) (?:of|options|answers)\b)", ""),
    (r"^(?:some|several|more than one)(?= of (?:these|them|the above)\b)", "two"),
    (rf"^(?:(?:an?|the) )?(?:{_MIX}) of (?=(?:the (?:{_COUNT}|first|last)|\w (?:and|with) \w)\b)", ""),
    (r"^(?:it|there|they|these|those) (?:is|are)? ?(?=(?:all|none|no|neither|any|both)\b)", ""),
    (rf"^(?:(?:an?|the) )?(?:{_MIX}) of ", "all "),
    (
        (
            r"^no one(?= (?:of|here|named|listed|(?:on|in) (?:this|the|that) list)\b)|^not (?:one|any|a single one"
            r"|a single)\b"
        ),
        "none",
    ),
    (r"^(?:the )?(?:first |other )?\w+(?: (?:above|listed|here))? are (?=all\b)", ""),
    (
        r"^((?:all|none|each|any)(?: of (?:these|them|those|the above))?) (?:would|will|could|can) (?:help|be \w+)$",
        r"\1 apply",
    ),
)
POINTING = Pointing(
    all_first=listed("all each every everything any anything whatever whichever whole lot everybody everyone"),
    none_first=listed("none neither nothing nobody no not"),
    bare=listed("all each every any everything none neither"),
    spoken=tuple((late(pattern), instead) for pattern, instead in _SPOKEN),
    any_spoken=late("|".join(pattern for pattern, _ in _SPOKEN)),
    framing=late(r"^the | at all$|(?<=th[eo]se) (?:at the same time|side by side|in parallel)$"),
    markers=listed(
        """these those them this that it both above above-mentioned above-named above-listed above-stated
        above-given below following listed named mentioned given said
        stated described shown suggested here list lot kind sort foregoing preceding previous aforesaid
        aforementioned"""
    ),
    determiners=listed("these those this that"),
    before_nouns=listed("of the"),
    times=listed("time times date dates deadline deadlines"),
    adding=listed("together jointly combined only just both alone"),
    links=listed(
        """the a an of in on at to from is was were be been are has have do does should would could can must may will
        hold holds apply applies count counts fit fits work works right correct true wrong false so equally needed
        required wanted meant possible together alone just only as well too with for by our your what which though
        however answered up one ones such and more single far say says also not nor once entirely fully quite really
        part out some several something another helpful unhelpful they there altogether yes ii iii iv mix
        mixture combination sum
        examples other whoever i"""
    ),
    kind=late(r"\b(?:which|what|whose|how many)((?: [\w'-]+){1,4})"),
    verdicts=listed("right correct true apply hold"),
    nouns=listed(
        "option options answer answers statement statements choice choices suggestion suggestions point points nos"
    ),
    denials=listed("wrong false incorrect untrue inaccurate"),
    loose_nouns=listed(
        "others rest step steps thing things item items sentence sentences line lines number numbers possibilities"
    ),
    counts=listed("one two three four five six"),
    single=listed("one"),
    singular=listed("it"),
    ordinals=listed(
        """first second third fourth fifth sixth last top bottom upper lower middle outer inner former latter previous
        preceding 1st 2nd 3rd 4th 5th first-named last-named second-named first-mentioned last-mentioned"""
    ),
    pairs=listed("both either"),
    ranges=listed("to through until till"),
    joins=listed("and or plus but except"),
    choosing=listed("or to"),
    both_joins=listed("and plus , + &"),
    numbered=listed("no nr number numbers nos questions reasons replies messages"),
    numbers=("one", "two", "three", "four", "five", "six"),
    after_label=listed(
        """and or nor as with plus to through till but only is are for if when in on at by from before after alone
        together then first while unless until also without except not says said"""
    ),
    excluding=listed("not never without except excepting nor neither none minus excluding bar unlike cannot"),
    excluded=listed("excepted excluded apart aside wrong false incorrect untrue"),
    orders=("first", "second", "third", "fourth", "fifth", "sixth"),
    turning="but",
)
