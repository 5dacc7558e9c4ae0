"""The phases of an edition begin on their dates, with nobody's help; people hear of it once."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.civic.edition import DATES
from bot.civic.settings import changed
from storage import edition_changes, staff, votes
from storage.conduct import By
from storage.demo.place import DEMO
from storage.edition_changes import NewEdition
from storage.tables.mail import Campaign
from storage.tables.work import Log
from tests.support import golden
from tests.support.acts import become_coordinator, forge, join
from tests.support.editions import NAME, PLAN, add_project
from tests.support.world import World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])
CALENDAR = PLAN.edition.calendar
MINUTES = timedelta(minutes=3)
"""After which a notice has gone out: two minutes in which it can be stopped, and a tick."""


async def edition(world: World, plan=PLAN, *, projects: bool = True) -> int:
    """The demo's new edition, announced by its coordinator."""
    async with world.database.writing() as session:
        person = (await staff.staff_of(session, DEMO))[0].person_id
        by = By(person, DEMO, world.clock.now())
        new = NewEdition(DEMO, NAME, {}, plan)
        id = await edition_changes.create(session, new, by.person, by.now)
        await edition_changes.announce(session, id, by)
        if projects:
            await add_project(session, id)
    return id


async def until(world: World, moment: datetime) -> None:
    """To this moment, and until its notices have gone out."""
    world.clock.move(moment - world.clock.now())
    await world.tick()
    world.clock.move(MINUTES)
    await world.tick()


async def state(world: World, id: int) -> str:
    async with world.database.reading() as session:
        return (await votes.find(session, id)).state


async def notices(world: World, id: int) -> int:
    """Campaigns of this edition so far."""
    query = select(Campaign.id).where(Campaign.subject == f"process:{id}")
    async with world.database.reading() as session:
        return len((await session.execute(query)).all())


