"""English stems and statements: what they ask and claim, and how they end."""

from __future__ import annotations

from builder.checks.writing.late import late
from builder.checks.writing.lists import listed

_ASKING = "which|what|who|whom|whose|where|when|how|pick|choose|find|mark|tick|select|name|spot|all|each|every"
_WH = "who|what|which|when|where|how|why"
_NEGATED = r"not|never|cannot|[a-z]+n't"
_AUX = "is|are|was|were|do|does|did|should|must|can|could|may|will|would|has|have|isn't|aren't|don't|doesn't"
_SAYING = (
    "says?|said|tells?|told|knows?|knew|shows?|means?|sure|sees?|hears?|learns?|thinks?|believes?|feels?"
    "|notices?|ensures?"
    "|proves?|explains?|writes?|finds?|forgets?|hopes?|clear|certain|fact|so|asks?|reports?|remembers?|decides?"
    "|agrees?"
)
_SUBJECT = "an?|the|his|her|their|your|our|my|its|he|she|they|it|you|we|there|no|nothing|nobody"
SIDE_CLAUSE = late(
    r"^to (?!(?:the|an?|his|her|their|our|your|my|its|each|every|all)\b)"
    r"(?![^,?]* (?:you|we|he|she|they|one) [a-z']+,$)[a-z]+\b[^,?]*,|"
    rf"^(?:if|because|although|since|as|after|before|until|unless|once|whenever|wh(?:en"
    rf"|ile)(?! (?:{_AUX})\b))\b[^,?]*,"
    r"|(?<=\w) (?:if|when|while|because|although|though|since|until|unless|whose|so that|in case|even though"
    r"|whether)\b[^,?]*"
    rf"|(?<=\w), (?:as|for) (?!(?:a rule|a whole|a matter|the most part|the moment)\b)(?:{_SUBJECT})\b[^?]*"
    rf"|\b(?:{_SAYING})(?: \w+){{0,2}}? that (?:{_SUBJECT}|\w+ (?:{_AUX}))\b[^,?]*"
    r"|(?<=\w) (?:for|to|with|by|at|from|against|under|over|near|behind|among) (?:\w+ )?\w+ (?:who|that"
    r"|which) (?:\w+ )?"
    rf"(?:{_NEGATED})\b[^,?]*"
    rf"|\bmak(?:e|es|ing) sure (?:{_SUBJECT})\b[^,?]*"
    rf"|^(?:(?!\b(?:whom|{_WH})\b)[^?])*, (?:so|and|but|then) (?=\w)"
)
SIDE_MARKS = listed(
    """if because although since as after before until unless once whenever when while though whose so case whether
    that who which sure"""
)
TOLD_CLAUSE = late(rf"(?<=\w) (?:who|that|which|what) (?:\w+ )?(?:{_NEGATED})\b(?: \w+)?")
PICKING = late(
    r"(?:please |(?:in|at|on|to|for|from|by|with) (?=which))?"
    r"(?:pick|choose|find|mark|tick|select|name|spot|point|cross|underline"
    r"|(?:which|what)(?: (?!that\b|who\b|which\b)[\w'-]+){0,5}? (?:is|are|was|were|would be)\b"
    r"|what (?:thing|step|option|line|word)s?)\b"
)
_BAD = (
    "wrong|incorrect|false|untrue|unnecessary|superfluous|irrelevant|inappropriate|unsuitable|unacceptable|improper"
    "|forbidden|prohibited|banned|barred|outlawed|disallowed|taboo|off limits|out of the question|unwise"
    "|useless|unhelpful|pointless|harmful|inadvisable|ill-advised|counterproductive|unfit"
)
_FALSE = (
    rf"(?:(?<=is )|(?<=are )|(?<=be ))(?:{_BAD})(?=\W*$| (?:in|on|at|for|to|about|when|during|here)\b)"
    r"|(?:(?<=is an )|(?<=be an )|(?<=is a )|(?<=be a )|(?<=is the )|(?<=be the ))"
    r"(?:incorrect|wrong|inappropriate|mistake|error|(?:bad|poor)(?= (?:idea|choice|move"
    r"|plan)\b))(?! (?:address|number|name|part))"
)
_NONE = r"nothing(?= to do with\b)"
_AVOID = (
    r"(?:discourage|disapprove of)(?=\W*$| \w+ing\b)|(?:advise|warn|counsel|caution|decide|speak"
    r"|argue)(?= (?:[^?]* )?against\W*$)"
    r"|against(?= (?:(?:the|our|its|all|any) )?(?:\w+ )?(?:rules?|policy|law|agreement|code|guidelines?|procedure)\W*$)"
    r"|avoid(?=(?: an?)?\W*$| (?:in|on|at|when|during|with|while)\b)|avoided|refrain|steer clear|do without"
    r"|dispensed? with"
    r"|(?:(?<!to )(?<!help )(?<!helps )(?<!you )|(?<=should you )|(?<=do you ))avoid(?= \w+ing\b)"
)
_UNWISE = rf"(?:{_BAD}|mistake)(?= (?:for \w+ )?to\b)"
_LEAST = (
    r"(?<!at )(?<!at the )least(?! (?:time|money|effort|trouble|cost|work|walking|paper|loss|delay|waste|fuss"
    r"|risk|harm"
    r"|damage|of (?:all|his|her|their|your|our|the)|that|an?"
    r"|the|you|we|he|she)\b)"
)
_NO_NEED = (
    r"(?:(?<=is )|(?<=are )|(?<=be ))no(?! (?:longer|more|less|later|sooner|better|doubt|one|matter)\b)|no(?= need\b)"
)
_NOBODY = "(?:(?<=should )|(?<=must )|(?<=may )|(?<=would )|(?<=can ))(?:nobody|no one)"
_NO_WAY = r"(?:(?<=under )|(?<=by )|(?<=on )|(?<=at ))no(?= (?:circumstances|means|account|time)\b)"
_PICKED = "|".join(
    rf"(?<={verb} the )" for verb in ["mark", "find", "pick", "choose", "tick", "select", "name", "spot"]
)
_LEFT_OUT = (
    r"ruled out|kept? (?:out of|(?:away )?from)(?= a\b| the\b| \w+ing\b)|leave (?:out|off)"
    r"|left (?:out|off)|omit|omitted"
    r"|skip|skipped|drop(?=\W*$| from\b)"
    r"|(?<=of )no(?= (?:use|help|value)\b)|fails to|hardly|scarcely"
    rf"|(?:(?<=is the )|(?<=is an )|(?<=are the )|(?<=be the )|{_PICKED})exceptions?(?! to\b)"
    r"|(?<=be )(?:safely )?(?:ignored|neglected|disregarded)|ignore(?=\W*$)|less(?= \w+ than (?:the|any"
    r"|all) (?:others?|rest)\b)"
    r"|outside(?= [^?]*\b(?:job|scope|policy|remit|dut(?:y|ies)|tasks?|rules?|limits|responsibility"
    r"|business)\W*$)|(?<=but )one(?= of)"
    r"|odd(?= (?:one|man|word|line) out)|out of place|struck off|spare(?= (?:him|her|it|your|my|them|one)sel(?:f"
    r"|ves)\b)"
)
_WRONG_ONE = (
    rf"(?:{_PICKED})(?:wrong|false|incorrect|untrue)(?= (?:statement|answer|option|sentence|claim|one|reply|line)\b)"
)
_HAS_NO = (
    r"(?:(?<=has )|(?<=have )|(?<=makes )|(?<=make ))no(?= (?:place|business|right|point|sense|room|meaning"
    r"|bearing)\b)"
    r"|anything(?= but (?:an? )?\w+(?: (?:to|for) (?:\w+ )?\w+)?\W*$)|far from(?= \w+\W*$)"
)
_LAST = (
    r"worst(?= (?:thing|choice|idea|move|reply|answer|way|place|time|moment)\b)|(?<=be the )last(?= (?:thing|word"
    r"|step) to\b)|last(?= (?:thing|person|place|word"
    r"|phrase)s? (?:that )?(?:\w+'d|(?:(?:an?|the|any) )?\w+ (?:would|wants?|likes?"
    r"|expects?))\b)"
)
_STOP, _SHUN = (
    "stop|quit|cease|abandon|refuse|reject|decline|give up|resist",
    (
        "rule out|keep (?:from|out|off|away|clear)|hold back|stay (?:away|clear|off|out)|steer clear|abstain"
        "|shy away|beware|keep to (?:him|her|it|your|them|one)sel(?:f|ves)"
    ),
)
_MAY = "should|must|may|can|could|would|might|had better|ought to|needs? to|has to|have to"
_CEASED = (
    rf"(?:{_MAY})(?:(?: [\w'-]+){{1,6}}?(?<! the)(?<! an)(?<! a)(?<! this)(?<! each) (?P<ceased>{_STOP})"
    rf"| (?:[\w'-]+ ){{0,6}}?(?P<shunned>{_SHUN}))"
    r"(?=\W*$| \w+ing\b| (?:from|of|when|while|if|with|in|at|on|during|to|for)\b)"
)
_ANY_NOT = (
    rf"{_WRONG_ONE}|{_HAS_NO}|{_LAST}|(?<!, and )(?:{_NEGATED})|{_LEAST}|{_NONE}|{_FALSE}|except(?:ing)?"
    rf"|{_NO_NEED}|{_NOBODY}|{_NO_WAY}|{_UNWISE}"
)
_MAIN = r"(?: (?!(?:that|who|whose|whom|which|when|if|where|because|so|as|while|with|without|how)\b)[\w'-]+){0,9}?"
"""Words of a question before its verb."""
_HOLDS = "contains?|needs?|has|have|had|gets?|takes?|includes?|requires?|holds?|serves?|owes?|gives?|does|do"
_WITHOUT = (
    rf"(?:which|what|who)\b{_MAIN} (?:(?:{_HOLDS}|makes?(?= no (?:difference|sense|contribution)\b)) "
    r"(?P<lacks>nothing|no(?! (?:longer|more|less|later|sooner|better|doubt|one|matter)\b))"
    rf"|(?:is|are|was|were|be)\b{_MAIN} (?P<unable>unable(?= to\b))|(?P<lacking>lacks))\b"
)
LACKS = late(_WITHOUT)
ASKS_FOR_NOT = late(
    rf"(?!(?:.*[,:] )?(?:why|where)\b|.*\b(?:at what time|when|how long|until when)\b.*\b(?:{_STOP}|{_SHUN})\b"
    rf"|.*\b(?:cost|take)s?\b[^?]*\bthe least\W*$"
    rf"|.*\bhow\b.*\bavoid|how (?:can|do|does|should|could)\b)(?=.*\b(?:{_ASKING})\b)"
    rf".*?\b(?P<word>{_ANY_NOT}|(?<!how )(?:{_AVOID})|{_LEFT_OUT})\b"
)
CEASES = late(rf"(?=.*\b(?:what|which|who|whom)\b).*?\b(?:{_CEASED})")
BARE_ASK = listed(
    "which what who whom one ones is it of these those them find pick name mark choose tick select guess spot"
)
ONE_IS_NOT = late(
    rf"(?:.*(?:, |: |; |but |and ))?(?:(?:only |just )?(?:one|two|some|all but one)"
    r"|(?:all|each|every|everything|most|any)\b(?=.*\b(?:except|excepting|but|bar|save)(?: for)? (?:one|two)\b)"
    r"|there (?:is|are|'s)|nobody"
    rf"|no one)\b"
    rf".*?\b(?P<word>{_ANY_NOT}|{_AVOID}|nobody|no one|(?:but|bar|save)(?= (?:for )?(?:one|two)\b))\b"
    rf"|(?P<none>nobody|no one) (?:should|must|may|can)\b"
)
OPEN_FOR_NOT = late(rf".*?\b(?P<word>{_ANY_NOT}|{_AVOID}|avoids|fails? to|{_LEFT_OUT})\b")
NEGATIVE_MARKS = listed(
    """not never cannot nobody nothing none no least except excepting exception unless neither avoid avoids avoided
    refrain steer last bad poor far anything stop quit cease abandon refuse reject decline give rule ruled keep kept
    hold stay abstain shy beware resist without dispense dispensed leave left omit omitted skip skipped fail fails
    hardly scarcely one odd
    mistake error drop discourage disapprove against exceptions ignored
    neglected disregarded ignore less outside save bar
    advise warn counsel caution decide speak argue
    off out unable lack lacks struck worst place spare"""
) | frozenset(_BAD.split("|"))
DENIAL = late(rf"\b(?:{_NEGATED}|nobody|no one|nothing|none)\b|\bno (?!to\b|later|longer|more|sooner)\w+")
NEGATION = late(
    rf"(?<!or )\b(?:(?!not only\b){_NEGATED}|nobody|no one|nothing|none|neither|without|unless)\b"
    r"|\bno\b(?! (?:later|longer|more|less|fewer|sooner|earlier|doubt|matter)\b|\. ?\d)"
)
UNDONE = late(
    r"\b(?:leave out|left out|omit|omitted|skip|skipped|forget|forgotten|fails?(?= to)|avoid|refuse|ignore"
    r"|ignored|(?<=do )without|(?<=go )without|(?<=manage )without|(?<=by )without)\b"
)
_NO_VERB = r"(?!(?:is|are|do|does|should|must|can|will|would|could|might|has|have|needs?|who|that|which)\b)"
_TOPIC = rf"(?: {_NO_VERB}(?!to\b)[\w'-]+){{1,6}}"
_AS_TO = (
    "as regards|regarding|concerning|as (?:for|to)|(?:with|in) (?:regards?|respect|reference|relation) (?:to|of)"
    "|on the (?:subject|topic|matter) of|in (?:the )?(?:matters?|terms|case) of|when it comes to|speaking of|about"
)
TOPIC_FIRST = late(
    rf"^(?:{_AS_TO}|on|in|at|of|for|with|given) [^,?]+, (?=\w)"
    r"|^(?:where|as far as) [^,?]+ (?:is|are) concerned, (?=\w)"
)
_ABOUT = (
    rf"(?: (?:{_AS_TO}|on|in|with|at)(?: {_NO_VERB}[\w'-]+){{1,12}}| (?:for|to){_TOPIC}"
    rf"|(?<=true) of{_TOPIC}|(?<=right) of{_TOPIC}|(?<=correct) of{_TOPIC})"
)
_TALK = (
    r"(?:which|what|of|the|these|those|this|that|following|below|above|here|ones?|only|two|three|four|all|an?|is"
    r"|are|it|not"
    r"|isn't|aren't|do|does|doesn't|true|correct|right|false|wrong|incorrect|untrue|accurate|valid|best|most|so|case"
    r"|statements?|options?|answers?|sentences?|endings?|claims?|lines?|facts?|assertions?|possibilit(?:y|ies)"
    r"|choices?"
    r"|truth|complete|or|completions?|descriptions?|wordings?|match(?:es)?|suits?"
    r"|choose|pick|select|tick|mark|find|read|decide|consider|circle|click|please|holds?|appl(?:y|ies)|fits?"
    r"|stated|that's|it's|what's|there's|list|from|among|between|out|to|and|then|now|next|given|[a-e]"
    r"|exactly|just|things?|you (?:think|believe))"
)
_CLAIM = "(?:statement|claim|assertion|fact|proposition|remark|answer|sentence|view)s?"
_ASKER = "(?:you|we|one|i|an? [\\w'-]+|the [\\w'-]+)"
_VERDICT = (
    r"(?:(?:would|do|does|can|could|should|may|might|will|must) "
    rf"{_ASKER} (?:\w+ly )?(?:agree|accept|support|sign|subscribe|endorse|confirm|back|share|believe|trust"
    rf"|uphold|defend)"
    r"|(?:can|could|may|might|should|must|is to|would) (?:be )?(?:accepted|supported|defended|confirmed|trusted"
    r"|believed|endorsed|signed|maintained|agreed|upheld|made|stand|hold|true)|holds? (?:good|water|true|up)"
    r"|stands?(?: up)?|makes? sense|(?:is|are) (?:the )?(?:\w+ly )?"
    r"(?:sound|tenable|justified|supported|acceptable|believable|defensible|factual|reliable|truest|truthful))"
    r"(?: (?:with|to|by|as|is|true|correct|right|up))*"
)
_LEAD = r"(?:(?:on|about|of|as|regarding|concerning|with|for|in|when it comes to)(?: [\w'-]+){1,12}? )?"
_SAID = (
    "could|say|said|state|stated|note|noted|claim|claimed|assume|assumed|known|fair|safe|certain|clear|sure|be|to|can"
    "|may|might"
)
_GOING_ON = "(?:(?:and|so|but|then|now|next|therefore|here|in (?:this|that|such a) (?:case|situation))(?: |$))+"
GOING_ON = late(_GOING_ON)
EMPTY = late(
    rf"(?:which|what|{_ASKING})(?: (?:one|of|the|these|those|this|that|following|two|three|four|five|single"
    rf"|only))* {_CLAIM}"
    rf"{_ABOUT}?(?: (?:below|above|here|that|which))* {_VERDICT}{_ABOUT}?"
    rf"|(?:say|tell|name|state) which(?: {_TALK})+"
    rf"|{_LEAD}(?:it|this|that|the following|one of the following|one|we|you)(?: (?:{_TALK}|{_SAID}))* "
    r"(?:that(?: (?:it|they|these|this|he|she|we|you))?|said|say|state|stated|noted|claimed|assumed|true|correct"
    r"|right|applies|holds|known)"
    rf"|(?:which|what)(?: (?:one|of|the|these|those|following|options?|{_CLAIM}))* (?:can|could|may|might|must"
    rf"|should|is to)"
    rf" (?:be )?(?:said|stated|noted|claimed|known|assumed|asserted|observed|concluded|confirmed)"
    rf"(?: (?:of|for) certain)?(?: of{_TOPIC}|{_ABOUT})?"
    rf"|(?:which|what)(?: (?:one|of|the|these|those|following|options?|{_CLAIM}))* (?:describes?|characteri[sz]es?"
    rf"|depicts?|reflects?)(?: {_NO_VERB}[\w'-]+){{1,8}} (?:correctly|accurately|rightly|truthfully|truly)"
    rf"|(?!what(?: is|'s) wrong with\b)(?:which|what)(?: (?:one|of (?:these|those|the following)(?: (?:options"
    rf"|{_CLAIM}))?|{_CLAIM}))* (?:makes? sense|(?:do|would"
    rf"|can) you "
    rf"(?:know|believe|hold|say|consider|think|find|call|judge|deem|choose|pick|take|confirm"
    rf"|agree with)(?: (?:to be|is|are"
    rf"|as))?(?: {_TALK})*){_ABOUT}?"
    rf"|(?:which|what)(?: of (?:these|the following|those))? would you say (?:is|are) {_TALK}{_ABOUT}?"
    rf"|(?!what(?: is|'s) wrong with\b){_TALK}(?: {_TALK})*{_ABOUT}?(?: {_TALK})*"
    rf"|what (?:do|can|could|would) (?:you|we|one|be) (?:know|say|said|tell){_ABOUT}?"
    r"|(?:(?:on|about|of|as|regarding|concerning|with)(?: [\w'-]+){1,12}? )?(?:it|one|we|you) (?:can|may|could|might)"
    r" (?:say|state|be (?:said|stated|noted))(?: that)?"
    rf"|(?:consider|about|regarding|concerning)(?: {_NO_VERB}[\w'-]+){{1,12}}"
    rf"|(?:and |so |but )?(?:(?:how|what) (?:about|of)|(?<=and )(?:the|his|her|their|its|your|our))"
    rf"(?: {_NO_VERB}[\w'-]+){{1,12}}"
    rf"|{_GOING_ON}"
    rf"|the (?:thing|point|matter|truth|fact|story) (?:about|with|of)(?: {_NO_VERB}[\w'-]+){{1,8}} (?:is|are)(?: that)?"
    rf"|(?:it is|it's|we|you|one) (?:\w+ )?(?:of|about|for|with)(?: {_NO_VERB}[\w'-]+){{1,8}} that"
)
_NOUN = (
    rf"{_NO_VERB}(?!(?:that|which|who|whose|where|when|what|how|if|of|to|for|first|best|last|next|main|only|good|better"
    r"|right|usual|typical|common|wise|possible|sure|another|more|most|one|two|three|four|five|some|all|the"
    r"|these)\b)[\w'-]+"
)
REASONED = late(
    r"(?:(?:the|our|some|two|three|four) )?(?:[\w'-]+ ){0,2}?(?:reasons?|causes|signs|ways|steps|tools|uses|means"
    r"|advantages|benefits|examples|duties)"
    r" (?:for|of|to|why|that)(?: [\w'-]+)+"
)
BARE_SUBJECT = late(
    rf"an? (?:{_NOUN} ){{1,7}}(?:is|was|should|must)|{_NOUN} is|(?!an? )(?:{_NOUN} )*?(?:{_NOUN}(?<=s)|people|staff)"
    rf"(?: (?:(?:the|these|our|your|its) )?{_NOUN})* (?:are|were|should|must)"
    r"|[“\"«][^”\"»]*[”\"»],? (?:is|was|are)(?: (?:an?|the) (?:answer|reply|sentence|phrase|remark|statement"
    r"|message|line"
    r"|saying|word|rule))?"
)
AND_WHAT = late(r"(?<=\w),? and (?:what|how|why|when|where|who|whom|which)\b[^?,]*$")
_TURNED = "(?:is|are|was|were|do|does|did|should|must|can|could|may|might|will|would|has|have)"
ASKING_HEADING = late(
    rf"(?:(?:what|why|who|where|when)|how(?! (?:many|much|long|often|soon|far)\b))"
    rf"(?! {_TURNED}\b)(?! [\w'-]+ {_TURNED}\b)(?! [\w'-]+ [\w'-]+ {_TURNED}\b)(?: [\w'-]+)+"
)
EACH_DOES = late(
    r"(?:an?|each|every|one) (?:(?!(?:that|which|who|of|for|in|on|at|with|from|to|between|by|after|before|about"
    r"|without"
    r"|under|per|through|during|against|among|as|than|or|and|over|beside|behind|near|within"
    r"|across)\b)[\w'-]+ )+\w{2,}[^s\W]s"
)
TOLD_VERB = late(
    r"[\w'-]+(?: [\w'-]+){0,3}? \w{2,}(?:[^s\W]s|ed) (?:the|an?|his|her|their|its|your|them|it|him|us|you|that"
    r"|to|at|in|on|by|for|with|from|back|out|up|off|twice|again|late|no|two|three|one)\b"
)
VERB_PHRASE = late(r"\b\w{2,}(?:s|ed) (?:the|an?|his|her|their|its|your|them|it|him|us|you|that)\b")
RELATIVE_CLAUSE = late(r"(?<=\w )(?:that|which|who|whose|where|without|before|after)\b.*")
ADDED_CLAUSE = late(
    r"(?<=\w )(?:that|which|who|whose|where|(?:what|how|why|when)(?= \w))\b.*"
    rf"|(?<=\w )(?:without|before|after)(?: {_NO_VERB}[\w'-]+)*$"
)
OPINION = late(
    r"\b(?:(?:do|would|did) you (?:\w+ )?(?:think|feel|like|prefer|believe|enjoy|find)"
    r"|in your (?:own )?(?:opinion|view)|(?:is|are) your (?:favou?rite|opinion|view|feelings?)"
    r"|your (?:personal )?(?:opinion|view|favou?rite|preference)|appeals? to you)\b"
)
JOINS = late(r" (?:and|or) ")
_THEN_ASKED = rf"(?:(?:by|to|for|from|with|at|in|on|until|since) )?(?P<then>{_WH}|whom|whose)"
_ASKED_TOO = (
    r"(?:is|are|was|does|do|did|should|must|can|may|will|would|has|have) (?:it|they|he|she|you|we|there|the|this)"
)
TOLD_QUESTION = late(
    rf"\b(?:says?|said|tells?|told|shows?|knows?|asks?|names?|states?|explains?|writes?|sees?|learns?|about)"
    rf"(?: (?:the |an? |his |her |their |your )?\w+)? (?:{_WH}|whom|whose|if|whether)\b[^?]*"
)
SECOND_QUESTION = late(
    rf"\b(?:{_WH}|whom)\b(?P<first>[^?]*?),? (?:and|or) (?:also |then |if so,? )?(?:{_THEN_ASKED}|{_ASKED_TOO})\b"
)
_DOES = (
    "is|are|was|were|does|do|has|have|should|must|can|may|will|sends|lends|tells|waits|gives|keeps|takes|puts"
    "|gets|makes"
    "|goes|comes|saves|pays|belongs|becomes|prefers|wants|knows|says|asks|writes|brings|lets|hears|learns|forwards"
    "|explains|informs|confirms|collects|delivers|receives|meets|sees|follows"
)
_MAY_DO = (
    "opens|closes|starts|ends|needs|costs|counts|stays|answers|replies|calls|checks|signs|reads|helps|works|leaves"
)
_OBJECT = "the|an?|it|its|them|him|his|her|their|your|every|each|no|all|that|whom?"
JOINING = listed("and but so yet while whereas which")
_BUT = r"not|only|never|also|even|if|when|in|at|on|by|with|for|to|as|from|of|rather|who|which|that|where|without|then"
JOINED_CLAIMS = late(
    rf"^[^,;]*\w, (?:and|but|so|yet|while|whereas) (?!(?:{_BUT})\b)(?:[\w'-]+ ){{2,}}\w+"
    r"|\w{3,}[^,;]*(?:, (?:and|but|so(?! that)|yet|while|whereas)|; ?)"
    rf" ?(?:then )?(?:(?!who|that|which|when|where|if)[\w'-]+ ){{1,7}}?(?:{_DOES}|{_MAY_DO}|[a-z]+n't)\b"
    r"|\w{3,}[^,;]*(?:, (?:and|but)|;| and) (?:it|they|he|she|you|we|this|that) (?:[\w'-]+ ){2,}\w+"
    r"|\w{3,}[^,;]*, which (?:is|are|means?|makes?|saves?|costs?|shows?|keeps?|takes?|gives?|helps?)\b"
)
SECOND_VERB = late(
    rf",? (?:and|but) (?:(?:then|also|so|often|never|always|usually|thus) )?"
    rf"(?:(?:the|an?|each|every|his|her|their|its|all|no) (?:(?!who|that|which)[\w'-]+ ){{1,3}}?)?"
    rf"(?:(?:{_DOES}) (?!of\b)[\w'-]+|\w{{3,}}s (?:{_OBJECT})\b)"
)
VERB = late(rf"\b(?:{_DOES}|{_MAY_DO}|\w{{3,}}s(?= (?:{_OBJECT})\b))\b")
SUBORDINATE = late(r"\b(?:who|whom|whose|that|which|what|when|where|while|if|because|since|unless|until)\b")
_AGREEMENT = {
    "to should must can would": r"(?!(?:an?|the|to|\w+ing|he|she|they)\b)",
    "a an the": r"(?!(?:to|in|at|by|on|he|she|they|it|is|are)\b)",
    "you they we": r"(?!(?:an?|the|to|\w+ing)\b)",
    "are were": r"(?!(?:an?|one|it|he|she)\b)",
    "by before after of for": r"\w{2,}ing\b",
    "is": r"(?:an?|the|to|one|his|her|their|its)\b",
}
AGREEMENT = {word: late(form) for words, form in _AGREEMENT.items() for word in words.split()}
ASKED_IN_PASSING = late(
    rf"\b(?:asks?|asked|wonders?|know|decide|say|tell|judge|find out|check|explain|advise|question is"
    rf"|task is)\b(?: [\w'-]+){{0,4}}? "
    rf"(?:{_WH}|whom|whose|whether|if)\b|\b(?:your (?:task|job|turn|answer|reply)|you (?:are to|have to|answer"
    rf"|reply|must|should))\b"
)
ADDRESSED = late(
    r"(?:,? please|, (?:guys|folks|everybody|everyone|all|team|colleagues|ladies and gentlemen|dear \w+))[.!:]?$"
)
GERUND = late(r"\w{2,}ing$")
EITHER_ARTICLE = late(r"\ba ?(?:/|\(|or) ?an?\b\)?\W*$")
