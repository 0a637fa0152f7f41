"""Wordings of a fourth round, each written before anybody looked at what the rules make of it."""

# ruff: noqa: RUF001 - stems hold the apostrophes and dashes that authors type

from __future__ import annotations

import pytest
from test_writing import choice, codes, stem
from test_writing_wordings import CODES, each

UNFOCUSED = """
    As regards the boiler room, which applies? | With respect to visitors’ badges, which statement applies? |
    Concerning safe custody, which of these apply? | Which of the following can be said about tray trolleys? |
    What may be said of cash deposits? | Regarding the fire doors, it can be said that they | As for school
    trips, which is true? | School lunches are | A suspicious payment is | Trolleys from the late flight are |
    Parents’ letters are | “Know your customer” is | Where lost property is concerned, which statement is right?
    | In terms of cleaning contracts, the following is correct: | Speaking of cold trolleys: what holds? | On
    the subject of pupil records, which option is correct? | When it comes to dual control, which of these is
    true? | Halal meals: pick one. | Lifts (passenger and goods). | The new timetable – which statement matches?
    | Which of these is a fact about the bank’s hotline? | Which of the following describes airside passes
    correctly? | What do you know about tray counts? | One statement about supply teachers is true. Which? | Of
    these statements on heating, which is correct? | Which sentence about the waste yard is the correct one? |
    Find what is right about the galley. | Which of the following statements do you consider true? | Tick the
    correct completion. | A locked account is | Which of the following is the case with sick notes? | Choose the
    statement that’s true about exam rooms. | Here are four statements on ovens. Which is correct? | Fire drills
    and what they are | The following statement is correct: | Which option is correct as regards late boarding
    meals? | What is the truth about badge readers?
"""
FOCUSED = """
    The first person to tell is the | A request is complete when | The list of guests is kept by the | A boiler
    that leaks is reported to | A suspicious payment is reported to | Trolleys from the late flight are counted
    by | Parents’ letters are answered within | As regards the boiler room, whom do you ring first? | With
    regard to the late flight, which trolley goes first? | Which of the following can be said to a parent who
    waits? | Regarding your call, what should the reply hold? | The caretaker’s log is read by | “First in,
    first out” means that the oldest trolley | Which statement belongs on the sign? | What can a cashier say to
    a customer whose card is blocked? | As for the school trip, who signs? | The best place for a spare key is |
    The reason for the second count is | The limit for a cash deposit is | The cook’s first call is to | A
    passenger’s special meal is loaded by | A good sign of a late delivery is | Which of these facts should the
    log hold? | Which of these statements would calm a parent? | What is wrong with this reply? | Where lost
    property is concerned, who decides? | Concerning the alarm: who resets it? | In terms of cost, which boiler
    is best? | When it comes to dual control, who turns the second key? | Which account is locked first? | Name
    the form for a new badge. | The meals for crew are packed | Two signatures are needed for | What does the
    bursar’s office need before it pays? | The shift leader’s first task is | Which answer helps the pilot? | A
    card that was found goes | Who is correct to call when the lift stops? | To whom does a late order go?
"""
NEGATIVE = """
    What would you advise against? | Which step do we advise against? | All of these belong to it except one.
    Which one? | Three of these are allowed airside. Which one is not? | One of these has no place in the
    galley. Which? | Which of these would you discourage? | Which item should stay out of the trolley? | What is
    banned in the boiler room? | What must a cashier refuse? | Which document is of no use for the check? |
    Which of these is outside the caretaker’s job? | Which of these isn’t the school’s business? | What should a
    teller keep to herself? | Which of the following is against the rules? | What does not count as proof of
    address? | Which meal can’t be loaded? | Which one doesn’t fit? | Which is the wrong form for a refund? |
    Which reply should never leave the office? | Which of these falls outside the policy? | Which two steps are
    not needed? | What has nothing to do with a handover? | Which of these need you not sign? | Which of these
    is anything but urgent? | Who may not open the safe? | Nobody should do one of these. Which? | Every option
    but one is allowed. Which one is forbidden? | Which of these is less suited than the others? | Please tick
    what an answer can do without. | What should one refrain from on the ramp? | Which entry does the log have
    no need of? | What would be the last thing to do? | Which of these can safely be ignored?
"""
NOT_NEGATIVE = """
    Which step prevents a second delivery? | The lift has not been checked. Who stops it? | What do you tell a
    parent who can’t come? | Which rule stops a wrong payment? | Which sign keeps people out of the boiler room?
    | What keeps the meals from getting warm? | The customer refuses to sign. What now? | What should you do if
    the lock doesn’t open? | Which form stops a payment? | Who refuses a payment above the limit? | One of the
    four trolleys is not sealed. What do you do? | All trolleys except one are sealed. What do you do with it? |
    Nobody has signed. Whom do you ask? | What is missing on this form? | Which word is missing in the note? |
    What went wrong? | What do you do with a badge that is not valid? | Which reply is best when you do not know
    the answer? | Why is the door not locked? | Whom do you call when there is no heating? | How does one avoid
    a queue? | What is the least a log should hold? | The worst is over. What comes next? | Which check finds a
    false note? | Which desk deals with rejected payments? | How do you say no to a parent? | Which meal is for
    those who do not eat meat? | What shows that a seal is not broken? | Who tells the pilot that a meal is
    missing? | The alarm has stopped. What do you do first? | What do you advise a customer who fears fraud? |
    Which answer is without doubt the best? | Who checks that nothing is left on the seats? | Where do rejected
    trays go? | What is no longer needed after the audit? | Which office no longer takes cash? | A pupil is ill
    and nobody is at home. Who decides? | Which step comes last? | Who is the last to sign? | Which exception
    does the rule allow?
"""
VAGUE = """
    If a pupil is late frequently, whom do you tell? | When a boiler stops several times, whom do you call? |
    Who decides when a customer pays in cash very often? | A trolley that is regularly short is reported to | If
    a lift has been out of order for a long time, who is told? | When many passengers ask for the same meal, the
    caterer | If parents call repeatedly, who answers? | When cash is counted now and then, who signs? | A
    client who rarely uses his account is asked to | How soon is a card replaced that is lost often? | If a room
    is seldom used, it is | When a door is opened frequently, what helps? | If there are a lot of complaints,
    who writes the report? | If deliveries come late from time to time, whom do you ask? | Who is rung when a
    pupil is away for a long while?
"""
NOT_VAGUE = """
    How often is the safe counted? | If a pupil is late three times a month, whom do you tell? | A customer
    says: “You often lose my letters.” What do you reply? | As soon as the door is open, who goes in? | How many
    meals are loaded? | How long does a refund take? | A boiler stops. Whom do you call soonest? | Which of
    these happens too often? | How frequently is the lift checked? | Many parents wait at the gate. Who opens
    it? | Several trays are missing. Whom does the cook ring? | What is done before long flights?
"""
ALL = """
    None is missing: all three |
    All of those named | So all of them | A note, a call and a sign, so all three | Each of these signs | Every
    sign in the list | The whole list | The entire list | What the three lines say | The complete list above |
    All that is listed | All that stands above | Everything you can read above | All the suggestions apply | All
    suggestions fit | Yes to all three | Every one of the above, in turn | The sum of all three | Any and all of
    these | You can tick all of them | All of the previous | All items above | For each of these reasons | It is
    each of these | In fact, each of them | Everything that stands here | Each and every one | All points are
    right | All the same: they are all signs | There’s truth in all of these | You may choose any of them | The
    three signs together | The above three | The three of them | Every statement is correct | All of the things
    mentioned | The full list | Any one of the three shows it
"""
NOT_ALL = """
    All desks at once | There are four in each hall | A lot of detail | Each guest has a seat | The whole
    building | The whole crew and their bags | All three desks have staff | Each of the guests waves | All
    passengers get a smile | Everyone says hello in the lift | The full menu | The complete order by noon | A
    list of all the guests | Every one who comes in gets a coat hook | They stop all visits at six | All her
    colleagues look up | Any guest with a badge may sit | The whole morning | Each in turn | A seat for each |
    Everything is in its place | All of the lights are on | The whole list of guests hangs there | Any of the
    staff | It happens in all offices | All doors, also the side one | One for all | The entire hall | A smile
    for each of the three guests | They use the same cup for all | All his own work | Every second guest | A
    full list of the names | The three desks share a phone | What the guest says | Both lists, sent each day |
    All said and done before six | Every chair
"""
NONE = """
    Neither 1 nor 2 nor 3 | Not one of those | No sign above | None that is listed | None I can see here |
    There’s none | No such sign | Not a single one of these | Nothing out of this list | It’s something else
    entirely | Something different | None of the signs | Neither of these, but something else | No option above
    applies | The list has no right answer | The correct one is not among them | Not A, not B, not C | All three
    are wrong | They’re all incorrect | All wrong | Nothing that stands here | None of what is listed | None of
    this shows it | No one of these | Not any of them | None, they all fail | No correct option | Nothing from
    the list | None of the suggestions | Nothing above | None fits | Neither one | None of the three signs above
    | I would pick none of these | None of them do | No, none | Other
"""
NOT_NONE = """
    There is no number for it | Nobody looks up | No coat hook | Nothing on the desk | No sign at the door |
    Neither bags nor coats | There are no chairs | There is no rule for it | There’s no one there | No smile
    before nine | Nothing that costs money | None of the guests wait | Nobody has a badge | Not one chair | Not
    before the bell | Something to drink | Something warm | Another chair | A different chair | Not the guard |
    No guest without a badge | A desk with nothing on it | None but guests | It is not said | Nobody says a word
    | No seat, no coat hook | The wrong name | Nothing happens | Neither desk answers | The list is not there |
    Not a word | The other door | No names on the list | There is no seat | Not in the hall | All chairs are
    taken | Nothing but a chair | No one else | None so far today
"""
COMBINED = """
    Questions one and two | Whichever of 1 and 2 is later | Points a and b | Numbers two and three | Whichever
    of A and B fits | The first and third of these | The first two of these | The first and the second one | The
    last two together | 1 together with 3 | Signs 1 and 2 | 1 & 2 | Only the second and third | B together with
    C | Only a) and b) | First and second | First and last | Either the first or the third | A combination of 1
    and 3 | A mix of the first two | One of the first two | Either 1 or 3 | Both 1 and 3 apply | The two first
    ones | The first as well as the third | a + c | A, and B if there is time | The earlier of 1 and 2 | What a
    and b say | Whichever comes first of a and b | All except C | All but the last | Everything but the third |
    Everything except A | Lines one and two | A and B combined | Both the above | The second plus the third
"""
NOT_COMBINED = """
    A first list at four and a second at six | A first wave and then a second | First a nod, then a wave | One
    or two chairs | Two of the guests | Both guards | The second door | The first and second floor | Both doors
    by six | Either door | A nod and a smile | The last two guests | One at four and one at six | Questions
    about the badge | Two questions on the badge | Whichever guest comes first | The first of May | The first
    two minutes | The second of the guards | Both of the guards | All but the guard | The first chair and the
    last chair | A second chair | The first one in waves | Two | Lines for guests | The earlier of the two buses
    | The better of the two chairs | All except guests | Numbers on the door | The two doors | One of the guards
    | A first and a second look | Two by two | Both hands
"""
UNORDERED = """
    4 trolleys / 12 trolleys / 8 trolleys / Neither 4 nor 12 nor 8 | After 14 days / After 30 days / After 7
    days / Whichever of 1 and 2 is later | 10% / 25% / 5% | Two weeks / Ten days / A month | 30 minutes / An
    hour / A quarter of an hour | €500 / €100 / €1,000 | On 3 May / On 1 May / On 15 May | 3 °C / 8 °C / 5 °C |
    Twice / Once / Four times | At 6 a.m. / At 9 a.m. / At 7 a.m. | Within a week / Within a day / Within a
    month | More than 50 / More than 10 / More than 100 | In March / In January / In June | 2 m / 50 cm / 1 m |
    12 / 4 / 8 / None of them | 7 / 3 / 5 / Both 3 and 5 | 7 / 3 / 5 / The first two | 10 / 30 / 20 / More than
    any of these | 2.5 kg / 800 g / 1.2 kg | 5 / 25 / 15 / It depends on the flight | Half a day / A day / An
    hour | One / Three / Two | 40 trays / 10 trays / 80 trays | Every 3 months / Every month / Every 6 months |
    100 euros / 50 euros / 500 euros | Three days / One day / Five days / No limit | Up to 20 / Up to 5 / Up to
    10 | from 8 to 10 / from 6 to 8 / from 10 to 12 | Tuesday / Monday / Friday / Either Monday or Friday
"""
ORDERED = """
    4 trolleys / 8 trolleys / 12 trolleys / Neither 4 nor 8 nor 12 | After 7 days / After 14 days / After 30
    days / Whichever of 1 and 2 is later | 5% / 10% / 25% | Ten days / Two weeks / A month | An hour / 30
    minutes / A quarter of an hour | 1 / 2 / 3 / All of them | In January / In March / In June | 50 cm / 1 m / 2
    m | Once / Twice / Four times | At 6 a.m. / At 7 a.m. / At 1 p.m. | By phone at 6 / By note at 5 / In person
    at 7 | Gate 4 / The hall / Gate 2 | Form 12 / Form 4 / A call | At once / In an hour / Tomorrow | 1 to 2 / 4
    to 5 / 9 to 10 / 4 to 5 or 9 to 10, both work | Monday / Tuesday / Friday / Either Monday or Friday | The
    cook / Two guards / One clerk | Three days’ notice and a call / A note by two people / One signature
"""
NOT_FOUND = """
    A different sign | Both of the first signs | Signs one and three | Take your
    pick, they’re all right | The better of the first two | The right sign isn’t on the list
"""
"""What the rules miss yet; whoever mends them moves it up."""
WRONGLY_FOUND = """
    A list for one and two | Desk A or desk B | Each of them by name, in the morning | Gates 1 to 3 | In all,
    four guests | No such badge | Rooms 1 and 2 | The first guest and the second guest
"""
"""What they take for more than it is."""