@both
async def test_every_phase_begins_by_itself(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    record = golden.Record(nino)
    id = await edition(demo_world)
    steps = {
        "გამოცხადების დღეს": demo_world.clock.now(),
        "იდეების პირველ დღეს": CALENDAR.propose_from,
        "სიის დღეს": CALENDAR.review_until,
        "კენჭისყრის პირველ დღეს": CALENDAR.opens_at,
        "დახურვამდე სამი დღით ადრე": CALENDAR.closes_at - timedelta(days=3),
    }
    for name, moment in steps.items():
        await until(demo_world, moment)
        record.wait(name)
        opens = {"იდეების ნახვა", "ყველა პროექტის ნახვა"} & set(nino.buttons())
        assert bool(opens) == (name == "სიის დღეს")
    await record.press("ხმის მიცემა")
    record.check(f"edition_phases_{messenger}")
    assert await state(demo_world, id) == "open"
    query = select(Log.person_id).where(Log.action == "vote-opened", Log.subject == f"process:{id}")
    async with demo_world.database.reading() as session:
        assert (await session.execute(query)).one() == (None,)


async def test_nothing_is_said_twice_however_often_the_clock_ticks(demo_world: World):
    nino = demo_world.telegram()
    await join(nino)
    id = await edition(demo_world)
    await until(demo_world, CALENDAR.propose_from)
    before = await notices(demo_world, id)
    for _ in range(3):
        await until(demo_world, demo_world.clock.now() + timedelta(hours=5))
    assert await notices(demo_world, id) == before == 1  # the announcement was no longer useful


@both
async def test_a_vote_without_its_list_waits_and_opens_within_the_hour(
    demo_world: World, messenger: str
):
    guest = demo_world.guest(messenger)
    await become_coordinator(guest)
    id = await edition(demo_world, projects=False)
    for moment in (CALENDAR.review_until, CALENDAR.opens_at - timedelta(days=3)):
        await until(demo_world, moment)
    await until(demo_world, CALENDAR.opens_at)
    await until(demo_world, demo_world.clock.now() + timedelta(hours=1))
    told = [shown.text for shown in guest.screen() if "აკლია" in shown.text]
    assert [text.partition("\n")[0] for text in told] == [
        "სამოქალაქო ბიუჯეტი 2028: პროექტების სია დღეს უნდა გამოქვეყნებულიყო, მაგრამ ჯერ აკლია:",
        "სამოქალაქო ბიუჯეტი 2028: კენჭისყრა იწყება 10.05.2027, 09:00, მაგრამ ჯერ აკლია:",
        "სამოქალაქო ბიუჯეტი 2028: კენჭისყრის დრო დადგა, მაგრამ ვერ გაიხსნა. აკლია:",
    ]
    assert await state(demo_world, id) == "announced"
    await forge(demo_world, f"vote:{id}")
    await guest.press("go")
    assert "კენჭისყრა ჯერ არ გახსნილა" in guest.last().text
    async with demo_world.database.writing() as session:
        await add_project(session, id)
    await until(demo_world, demo_world.clock.now() + timedelta(hours=1))
    assert await state(demo_world, id) == "open"
    assert "კენჭისყრა დაიწყო" in guest.last().text


async def test_a_moved_date_moves_its_phase(demo_world: World):
    nino = demo_world.telegram()
    await join(nino)
    id = await edition(demo_world)
    later = CALENDAR.opens_at + timedelta(days=1)
    async with demo_world.database.writing() as session:
        person = (await staff.staff_of(session, DEMO))[0].person_id
        by = By(person, DEMO, demo_world.clock.now())
        await edition_changes.move(session, id, by, {"opens_at": later}, "არჩევნებია")
    await until(demo_world, CALENDAR.opens_at)
    assert await state(demo_world, id) == "announced"
    await until(demo_world, later)
    assert await state(demo_world, id) == "open"


async def test_a_phase_in_quiet_hours_is_told_in_the_morning(demo_world: World):
    nino = demo_world.telegram()
    await join(nino)
    night = CALENDAR.propose_from.replace(hour=0)
    id = await edition(demo_world, changed(PLAN, "propose_from", night.isoformat()))
    await until(demo_world, night)
    assert "იდეების მიღება დაიწყო" not in nino.last().text
    await until(demo_world, CALENDAR.propose_from)
    assert "იდეების მიღება დაიწყო" in nino.last().text
    assert await notices(demo_world, id) == 1


@both
async def test_only_who_has_not_confirmed_a_ballot_is_reminded(demo_world: World, messenger: str):
    nino, gia = demo_world.guest(messenger), demo_world.guest(messenger, "გია")
    for guest in (nino, gia):
        await join(guest)
    await edition(demo_world, changed(PLAN, "identity", "account"))
    await until(demo_world, CALENDAR.opens_at)
    await until(demo_world, CALENDAR.closes_at - timedelta(days=3))
    for guest in (nino, gia):
        await guest.press("ხმის მიცემა")
        await guest.press("ხმის მიცემა")
    await gia.say("1")
    await gia.press("✓")
    await gia.press("დიახ, ვადასტურებ")
    assert "ხმის კოდი" in " ".join(shown.text for shown in gia.screen())
    looked = golden.Record(nino)
    await until(demo_world, CALENDAR.closes_at - timedelta(days=1))
    looked.wait("დახურვამდე ერთი დღით ადრე")
    await looked.press("ხმის მიცემის გაგრძელება")
    looked.check(f"edition_reminded_{messenger}")
    assert not [shown for shown in gia.screen() if "ჯერ არ დაგიდასტურებიათ" in shown.text]


async def test_who_has_not_begun_is_not_reminded(demo_world: World):
    nino = demo_world.telegram()
    await join(nino)
    id = await edition(demo_world)
    await until(demo_world, CALENDAR.opens_at)
    await until(demo_world, CALENDAR.closes_at - timedelta(days=3))
    before = await notices(demo_world, id)
    await until(demo_world, CALENDAR.closes_at - timedelta(days=1))
    assert await notices(demo_world, id) == before


def test_the_calendar_of_these_tests_lies_ahead_of_the_demo():
    assert all(getattr(CALENDAR, name).year == 2027 for name in DATES)
