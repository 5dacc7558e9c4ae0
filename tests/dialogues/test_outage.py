"""After an outage the coordinators learn once what was late and what no longer went out."""

from datetime import timedelta

import pytest

from bot.heartbeat import Heartbeat
from storage import meetings, seats
from storage.demo.place import DEMO
from storage.meetings import NewMeeting
from tests.dialogues.test_arriving import id_of
from tests.support import golden
from tests.support.acts import become_coordinator, join
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

HOUR = timedelta(hours=1)
LATER = timedelta(minutes=6)


async def assembly(world: World, title: str, ahead: timedelta, *guests: Guest) -> None:
    """A meeting of which people are reminded an hour before it begins."""
    now = world.clock.now()
    async with world.database.writing() as session:
        new = NewMeeting(DEMO, None, {"ka": title}, {"ka": "კლუბი"}, now + ahead, reminders=(60,))
        id = await meetings.create(session, new, now)
        for guest in guests:
            await seats.sign_up(session, id, await id_of(world, guest), now)


async def down(world: World, time: timedelta) -> None:
    """No process runs for so long; then another begins and works off what has become due."""
    await world.tick()
    world.clock.move(time)
    world.app.schedule._heartbeat = Heartbeat(world.database, world.clock)
    await world.tick()
    world.clock.move(LATER)
    await world.tick()


async def test_the_coordinators_are_told_once(demo_world: World, messenger: str):
    chief, nino = demo_world.guest(messenger, "ეკა"), demo_world.guest(messenger)
    await become_coordinator(chief)
    await join(nino)
    await assembly(demo_world, "გზის კრება", 1.5 * HOUR, chief, nino)
    await assembly(demo_world, "წყლის კრება", 2.5 * HOUR, nino)
    record, told = golden.Record(chief), golden.Record(nino)
    await down(demo_world, 2 * HOUR)
    record.wait("two hours later the bot runs again")
    told.wait("two hours later the bot runs again")
    await down(demo_world, LATER)
    await demo_world.tick()
    record.wait("later")
    await record.press("განცხადების")
    record.check(f"outage_{messenger}")
    told.check(f"outage_citizen_{messenger}")


async def test_nothing_is_said_where_nothing_was_missed(demo_world: World, messenger: str):
    chief = demo_world.guest(messenger)
    await become_coordinator(chief)
    await assembly(demo_world, "კრება", 20 * HOUR, chief)
    seen = len(chief.screen())
    await down(demo_world, 2 * HOUR)
    assert len(chief.screen()) == seen


async def test_a_clock_that_is_moved_is_no_outage(demo_world: World, messenger: str):
    chief = demo_world.guest(messenger)
    await become_coordinator(chief)
    await assembly(demo_world, "კრება", 1.5 * HOUR, chief)
    await demo_world.tick()
    demo_world.clock.move(2 * HOUR)
    await demo_world.tick()
    demo_world.clock.move(HOUR)
    await demo_world.tick()
    assert not any("არ მუშაობდა" in shown.text for shown in chief.screen())
