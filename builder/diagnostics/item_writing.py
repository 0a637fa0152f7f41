"""The codes of item writing: flaws that let people answer without knowing, or fail although they know."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.diagnostics.diagnostic import Severity
from builder.diagnostics.rule import Rule

_WARNING, _INFO = Severity.WARNING, Severity.INFO

ITEM_WRITING: Mapping[str, Rule] = MappingProxyType(
    {
        "longest-key": Rule(
            _WARNING,
            "The only key is at least a quarter and 15 letters longer than every distractor.",
            "Authors take care that the right answer is complete; people who know nothing pick the longest option.",
            "key “Call back within the hour and say what you know so far” beside “Wait” → “Call back within the hour”",
        ),
        "all-of-the-above": Rule(
            _WARNING,
            "An option says that all the others hold.",
            "Who knows two options knows the answer; and where it stands, it is mostly right.",
            "`single_choice` with “All of these” → `multiple_response` without it",
        ),
        "none-of-the-above": Rule(
            _WARNING,
            "An option says that none of the others holds.",
            "As the key it shows that people know what is wrong, not what is right.",
            "“None of these” → an option that people really take for right",
        ),
        "combined-options": Rule(
            _WARNING,
            "An option is made of other options by letter, number or position.",
            "It tests logic instead of the subject, and letters move when options are shuffled.",
            "“Both A and C” → `multiple_response`",
        ),
        "negative-stem": Rule(
            _WARNING,
            "The stem asks for what is not so or should not be done, and the negative word is neither bold nor italic.",
            "People overlook the word and answer the opposite question.",
            "`Which of these is not urgent?` → `Which of these can wait?`, or `Which is **not** urgent?`",
        ),
        "double-negative": Rule(
            _WARNING,
            "A negative question has a negative option, or a question or statement holds two negatives.",
            "People who know the subject fail at turning it round twice.",
            "“Which should you not leave without an answer?” → “Which must be answered?”",
        ),
        "negative-statement": Rule(
            _INFO,
            "The statement to judge is a negation.",
            "To say that it is false takes a double negation.",
            "“A promise does not need a date.” → “A promise needs a date.”",
        ),
        "article-cue": Rule(
            _WARNING,
            "The stem ends with `a` or `an`, and not every option goes with it.",
            "Grammar alone rules options out.",
            "`The form goes to an` with “auditor”, “manager” → `The form goes to` with “an auditor”, “a manager”",
        ),
        "grammar-cue": Rule(
            _INFO,
            "How the stem ends fits some options and not others.",
            "Grammar alone rules options out.",
            "`You can shorten the queue by` with “sorting it”, “a list” → two options in “-ing”",
        ),
        "overlapping-options": Rule(
            _WARNING,
            "Numbers, times or limits of two options overlap.",
            "Two options can hold at once, and one of them is marked wrong.",
            "“2 to 5 days”, “5 to 7 days” → “2 to 4 days”, “5 to 7 days”",
        ),
        "unordered-numbers": Rule(
            _INFO,
            "Options that are all numbers, times, dates or amounts stand in neither rising nor falling order.",
            "People look for their number instead of thinking about the question.",
            "“6 days”, “2 days”, “9 days” → “2 days”, “6 days”, “9 days”",
        ),
        "absolute-words": Rule(
            _WARNING,
            "Two or more distractors hold a word such as *always*, *never*, *all* or *only*, and no key does.",
            "People know that hardly anything holds without exception, and rule these options out.",
            "“Always call”, “Never call”, key “Ask first” → “Call”, “Write”, key “Ask first”",
        ),
        "absolute-statement": Rule(
            _INFO,
            "A false statement holds an absolute word that may be all that makes it false.",
            "People judge the word and not the subject.",
            "“A late answer always costs money.” (false) → a statement that is wrong about late answers",
        ),
        "hedged-key": Rule(
            _INFO,
            "The key alone holds a softener such as *usually* or *may*.",
            "A careful wording gives away that it was meant to be right.",
            "key “It usually helps”, distractors “It harms”, “It is free” → key “It helps”",
        ),
        "vague-frequency": Rule(
            _INFO,
            "A word of no fixed size, such as *often*, *many* or *soon*, stands in what is asked or in an option.",
            "Readers take it differently: *often* is anything from once a day to once a month.",
            "“Answer soon” → “Answer within four hours”",
        ),
        "shared-words": Rule(
            _INFO,
            "A word of meaning of the stem comes back in the key and in no distractor.",
            "The echo leads to the key.",
            "“Who signs the *delivery*?”, key “Whoever takes the *delivery*” → “Whoever takes the boxes”",
        ),
        "answer-in-stem": Rule(
            _WARNING,
            "The right answer stands in the stem, or all that sets it apart from the other options.",
            "Nobody has to know it.",
            "“The intake desk sorts. What is it called?” → “What is the desk called that sorts?”",
        ),
        "repeated-words": Rule(
            _INFO,
            "Every option starts, or ends, with the same three or more words.",
            "People read the same words three times before they come to what differs.",
            "“You should ask the sender”, “You should ask the reader” → stem “You should ask”, options “the sender”, …",
        ),
        "opposite-options": Rule(
            _INFO,
            "Exactly two of the options are each other's negation or mirror.",
            "One of the two must be right, so that the others drop out.",
            "“Reply today”, “Do not reply today”, “Ask Ana” → “Reply today”, “Reply on Friday”, “Ask Ana”",
        ),
        "convergence": Rule(
            _INFO,
            "The key is made of the parts that come back most often in the other options.",
            "Distractors are made by changing the key, so what they share leads back to it.",
            "“form and call” (key), “form and email”, “letter and call” → “form and call”, “letter and email”, …",
        ),
        "uneven-lengths": Rule(
            _INFO,
            "The longest option has three times as many words as the shortest, and at least eight.",
            "What stands out is picked, or ruled out, for its length.",
            "“Wait” beside an option of twelve words → options of about one length",
        ),
        "uneven-form": Rule(
            _INFO,
            "The options mix forms: sentences and fragments, full stops and none, capitals and small letters.",
            "What stands out is picked, or ruled out, for its form.",
            "“Call.”, “To write an email”, “Asking” → “Call”, “Write”, “Ask”",
        ),
        "unfocused-stem": Rule(
            _INFO,
            "The stem alone puts no question and no task.",
            "People must read all options to know what is asked, and the options drift apart.",
            "“Which of these is true?” → “What does a promise need?”",
        ),
        "opinion-stem": Rule(
            _INFO,
            "A scored item asks what the reader thinks, feels or likes.",
            "An opinion can't be wrong.",
            "“What do you think is polite?” → “Which reply follows the house rule?”, or a `reflection`",
        ),
        "two-questions": Rule(
            _INFO,
            "The stem asks two things at once, or a statement makes two claims.",
            "Who knows one half and not the other can't say so.",
            "“Who answers, and when?” → two items",
        ),
        "gap-in-middle": Rule(
            _INFO,
            "An open stem has its gap before its end.",
            "People must hold the rest of the sentence in mind for each option.",
            "“… is the first step of a repair.” → “The first step of a repair is …”",
        ),
        "long-stem": Rule(
            _INFO,
            "The stem has more than 60 words (a judgement's more than 110).",
            "The item tests patience and reading more than the subject.",
            "a case of 90 words → the facts that the answer needs",
        ),
        "long-options": Rule(
            _INFO,
            "An option has more than 25 words.",
            "Options of that size are compared from memory.",
            "an option that gives its reasons → the option; reasons go into the `rationale`",
        ),
        "few-options": Rule(
            _INFO,
            "A choice has two options.",
            "Half of those who guess are right.",
            "“Call”, “Write” → “Call”, “Write”, “Go there”",
        ),
        "many-options": Rule(
            _INFO,
            "A single choice has more than five options, another choice more than seven.",
            "Hardly anybody chooses the sixth; it costs reading time alone.",
            "seven options → the four that people really choose",
        ),
        "shouting": Rule(
            _INFO,
            "A word that is no abbreviation stands in capitals.",
            "It reads as shouted, screen readers may spell it, and bold says the same.",
            "`Which is NOT urgent?` → `Which is **not** urgent?`",
        ),
        "even-matching": Rule(
            _INFO,
            "A matching has as many right sides as left ones.",
            "The last pair answers itself, and one mistake makes two.",
            "three pairs → three pairs and an entry under `extras:`",
        ),
        "many-pairs": Rule(
            _INFO,
            "More than seven pairs or steps, or more than ten things to sort.",
            "Nobody holds so many in view at once.",
            "twelve pairs → two items of six",
        ),
        "one-sided": Rule(
            _INFO,
            "In a categorise item all things but one, or all, belong into the same category.",
            "Who puts everything there has nearly full marks.",
            "five things `urgent`, one `can-wait` → three and three",
        ),
        "gap-heavy": Rule(
            _INFO,
            "A cloze has more gaps than sentences, more than five, or starts with one.",
            "What is left of the text doesn't say what belongs into the gaps.",
            "“[[who]] [[what]] by [[when]].” → “The intake desk sorts requests by [[when]].”",
        ),
        "narrow-answer": Rule(
            _INFO,
            "One spelling, or one word, alone is accepted of an answer that people give in several ways.",
            "Right answers are marked wrong.",
            "`accepted: follow-up` → `accepted: [follow-up, follow up, followup]`",
        ),
        "key-position": Rule(
            _WARNING,
            "The keys of a bank's single choices stand at one position so often, or so rarely, that chance would do it"
            " in fewer than one bank of a hundred (exact Poisson binomial test; eight items or more).",
            "People who guess learn the position; on paper and in other systems options are not always shuffled.",
            "eleven of fourteen keys as second option → keys spread over all positions",
        ),
        "know-nothing": Rule(
            _WARNING,
            "A reader who knows nothing, and picks by length, absolute words, softeners and echoes of the stem, is"
            " right so often that chance would do it in fewer than one bank of a hundred (exact Poisson binomial test;"
            " eight items or more).",
            "Such a bank can be passed without the course.",
            "twelve of sixteen keys the longest option → distractors as long and as exact as the keys",
        ),
        "unknown-allow": Rule(
            _WARNING,
            "An item's `allow:` names what is no code of item writing.",
            "It spares the item nothing.",
            "`allow: {longest-keys: …}` → `allow: {longest-key: The law's own words.}`",
        ),
        "unused-allow": Rule(
            _WARNING,
            "An item's `allow:` names a flaw that the item doesn't have, for any organisation or language.",
            "It would hide the flaw when somebody writes it in later.",
            "`allow: {long-stem: …}` with a stem of 20 words → the item without it",
        ),
    }
)
"""Every code of item writing, in the order of the page of codes."""
