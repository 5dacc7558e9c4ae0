"""Meetings as people see them: signing up, being reminded, one that moves or is called off."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from storage.tables.meetings import Meeting
from tests.support import golden
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
    await guest.press("გადატანა")


async def pass_time(world: World, **by: int) -> None:
    world.clock.move(timedelta(**by))
    await world.tick()


def heard(guest: Guest, since: int) -> list[str]:
    """What came in after the first so many messages."""
    return [shown.text for shown in guest.screen()[since:]]


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


async def test_the_last_seat_goes_to_one(demo_world: World):
    nino, gia = demo_world.telegram(), demo_world.viber()
    async with demo_world.database.writing() as session:
        await session.execute(update(Meeting).values(seats=1))
    for guest in (nino, gia):
        await join(guest)
        await guest.say("მენიუ")
        await guest.say("შეხვედრები")
        await guest.say("1")
    await nino.press("დავესწრები")
    assert "ჩაგწერეთ" in nino.last().text
    await gia.press("დავესწრები")
    assert "ადგილი აღარ არის" in gia.last().text
    assert "დავესწრები" not in gia.buttons()


async def test_only_staff_of_the_place_change_its_meetings(demo_world: World):
    nino = demo_world.viber()
    await join(nino)
    for target in ("meeting-change:1", "meeting-new:demo", "meeting-new:keda"):
        await forge(demo_world, target)
        await nino.press("go")
        assert "მხოლოდ" in nino.last().text
