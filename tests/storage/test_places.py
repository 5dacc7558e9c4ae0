"""Municipalities, settlements, and the demo's invented ones."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from bot.civic.edition import Phase
from bot.exchange.settlements import read_settlements
from storage import (
    answer_routes,
    ballot_lists,
    demo,
    places,
    public_answers,
    question_desk,
    seeds,
    votes,
)
from storage.audiences import SMALLEST, count_people, count_reachable
from storage.demo import edition
from storage.demo.place import DEMO, RESIDENTS
from storage.engine import Database
from storage.staff import staff_of
from storage.tables.people import Account, Door, Municipality, Person, Settlement
from storage.votes import all_of, projects

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
LIST = "name_ka,name_en,kind,code\nზემო ბანი,Zemo Bani,სოფელი,7\nქვემო ბანი,,village,8\n"


async def test_the_sixty_four_are_seeded_once_and_keep_what_staff_chose(database: Database):
    async with database.writing() as session:
        assert await seeds.seed(session) == 64
        assert await places.open_municipality(session, "keda", "+995 000 00 00 01", "Asia/Tbilisi")
        await seeds.seed(session)
    async with database.reading() as session:
        found = await places.municipalities(session)
    assert len(found) == 64
    assert [place.id for place in found if place.active] == ["keda"]
    assert found[0].name == {"ka": "ქედა", "en": "Keda"}
    assert found[0].office_phone == "+995 000 00 00 01"


async def test_an_unknown_municipality_is_not_opened(database: Database):
    async with database.writing() as session:
        assert not await places.open_municipality(session, "atlantis", "", "UTC")


async def test_a_list_of_settlements_is_added_and_corrected_by_code(database: Database):
    async with database.writing() as session:
        await seeds.seed(session)
        rows = read_settlements(LIST.encode())
        assert await places.import_settlements(session, "keda", rows) == 2
        mended = read_settlements(LIST.replace("Zemo Bani", "Upper Bani").encode())
        assert await places.import_settlements(session, "keda", mended) == 2
        await places.import_settlements(session, "khulo", rows)
        found = await places.settlements(session, "keda")
    assert [village.name for village in found] == [
        {"ka": "ზემო ბანი", "en": "Upper Bani"},
        {"ka": "ქვემო ბანი"},
    ]
    assert {village.kind for village in found} == {"village"}


async def test_the_demo_is_filled_once(database: Database):
    async with database.writing() as session:
        guide = await demo.fill(session, NOW)
    async with database.writing() as session:
        assert await demo.fill(session, NOW + timedelta(hours=1)) == guide
        counts = [
            await session.scalar(select(func.count()).select_from(table))
            for table in (Municipality, Settlement, Person, Account, Door)
        ]
        votes = await all_of(session, DEMO)
        ballot = await projects(session, votes[0].id)
    assert counts == [65, 5, RESIDENTS, RESIDENTS, 3]
    assert [vote.state for vote in votes] == ["open"]
    assert len(ballot) == 7
    assert sum(item.cost for item in ballot) > sum(votes[0].rules.pots.values())


async def test_the_demo_says_that_it_is_invented_and_reaches_nobody(database: Database):
    async with database.writing() as session:
        await demo.fill(session, NOW)
        place = await places.municipality(session, DEMO)
        people = await count_people(session, {"municipality": DEMO})
        reachable = await count_reachable(session, {"municipality": DEMO})
    assert place is not None
    assert place.fictional
    assert people >= SMALLEST
    assert reachable == 0


async def test_a_demo_that_was_left_for_a_week_has_a_vote_again(database: Database):
    later = NOW + timedelta(days=7)
    async with database.writing() as session:
        await demo.fill(session, NOW)
        await demo.fill(session, later)
        votes = await all_of(session, DEMO)
    assert [vote.takes(later) for vote in votes] == [True, False]


async def test_questions_of_the_demo_are_answered_early_late_and_not_yet(database: Database):
    async with database.writing() as session:
        await demo.fill(session, NOW)
        for _ in range(2):
            await demo.fill_questions(session, NOW)
        waiting = await question_desk.all_waiting(session, DEMO)
        figures = await question_desk.year(session, DEMO, NOW)
        public = await public_answers.newest(session, DEMO)
        routed = await answer_routes.routes(session, DEMO)
    assert [one.topic for one in waiting] == ["road", "school"]
    assert timedelta(0) < waiting[0].due_at - NOW < timedelta(days=4)
    whole, water = figures.whole, figures.units["office", "water"]
    assert (whole.answered, whole.in_time, whole.overdue) == (8, 7, 0)
    assert (water.answered, water.in_time, water.median) == (2, 1, 10)
    assert {one.topic for one in public} == {"road", "waste", "rights"}
    assert len(routed) == 5


async def test_the_cycle_is_filled_once_and_has_begun(database: Database):
    async with database.writing() as session:
        links = await demo.fill_cycle(session, NOW)
        assert await demo.fill_cycle(session, NOW + timedelta(hours=1)) == links
        (vote,) = await votes.all_of(session, edition.PLACE)
        admitted = await ballot_lists.candidates(session, vote.id)
        staff = await staff_of(session, edition.PLACE)
    assert vote.phase(NOW) is Phase.PROPOSING
    assert [one.entry.cost for one in admitted] == [18_000, 9_500]
    assert staff == [], "whoever runs it comes by a code"
