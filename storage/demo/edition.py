"""A second invented municipality: its civil budget has just begun, so that all of it can be acted.

Two people of its staff and a few citizens need nothing but the chat and the clock.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.ballots import Rules
from bot.civic.checks import Plan
from bot.civic.edition import Calendar, Edition
from storage import edition_changes, ideas, votes
from storage.conduct import By
from storage.demo.place import PHONE, Hamlet, invite_anybody
from storage.edition_changes import NewEdition
from storage.ideas import NewIdea
from storage.places import import_settlements
from storage.staff import COORDINATOR, PARTNER, REVIEWER, grant
from storage.tables.ideas import Idea
from storage.tables.people import Municipality, Person, Role, Settlement
from storage.votes import WHOLE

PLACE = "demo-budget"
NAME = {"ka": "მაგალითის მუნიციპალიტეტი", "en": "Example Municipality"}
CODES = {"CHEF-5KEY": COORDINATOR, "PART-5NER": PARTNER, "CHEK-5ERS": REVIEWER}
HAMLETS = (
    Hamlet("M1", "გამოგონილი", "Gamogonili", "town"),
    Hamlet("M2", "მოფიქრებული", "Mopikrebuli"),
)
POT, MOST = 40_000, 3
BUDGET = {"ka": "სამოქალაქო ბიუჯეტი თავიდან ბოლომდე", "en": "A civil budget from start to end"}
ABOUT = {
    "ka": "ეს გამოგონილი მაგალითია: გადასწიეთ საათი და ნახეთ მთელი პროცესი.",
    "en": "An invented example: move the clock and see the whole process.",
}
ADMITTED = (  # ideas that are through their checks: title, words, category, cost
    (
        "ხიდი ბავშვებისთვის სკოლის გზაზე",
        "ბავშვები სკოლაში მდინარის გავლით დადიან. საჭიროა პატარა ხიდი მოაჯირით.",
        "road",
        18_000,
    ),
    (
        "ჩრდილი და სკამები ბაზრის მოედანზე",
        "ზაფხულში მოედანზე ჩრდილი არ არის. გვინდა ხეები და ექვსი გრძელი სკამი.",
        "park",
        9_500,
    ),
)


async def fill_edition(session: AsyncSession, now: datetime) -> int:
    """The municipality and its edition, unless they are there; the id of its main settlement."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    place = {
        "id": PLACE,
        "name": NAME,
        "region": {"ka": "გამოგონილი მხარე", "en": "Invented Region"},
        "office_phone": PHONE,
        "active": True,
        "fictional": True,
    }
    await session.execute(engine.insert(Municipality).values(place).on_conflict_do_nothing())
    await import_settlements(session, PLACE, HAMLETS)
    await invite_anybody(session, PLACE, CODES, now)
    query = select(Settlement.id).where(Settlement.municipality_id == PLACE)
    home = (await session.execute(query.order_by(Settlement.code))).scalars().first()
    assert home is not None
    if not await votes.all_of(session, PLACE):
        await _begin(session, home, now - timedelta(hours=1))
    return home


async def _begin(session: AsyncSession, home: int, began: datetime) -> None:
    """Announced an hour ago, with two ideas on their way to the ballot."""
    person = {"municipality_id": PLACE, "settlement_id": home, "language": "ka"}
    added = insert(Person).values(**person, created_at=began).returning(Person.id)
    author = int((await session.execute(added)).scalar_one())
    plan = Plan(_edition(began), Rules(pots={WHOLE: POT}, most=MOST))
    new = NewEdition(PLACE, BUDGET, ABOUT, plan)
    id = await edition_changes.create(session, new, None, began)
    # Only to announce it: afterwards nobody is staff who is on no telephone of the page.
    await grant(session, author, PLACE, COORDINATOR, began)
    await edition_changes.announce(session, id, By(author, PLACE, began))
    await session.execute(delete(Role).where(Role.person_id == author))
    for title, words, category, cost in ADMITTED:
        idea = NewIdea(
            PLACE, home, author, title, words, "ka", category, None, None, None, began,
            process_id=id, cost=cost,
        )  # fmt: skip
        made, _ = await ideas.add(session, idea)
        await session.execute(update(Idea).where(Idea.id == made).values(state="admitted"))


def _edition(began: datetime) -> Edition:
    """Nine days: two for ideas, three to check them, one to talk, two to vote, one to count."""
    days = [began + timedelta(days=day) for day in (0, 2, 5, 6, 8, 9)]
    return Edition(Calendar(*days), fix_days=1, appeal_days=1)
