"""Nobody's data stays for ever: told a month before, kept by one tap, deleted on the day."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from storage.tables.people import Account, Person
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_vote_end import polled, seal
from tests.support import golden
from tests.support.acts import join
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

AWAY = date(2028, 4, 22) - date(2026, 11, 22)  # until a month before 18 months are over
MONTH = timedelta(days=30)
DAY = timedelta(days=1)


async def away(world: World, time: timedelta) -> None:
    """The time passes; the bot looks at the beginning, a day before the end, and at the end."""
    await world.tick()
    for part in (time - DAY, DAY):
        world.clock.move(part)
        await world.tick()


async def told(world: World, messenger: str) -> tuple[Guest, golden.Record]:
    """Somebody who was not here for so long, with the letter on the screen."""
    nino = world.guest(messenger)
    await join(nino)
    record = golden.Record(nino)
    await away(world, AWAY - DAY)
    assert "წავშლით" not in nino.last().text
    await away(world, DAY)
    record.wait("a month before the end of the term")
    return nino, record


async def is_gone(world: World, person: int) -> bool:
    async with world.database.reading() as session:
        query = select(Person.deleted_at.is_not(None)).where(Person.id == person)
        return bool((await session.execute(query)).scalar_one())


async def test_told_and_kept(demo_world: World, messenger: str):
    nino, record = await told(demo_world, messenger)
    person = await id_of(demo_world, nino)
    await record.press("შეინახეთ")
    await record.say("მენიუ")
    await record.say("ჩემი მონაცემები")
    await record.press("რას ინახავთ")
    record.check(f"keeping_kept_{messenger}")
    await away(demo_world, MONTH)
    assert not await is_gone(demo_world, person)


async def test_told_and_deleted_at_once(demo_world: World, messenger: str):
    nino, record = await told(demo_world, messenger)
    person = await id_of(demo_world, nino)
    await record.press("ახლავე")
    await record.press("დიახ")
    record.check(f"keeping_deleted_{messenger}")
    assert await is_gone(demo_world, person)


async def test_told_and_silent(demo_world: World, messenger: str):
    nino, record = await told(demo_world, messenger)
    person = await id_of(demo_world, nino)
    await away(demo_world, MONTH - DAY)
    assert not await is_gone(demo_world, person)
    await away(demo_world, DAY)
    record.wait("the day")
    assert await is_gone(demo_world, person)
    await record.press("შეინახეთ")
    record.check(f"keeping_silent_{messenger}")


async def test_any_word_keeps_as_the_button_does(demo_world: World, messenger: str):
    nino, _ = await told(demo_world, messenger)
    person = await id_of(demo_world, nino)
    await nino.say("მენიუ")
    await away(demo_world, MONTH)
    assert not await is_gone(demo_world, person)


async def test_who_has_blocked_the_bot_is_deleted_without_a_word(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    person = await id_of(demo_world, nino)
    await nino.block()
    seen = len(nino.screen())
    await away(demo_world, AWAY)
    assert not await is_gone(demo_world, person)
    await away(demo_world, MONTH)
    assert await is_gone(demo_world, person)
    assert len(nino.screen()) == seen
    await away(demo_world, 2 * DAY)
    async with demo_world.database.reading() as session:
        query = select(Account.id).where(Account.address == nino.address)
        assert (await session.execute(query)).first() is None


async def test_a_result_that_arrived_begins_a_new_term(demo_world: World, messenger: str):
    people, staff = await polled(demo_world, messenger)
    voted = demo_world.clock.now().date()
    await people[0].block()
    await seal(demo_world, staff)
    await demo_world.tick()
    demo_world.clock.move(DAY)
    await demo_world.tick()
    told = demo_world.clock.now().date()
    assert "კიდევ 18 თვე" in people[1].last().text
    assert await kept_from(demo_world, people[1]) == voted
    demo_world.clock.move(DAY)
    await demo_world.tick()
    assert [await kept_from(demo_world, one) for one in people] == [voted, *[told] * 5]


async def kept_from(world: World, guest: Guest) -> date:
    person = await id_of(world, guest)
    async with world.database.reading() as session:
        query = select(Person.kept_from).where(Person.id == person)
        return (await session.execute(query)).scalar_one()
