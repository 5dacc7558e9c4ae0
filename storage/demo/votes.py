"""The demo's civil budget: seven invented projects for one pot, and what its people chose."""

from datetime import datetime, timedelta
from itertools import cycle

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.ballots import Rules
from storage.ballots import Choices, cast, has_voted
from storage.conduct import By, open_vote
from storage.demo.place import DEMO, residents
from storage.tables.people import Person
from storage.votes import WHOLE, add_projects, all_of, new_vote

POT = 60_000
NAME = {"ka": "სამოქალაქო ბიუჯეტი", "en": "Civil budget"}
ABOUT = {
    "ka": "მცხოვრებლები წყვეტენ, რომელი პროექტები განხორციელდეს. "
    "მერია ვალდებულია, გადაწყვეტილება შეასრულოს. "
    "ეს გამოგონილი მაგალითია.",
    "en": "Residents decide which projects are carried out. "
    "The city hall is bound by the decision. "
    "This is an invented example.",
}

PROJECTS = (
    (14_500, "საბავშვო მოედანი ნიმუშაში", "Playground in Nimusha"),
    (18_000, "ქუჩის განათება მაგალითაში", "Street lights in Magalita"),
    (6_200, "ავტობუსის მოსაცდელი ზღაპარაში", "Bus shelter in Zghapara"),
    (9_800, "სპორტული ტრენაჟორები იგავაში", "Exercise machines in Igava"),
    (11_400, "წყაროს მოწესრიგება წარმოსახვაში", "Mending the spring in Tsarmosakhva"),
    (16_700, "ბიბლიოთეკის განახლება", "Renewing the library"),
    (7_900, "ურნები ნარჩენების დასახარისხებლად", "Bins for sorting waste"),
)
SUMMARIES = (  # in the order of the projects
    (
        "ძველ ბაღში დაიდგმება ორი საქანელა, სასრიალო და სკამები. საფარი რბილი იქნება.",
        "Two swings, a slide and benches in the old garden, on soft ground.",
    ),
    (
        "მთავარ ქუჩაზე სკოლიდან ამბულატორიამდე ოცი ეკონომიური ნათურა დაიდგმება.",
        "Twenty economical lamps along the main street, from the school to the clinic.",
    ),
    (
        "გაჩერებაზე დაიდგმება გადახურული მოსაცდელი სკამით და განრიგით.",
        "A roofed shelter at the stop, with a bench and the timetable.",
    ),
    (
        "სტადიონის გვერდით ექვსი ტრენაჟორი დაიდგმება, მათ შორის ორი ხანდაზმულებისთვის.",
        "Six machines beside the stadium, two of them for older people.",
    ),
    (
        "გამოიცვლება დაზიანებული მილი და მოეწყობა მოპირკეთებული წყარო სკამებით.",
        "The broken pipe is replaced, and the spring gets a stone basin and benches.",
    ),
    (
        "შეკეთდება სახურავი, მეორე სართულზე მოეწყობა სამეცადინო ოთახი ინტერნეტით.",
        "The roof is mended, and the upper floor becomes a room to study, with internet.",
    ),
    (
        "ხუთ ადგილას დაიდგმება ურნები ქაღალდის, მინისა და პლასტმასისთვის.",
        "Bins for paper, glass and plastic in five places.",
    ),
)

VOTERS = 37
PICKED = (
    "3 1 5",
    "1 3",
    "3 7",
    "5 3 1",
    "2 1",
    "3 5 4",
    "1 6",
    "7 3 5",
    "1 4",
    "3 2 1",
    "5 7",
    "6",
)


async def fill_vote(session: AsyncSession, coordinator: int, now: datetime) -> int:
    """An open vote, unless one is running; its id.  It closes in three days."""
    for vote in await all_of(session, DEMO):
        if vote.closes_at > now:
            return vote.id
    dates = {
        "opens_at": now,
        "closes_at": now + timedelta(days=3),
        "results_at": now + timedelta(days=4),
    }
    rules = Rules(pots={WHOLE: POT}, most=3, minimum=1)
    id = await new_vote(session, DEMO, rules, name=NAME, about=ABOUT, identity="phone", **dates)
    summaries = [{"ka": ka, "en": en} for ka, en in SUMMARIES]
    rows = [
        {"number": number, "cost": cost, "title": {"ka": ka, "en": en}, "summary": summary}
        for number, ((cost, ka, en), summary) in enumerate(zip(PROJECTS, summaries, strict=True), 1)
    ]
    await add_projects(session, id, rows)
    await open_vote(session, id, By(coordinator, DEMO, now))
    return id


async def fill_ballots(session: AsyncSession, now: datetime) -> None:
    """Most of the demo's people vote, unless they have: a count of two ballots shows nothing."""
    people = (await residents(session))[:VOTERS]
    for vote in await all_of(session, DEMO):
        if vote.takes(now) and not await has_voted(session, vote.id, people[0]):
            for person, picks in zip(people, cycle(PICKED)):
                await _vote(session, vote.id, person, Choices(picks.split()), now)


async def _vote(
    session: AsyncSession, id: int, person: int, choices: Choices, now: datetime
) -> None:
    phone = update(Person).where(Person.id == person).values(phone_key=f"fictional-{person}")
    await session.execute(phone)
    await cast(session, id, person, choices, now)
