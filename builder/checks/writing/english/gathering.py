"""How English speaks of options in whole sentences: what its words do there, as letters, and patterns over these."""

from __future__ import annotations

from types import MappingProxyType

from builder.checks.writing.english.pointing import AT_ONCE, NOT_LISTED
from builder.checks.writing.english.words import COUNTS, FUNCTION_WORDS, SHRUNK
from builder.checks.writing.gathering import WEAK, Gathering
from builder.checks.writing.late import late
from builder.checks.writing.pointing import OfOthers

_ANY, _ALL_OF, _EVERYTHING = "any whichever", "all each every", "everything anything whatever"
_EVERYBODY = "everybody everyone whoever"
_NONE, _NOTHING = "none neither", "nothing nobody"
_NOT = "not isn't aren't doesn't don't wasn't weren't never cannot can't won't shouldn't needn't mustn't nor without"
_ELSE, _WHOLE, _TOGETHER = (
    "else other another different",
    "whole lot entire trio quartet",
    "together jointly combined combination mix mixture sum",
)
_PAIR, _FULL = "both either pair", "full complete total"
_DOES = {
    WEAK: """do does done doing use uses using used apply applies hold holds count counts work works fit fits matter
        matters happen happens help helps choose choosing want wants pick right true correct fine best good required
        wanted meant important valid equally order turn alike come comes go goes means well play part
        answer's necessary needed as ought supposed obliged met fulfilled satisfied quite entirely completely
        really simply actually altogether real actual who whom fact
        indeed honestly basically prefer possible suitable appropriate applicable acceptable relevant useful helpful
        reasonable sensible welcome essential belong belongs include includes included cover covers suit suits okay ok
        sense equal tick ticks mark marks select circle truth absolutely literally nope whatsoever""",
    "A": _ALL_OF,
    "y": _ANY,
    "E": _EVERYTHING,
    "B": f"{_EVERYBODY} anybody anyone",
    "N": _NONE,
    "X": _NOTHING,
    "o": "no",
    "n": _NOT,
    "e": _ELSE,
    "S": "something someone somebody some",
    "m": "than from",
    "t": "they they're",
    "p": "these those",
    "M": "them",
    "i": "it this that what",
    "r": """above listed named mentioned given stated described shown suggested offered proposed quoted presented
        aforementioned above-mentioned above-named above-listed
        above-stated above-given foregoing preceding previous enumerated aforesaid""",
    "q": "here said below following read see seen there",
    "l": "list lists",
    "w": _WHOLE,
    "W": _FULL,
    "C": "set bunch package bundle range collection series selection pack",
    "O": """option options answer answers choice choices suggestion suggestions statement statements alternative
        alternatives possibility possibilities proposals""",
    "g": """thing things step steps item items point points reason reasons job jobs task tasks people person
        persons condition conditions measure measures case cases cause causes detail details action actions example
        examples idea ideas place places kind kinds way ways sentence sentences line lines number numbers""",
    "1": "one ones",
    "f": "of",
    "d": "the",
    "P": """first second third fourth fifth sixth last top bottom former latter 1st 2nd 3rd 4th 5th
        first-named last-named first-mentioned last-mentioned""",
    "b": "but except excepting apart minus save",
    "j": "and or plus with followed then",
    "2": _PAIR,
    "T": _TOGETHER,
    "v": "wrong false incorrect untrue inaccurate skip ignore omit reject",
    "u": "such",
    "s": "say says tell tells show shows mean name names",
    "#": "whose its his her their my your our us own yourself yourselves himself herself themselves myself ourselves",
}
_TOLD: tuple[tuple[OfOthers, tuple[str, ...]], ...] = (
    ("", (r"nA",)),
    ("none", (r"N[^#]*[PL][^#]*[PL]",)),
    (
        "combined",
        (
            r"P[^#]*P", r"P[^#]*P[^#]*[pM]#$", r"P[23](?!k)", r"L[^#]*L(?![gk])", r"[AE][^#]*b[^#]*[PL]",
            r"[gO][123]j[gO]?[123]", r"2d?[gkO]?r+[^#]*P", r"2d?P[gkO]$", r"P[gkO1]?j[.d]*P[gkO1]?\.[.d1]*#{1,2}$",
            r"(?:2|T)f?d?[gO]?f?[pMr]", r"[23]\.?f[dpM]*3", r"^#\.{0,2}L[^#]*L$", r"d2[.d]*P$",
            r"2[gkO1]i?[.qd]{0,4}P[^#]*[lr]", r"2fd#r$",
        ),
    ),
    (
        "none",
        (
            r"N1?[23]?fd?[pM]?[23]?[pMr23lwgkO]", r"(?<!s)Nfi", r"Nf[^#]*[rlq]", r"^[.ti]?[.]{0,3}N[.v]{0,4}$",
            r"X(?!\.{1,2}r)[^#]{0,5}[rlO]", r"Xf[^#]*[pMru]", r"Xfd?g$", r"e[^AN]{0,3}m[^#]*[rlOpMq3i]$",
            r"^np$", r"#em[^#]*[rlpMq3]$", r"X[^.]{0,2}q$", r"o[gkO#][^#]*[rlpM]", r"ou[gk]", r"o1[^#]*[rl]",
            r"n[^#]*y1?f?[dpM]*[pMir3gkO]", r"n\.?1f", r"^\.{0,3}S\.?e\.?$", r"^[.St]*[S.]?e[gkO]$",
            r"[gkO]\.+e1$", r"^ou#$", r"^\.#in\.{0,2}r$", r"^Xf[ip]\..*$", r"l\.o\.{0,2}O$",
            r"[eSgkO1][^#A]{0,3}n[^#A]{0,4}[rlpM]", r"^n[.dpM]{0,3}[rl]", r"n[.dpM]{0,3}l$", r"^q\.?n[1y]$",
            r"^\.*N1?3?f[pM]\.{1,3}#{1,2}$", r"^\.{0,2}o\.?Oq$", r"^\.{1,2}o\.?O$", r"Nfdr[gkO#]$", r"^\.n1q$",
            r"^S[i.]*nq$", r"^\.*s\.*N\.*$", r"^\.{0,2}#\.{0,2}N1?3?fd?(?:p[gkO]?|3|r)$",
        ),
    ),
    (
        "all",
        (
            r"[Ay]1?3?fd?[pM]?3?(?:[pM]|r|3|l|w|O|g[^#]{0,4}[rlq])", r"(?<!s)[Ay]1?fi",
            r"[Ay]1?3?f?[dpM]?3?[gkO#][^#AN]{0,4}[rl]", r"[Ay]1?f?[dpM]?3?O", r"A3(?![2k])",
            r"^[^#]{0,3}[tpM]\.{0,3}A", r"^d?e?[gO3]r?\.{1,2}A", r"^[AEy]1?f?[dpM]?[gkO]?r\.{1,2}#$",
            r"[EB][^#]{0,5}(?:r|[dip]W?l)", r"E[^#]{0,5}O", r"E[^#]{0,3}q$", r"wf?d?[lpMrgO]",
            r"^\.*d[gO]?3[gO]?r*T", r"Ai(?:[^#]*[rlqO]|$|\.*i)", r"d[pr]3", r"^\.*p3", r"d[wW][lC]",
            r"^[.b]*d3f[pM]", r"AP1f", r"^\.?A3?fp\.{1,3}#{1,2}$", r"^\.*AL(?:$|f)", r"A3fd#$", r"^[.t]*A3#$",
            r"A3\.{1,3}#{1,2}$", r"^\.{0,2}[Ay]1?fd[gk]$", r"[Ay]1?f?d?3?r#\.*$",
            r"^\.{0,2}#\.{0,2}[Ay]1?3?f?d?3?p[gkO]?$", r"Af[.i]*#r$", r"Afd[qr][gkO#]$", r"^A[d.]*t\.A#$",
            r"A3[gO]f[k#]$", r"^\.*d3[gO]r$", r"^\.?Tfd3$",
        ),
    ),
)  # fmt: skip
_TURNING = (
    *(_ANY, _ALL_OF, _EVERYTHING, _EVERYBODY, _NONE, _NOTHING, _NOT, _ELSE, _WHOLE, _FULL, _TOGETHER, _PAIR),
    *(_DOES["P"], _DOES["t"], "anyone anybody no one two three four five six b c d 1 2 3"),
)
_BARE = (
    r"^[^#NXonebPL2SBEs]*(?:A(?!f?[ip]\.|f?d\.(?![1gOkr]))|[wC]|y[1k])[^#NXonebPL2SBEs]*$",
    r"^[.t]*E\.*$", r"^\.*d3\.*$",
    r"^[.t]*#\.{0,2}(?:A3|dw|d[wW][Cl]|E[rlq]+)$", r"^[^#NXonebPL2SBEs]*[Ay]1?fp#$",
    r"^[^#NXonebPL2]*d3[gO]\.{0,2}s\.*$",
    r"^\.?d3#T$",
)  # fmt: skip
_BEFORE = {"combined": "[^#]*?"}
"""What may stand before: no "it" but as the first word, or it would be the thing of which all get some."""
GATHERING = Gathering(
    does=MappingProxyType(
        dict.fromkeys(FUNCTION_WORDS, WEAK) | {word: one for one, words in _DOES.items() for word in words.split()}
    ),
    shrunk=SHRUNK,
    affirming=frozenset(["are", "is", "do", "does", "should", "must", "can", "will", "would", "have", "has", "may"]),
    trailing=frozenset(["really", "actually", "indeed", "though", "in", "fact", "too", "of", "course", "i", "think"]),
    counts=COUNTS,
    turning=frozenset(" ".join(_TURNING).split()),
    told=tuple((late(rf"^{_BEFORE.get(told, 'i?[^#i]*?')}(?:{'|'.join(ways)})[^#]*$"), told) for told, ways in _TOLD),
    denied=late("v"),
    otherwise=late(r"^[.SdX]?e[.#kg]{0,2}$"),
    idle=late(
        rf"\ba lot\b|^{AT_ONCE}\b|^above all\b|^(?:each|all|everyone) in turns?$"
        r"|\bno difference\b|\bfrom first to last\b|\b(?:above|below) (?:each other|one another)\b"
        r"|^(?:tell|give|show|ask|thank|promise|offer|send|call|answer|invite|warn) (?:them all|(?:all|each) of them)\b"
        r"|^(?:when|once|until|till|after|before|if|while|because|unless|as soon as) (?:all|both|none|nothing|nobody"
        r"|every\w+|each)\b(?! (?:three |four |five )?(?:of )?(?:these|those|the above))"
        rf"|\bfor all$|\b(?:each|all|any|one) of (?:those|these|them|the) (?:who\b|\w{{3,}}ed\b{NOT_LISTED})"
    ),
    indefinite=frozenset(["a", "an"]),
    of_many=frozenset(["all", "two", "three", "four", "five"]),
    of_each=frozenset(["each", "every", "any"]),
    places="P",
    concluding=frozenset(["so", "thus", "hence", "therefore", "meaning", "namely", "or"]),
    bare=late("|".join(_BARE)),
)
