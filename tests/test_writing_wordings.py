"""Ways in which authors put stems and options: what the rules of item writing find, and what they leave alone."""

# ruff: noqa: RUF001 - stems hold the apostrophes and dashes that authors type

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from test_writing import choice, codes, statement, stem

from builder.checks.writing.english import ENGLISH
from builder.checks.writing.view import ItemView

NEGATIVE = """
    Which of these is not part of a handover? | Which step isn’t needed? | All of the following belong in the
    request except | Each of these helps EXCEPT: | Which of these is the exception? | Which of these is least likely
    to help? | Which detail is the least important? | What should you avoid when you call a ward? | What should a
    clerk avoid saying? | Which phrase is to be avoided? | Which of these should be avoided at the counter? | Which
    of these statements is wrong? | Which answer is incorrect? | Which statement is false? | What must never be
    written on a label? | Which of these must not go into the bin? | Under no circumstances should a porter | What
    can be left out of the note? | Which line could you leave out? | Which step may be skipped? | What does the note
    not need? | What needn’t the request contain? | Which detail is unnecessary? | Which of these doesn’t belong in
    the list? | Which reply would be a mistake? | What would it be wrong to promise? | Which of these is no reason
    to call? | Which of these is no duty of the desk? | Which of the following do you not tell a colleague? | What
    should nobody do at the gate? | Who is not allowed to sign? | Which item can the ward do without? | Which of
    these fails to help the next shift? | Which words don’t belong in a promise? | Pick the sentence that does not
    belong. | Which colleague need not be told? | All but one of these help. Which doesn’t? | What is it unwise to
    write? | Which of these is forbidden in the store? | A good summary never contains | Which is an incorrect way
    to greet? | The desk should not accept | Which of these cannot wait? | Which of these would you rather not send?
    | Which of these would hardly help? | Which information is irrelevant to the driver? | From which of these
    should you refrain? | What is inappropriate in a reply? | Which is not an internal customer? | Which of these
    would NOT be a good reply? | Which one is the odd one out?
"""
NOT_NEGATIVE = """
    Amir has not replied. What should he do? | What do you do if the form is not signed? | Which step avoids a second
    call? | How do you avoid a second call? | What helps to avoid a delay? | Which reply shows that you have not
    forgotten the request? | The printer does not work. Whom do you call? | What is the best reply when you cannot
    keep a promise? | Why should a desk not promise too much? | Which phrase tells Ana that the part is not in stock?
    | A colleague who doesn’t know the form asks for help. What do you send? | What does a desk do that has no time? |
    Which of these helps a ward that cannot wait? | What can you do for a guest who can’t find the desk? | Nobody
    answers the phone. What do you do first? | You have no key. Who opens the door? | Which message leaves no question
    open? | What do you say to a colleague whose request was refused? | At the least, what does the note need? | Which
    is the best way to say no? | What does “not in stock” mean? | Without a number, how does the desk find the order?
    | What should Ana do, as the list isn’t ready? | Which desk helps if there is no one at the counter? | The van is
    late, and nobody has told the ward. What now? | What turns a vague promise into one that can’t be misread? | Which
    of these prevents mistakes? | Who corrects a wrong address? | What does a wrong address cost? | Which promise does
    the store fail to keep, and why? | What do you write so that nothing is forgotten? | What is the least that a note
    needs? | Which message makes sure that no one waits in vain? | Which tool finds a mistake? | What tells you
    whether a request is wrong? | At what time do you stop the test? | When should the desk stop taking orders? | Ana
    doesn’t know the form. Which one is it? | What is the last step of a repair? | Who is the last to leave? | Which
    step stops the leak? | Where is the error? | What should Ana do when she cannot come?
"""
UNFOCUSED = """
    Which of the following is true? | Which of these statements is correct? | Which statement about the night round is
    right? | Which one of the following statements about handing over a train to the next driver is correct? | What is
    true about returns? | What is correct? | Which of these is not true? | Which of the following is false? | Choose
    the correct answer. | Select the best option. | Mark the right statement. | Tick what is right. | Pick the true
    sentence about the store. | Wheelchairs – what is right? | Email: which is true? | Internal customers | Internal
    customers: | Service standards … | The help desk | Returns and refunds... | Regarding the night shift: | With
    regard to parcels, | In the laboratory, | When the cold chain breaks... | About the booking system | What applies
    to deliveries? | Which of the following applies to deliveries? | What do we know about the stock room? | What can
    be said about late answers? | Which claim holds? | Which statement fits? | Which of these statements is most
    accurate? | Only one of these is right. Which one? | Which is it? | A service standard is |
    Which of these? | Handover. Choose one. |
    Phone calls: mark the correct statement. | Which of the statements below is true of the archive? | What is the
    case with the lift? | Consider the following. | Consider the loading bay. | Read the statements. Which is correct?
    | Which of the following statements is accurate? | Decide which answer is right. | Find the correct statement on
    shared mailboxes. | The key cabinet: what is true? | Complaints. Which of these is correct? | Which is the correct
    answer? | Which answer is the right one? | Which of the following is a true statement? | Find the right ending. |
    Which statement do you agree with? | Which of these claims about the gate can be upheld? | With regard to keys, it
    is correct to state that | About our hotline, the following can be said: | It is true that | Tick the one that’s
    right, guys. | A good handover between two crews … | The post room. There is a queue, and Ana is alone. | Ana has
    lost the key. The archive is shut. | Which is right? The bay is blocked, and the van is at the gate. | The correct
    statement is | One of these is true: | Which of these facts about the canteen is right? | Shelf labels, in
    general: | What a good
    reply holds | How we work with Payroll | Where requests go | The thing about deadlines is | The point with chat
    messages is that | It is known of stock counts that | We know about reply times that | Pick the best option from
    the list: | Read the options and decide. | Find the correct statement among A to D. | And now? | How about linen? |
    And the follow-up? | "I asked you for this last week!" | A receptionist promises a colleague a room that is already
    booked. So … | Exactly one sentence about keys is correct. | Night calls to the porter’s desk and what follows from
    them | The lift stops. Guests wait with their bags. Reception rings the technician.
"""
FOCUSED = """
    Which desk signs a return? | Which of these belongs in a request? | Which of these replies helps most? | The
    first step of a repair is | What should the note say? | The desk opens at | Choose the
    reply that names a time. | Which statement in the log tells the next shift what is open? | Which reply is best
    for a guest who waits? | What is right for the desk to promise? | A clerk who doesn’t know the answer should |
    If the lift stops, call | Before the van leaves, the driver | Complete the sentence: A promise names | Ana works
    in the archive. What does she need? | Which of the following is an internal customer? | Put the steps in order.
    | Which is the correct order of the steps? | Which of these forms is the right one for a return? | Whom do you
    call? | How long does a return take? | To borrow a key, sign | The paper that lists the open orders is the |
    Which option costs the ward least time? | Which of the following is the right first step after a spill? | Who is
    right? | Which number is correct for the night desk? | Which line of the sheet is true for Ward 4 at noon? | The
    van brings | A late answer costs | When the phone rings twice, the desk | Which sentence should come first in
    the email? | Which answer helps Ana plan her day? | A sample
    without a label is put | Show which of the four requests breaks the two-day rule. | Explain in one sentence why we
    repeat the request. | What the caller needs first is | When a user calls about the same fault, the desk | If a
    colleague is ill, the desk first | “All staff were told.” One thing has to stand beside it. Which? | A press stops
    halfway through a job. What do you do? | Two teams want the same tester on Monday. What now?
"""
ALL = """
    All of the above | All of these | All of them | All the above | All the answers above | All four | All three |
    Every one of these | Each of these | Each of the above | Any of these | Any of the above | They all apply | These
    are all correct | All are correct | All answers are correct | All of the options are right | All options | All of
    the options | Everything above | Everything listed | Everything mentioned above | The above, all together | A, B
    and C | All of A, B and C | Options A to C | A to C | All listed here | All of the answers given | All three of
    the above | All of the listed steps | Every answer is right | All of those | All of those listed | All of it | All
    the things named | The lot | All previous answers | Each of the three | All statements are true | All of the
    points mentioned | all the above-mentioned | All of the foregoing | All of the preceding | Yes, all of these | All
    apply | All correct | All would help | All of these would be fine | Any of the three | Any one of these | All
    together | Everything on this list | All signs named here | Every option given | They’d all do it | Everything
    above is welcome | A as well as B as well as C | a, b and c alike | The whole of A, B and C | One, two and three |
    Every last one | The three things above
"""
NOT_ALL = """
    All of the staff | All the guests | All day | All in one mail | Any time | Each Monday | All those who asked |
    Everything the guest needs | Every morning a call | All forms | Each colleague by name | Any colleague | All
    open orders | All the desks in the hall | Everyone on shift | Everything by phone | Each ward its own list | All
    of the open orders | All that is needed | The whole team | All night | All of Monday | Any of the clerks |
    Everything that is open | Each of the clerks
"""
NONE = """
    None of the above | None of these | None of them | None | None are correct | None of the answers | None of the
    options is right | Neither | Neither of these | Neither of the two | Neither A nor B | Not one of these | Not any
    of these | No answer is correct | No option fits | None of the answers given | None applies | None of those listed
    | None of A, B or C | None is right | Nothing of the kind | Nothing listed here | Nothing on this list | They are
    all wrong | All are wrong | All of these are wrong | All are false | All of the above are incorrect | No correct
    answer is given | There is no right answer | The right answer isn’t listed | The answer is not here | Something
    else | None of the three | Not listed here | None of the steps above | No statement is true | Neither of the above
    | None would help | None of the foregoing | None of it | It is none of these | Nothing mentioned above | No answer
    above is right | All of them are false | Not one of the four | Another answer | Not given here | At none of these
    | There isn’t one | Anything but these | The right one is missing | Nothing like that | Nobody out of A, B and C |
    An answer that isn’t here
"""
NOT_NONE = """
    Nothing before noon | No reply | Nobody but the head | Not before six | No more than two | None before noon |
    Not at all | No form | Nothing at all | No one on duty | None but the clerk | Nobody | No list | Not today | No
    answer | Nothing | Neither the ward nor the store | Not one word | None of the staff on duty | No desk | No key
    is needed | Not yet | Nothing but a note | Other desks | Another desk | No time is promised
"""
COMBINED = """
    Both A and C | A and B | A & C | A + B | A and B only | 1 and 3 | 1 and 3 only | 1, 2 | Only A and B | Both of the
    first two | The first two | The last two | The first and the third | Both the first and the last | Both | Both of
    these | Both of the above | (a) and (b) | a) and c) | Options 1 and 2 | Answers B and C | Statements 2 and 3 | I
    and III | i and ii | Either A or B | A or C | Two of these | Two of the above | The first two options | The first
    three | The second and the last | Both answers above | A and C, but not B | Only the first two | Just 1 and 2 |
    Both first and second | Any two of these | Numbers 1 and 3 | Both A and B are right | The former and the latter |
    The top two | The two above | Options one and two | More than one of these | A plus B | The first one and the last
    one | B and C are both right | A as well as C | Some of these | Two of them | Only two of these | A/B | The first
    or the second | Either of the first two | A with B | The upper two | Nos. 1 and 2 | Choices A and D | 1 or 2 | 2 +
    3 | Only 1 and 2 are correct | Both A and B above | A, C | A and B, C excepted | A if it rains, B if it doesn’t |
    Partly since A, fully since C | As in the first answer by day, as in the second at night | No. 1 along with no. 2
    | All but one | All of them but B | Any two | A and B, while C is wrong
"""
NOT_COMBINED = """
    Both desks | Both forms by noon | Two forms | The first call | First the ward, then the store | A form and a
    call | The last two weeks | One or two days | The first floor | Two | 1 to 3 | Plan B | Group A | Vitamin C | A
    list | Two clerks | Both the ward and the store | Some of the guests | The second shift | Ward 1 and Ward 3 |
    First aid | At one or two | The other desk | The two clerks | 1 or 2 days | Either the ward or the store | The
    first aider and the guard | Terminal A | The top shelf | The last bus | 1,000 | A or an order
    | One or two lines | Ward B and ward C | Each of those affected
"""
TWO_CLAIMS = """
    A porter signs the sheet and the ward keeps a copy. | The store delivers on Tuesdays, and urgent orders go by
    taxi. | Requests by phone are logged, but they are never answered on the same day. | Each team has a contact
    person, and that person answers within a day. | The form is online and must be signed by a manager. | IT resets
    passwords at once, while new accounts take two days.
"""
ONE_CLAIM = """
    A colleague who waits and asks the desk is a customer. | The desk answers emails and calls to the store within a
    day. | A report names the bed, the patient, and the time of the call. | A message with a name and a date is
    answered sooner. | If the desk knows the number and asks the store, the answer comes sooner. | Porters and
    nurses are customers of each other. | A colleague who hears a reason and a new time is more patient. | A
    handover is complete when the next person knows what is open and who is waiting. | Checking the address and
    reading it back takes less time than a second delivery. | The buyer and the store share one list of open orders.
    | When a team books a room and cancels it, the desk should be told. | A form that is short and clear saves
    questions. | Research, sales and support are customers of the same desk. | The log shows what was done, by whom,
    and when it was finished. | A request is urgent if a patient is waiting and the ward has no other pump. | A
    request that names the place and the time is easier to plan.
"""
TWO_QUESTIONS = """
    What should he do, and whom should he tell? | Who replies, and by when? | Where is the form, and is it signed? |
    When does the desk open, and how can one reach it? | What went wrong and what should Ana do next? | Which form
    do you use and to whom do you send it? | What does the desk promise? What happens if it is late? | How many
    boxes arrive, and at what time?
"""
ONE_QUESTION = """
    Which of these says what was agreed and who does it? | What tells the ward when the bed is free and who brings
    it? | What should the note say about what is open and who waits? | What do you say when a colleague asks where
    the form is and who signs it? | Ana asks who signs and when. What do you answer? | What helps a colleague who is
    new and who knows nobody? | “Who is it, and when?” asks Ana. What is missing in her question?
"""


