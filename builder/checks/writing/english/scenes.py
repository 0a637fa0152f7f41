"""English words of the scenes in which items play: who is there, where and when, and what any office has."""

from __future__ import annotations

from builder.checks.writing.pointing import listed

PEOPLE = listed(
    """actor adjuster administrator adviser advisor agent analyst applicant apprentice architect artist assistant
    attendant auditor author baker boss buyer candidate captain caretaker carer cashier caterer chair chairman
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
    """afternoon area autumn building campus city clinic company corridor council department evening factory firm
    harbour holiday hospital hotel lunch lunchtime midday midnight morning night noon office organisation organization
    place plant room school site spring street summer team theatre today town university unit weekday weekend winter
    workplace zoo"""
)
GROUPS = listed(
    "team teams department departments desk desks office crew unit group section division branch staff service"
)
EVERYDAY = listed(
    """call case colleague date day email e-mail form issue job list message name note number order paper phone point
    problem question reply report request ring service task telephone text word work"""
)
