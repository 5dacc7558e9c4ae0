"""An announcement from the first word to the report, and stopping one."""

from datetime import timedelta

import pytest

from tests.dialogues.test_arriving import join_in_words
from tests.dialogues.test_staff import accept
from tests.support import golden
from tests.support.acts import become_coordinator, forge, join
from tests.support.announcing import ENGLISH, SAID, confirm, heard, pass_time, picture, write
from tests.support.world import World


@pytest.mark.parametrize("messenger", ["telegram", "viber"])
async def test_from_the_first_word_to_the_report(demo_world: World, messenger: str):
    demo_world.simulator.viber.rules.receipts = False  # they come in their own time
    nino, gia, eka = demo_world.telegram(), demo_world.viber(), demo_world.guest(messenger, "ეკა")
    for guest in (nino, gia):
        await join_in_words(guest)
    await gia.say("STOP")
    await join_in_words(eka)
    await accept(eka, "CHEF-4KEY", "ეკა ბერიძე")
    record = golden.Record(eka)
    await write(record)
    await record.press("ტექსტი")
    await record.press("English")
    await record.say(ENGLISH)
    await confirm(record)
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
    await confirm(eka)
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
    await write(eka)
    await eka.press("ტექსტი")
    await eka.press("🖼 სურათი ან")
    await eka.press("🖼 სურათი")
    await eka.photo(picture())
    await eka.press("👁")
    preview = next(shown for shown in eka.screen() if shown.picture)
    assert SAID in preview.text
    await eka.press("✉")
    await eka.press("დიახ")
    await pass_time(demo_world, minutes=2)
    seen = [shown for shown in nino.screen() if SAID in shown.text]
    assert [shown.picture for shown in seen] == [True]
    assert seen[0].text == preview.text


async def test_too_few_people_are_refused(demo_world: World):
    eka = demo_world.telegram("ეკა")
    await become_coordinator(eka)
    record = golden.Record(eka)
    await write(record, everybody=False)
    await record.press("დასახლებით")
    await record.press("იგავა")
    await record.press("✓ მზადაა")
    record.check("announce_too_few")
    assert any("10-ზე ნაკლები" in shown.text for shown in eka.screen())


async def test_at_night_it_waits_for_the_morning(demo_world: World):
    nino, eka = demo_world.telegram(), demo_world.viber("ეკა")
    await join(nino)
    await become_coordinator(eka)
    await pass_time(demo_world, hours=11)  # 23:00
    await write(eka)
    await eka.press("✉")
    assert "ორშაბათი, 23.11.2026, 09:00" in eka.last().text
    await eka.press("დიახ")
    await pass_time(demo_world, hours=9)
    assert heard(nino) == []
    await pass_time(demo_world, hours=1, minutes=1)
    assert len(heard(nino)) == 1


STAFF_ONLY = (
    "announce:demo",
    "announce:keda",
    "announce-stop:1",
    "announce-report:1",
    "announce-correct:1",
    "announce-retry:1",
    "announce-share:1",
    "announce-agree:1",
)
OWNER_ONLY = (
    *(f"announce-{part}:1" for part in ("page", "who", "text", "attach", "buttons", "poll")),
    *(f"announce-{part}:1" for part in ("time", "preview", "drop", "back", "send")),
    "announce-narrow:1:staff",
)


async def test_only_staff_write_stop_and_see_the_report(demo_world: World):
    nino, eka = demo_world.viber(), demo_world.telegram("ეკა")
    await become_coordinator(eka)
    await write(eka)
    await confirm(eka)
    await join(nino)
    for targets, word in ((STAFF_ONLY, "მხოლოდ"), (OWNER_ONLY, "სხვას ეკუთვნის")):
        for target in targets:
            await forge(demo_world, target)
            await nino.press("go")
            assert word in nino.last().text, target
    await pass_time(demo_world, minutes=2)
    assert len(heard(nino)) == 1


async def test_a_draft_is_found_again_and_deleted(demo_world: World):
    eka = demo_world.viber("ეკა")
    await become_coordinator(eka)
    await write(eka)
    await eka.say("მენიუ")
    record = golden.Record(eka)
    await record.press("სამუშაო გვერდი")
    await record.press("განცხადების გაგზავნა")
    await record.press("ხვალ, 10")
    await record.press("🗑")
    await record.press("დიახ")
    record.check("announce_dropped")


async def test_a_draft_of_a_month_ago_is_forgotten(demo_world: World):
    eka = demo_world.telegram("ეკა")
    await become_coordinator(eka)
    await write(eka)
    demo_world.clock.move(timedelta(days=31))
    await demo_world.tick()
    await forge(demo_world, "announce-page:1")
    await eka.press("go")
    assert "წაშლილია" in eka.last().text
