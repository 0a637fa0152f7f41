"""English stems and statements: what they ask and claim, and how they end."""

from __future__ import annotations

import re

_ASKING = "which|what|who|whom|whose|where|when|how|pick|choose|find|mark|tick|select|name|spot|all|each|every"
_WH = "who|what|which|when|where|how|why"
_NEGATED = r"not|never|cannot|[a-z]+n't"
SIDE_CLAUSE = re.compile(
    r"^(?:if|when|while|because|although|since|as|after|before|until|unless|once)\b[^,?]*,"
    r"|(?<=\w) (?:if|when|while|because|although|though|since|until|unless|whose|so that|in case)\b[^,?]*"
    r"|(?<!one)(?<!thing)(?<!step)(?<!option)(?<!reply)(?<!statement)(?<!sentence)(?<!these)(?<!those)"
    rf" (?:who|that|which) (?:\w+ )?(?:\w+n't|{_NEGATED})\b[^,?]*"
)
ASKS_FOR_NOT = re.compile(
    rf"(?=.*\b(?:{_ASKING})\b)"
    rf".*?\b(?P<word>{_NEGATED}|(?<!at )least|except|exception|avoid|avoided)\b"
)
DENIAL = re.compile(rf"\b(?:{_NEGATED}|nobody|no one|nothing|none)\b|\bno (?!later|longer|more|sooner)\w+")
NEGATION = re.compile(rf"\b(?:{_NEGATED}|nobody|no one|nothing|none|neither|without|unless)\b|\bno\b")
VAGUE_STEMS = re.compile(
    r"\b(?P<word>(?<!how )often|rarely|frequently|regularly|seldom|occasionally|(?<!how )soon|(?<!how )quickly|a lot"
    r"|several)\b"
)
VAGUE_CLAIMS = re.compile(
    r"\b(?P<word>often|rarely|frequently|regularly|seldom|occasionally|sometimes|soon|quickly|a lot|several|many"
    r"|some)\b"
)
EMPTY = re.compile(
    r"(?:which|what)(?: one)?(?: of)?(?: the| these| those| following| statements?| options?| answers?| sentences?| is"
    r"| are| true| correct| right| below| holds?| fits?| best| applies| apply| here| false| wrong| a| an)*"
    r"(?: (?:about|of|on|for|in)(?: [\w'-]+){1,5})?"
    r"|(?:choose|pick|select|tick|mark|find)(?: the| one| best| right| correct| true| answers?| options?| statements?"
    r"| that| is| are| of| these| all| apply| applies)*"
)
RELATIVE_CLAUSE = re.compile(r"(?<=\w )(?:that|which|who|whose|where|without|before|after)\b.*")
OPINION = re.compile(
    r"\b(?:(?:do|would|did) you (?:\w+ )?(?:think|feel|like|prefer|believe|enjoy|find)"
    r"|in your (?:own )?(?:opinion|view)|(?:is|are) your (?:favou?rite|opinion|view|feelings?)"
    r"|your (?:personal )?(?:opinion|view|favou?rite|preference)|appeals? to you)\b"
)
SECOND_QUESTION = re.compile(rf"\b(?:{_WH})\b[^?]*?,? (?:and|or) (?:{_WH}|by when|in what|to whom|for whom)\b")
JOINED_CLAIMS = re.compile(
    r"\w{3,}[^,;]*(?:, (?:and|but)|;| and (?:it|they|he|she|you|we|this|that)) (?:[\w'-]+ ){2,}\w+"
)
_END = r"[\s:.…_]*$"
AGREEMENT = (
    (
        re.compile(rf"\b(?:to|should|must|can|would){_END}"),
        re.compile(r"(?!(?:an?|the|to|\w+ing|he|she|they)\b)"),
    ),
    (re.compile(rf"\b(?:are|were){_END}"), re.compile(r"(?!(?:an?|one|it|he|she)\b)")),
    (re.compile(rf"\b(?:by|before|after|of|for){_END}"), re.compile(r"\w{2,}ing\b")),
    (re.compile(rf"\bis{_END}"), re.compile(r"(?:an?|the|to|one|his|her|their|its)\b")),
)
