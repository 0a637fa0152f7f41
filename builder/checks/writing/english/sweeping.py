"""How English speaks of options as a whole: the classes of its words, and the few ways in which these are put."""

from __future__ import annotations

from types import MappingProxyType

from builder.checks.writing.english.words import FUNCTION_WORDS
from builder.checks.writing.late import late
from builder.checks.writing.pointing import listed
from builder.checks.writing.sweeping import WEAK, Swept, Sweeping

_ALL, _EVERYTHING = "all each every", "everything everyone everybody"
_ANY = "any anything anyone anybody"
_WHICHEVER = "whichever whatever whoever wherever whenever"
_NONE, _NOTHING = "none neither nil zero nought", "nothing nobody nowhere"
_OTHER = "else other others another different"
_WHOLE = "whole full complete entire total"
_LOT, _LIST = "lot bunch trio quartet", "list lists set range series collection selection remainder rest"
_CLASSES = {
    WEAK: "together alike alone jointly combined both simply really altogether entirely equally completely ive i'd you'd",
    "V": """is are was were be been am has have had do does did done can could will would may might must should shall
        need needs ought apply applies hold holds count counts work works help helps fit fits matter matters go goes
        belong belongs come comes happen happens mean means occur occurs make makes take takes want wants say says use
        uses tick cross mark choose pick select serve serves suit suits stand stands see seen get gets it's that's
        there's deserve deserves qualify qualifies give gives let lets""",
    "g": """right correct true fine good best ok okay acceptable suitable valid useful important possible allowed
        welcome helpful sound proper appropriate needed required necessary reasonable yes likely better""",
    "v": """wrong false incorrect untrue inaccurate bad worst poor unsuitable useless rubbish nonsense reject refuse
        avoid skip omit ignore missing absent lacking mistaken exception exceptions unacceptable inappropriate invalid
        fail fails unhelpful irrelevant unwise forget discard rule drop""",
    "A": _ALL,
    "G": _EVERYTHING,
    "Y": _ANY,
    "U": _WHICHEVER,
    "N": _NONE,
    "X": _NOTHING,
    "o": "no",
    "n": """not isn't aren't doesn't don't wasn't weren't didn't never cannot can't won't wouldn't couldn't shouldn't
        needn't isnt arent doesnt dont cant wont mustn't hasn't haven't hadn't nor without hardly""",
    "e": _OTHER,
    "E": "elsewhere otherwise",
    "S": "something someone somebody some somewhere",
    "M": "than but except excepting excluding beside besides beyond outside bar save minus",
    "D": "these those them they theyre",
    "T": "the",
    "f": "of among amongst from in on out between",
    "r": """listed named mentioned stated described shown suggested offered proposed quoted presented enumerated
        aforementioned above-mentioned above-named above-listed foregoing aforesaid herein hereabove
        aforenamed mentioned above""",
    "q": "here below given said following preceding previous read see seen written printed",
    "L": _LOT,
    "l": _LIST,
    "W": _WHOLE,
    "O": """option options answer answers choice choices suggestion suggestions alternative alternatives
        possibility possibilities statement statements
        proposal proposals distractor distractors box boxes""",
    "1": "one ones single sole last",
    "P": "first second third fourth fifth former latter top bottom middle upper lower initial final outer inner",
    "h": "who whose whom which that",
    "y": "only just merely solely",
    "i": "it this",
    "j": "and or plus with",
}
_Q = r"(?:[AGYUBNXo][gv]?1{0,2}|n\.?[gv]?[1Y]1?)"
"""A quantifier: all, any, both, none, no, not one."""
_OF = r"(?:f{1,2})?[DT]?e?3?"
"""What stands between it and its noun: "of the other three"."""
_META = r"(?:[gvkKV#]?[DT]?[gk]?O|[gkKPV#]?q?r(?!#)|#?r[kK#O]?|W?l|L)"
"""What only options are: "answers", "the signs listed"."""
_PRONOUN = r"(?:f?D3?k?|f?[DT]?3k?)(?![#Phk])"
"""What stands for them: "of them", "of those three", "three"."""
_END = r"(?=$|\.*(?:$|[VvgrOn])|q|j)"
"""After it comes a verb, a judgement or the end."""
_BEFORE = r"^(?:[.VvgfiT]|y)*?"
_WAYS: tuple[tuple[Swept, tuple[str, ...]], ...] = (
    (
        "combined",
        (
            r"^[.TVjf]*(?:P[2b]|2P)\.*(?:$|[kO])", r"^[.TVf]*T?2(?:e|h|fD|k?r|O)", r"^[.V#]*T2[^n]*f?T?[lO]$",
            r"^[.V]*y[^nAN]*f{1,2}D$",
        ),
    ),
    (
        "none",
        (
            r"^(?:[.VfiTSk]|[YAG])*(?:eM|E\.?M|[YAGS]\.?[kO]?M)[.fTV]*(?:[Dqr3lO]|k3)[^#]*$",
            r"^[.VfiTgkKO1]*(?:i|[gkKO1])[.V]*[.D]?V?n[.Vf]*(?:r|O|T?q?l|fD|i?q|fTO|[DT]qO|[T.]Oq?)[^#]*$",
            r"^[.TV]*g[kO1]V*\.*v\.*$",
        ),
    ),
    (
        "all",
        (
            rf"{_BEFORE}{_Q}{_OF}{_META}{_END}",
            rf"{_BEFORE}{_Q}{_PRONOUN}{_END}",
            rf"{_BEFORE}[GX][.VfDq]*?(?:[rOl]|q(?=$|V))",
            rf"^[.V]*D[.V]*[AB](?!#){_END}",
            r"^[.VvgfiT]*T3(?:k|K|O|r|\.*$|\.*V|\.*g|\.*v)",
            r"^[.VvgfT]*T(?:WL|Wl|W#r|L)(?![#fh])",
            rf"{_BEFORE}Te3?(?:O|k(?=V|v|g|$))?\.*(?:V\.*[vg]|(?<=O)V?\.*$)",
        ),
    ),
)  # fmt: skip
_LAST: tuple[tuple[Swept, tuple[str, ...]], ...] = (
    ("none", (r"^[.VfTiS]*e[kKgO1]\.*$", r"^[.V]*S?\.?e\.*$", r"^[.TV]*[kK][.V]*#?[.f]*E$")),
    (
        "all",
        (
            rf"{_BEFORE}[AYBNo]1{{0,2}}f?T?3?k{_END}", rf"^[BN]K{_END}", r"^[.VvgfD]*[AYBN](?:[.Vvgk]|q)*$", r"^[.Vgvf]*B(?:[.Vvgif]|(?<!B)#)*$",
        ),
    ),
)  # fmt: skip
_FIRST: tuple[tuple[Swept, tuple[str, ...]], ...] = (
    ("combined", (r"^T?[P2](?:.P)?[.kO]*[Or]q?$",)),
    *_WAYS[1:2],
    ("all", (rf"{_BEFORE}{_Q}{_OF}{_META}{_END}", r"^Dk", r"^[AYNo]1?fDk", r"^Nk$")),
)
_IDIOMS = (
    (r"\bas many as\b", "all"),
    (r"\bapart from\b", "except"),
    (r"^(?:the |these |those )?(?:above|aforesaid|foregoing|listed|named|aforementioned)(?: \w+)? \w+s$", "all mentioned"),
    (r"\b(?:the )?one(?: \w+){1,4} the other$", "both"),
    (r"\b(?:so far|(?:just )?(?:listed|named|said|mentioned|shown) (?:here|above|so far|before))\b", "mentioned"),
    (r"\bnot (?:just|only|merely|simply)(?: (?:the )?one| a single one)?\b", ""),
    (r"\b(?:at all(?! of)|without (?:any )?exception|in fact|of course)\b", ""),
    (r"\b(?:(?:each|all|every) (?:time|day|night|week|month|year|morning)|all the (?:time|while|same)"
     r"|all (?:along|over|told|at once|round|in all|right)|above all|after all|in all|at all times)\b", "always"),
    (r"\b(?:one after (?:another|the other)|one another|each other)\b", "together"),
    (r"\bevery (?:last|single)\b", "every"),
    (r"\b(?:pair|two|duo) of (?=(?:them|these|those)\b)", "both of "),
    (r"\bdon't (?=any|either)", "not "),
    (r"\btoo \w+", "wrong"),
)  # fmt: skip


