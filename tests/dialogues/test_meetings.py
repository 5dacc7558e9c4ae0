"""Meetings as people see them: signing up, waiting, being reminded, one that moves or is off."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from storage import meetings
from storage.demo.place import DEMO
from storage.tables.meetings import Meeting
from tests.dialogues.test_prints import files, opened
from tests.support import golden, ical
from tests.support.acts import become_coordinator, forge, join
from tests.support.world import Guest, World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])

FIRST = "ოთხშაბათი, 25.11.2026, 18:00"
OTHER = {"telegram": "viber", "viber": "telegram"}


async def sign_up(guest: Guest | golden.Record) -> None:
    """For the meeting of Wednesday, 25 November, 18:00."""
    await guest.say("მენიუ")
    await guest.say("შეხვედრები")
    await guest.say("1")
    await guest.press("დავესწრები")


async def change(guest: Guest) -> None:
    """A coordinator goes to the same meeting and changes it."""
    await guest.say("მენიუ")
    await guest.say("შეხვედრები")
    await guest.say("1")
    await guest.press("შეხვედრის მართვა")
    await guest.press("გადატანა ან გაუქმება")


async def pass_time(world: World, **by: int) -> None:
    world.clock.move(timedelta(**by))
    await world.tick()


def heard(guest: Guest, since: int) -> list[str]:
    """What came in after the first so many messages, files left out."""
    return [shown.text for shown in guest.screen()[since:] if not shown.file]


@both
async def test_signing_up_and_being_reminded(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    record = golden.Record(nino)
    await sign_up(record)
    await pass_time(demo_world, days=2, hours=5, minutes=59)
    record.wait("Tuesday, 17:59")
    await pass_time(demo_world, minutes=1)
    record.wait("Tuesday, 18:00")
    await pass_time(demo_world, hours=22)
    record.wait("Wednesday, 16:00")
    await record.press("დაწვრილებით")
    await pass_time(demo_world, hours=3)
    await record.press("სხვა შეხვედრები")
    record.check(f"meeting_{messenger}")


@both
async def test_a_moved_meeting_takes_its_reminders_along(demo_world: World, messenger: str):
    nino, eka = demo_world.guest(messenger), demo_world.guest(OTHER[messenger], "ეკა")
    await join(nino)
    await sign_up(nino)
    await become_coordinator(eka)
    await change(eka)
    record = golden.Record(eka)
    await record.press("სხვა დროზე")
    await record.say("27.11.2026 11:00")
    await record.press("დიახ")
    record.check(f"meeting_moved_{OTHER[messenger]}")
    before = len(nino.screen())
    await demo_world.tick()
    [told] = heard(nino, before)
    assert "შეიცვალა" in told and "პარასკევი, 27.11.2026, 11:00" in told
    await pass_time(demo_world, days=3, hours=8)  # past both old reminders
    assert len(heard(nino, before)) == 1
    await pass_time(demo_world, hours=15)  # Thursday 11:00
    await pass_time(demo_world, hours=22)
    [_, day, hours] = heard(nino, before)
    assert "ხვალ 11:00" in day and "დღეს 11:00" in hours


async def test_a_cancelled_meeting_is_told_and_never_remembered(demo_world: World):
    nino, eka = demo_world.telegram(), demo_world.viber("ეკა")
    await join(nino)
    await sign_up(nino)
    await become_coordinator(eka)
    await change(eka)
    for label in ("შეხვედრის გაუქმება", "დიახ"):
        await eka.press(label)
    assert "გაუქმებულია" in eka.last().text
    before = len(nino.screen())
    await demo_world.tick()
    await pass_time(demo_world, days=2, hours=6)
    await pass_time(demo_world, days=1)
    [told] = heard(nino, before)
    assert "გაუქმდა" in told


async def test_who_signs_off_hears_nothing_more(demo_world: World):
    nino = demo_world.viber()
    await join(nino)
    await sign_up(nino)
    await nino.press("სხვა შეხვედრები")
    await nino.say("1")
    await nino.press("ვეღარ დავესწრები")
    before = len(nino.screen())
    await pass_time(demo_world, days=2, hours=6)
    await pass_time(demo_world, hours=22)
    assert heard(nino, before) == []


@both
async def test_a_coordinator_sets_a_meeting(demo_world: World, messenger: str):
    eka = demo_world.guest(messenger, "ეკა")
    await become_coordinator(eka)
    record = golden.Record(eka)
    await record.press("ახალი შეხვედრა")
    await record.press("შეხვედრა")
    await record.say("გზის განხილვა")
    await record.press("გამოტოვება")
    await record.say("ხვალ საღამოს")
    await record.say("05.12.2026 18:00")
    await record.press("მთელი მუნიციპალიტეტი")
    await record.say("სკოლის დარბაზი")
    await record.press("გამოტოვება")
    await record.say("1")
    await record.press("დროის შეცვლა")
    await record.say("05.12.2026 19:30")
    await record.press("დიახ")
    record.check(f"meeting_new_{messenger}")


async def seats(world: World, count: int | None) -> None:
    """Every meeting has so many."""
    async with world.database.writing() as session:
        await session.execute(update(Meeting).values(seats=count))


@both
async def test_who_comes_late_waits_and_gets_the_seat_given_back(demo_world: World, messenger: str):
    nino, gia = demo_world.guest(OTHER[messenger]), demo_world.guest(messenger, "გია")
    await seats(demo_world, 1)
    for guest in (nino, gia):
        await join(guest)
    await sign_up(nino)
    record = golden.Record(gia)
    await record.say("მენიუ")
    await record.press("შეხვედრები")
    await record.say("1")
    await record.press("დაველოდები ადგილს")
    await record.press("სხვა შეხვედრები")
    await record.say("1")
    await nino.press("სხვა შეხვედრები")
    await nino.say("1")
    await nino.press("ვეღარ დავესწრები")
    await demo_world.tick()
    record.wait("a second later")
    await record.press("დაწვრილებით")
    await pass_time(demo_world, days=2, hours=6)
    record.wait("Tuesday, 18:00")
    record.check(f"meeting_waiting_{messenger}")


@both
async def test_a_seat_that_is_gone_meanwhile(demo_world: World, messenger: str):
    nino, gia = demo_world.guest(OTHER[messenger]), demo_world.guest(messenger, "გია")
    await seats(demo_world, 1)
    await join(nino)
    await join(gia)
    await gia.say("მენიუ")
    await gia.say("შეხვედრები")
    await gia.say("1")
    await sign_up(nino)
    record = golden.Record(gia)
    await record.press("დავესწრები")
    assert "დავესწრები" not in gia.buttons() and "დაველოდები ადგილს" in gia.buttons()
    record.check(f"meeting_full_{messenger}")


@both
async def test_one_that_was_cancelled_or_began_meanwhile(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    await nino.say("მენიუ")
    await nino.say("შეხვედრები")
    await nino.say("1")
    record = golden.Record(nino)
    async with demo_world.database.writing() as session:
        await meetings.cancel(session, 1, DEMO, demo_world.clock.now())
    await record.press("დავესწრები")
    await record.press("სხვა შეხვედრები")
    await record.say("1")
    await pass_time(demo_world, days=9, hours=8)
    await record.press("დავესწრები")
    await forge(demo_world, "meetings:99")
    await record.press("go")
    record.check(f"meeting_missed_{messenger}")


@both
async def test_whoever_waits_hears_of_changes_and_stops_waiting(demo_world: World, messenger: str):
    nino, gia = demo_world.guest(OTHER[messenger]), demo_world.guest(messenger, "გია")
    await seats(demo_world, 1)
    await join(nino)
    await join(gia)
    await sign_up(nino)
    await gia.say("მენიუ")
    await gia.say("შეხვედრები")
    await gia.say("1")
    await gia.press("დაველოდები ადგილს")
    record = golden.Record(gia)
    async with demo_world.database.writing() as session:
        starts = demo_world.clock.now() + timedelta(days=5)
        await meetings.move(session, 1, DEMO, starts, demo_world.clock.now())
    await demo_world.tick()
    record.wait("a second later")
    await record.press("დაწვრილებით")
    await record.press("აღარ ველოდები")
    await pass_time(demo_world, days=5)
    assert not files(gia), "nothing for the calendar of somebody without a seat"
    record.check(f"meeting_waits_no_more_{messenger}")


@both
async def test_the_file_for_the_calendar_follows_the_meeting(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    await sign_up(nino)
    clock, later = demo_world.clock, datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
    async with demo_world.database.writing() as session:
        await meetings.move(session, 1, DEMO, later, clock.now())
    await demo_world.tick()
    async with demo_world.database.writing() as session:
        await meetings.cancel(session, 1, DEMO, clock.now())
    await demo_world.tick()
    found = [ical.read(await opened(demo_world, shown)) for shown in files(nino)]
    assert [one["METHOD"] for one in found] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert [one["SEQUENCE"] for one in found] == ["0", "1", "2"]
    assert len({one["UID"] for one in found}) == 1
    assert {one["SUMMARY"] for one in found} == {"სამოქალაქო ბიუჯეტის პროექტების განხილვა"}
    hours = [ical.hour(one["DTSTART"]) for one in found]
    assert hours == [datetime(2026, 11, 25, 14, tzinfo=UTC), later, later], "18:00 in Tbilisi"
