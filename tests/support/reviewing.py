"""An announced edition with an office of a few people and ideas under review."""

from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import insert, select

from bot.civic.ballots import Rules
from bot.civic.edition import Calendar, Edition
from bot.civic.review import Finding, Verdict
from storage import reviews, votes
from storage.conduct import By
from storage.staff import grant
from storage.tables.ideas import Idea
from storage.tables.reviews import Review
from tests.support.crowd import NOW, PLACE, municipality, resident

REASON = (
    "ეს გზა სახელმწიფო მნიშვნელობისაა და მას საავტომობილო გზების დეპარტამენტი უვლის, ამიტომ"
    " მუნიციპალიტეტი მის შეკეთებას ვერ დააფინანსებს."
)
CALENDAR = Calendar(
    propose_from=NOW,
    propose_until=NOW + timedelta(days=20),
    review_until=NOW + timedelta(days=60),
    opens_at=NOW + timedelta(days=70),
    closes_at=NOW + timedelta(days=80),
    results_at=NOW + timedelta(days=85),
)
EDITION = Edition(CALENDAR, cap=20_000)
RULES = Rules(pots={"": 60_000})


@dataclass
class Office:
    """The people of a town hall, and their edition."""

    process: int
    eka: int  # coordinator
    gia: int  # reviewer
    lia: int  # partner
    author: int
    place: str = PLACE

    def by(self, person, now=NOW):
        return By(person, self.place, now)


async def office(session, *, place=PLACE, edition=EDITION, rules=RULES, reviewer=True):
    """One coordinator, one reviewer perhaps, a partner, and somebody with ideas."""
    await municipality(session, place)
    people = [await resident(session, place=place, name=name) for name in ("ეკა", "გია", "ლია", "")]
    eka, gia, lia, author = people
    await grant(session, eka, place, "coordinator", NOW)
    if reviewer:
        await grant(session, gia, place, "reviewer", NOW)
    await grant(session, lia, place, "partner", NOW)
    dates = {
        "opens_at": edition.calendar.opens_at,
        "closes_at": edition.calendar.closes_at,
        "results_at": edition.calendar.results_at,
    }
    name = {"ka": "სამოქალაქო ბიუჯეტი 2027"}
    more = {"state": "announced", "edition": edition.to_json(), "identity": "account"}
    id = await votes.new_vote(session, place, rules, name=name, **dates, **more)
    return Office(id, eka, gia, lia, author, place)


async def idea(session, at, number=1, **more):
    """Submitted, nothing checked yet; its id."""
    row = {
        "municipality_id": at.place,
        "author_id": at.author,
        "number": number,
        "title": f"იდეა {number}",
        "text": "სკვერში სამი სკამი და ორი ურნა უნდა დაიდგას.",
        "language": "ka",
        "category": "park",
        "process_id": at.process,
        "cost": 5_000,
        "submitted_at": NOW,
        **more,
    }
    return int((await session.execute(insert(Idea).values(row).returning(Idea.id))).scalar_one())


async def state(session, idea_id):
    return (await session.execute(select(Idea.state).where(Idea.id == idea_id))).scalar_one()


async def check(session, idea_id):
    """The newest check of an idea, as its row stands."""
    query = select(Review).where(Review.idea_id == idea_id).order_by(Review.id.desc()).limit(1)
    return (await session.execute(query.execution_options(populate_existing=True))).scalar_one()


async def decide(session, at, idea_id, finding=None, *, second=None, now=NOW):
    """The reviewer proposes, the second person agrees."""
    row = await check(session, idea_id)
    await reviews.propose(
        session, row.id, at.by(row.reviewer_id, now), finding or Finding(Verdict.PASS)
    )
    if row.stage != "appeal":
        await reviews.confirm(session, row.id, at.by(second or at.eka, now))


async def admitted(session, at, number=1, **more):
    """An idea that has passed both checks; its id."""
    id = await idea(session, at, number, **more)
    await reviews.begin(session, id, NOW)
    await decide(session, at, id)
    await decide(session, at, id)
    return id


REJECTED = Finding(Verdict.REJECT, "powers", REASON)
RETURNED = Finding(Verdict.FIX, "place", "მიუთითეთ ზუსტი ადგილი")
LATER = replace(EDITION, shortlist=2)
