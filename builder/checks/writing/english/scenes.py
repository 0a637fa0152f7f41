"""English words of the scenes in which items play: who is there, where and when, and what any office has."""

from __future__ import annotations

from builder.checks.writing.pointing import listed

PEOPLE = listed(
    """actor adjuster administrator adviser advisor agent analyst applicant apprentice architect artist assistant
    attendant auditor author baker boss buyer candidate captain caretaker carer cashier caterer chairman
    chairwoman chef chief child children citizen cleaner clerk client coach colleague conductor consultant contractor
    controller cook coordinator co-ordinator councillor counsellor courier customer dancer dean dentist deputy designer
    developer director dispatcher dispenser doctor doorman dresser driver editor electrician employee employer engineer
    examiner expert father fitter forester friend gardener guard guest host housekeeper human inspector instructor
    intern janitor joiner journalist keeper labourer landlord lawyer leader learner lecturer librarian maid maker man
    manager mate mayor mechanic member men mentor messenger midwife minister moderator mother musician neighbour
    newcomer nurse officer operator organiser owner packer painter paramedic parent partner passenger patient people
    person pharmacist photographer physiotherapist picker pilot planner plumber police porter postman principal
    producer professor programmer publisher pupil purchaser reader receptionist recruiter registrar reporter
    representative requester researcher resident scientist secretary seller senior singer sister son specialist staff
    stagehand steward stockkeeper storekeeper student superintendent supervisor supplier surgeon surveyor tailor
    teacher teammate technician tenant tester therapist tourist traveller trainee trainer translator treasurer tutor
    user vendor vet visitor volunteer waiter waitress warden welder woman women worker writer"""
)
SETTINGS = listed(
    """account accounting administration airport archive area bakery bank bar billing bindery board branch building
    bureau cafe cafeteria campus canteen catering centre chapel city claims clinic college communications company
    compliance controlling corridor council counter crew department depot design desk development dispatch
    division documentation dock engineering estates facilities facility factory faculty farm finance firm floor foundry
    front garage gate hall harbour headquarters helpdesk hospital hotel housekeeping institute kitchen
    lab laboratory laundry legal library lobby logistics lounge maintenance marketing ministry museum nursery office
    operations organisation organization outpatients payroll personnel pharmacy place plant port post procurement
    production purchasing quality radiology reception records restaurant sales school section security service shift
    shop site sports stage station store storeroom stores street studio surgery team theatre till town training
    transport treasury unit university ward warehouse web workplace workshop yard zoo"""
)
TIMES = listed(
    """afternoon autumn dawn easter evening holiday lunch lunchtime midday midnight morning night noon spring summer
    today tomorrow tonight weekday weekend winter christmas"""
)
GROUPS = listed(
    "team teams department departments desk desks office crew unit group section division branch staff service"
)
EVERYDAY = listed(
    """agree ask call case check colleague early issue job keep phone point problem promise receive reply ring service
    speak talk task tell telephone time work"""
)