@pytest.mark.parametrize(("code", "found", "left"), [
    ("negative-stem", NEGATIVE, NOT_NEGATIVE), ("unfocused-stem", UNFOCUSED, FOCUSED),
    ("vague-frequency", VAGUE, NOT_VAGUE),
])  # fmt: skip
def test_stems(code: str, found: str, left: str) -> None:
    assert [text for text in each(found) if code not in codes(stem(text))] == []
    assert [text for text in each(left) if code in codes(stem(text))] == []


def of(text: str) -> set[str]:
    asked = "Which of these shows that a guest is welcome at the desk?"
    return codes(choice(asked, "A nod", "A wave", "A coat hook", text)) & CODES


@pytest.mark.parametrize(("code", "found", "left"), [
    ("all-of-the-above", ALL, NOT_ALL), ("none-of-the-above", NONE, NOT_NONE),
    ("combined-options", COMBINED, NOT_COMBINED),
])  # fmt: skip
def test_options(code: str, found: str, left: str) -> None:
    assert [text for text in each(found) if of(text) != {code}] == []
    assert [text for text in each(left) if of(text)] == []


def test_options_that_are_told_wrongly_yet() -> None:
    assert [text for text in each(NOT_FOUND) if of(text)] == []
    assert [text for text in each(WRONGLY_FOUND) if not of(text)] == []


def test_numbers() -> None:
    def told(text: str) -> bool:
        return "unordered-numbers" in codes(choice("It is Thursday. When is it due?", *text.split(" / ")))

    assert [text for text in each(UNORDERED) if not told(text)] == []
    assert [text for text in each(ORDERED) if told(text)] == []


@pytest.mark.parametrize(("asked", "options", "code"), [
    ("How many?", "4 drums / 12 drums / 8 drums / Neither 4 nor 12 nor 8", "none-of-the-above"),
    ("Whom first?", "1. the head / 2. the guests / 3. the caterers / neither 1 nor 2 nor 3", "none-of-the-above"),
    ("A slip is a", "record of it / order / note to Bo / record, order and note: all of them", "all-of-the-above"),
    ("When?", "Monday / Tuesday / Friday / Either Monday or Friday", "combined-options"),
    ("Into which band goes a wait of 10 minutes?", "0–4 minutes / 5–9 minutes / 10–14 minutes", "shared-words"),
])  # fmt: skip
def test_options_with_words_of_others(asked: str, options: str, code: str) -> None:
    texts = options.split(" / ")
    assert code in codes(choice(asked, *texts, key=2))
