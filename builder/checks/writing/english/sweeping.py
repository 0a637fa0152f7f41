"""How English speaks of options as a whole: the classes of its words, and the few ways in which these are put."""

from __future__ import annotations

from types import MappingProxyType

from builder.checks.writing.english.pointing import POINTING
from builder.checks.writing.english.words import COUNTS, FUNCTION_WORDS, NEGATIVES, SHRUNK
from builder.checks.writing.late import late
from builder.checks.writing.lists import listed
from builder.checks.writing.pointing import OfOthers
from builder.checks.writing.sweeping import WEAK, Sweeping, Ways

_ALL, _EVERYTHING = "all each every", "everything everyone everybody"
_ANY = "any anything anyone anybody"
_WHICHEVER = "whichever whatever whoever wherever whenever"
_NONE, _NOTHING = "none neither nil zero nought", "nothing nobody nowhere"
_OTHER = "else other others different"
_WHOLE = "whole full complete entire total"
_SPARING = "but except excepting excluding bar save minus"
_LIMITING = "only just"
_LOT, _LIST = "lot bunch trio quartet", "list lists set collection selection remainder rest"
_CLASSES = {
    WEAK: "together alike alone jointly combined simply really altogether entirely equally completely ive",
    "V": """is are was were be been am has have had did done can could will would may might must should shall
        need needs ought apply applies hold holds count counts work works help helps fit fits matter matters go goes
        belong belongs come comes happen happens mean means occur occurs say says
        serve serves suit suits stand stands deserve deserves qualify qualifies""",
    "u": """make makes take takes want wants use uses tick cross mark choose pick select get gets give gives let
        lets puts do does tell""",
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
    "x": "another",
    "E": "elsewhere otherwise",
    "S": "something someone somebody some somewhere",
    "M": "than but except excepting excluding beside besides beyond outside bar save minus",
    "D": "these those",
    "t": "them they theyre em",
    "T": "the",
    "f": "of among amongst from in on out between with",
    "r": """listed named mentioned stated described shown suggested offered proposed quoted presented enumerated mention
        mentions aforementioned above-mentioned above-named above-listed foregoing aforesaid herein hereabove
        aforenamed above""",
    "q": "here below",
    "s": "given said following preceding previous read see seen written printed put",
    "#": "my your his her its our their own",
    "L": _LOT,
    "l": _LIST,
    "W": _WHOLE,
    "O": """option options answer answers choice choices suggestion suggestions alternative alternatives
        possibility possibilities statement statements
        proposal proposals distractor distractors""",
    "1": "1 one ones single sole last",
    "P": "first second third fourth fifth former latter top bottom middle upper lower initial final outer inner",
    "h": "who whose whom which that",
    "y": "only just merely solely",
    "i": "it this",
    "j": "and or plus",
    "K": "thing things",
}
_Q = r"(?:[AGYUBNXo][gv]?1{0,2}|n\.?[gv]?[1K]{1,2}|n[.VugfiTjq#]*Y1?)"
"""A quantifier: all, any, both, none, no, not one."""
_THESE = "[Dt]"
_OF = rf"(?:f{{1,2}})?(?:{_THESE}|T)?e?3?"
"""What stands between it and its noun: "of the other three"."""
_META = r"(?:[gvkKV]?[DT]?[gk]?O|[gkKPV#]?s?r(?!#)|#?r[kK#O]?|[kKO]s|W?l|L)"
"""What only options are: "answers", "the signs listed"."""
_PRONOUN = r"(?:3?f{0,2}[Dt]3?[kK]?|f{0,2}[DT]?3[kK]?)(?![#PhkO])"
"""What stands for them: "of them", "of those three", "three"."""
_END = r"(?=\.*(?:$|[VuvgrOnqj]|fW$))"
"""After it comes a verb, a judgement or the end."""
_BEFORE = r"^[.VuvgfiTy]*?"
_WAYS: tuple[tuple[OfOthers, tuple[str, ...]], ...] = (
    (
        "combined",
        (
            r"^[.TVjf]*(?:P[2b]|2P)\.*(?:$|[kO])", r"^[.TVf]*T?2(?:e|h|f[Dt]|k?r|O)", r"^[.V#]*T2[^n]*f?T?[lO]$",
            r"^[.V]*y[^nAN]*f{1,2}[Dt]$",
        ),
    ),
    (
        "none",
        (
            r"^(?:[.VfiTSk]|[YAG])*(?:[ex]M|E\.?M|[YAGS]\.?[kO]?M)[.fTV]*(?:[Dtqr3lO]|k3)[^#]*$",
            r"^[.VfiTgkKO1]*(?:i|[gkKO1])[.V]*[.t]?V?n[.Vf]*(?:r|O|T?q?l|f[Dt]|i?q|fTO|[DT]qO|[T.]Oq?)[^#]*$",
            r"^[.VfiT]*n[.Vfiqs]*f(?:O|TO|TD|[Dt]|T?l)$",
            r"^[.TV]*g[kO1]V*\.*v\.*$",
        ),
    ),
    (
        "all",
        (
            rf"{_BEFORE}{_Q}{_OF}{_META}{_END}",
            rf"{_BEFORE}{_Q}{_PRONOUN}{_END}(?!(?<=t)[^#]*#)", r"^[.f]*[AYNo]1?fiV[^#]*$",
            rf"{_BEFORE}[GX][.VfDtqsih]*?(?:[rl]{_END}|O|q(?=$|V))",
            rf"^[NX][.VuDtqsih]*?[rlO]{_END}",
            rf"^[.V]*{_THESE}[.V]*[AB](?:#?v|(?!#){_END})", r"^[.Vf]*D3k?\.*$",
            r"^[.VuvgfiT]*T3(?:k|K|O|r|\.*$|\.*V|\.*g|\.*v)",
            r"^[.VuvgfT]*T(?:WL|Wl|W#r|L)(?![#fh])",
            rf"{_BEFORE}Te3?(?:O|k(?=V|v|g|$))?\.*(?:V\.*[vg]|(?<=O)V?\.*$)",
        ),
    ),
)  # fmt: skip
_LAST: tuple[tuple[OfOthers, tuple[str, ...]], ...] = (
    ("none", (r"^[.VfTiS]*(?:e[kKgO1]|x[kgO1])\.*$", r"^[i.]?V{0,2}S?\.?e\.*$", r"^[.TV]*[kK][.V]*#?[.f]*E$")),
    (
        "all",
        (
            rf"{_BEFORE}{_Q}f?T?3?k{_END}", rf"^[BN]K{_END}", r"^[.VvgfDt]*[AYBN][.Vuvgk]*q?$",
            r"^[.VgvfT]*B(?:[.Vuvgif]|(?<!B)#)*$",
        ),
    ),
)  # fmt: skip
_FIRST: tuple[tuple[OfOthers, tuple[str, ...]], ...] = (
    ("combined", (r"^T?[P2](?:.P)?[.kO]*[Or]q?$",)),
    *_WAYS[1:2],
    (
        "all",
        (
            rf"{_BEFORE}{_Q}{_OF}{_META}{_END}",
            r"^Dk",
            r"^[AYNo]1?fDk",
            r"^Nk$",
            r"^(?:[AYN]1?|n\.?1)f(?:[Dt]3?|T3)k?\.*$",
            r"^B1V?g?$",
            r"^T3(?:kr?|O|\.+)$",
        ),
    ),
)
_IDIOMS = (
    (r"\bas many as\b", "all"),
    (r"^not .* but (?:also )?", ""),
    (r"^(?:tick|mark|check|cross|circle) (?:all|each|every|any)(?: \w+)* box(?:es)?$", "all mentioned"),
    (r"^wh\w+ever (?:one )?(?:you|they|he|she|we|i) (?:like|prefer|choose|fancy|want|please)s?$", "any"),
    (r"\bapart from\b", "except"),
    (r"^(?:(?:the|these|those) )?(?:above|aforesaid|foregoing|listed|named)(?: \w+)? \w+s$", "all mentioned"),
    (r"^the (?:above|foregoing|aforesaid)\b", "all mentioned"),
    (r"\b(?:the )?one(?: \w+){1,4} the other$", "both"),
    (r"\bso far\b", "here"),
    (r"\b(?:(?:just )?(?:listed|named|said|mentioned|shown) (?:here|above|so far|before))\b", "mentioned"),
    (r"\bnot (?:just|only|merely|simply)(?: (?:the )?one| a single one)?\b", ""),
    (r"\b(?:at all(?! of)|without (?:any )?exception|in fact|of course)\b", ""),
    (
        (
            r"\b(?:(?:each|all|every) (?:time|day|night|week|month|year|morning)|all the (?:time|while|same)"
            r"|all (?:along|over|told|at once|round|in all|right)|above all|after all|in all|at all times)\b"
        ),
        "always",
    ),
    (r"\b(?:above|below) (?:each other|one another)\b", "stacked"),
    (r"\b(?:one after (?:another|the other)|one another|each other)\b", "together"),
    (r"\bevery (?:last|single)\b", "every"),
    (r"\b(?:pair|two|duo) of (?=(?:them|these|those)\b)", "both of "),
    (r"\bdon't (?=any|either)", "not "),
    (r"\btoo \w+", "wrong"),
)  # fmt: skip


