"""Questions of the demo's people, answered by an official and an expert: early, late, not yet."""

from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.workdays import working_days_before
from storage import answer_routes, public_answers, question_desk, questions
from storage.answer_routes import Hours
from storage.conduct import By
from storage.demo.place import DEMO, residents
from storage.questions import NewQuestion
from storage.staff import EXPERT, OFFICIAL, grant
from storage.tables.people import Person
from storage.tables.questions import Question

OFFICE, SPECIALIST = "office", "expert"
ASKED, REPLIED = time(11, 20), time(15, 40)
ROUTES = (
    (OFFICE, "road", OFFICIAL),
    (OFFICE, "water", OFFICIAL),
    (OFFICE, "waste", OFFICIAL),
    (SPECIALIST, "rights", EXPERT),
    (SPECIALIST, "budget", EXPERT),
)
"""On other topics the coordinators answer."""

NAMES = {OFFICIAL: "ია ნიმუშელი", EXPERT: "ბექა იგავაძე"}  # as if from the demo's own places


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: working days since it came, and how many of them the answer took."""

    addressee: str
    topic: str
    language: str
    ago: int
    question: str
    took: int = 0
    answer: str = ""
    public: bool = False


WRITTEN = (
    Asked(
        OFFICE,
        "road",
        "ka",
        32,
        "როდის შეკეთდება სკოლის ქუჩა ნიმუშაში? ორმოების გამო ბავშვები სავალ ნაწილზე გადიან.",
        4,
        "სკოლის ქუჩის შეკეთება მაისში დაიწყება. თანხა წლის ბიუჯეტში უკვე არის. მანამდე ყველაზე"
        " ღრმა ორმოებს ხრეშით ამოვავსებთ.",
        public=True,
    ),
    Asked(
        OFFICE,
        "waste",
        "ka",
        27,
        "რომელ დღეებში გააქვთ ნაგავი მაგალითაში?",
        1,
        "ორშაბათს და ხუთშაბათს, დილის რვა საათიდან. თუ ურნა უფრო ადრე გაივსო, დაგვირეკეთ და"
        " მანქანას დამატებით გამოვგზავნით.",
        public=True,
    ),
    Asked(
        SPECIALIST,
        "rights",
        "en",
        24,
        "May I come to a sitting of the council, or do I need a permission?",
        3,
        "You need none. Sittings are public unless one is declared closed. You may listen, ask and"
        " give your opinion; the day is on the notice board of the city hall.",
        public=True,
    ),
    Asked(
        OFFICE,
        "water",
        "ka",
        21,
        "რატომ ეცემა საღამოობით წყლის წნევა ზღაპარაში?",
        8,
        "საღამოს ერთი ტუმბო ვეღარ ყოფნის. მეორე შეძენილია და ამ თვეში დავამონტაჟებთ.",
    ),
    Asked(
        OFFICE,
        "road",
        "ka",
        19,
        "შეიძლება, ჩვენს ქუჩაზე სიჩქარის შემზღუდავი ბორცვი დაიგოს?",
        6,
        "შეიძლება. ჯერ ადგილს ვნახავთ და მეზობლებს ვკითხავთ. თუ თანახმა იქნებიან, ორ კვირაში"
        " დავაგებთ.",
    ),
    Asked(
        OFFICE,
        "water",
        "ka",
        17,
        "ვინ შეაკეთებს წყაროსთან გატეხილ მილს?",
        12,
        "მილი შევცვალეთ. ბოდიშს გიხდით, რომ პასუხი დაგვიგვიანდა: საჭირო ნაწილს ველოდით.",
    ),
    Asked(
        SPECIALIST,
        "budget",
        "ka",
        12,
        "სად წავიკითხო, რამდენი იხარჯება წელს განათებაზე?",
        2,
        "ბიუჯეტის ცხრილში, თავში „კომუნალური მომსახურება“. ბეჭდური ასლი მერიაშიც არის: სთხოვეთ"
        " პირველ სართულზე.",
    ),
    Asked(
        OFFICE,
        "waste",
        "en",
        8,
        "Where can we bring old batteries and lamps?",
        2,
        "There is a box for them at the entrance of the city hall. Please do not put them into the"
        " bins in the street.",
    ),
    Asked(
        OFFICE,
        "road",
        "ka",
        9,
        "ხიდის მოაჯირი წარმოსახვაში მოირყა. ვინმემ ნახა უკვე? იქ ბავშვები დადიან.",
    ),
    Asked(
        OFFICE,
        "school",
        "ka",
        2,
        "იქნება თუ არა წელს სკოლის ავტობუსი იგავიდან?",
    ),
)
"""Of the two that wait one is due on one of the next days."""

HELPED = 4  # people found that a public answer was enough


async def fill_questions(session: AsyncSession, now: datetime) -> None:
    """Routes, questions and answers in the demo's municipality, unless it has some."""
    if (await session.execute(select(Question.id).limit(1))).first():
        return
    coordinator, official, expert, *askers = await residents(session)
    staff = {OFFICIAL: official, EXPERT: expert}
    for role, person in staff.items():
        await session.execute(update(Person).where(Person.id == person).values(name=NAMES[role]))
        await grant(session, person, DEMO, role, now)
    for addressee, topic, role in ROUTES:
        by = By(coordinator, DEMO, now)
        await answer_routes.route(session, by, addressee, topic, staff[role])
    hours = await answer_routes.hours(session, DEMO)
    for asker, asked in zip(askers, WRITTEN, strict=False):
        id = await _ask(session, asked, asker, _before(hours, now, asked.ago))
        if asked.answer:
            owner = expert if asked.addressee == SPECIALIST else official
            at = _before(hours, now, asked.ago - asked.took, REPLIED)
            await _answer(session, id, asked, By(owner, DEMO, at))


def _before(hours: Hours, now: datetime, days: int, hour: time = ASKED) -> datetime:
    """That hour, so many working days ago."""
    office = hours.office
    return office.at(working_days_before(office.day(now), days, office.free), hour)


async def _ask(session: AsyncSession, asked: Asked, person: int, at: datetime) -> int:
    new = NewQuestion(
        DEMO,
        person,
        asked.addressee,
        asked.topic,
        asked.question,
        asked.language,
        may_publish=asked.public,
    )
    id, _ = await questions.ask(session, new, at)
    return id


async def _answer(session: AsyncSession, id: int, asked: Asked, by: By) -> None:
    turn = await question_desk.answer(session, id, by, asked.answer)
    if asked.public:
        await public_answers.publish(session, turn.id, by, asked.question, asked.answer)
        for _ in range(HELPED):
            await public_answers.count_help(session, turn.id)
