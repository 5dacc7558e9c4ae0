"""The staff's side of meetings: series, agenda, reminders, seats, and who may not."""

import pytest

from storage.demo.place import DEMO
from tests.dialogues.test_assist import opens
from tests.dialogues.test_meetings import OTHER, both, heard, pass_time, seats, sign_up
from tests.dialogues.test_staff import accept, invited
from tests.support import golden
from tests.support.acts import become_coordinator, join
from tests.support.world import World

STAFF_ONLY = ("meeting-desk", "meeting-change", "meeting-set", "meeting-repeat")


@both
async def test_a_series_is_set_and_all_later_ones_are_moved(demo_world: World, messenger: str):
    nino, eka = demo_world.guest(OTHER[messenger]), demo_world.guest(messenger, "ეკა")
    await join(nino)
    await become_coordinator(eka)
    record = golden.Record(eka)
    await record.press("შეხვედრების მართვა")
    await record.say("1")
    await record.press("კიდევ ჩატარება")
    await record.press("დღეებს ჩამოვწერ")
    await record.say("31.11.2026")
    await record.say("2.12.2026, 21.11.2026")
    await record.say("2.12.2026, 9.12.2026")
    await record.press("სხვა დღეები")
    await record.press("ყოველ კვირას")
    await record.say("3")
    await record.press("დიახ")
    await record.press("სხვა დღეები")
    await sign_up(nino)
    await eka.say("2")
    await record.press("შეხვედრის მართვა")
    await record.press("გადატანა ან გაუქმება")
    await record.press("სხვა დროზე")
    await record.press("ეს და შემდეგი 2")
    await record.say("3.12.2026 19:00")
    await record.press("დიახ")
    await record.press("შეხვედრის გვერდზე")
    await record.press("გადატანა ან გაუქმება")
    await record.press("შეხვედრის გაუქმება")
    await record.press("ეს და შემდეგი 2")
    await record.press("დიახ")
    before = len(nino.screen())
    await demo_world.tick()
    assert heard(nino, before) == [], "the first one stays as it was"
    record.check(f"meeting_series_{messenger}")


@both
async def test_every_month(demo_world: World, messenger: str):
    eka = demo_world.guest(messenger, "ეკა")
    await become_coordinator(eka)
    await opens(demo_world, eka, "meeting-repeat:1")
    await eka.press("ყოველ თვე")
    await eka.say("2")
    assert "25.12.2026, 18:00" in eka.last().text and "25.01.2027, 18:00" in eka.last().text
    await eka.press("დიახ")
    assert "კიდევ 2 შეხვედრა" in eka.last().text


@both
async def test_agenda_reminders_seats_and_length(demo_world: World, messenger: str):
    nino, eka = demo_world.guest(OTHER[messenger]), demo_world.guest(messenger, "ეკა")
    await join(nino)
    await become_coordinator(eka)
    await opens(demo_world, eka, "meeting-desk:1")
    record = golden.Record(eka)
    for button, *answers in (
        ("დღის წესრიგი", "1. გზა\n2. წყალი", "[გამოტოვება]"),
        ("შეხსენება", "[მე ავირჩევ]", "[3 დღე]", "[1 საათი]", "[✓ მზადაა]"),
        ("ადგილების რაოდენობა", "40"),
        ("ხანგრძლივობა", "[90 წუთი]"),
    ):
        await record.press("დღის წესრიგი, შეხსენება")
        await record.press(button)
        for answer in answers:
            await (record.press(answer[1:-1]) if answer[0] == "[" else record.say(answer))
        await record.press("შეხვედრის გვერდზე")
    record.check(f"meeting_set_{messenger}")
    await sign_up(nino)
    [said] = [text for text in heard(nino, 0) if "შეგახსენებთ:" in text]
    assert "25.11.2026, 17:00" in said and "16:00" not in said
    before = len(nino.screen())
    await pass_time(demo_world, days=3, hours=5)
    [told] = heard(nino, before)
    assert "დღეს 18:00" in told


async def test_more_seats_are_told_to_whoever_waits(demo_world: World):
    nino, gia, eka = demo_world.telegram(), demo_world.viber(), demo_world.telegram("ეკა")
    await seats(demo_world, 1)
    for guest in (nino, gia):
        await join(guest)
    await sign_up(nino)
    await gia.say("მენიუ")
    await gia.say("შეხვედრები")
    await gia.say("1")
    await gia.press("დაველოდები ადგილს")
    await become_coordinator(eka)
    await opens(demo_world, eka, "meeting-set:1")
    await eka.press("ადგილების რაოდენობა")
    await eka.press("გამოტოვება")
    await demo_world.tick()
    assert "ადგილი გათავისუფლდა" in gia.last().text


@pytest.mark.parametrize("journey", STAFF_ONLY)
@both
async def test_nobody_but_the_staff_of_the_place(demo_world: World, messenger: str, journey: str):
    nino, lia = demo_world.guest(messenger), demo_world.guest(messenger, "ლია")
    await join(nino)
    await join(lia)
    await accept(lia, await invited(demo_world, "keda"))
    for guest in (nino, lia):
        await opens(demo_world, guest, f"{journey}:1")
        assert "მხოლოდ ამ მუნიციპალიტეტის" in guest.last().text
        assert guest.buttons() == ["☰ მენიუ"]
    await opens(demo_world, lia, f"meeting-desk:{DEMO}")
    assert "მხოლოდ ამ მუნიციპალიტეტის" in lia.last().text


@both
async def test_what_is_over_is_not_changed(demo_world: World, messenger: str):
    eka = demo_world.guest(messenger, "ეკა")
    await become_coordinator(eka)
    await pass_time(demo_world, days=4)
    for journey in STAFF_ONLY[1:]:
        await opens(demo_world, eka, f"{journey}:1")
        assert "დასრულდა" in eka.last().text
        await opens(demo_world, eka, f"{journey}:99")
        assert "ვერ ვიპოვეთ" in eka.last().text
