"""English words of the scenes in which items play: who is there, where and when, and what any office has."""

from __future__ import annotations

from builder.checks.writing.lists import listed

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
    """account accounting administration airport archive bakery bar billing bindery branch building bureau cafe
    cafeteria campus canteen catering centre chapel city clinic college communications company compliance
    controlling corridor council counter department depot desk dispatch division documentation dock engineering
    estates facilities facility factory faculty farm finance firm floor foundry garage hall harbour headquarters
    helpdesk hospital hotel housekeeping institute kitchen lab laboratory laundry legal library lobby logistics
    lounge maintenance marketing ministry museum nursery operations organisation organization outpatients
    payroll personnel pharmacy procurement production purchasing radiology reception records restaurant sales
    school security service shift shop site sports station store storeroom stores street studio surgery team
    theatre till town treasury unit university ward warehouse workplace workshop yard zoo"""
)
TIMES = listed(
    """afternoon autumn dawn easter evening holiday lunch lunchtime midday midnight morning night noon spring summer
    today tomorrow tonight weekday weekend winter christmas"""
)
GROUPS = listed(
    "team teams department departments desk desks office crew unit group section division branch staff service"
)
EVERYDAY = listed("""ask call case colleague keep phone point reply ring service speak talk tell telephone time work""")