def _made(rows: tuple[tuple[Swept, tuple[str, ...]], ...]) -> tuple[tuple[object, Swept], ...]:
    return tuple((late("|".join(ways)), told) for told, ways in rows)


SWEEPING = Sweeping(
    classes=MappingProxyType(
        dict.fromkeys(FUNCTION_WORDS, WEAK) | {word: one for one, words in _CLASSES.items() for word in words.split()}
    ),
    counts=MappingProxyType({"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}),
    pairs=listed("both either pair duo"),
    shrunk=listed("d ll re ve s m"),
    marks=listed(
        " ".join(
            (_ALL, _EVERYTHING, _ANY, _WHICHEVER, _NONE, _NOTHING, _OTHER, _WHOLE, _LOT, _LIST, "no not both either pair duo two three four five elsewhere missing only")
            + tuple(_CLASSES[one] for one in "nrM")
        )
    ),
    amounts=listed("half most some few many one two three four five six several"),
    amount_asked=late(r"\bhow (?:many|much|often|far|long)\b|\bwhat (?:share|part|number|portion)\b"),
    boundary=late(
        r" ?[,;:.!?()\N{EN DASH}\N{EM DASH}…]+ ?| - |\b(?:since|because|(?<!many )(?<!well )(?<!good )as(?! (?:many|well|good))|so(?! far)|if|when"
        r"|though|although|and(?! all)|while|unless|however)\b"
    ),
    idioms=tuple((late(pattern), instead) for pattern, instead in _IDIOMS),
    any_idiom=late("|".join(pattern for pattern, _ in _IDIOMS)),
    kinds=late(
        r"\b(?:which|what|whose)(?: (?:of|the|these|those|following|two|three|four|five|is|are|was|were|an?|other"
        r"|kinds?|sorts?))*((?: [\w'-]+){1,4})|\b(?:choose|pick|tick|select|name|mark|find|give) (?:the|an?)"
        r"((?: [\w'-]+){1,3})|^the((?: [\w'-]+){1,3}?) (?:of|is|are|for|in|on|at|to|from|showing)\b"
    ),
    implied=MappingProxyType(
        {
            "why": listed("reason cause ground explanation"),
            "who": listed("person people"),
            "where": listed("place spot location room"),
            "when": listed("time moment day date occasion"),
            "how": listed("way method means number amount figure"),
        }
    ),
    aside=late(r"nA|^[.T]*A1?f[DT]h|Dh"),
    ways=_made(_WAYS),
    first_ways=_made(_FIRST),
    last_ways=_made(_WAYS + _LAST),
    bare=late(r"^[.V]*[AYBN][.V]*$|^[.V]*[AYBN]fD[.V]*$|^[.V]*D[.V]*A"),
    denying=frozenset("NXonv"),
    judged="v",
)
