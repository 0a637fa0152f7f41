"""English words by what they do in a sentence."""

from __future__ import annotations

from types import MappingProxyType

from builder.checks.writing.late import late
from builder.checks.writing.lists import listed

FUNCTION_WORDS = listed(
    """a about above across after again against ago all almost along already also although always am among an and
    another any anybody anyone anything anywhere are aren't around as at away back be because been before behind being
    below beside besides between beyond both but by can can't cannot could couldn't did didn't do does doesn't doing
    don't done down during each either else enough even ever every everybody everyone everything few first for from
    further gave get gets getting give given gives go goes going gone got had hadn't has hasn't have haven't having he
    he's her here hers herself him himself his how i i'd i'll i'm i've if in inside into is isn't it it's its itself
    just last least less let lets like made make makes making many may me might mine more most much must my myself near
    need needed needs neither never next no nobody none nor not nothing now of off often on once one ones only onto or
    other others our ours ourselves out outside over own per perhaps please put rather same second shall she she's
    should shouldn't since so some somebody someone something soon still such take taken takes than that that's the
    their theirs them themselves then there there's these they they're third this those though through to
    together too took toward towards under until up upon us use used using very was wasn't we we'll we're we've
    went were weren't what what's when where whether which while who whom whose why will with within without won't
    would wouldn't yes yet you you'll you're you've your yours yourself today
    yesterday"""
)
COMMON_WORDS = listed(
    """add answer answers begin begins begun best better big bit bring brings brought come comes correct describe
    describes due end far find finds found good happen happens help helps high kind know known knows large leave leaves
    left long look looks lot low mean means meet meets met move moves new old option options part read reads reason
    right said say says see send sends sent show shown shows small stand stands start started starts statement step
    steps talk talks thing things true try turn turns want wanted wants way write writes written wrote"""
)
COUNTS = MappingProxyType({"two": 2, "three": 3, "four": 4, "five": 5, "six": 6})
"""So many options, or one less, an item has."""
SHRUNK = listed("d ll re ve s m")
"""What is left of a verb after an apostrophe."""
LIGHT_VERBS = listed(
    """add answer ask begin bring call come find get give go gives goes gets help let leave look make makes move put
    read ring say see send sends show start take takes talk tell tells try turn use uses wait write"""
)
ARTICLES = listed("a an the")
ABSOLUTES = listed(
    """always never all every everything only none nothing nobody everybody everyone completely entirely totally must
    absolutely impossible nowhere everywhere exclusively invariably wholly"""
)
HEDGES = listed(
    """usually often might sometimes generally typically normally mostly probably perhaps likely possibly mainly
    largely commonly ordinarily frequently occasionally presumably arguably maybe"""
)
NEGATIVES = listed(
    """not never no none nobody nothing neither nor cannot don't doesn't didn't isn't aren't wasn't weren't won't can't
    couldn't shouldn't wouldn't hasn't haven't hadn't mustn't needn't"""
)
NEGATING = listed("not do does did never no")
CONTRACTED = MappingProxyType(
    {
        "don't": "do not", "doesn't": "does not", "didn't": "did not", "isn't": "is not", "aren't": "are not",
        "won't": "will not", "can't": "can not", "cannot": "can not", "shouldn't": "should not",
        "wouldn't": "would not", "mustn't": "must not", "needn't": "need not", "couldn't": "could not",
        "hasn't": "has not", "haven't": "have not",
    }
)  # fmt: skip
PREDICATES = listed(
    """is are was were be should must can may will would has have had do does did because when if which what who how
    why where whose you he she they we it i means needs holds goes asks sends gets waits shows tells includes contains
    requires depends starts begins ends helps takes gives brings keeps wants comes reads writes counts belongs stands
    mean hold ask send get wait tell include contain require depend begin take bring keep want come arrive"""
)
IMPERATIVES = listed(
    "choose pick complete put match sort select decide find name tick mark read say write give rank order fill"
    " show suggest explain describe please rate judge weigh assess grade imagine consider"
)
FINITE = listed(
    "is are was were has have had does did will would can could may might must should wants needs gets goes"
)
SUBJECTS = ARTICLES | listed(
    """he she it they we you i this that these those there his her their its our your my one two three four five some
    many most all each every both no nobody somebody everybody in at on after before since during for from with by when
    while as if because although once now today yesterday tomorrow last next another"""
)
OPEN_ENDS = ARTICLES | listed(
    """to by of for with from at in on into and or than because if when that as about before after until but so out up
    then first should must can will may would is are was were be has have except excepting"""
)
LOUD = listed(
    """not never always must only all every except least most best first last none nothing nobody everybody everyone
    urgent important please no yes true false correct wrong before after same both two one three and should may can
    cannot don't will stop now today immediately what which who why how when where more less any"""
)
_OPPOSITES = listed(
    """always/never more/less before/after accept/refuse accept/reject yes/no true/false open/close agree/disagree
    increase/decrease raise/lower higher/lower first/last early/late earlier/later faster/slower up/down on/off
    with/without rises/falls internal/external inside/outside all/none all/no everybody/nobody everyone/nobody
    same/different shorter/longer long/short high/low start/stop good/bad possible/impossible right/wrong
    public/private best/worst most/least most/fewest fewer/more"""
)
OPPOSITES = frozenset((one, other) for one, _, other in (pair.partition("/") for pair in _OPPOSITES))
_ENDINGS = (
    ("ations", "", 4), ("ation", "", 4), ("ings", "", 3), ("ing", "", 3), ("ies", "y", 2), ("ied", "y", 2),
    ("sses", "ss", 2), ("ches", "ch", 2), ("shes", "sh", 2), ("xes", "x", 2), ("ed", "", 3),
    ("ments", "", 3), ("ment", "", 3), ("vals", "v", 3), ("val", "v", 3),
    ("ctions", "ct", 3), ("ction", "ct", 3), ("tures", "t", 4), ("ture", "t", 4), ("ages", "", 4),
    ("age", "", 4), ("ly", "", 4), ("ss", "ss", 1), ("s", "", 3), ("y", "", 6), ("e", "", 3),
)  # fmt: skip
"""What falls off, what takes its place, and how many letters must be left."""
_AGAIN = late(
    r"^(?:re-?(?=(?:assign|book|check|count|deliver|direct|draw|fill|issue|label|load|open|order|pack|plan|print"
    r"|schedul"
    r"|send|sent|stock|submit|test|train|us[ei]|wash|writ|wrot))|un(?=(?!i(?!d|n))\w{5}))"
)
"""What is set before a word to say "again" or "not"."""
_WHOLE = listed(
    """counter corner number summer master poster porter quarter letter department apartment village message former
    flower charter officer"""
)
"""Words that only look like others with an ending."""
_IRREGULAR = {
    form: verb
    for verb, forms in {
        "send": "sent", "keep": "kept", "write": "wrote written", "pay": "paid", "bring": "brought", "leave": "left",
        "hold": "held", "lose": "lost loss", "find": "found", "meet": "met", "sell": "sold", "build": "built",
        "break": "broke broken", "choose": "chose chosen choice", "speak": "spoke spoken", "drive": "drove driven",
        "stand": "stood", "buy": "bought", "teach": "taught", "think": "thought", "hear": "heard", "feel": "felt",
        "spend": "spent", "lend": "lent", "grow": "grew grown", "draw": "drew drawn", "wear": "wore worn",
        "begin": "began begun", "understand": "understood", "sit": "sat", "lead": "led",
        "freeze": "froze frozen", "tell": "told", "say": "said", "know": "knew known", "run": "ran",
        "ring": "rang rung",
        "fall": "fell fallen", "rise": "rose risen", "throw": "threw thrown", "forget": "forgot forgotten",
        "come": "came", "see": "saw seen", "show": "shown", "eat": "ate eaten", "wake": "woke woken",
        "tear": "torn", "hide": "hid hidden", "shake": "shook shaken", "fly": "flew flown", "swim": "swam swum",
        "drink": "drank drunk", "bite": "bitten", "bind": "bound", "shoot": "shot", "shrink": "shrank shrunk",
        "sing": "sang sung", "sink": "sank sunk", "sleep": "slept", "stick": "stuck", "strike": "struck",
        "swear": "sworn", "sweep": "swept", "weigh": "weight weights", "late": "later latest lately",
        "early": "earlier earliest", "full": "fuller fullest", "new": "newer newest", "old": "older oldest",
        "short": "shorter shortest", "long": "longer longest", "man": "men", "woman": "women", "foot": "feet",
        "win": "won", "catch": "caught", "child": "children", "person": "people", "shelf": "shelves", "half": "halves",
        "go": "goes went gone", "steal": "stole stolen theft", "deliver": "delivery deliveries",
        "discover": "discovery", "receive": "receipt receipts", "complain": "complaint complaints",
        "decide": "decision decisions", "sign": "signature signatures", "describe": "description descriptions",
        "prove": "proof proofs", "advise": "advice", "fail": "failure failures", "refuse": "refusal",
        "propose": "proposal proposals", "dispose": "disposal", "rehearse": "rehearsal rehearsals",
        "analyse": "analysis analyses", "clothe": "clothes", "wife": "wives", "knife": "knives", "leaf": "leaves",
        "explain": "explanation explanations", "permit": "permission permissions", "admit": "admission admissions",
        "extend": "extension extensions", "divide": "division", "apply": "application applications", "agree": "agreed",
        "notify": "notification notifications", "cancel": "cancellation cancellations", "invite": "invitation",
    }.items()
    for form in forms.split()
}  # fmt: skip


def root(word: str) -> str:
    """``word`` without what declension and conjugation add; good enough to see that two words are one."""
    plain = _AGAIN.sub("", word.removesuffix("'s").removesuffix("'"))
    single = plain.removesuffix("s")
    bare = single if single in _WHOLE else _stripped(_IRREGULAR.get(plain, plain))
    return bare[:-1] if len(bare) > 2 and bare[-1] == bare[-2] else bare  # noqa: PLR2004 - doubled before an ending


def _stripped(word: str) -> str:
    for ending, instead, left in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            bare = word[: -len(ending)] + instead
            done = ending in {"ss", "e"} or (ending in {"ing", "ed"} and bare.endswith("s"))
            return bare if done else _stripped(bare)
    return word