def each(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("|")]


@pytest.mark.parametrize(("code", "found", "left"), [
    ("negative-stem", NEGATIVE, NOT_NEGATIVE), ("unfocused-stem", UNFOCUSED, FOCUSED),
    ("two-questions", TWO_QUESTIONS, ONE_QUESTION),
])  # fmt: skip
def test_stems(code: str, found: str, left: str) -> None:
    assert [text for text in each(found) if code not in codes(stem(text))] == []
    assert [text for text in each(left) if code in codes(stem(text))] == []


def test_statements_that_make_two_claims() -> None:
    assert [text for text in each(TWO_CLAIMS) if "two-questions" not in codes(statement(text))] == []
    assert [text for text in each(ONE_CLAIM) if "two-questions" in codes(statement(text))] == []


@pytest.mark.parametrize(("code", "found", "left"), [
    ("all-of-the-above", ALL, NOT_ALL + "|" + NONE), ("none-of-the-above", NONE, NOT_NONE + "|" + NOT_ALL + "|" + ALL),
    ("combined-options", COMBINED, NOT_COMBINED + "|" + NOT_ALL + "|" + NOT_NONE),
])  # fmt: skip
def test_options(code: str, found: str, left: str) -> None:
    def of(text: str) -> set[str]:
        return codes(
            choice("Which of these shows that a guest is welcome at the desk?", "A nod", "A wave", "A shrug", text)
        )

    assert [text for text in each(found) if code not in of(text)] == []
    assert [text for text in each(left) if code in of(text)] == []


