"""An announcement from the first word to the report, and stopping one."""

import io
from datetime import timedelta

import pytest
from PIL import Image

from tests.support import golden
from tests.support.acts import become_coordinator, forge, join
from tests.support.world import Guest, World

SAID = "ხვალ, 10 საათზე, ზღაპარაში წყალი გამოირთვება. ჩაკეტავენ ორ საათს."
ENGLISH = "Tomorrow at 10 the water in Zghapara is turned off for two hours."


async def write(guest: Guest | golden.Record, *, english: str = "") -> None:
    """Everything up to the last question."""
    await guest.press("განცხადების გაგზავნა")
    await guest.press("მთელ")
    await guest.say(SAID)
    if english:
        await guest.say(english)
    else:
        await guest.press("გამოტოვება")
    await guest.press("გამოტოვება")


def heard(guest: Guest) -> list[str]:
    return [shown.text for shown in guest.screen() if "წყალი" in shown.text]


async def pass_time(world: World, **by: int) -> None:
    world.clock.move(timedelta(**by))
    await world.tick()


@pytest.mark.parametrize("messenger", ["telegram", "viber"])
async def test_from_the_first_word_to_the_report(demo_world: World, messenger: str):
    nino, gia, eka = demo_world.telegram(), demo_world.viber(), demo_world.guest(messenger, "ეკა")
    for guest in (nino, gia):
        await join(guest)
    await gia.say("STOP")
    await become_coordinator(eka)
    record = golden.Record(eka)
    await write(record)
    await record.press("✎ ინგლისური")
    await record.say(ENGLISH)
    await record.press("დიახ")
    await pass_time(demo_world, seconds=119)
    assert heard(nino) == []
    await pass_time(demo_world, seconds=1)
    record.wait("two minutes later")
    record.check(f"announce_{messenger}")
    [told] = heard(nino)
    assert told == f"ნიმუშის მუნიციპალიტეტი\n\n{SAID}"
    assert heard(gia) == []


async def test_stopped_within_two_minutes(demo_world: World):
    nino, eka = demo_world.viber(), demo_world.telegram("ეკა")
    await join(nino)
    await become_coordinator(eka)
    await write(eka)
    await eka.press("დიახ")
    record = golden.Record(eka)
    await record.press("⛔ შეჩერება")
    await pass_time(demo_world, minutes=5)
    await record.press("გაგზავნის ანგარიში")
    record.check("announce_stopped")
    assert heard(nino) == []


async def test_with_a_picture_as_people_see_it(demo_world: World):
    nino, eka = demo_world.viber(), demo_world.telegram("ეკა")
    await join(nino)
    await become_coordinator(eka)
    await eka.press("განცხადების გაგზავნა")
    await eka.press("მთელ")
    await eka.say(SAID)
    await eka.press("გამოტოვება")
    picture = io.BytesIO()
    Image.new("RGB", (64, 64), "#0b7a5c").save(picture, "PNG")
    await eka.photo(picture.getvalue())
    preview = eka.screen()[-2]
    assert preview.picture and SAID in preview.text
    await eka.press("დიახ")
    await pass_time(demo_world, minutes=2)
    seen = [shown for shown in nino.screen() if SAID in shown.text]
    assert [shown.picture for shown in seen] == [True]
    assert seen[0].text == preview.text


async def test_too_few_people_are_refused(demo_world: World):
    eka = demo_world.telegram("ეკა")
    await become_coordinator(eka)
    await eka.press("განცხადების გაგზავნა")
    await eka.press("იგავა")
    assert "10-ზე ნაკლებ" in eka.last().text
    await eka.press("სხვა დასახლების")
    assert "ვის მივწეროთ" in eka.last().text


async def test_at_night_it_waits_for_the_morning(demo_world: World):
    nino, eka = demo_world.telegram(), demo_world.viber("ეკა")
    await join(nino)
    await become_coordinator(eka)
    await pass_time(demo_world, hours=11)  # 23:00
    await write(eka)
    assert "ორშაბათი, 23.11.2026, 09:00" in eka.last().text
    await eka.press("დიახ")
    await pass_time(demo_world, hours=9)
    assert heard(nino) == []
    await pass_time(demo_world, hours=1, minutes=1)
    assert len(heard(nino)) == 1


async def test_only_staff_announce_stop_and_see_the_report(demo_world: World):
    nino, eka = demo_world.viber(), demo_world.telegram("ეკა")
    await become_coordinator(eka)
    await write(eka)
    await eka.press("დიახ")
    await join(nino)
    targets = ("announce:demo", "announce:keda", "announce-stop:1", "announce-report:1")
    for target in targets:
        await forge(demo_world, target)
        await nino.press("go")
        assert "მხოლოდ" in nino.last().text
    await pass_time(demo_world, minutes=2)
    assert len(heard(nino)) == 1