def _made(rows: tuple[tuple[OfOthers, tuple[str, ...]], ...]) -> Ways:
    """The patterns of ``rows``, each row's as one."""
    return tuple((late("|".join(ways)), told) for told, ways in rows)


_MARKS = (
    *(_ALL, _EVERYTHING, _ANY, _WHICHEVER, _NONE, _NOTHING, _OTHER, _WHOLE, _LOT, _LIST),
    *(_CLASSES[one] for one in "nrM"),
    "another no not both either pair duo two three four five elsewhere missing only",
)
SWEEPING = Sweeping(
    classes=MappingProxyType(
        dict.fromkeys(FUNCTION_WORDS, WEAK) | {word: one for one, words in _CLASSES.items() for word in words.split()}
    ),
    counts=MappingProxyType(COUNTS | {str(count): count for count in COUNTS.values()}),
    pairs=listed("both either pair duo"),
    shrunk=SHRUNK,
    marks=listed(" ".join(_MARKS)),
    pointers=listed(" ".join((*(_CLASSES[one] for one in "rODtlL"), "neither either two three four five other here"))),
    turning=listed(f"{_CLASSES['v']} {_CLASSES['n']} {_WHOLE} {_LOT} {_SPARING}"),
    amounts=listed("half most some few many one two three four five six several"),
    amount_asked=late(r"\bhow (?:many|much|often|far|long)\b|\bwhat (?:share|part|number|portion)\b"),
    amount_said=late(r"^(?:all|none|both|one|two|three|four|five|six|some|any|each)(?: of (?:it|them))?$"),
    boundary=late(
        r" ?[,;:.!?()\N{EN DASH}\N{EM DASH}…]+ ?| - |\b(?:since|(?<!not )because"
        r"|(?<!many )(?<!well )(?<!good )as(?! (?:many|well|good))|so(?! far)|if|when"
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
    hanging=late(r"(?:when|if|unless|while|until|till|once|after|before|whether|how|why|where|as soon)\b"),
    aside=late(r"nA|^oV?[Ol]$|^[.T]*A1?f[DtT]h|[Dt]h"),
    ways=_made(_WAYS),
    first_ways=_made(_FIRST),
    last_ways=_made(_WAYS + _LAST),
    bare=late(r"^[.V]*[AYBN][.V]*$|^[.V]*[AYBN]ft[.V]*$|^[.V]*t[.V]*A"),
    picking=listed(f"{_SPARING} {_LIMITING} and plus with or"),
    sparing=listed(_SPARING),
    limiting=listed(_LIMITING),
    judging=NEGATIVES | POINTING.denials | listed(f"{_CLASSES['v']} {_CLASSES['n']} least"),
    denying=frozenset("NXonv"),
    judged="v",
)