def test_what_is_said_to_somebody_speaks_of_no_option() -> None:
    said = (
        "“I’ll ask.”",
        "“It is on its way.”",
        "“Could you show me one or two of them?”",
        "“All three? Take everybody!”",
    )
    assert not codes(choice("What does she say to the ward?", *said)) & CODES


UNORDERED = """
    Wednesday 17:00 / Tuesday 17:00 / Thursday 9:00 | Monday, 16:00 / Monday, 9:00 / Friday, 8:00 | May 2023 / January
    2022 / October 2023 | It has to be with us by 19:30 / It has to be with us by 20:00 / It has to be with us by
    18:45 | £1.50 / £0.80 / £3 | 12.05.2024 / 3.04.2024 / 1.06.2024 | 50 000 / 20 000 / 90 000 | A. 250 g / B. 300 g /
    C. 120 g | a) 14:00 / b) 9:00 / c) 11:30 / d) a and c
"""
ORDERED = """
    Friday, 16:00 / Saturday, 16:00 / Monday, 16:00 | Friday / Monday / Tuesday | December 2023 / January 2024 / May
    2024 | Monday, when the phones ring most / Friday, to clear the rest of it / Wednesday, the middle of it all
"""


def test_numbers() -> None:
    def told(text: str) -> bool:
        return "unordered-numbers" in codes(choice("It is Thursday. When is it due?", *text.split(" / ")))

    assert [text for text in each(UNORDERED) if not told(text)] == []
    assert [text for text in each(ORDERED) if told(text)] == []


POINTING = yaml.safe_load((Path(__file__).parent / "options_that_point.yml").read_text(encoding="utf-8"))
CODES = {"all-of-the-above", "none-of-the-above", "combined-options"}
BY_LABEL, BOTH = {"Answers a, b and c", "a, b, c – all of them"}, {"all-of-the-above", "combined-options"}
"""All options, each by its label: that is both."""
NOT_FOUND = {
    "There is nothing here she should do",
    "Something that none of the answers names", "All are good signs", "One of these, whichever you like",
    "Both of these and the shrug", "What stands first and what stands last", "The first sign, and also the second",
    "Both, on each page",
}  # fmt: skip
"""What the rules don't tell yet, or tell wrongly; whoever mends them takes it out here."""


@pytest.mark.parametrize("group", ["developed", "fresh", "later"])
def test_options_in_sentences_of_their_own(group: str) -> None:
    wrong = []
    for code, wordings in POINTING[group].items():
        for item, texts in wordings.items():
            asked, *options = POINTING["items"][item]
            told = {text: codes(choice(asked, *options, text)) & CODES for text in texts}
            wrong += [
                text
                for text, found in told.items()
                if found != CODES & {code} and (text not in BY_LABEL or found != BOTH)
            ]
    assert sorted(wrong) == sorted(text for text in NOT_FOUND if text in str(POINTING[group]))


@pytest.mark.parametrize("row", POINTING["grammar"], ids=lambda row: row["asked"])
def test_options_that_speak_of_others_by_their_grammar(row: dict[str, Any]) -> None:
    view = ItemView(choice(row["asked"], *row["options"]), ENGLISH)
    assert {at: one.of_others for at, one in enumerate(view.choices) if one.of_others} == row["points"]
