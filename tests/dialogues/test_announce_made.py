"""What goes with an announcement: a file, buttons, a poll, an hour; and how it looks before."""

import pytest

from tests.dialogues.test_announce_who import villagers
from tests.dialogues.test_linking import show_code
from tests.support import golden
from tests.support.acts import become_coordinator, join
from tests.support.announcing import ENGLISH, confirm, heard, pass_time, picture, write
from tests.support.world import World

BOTH = pytest.mark.parametrize("messenger", ["telegram", "viber"])
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@BOTH
async def test_everything_and_how_it_will_look(demo_world: World, messenger: str):
    nino, eka = demo_world.guest(messenger), demo_world.guest(messenger, "ეკა")
    await join(nino)
    await become_coordinator(eka)
    await write(eka, english=ENGLISH)
    record = golden.Record(eka)
    await record.press("ტექსტი")
    await record.press("🖼 სურათი ან")
    await record.press("📎")
    await record.file("პროგრამა.pdf", PDF)
    await pass_time(demo_world, seconds=1)
    record.wait("the file is read")
    await record.press("ტექსტი")
    await record.press("🖼 სურათი ან")
    await record.press("🖼 სურათი")
    await record.photo(picture())
    await record.press("ღილაკები")
    await record.press("შეხვედრაზე")
    await record.say("გზის შეკეთება მაგალითაში")
    await record.press("ბმული")
    await record.say("http://example.ge")
    await record.say("https://example.ge/water")
    await record.press("✓ მეტი")
    await record.press("👁")
    record.check(f"announce_made_{messenger}")
    await eka.press("✉")
    await eka.press("დიახ")
    await pass_time(demo_world, minutes=2)
    [last] = [shown for shown in nino.screen() if "წყალი" in shown.text]
    assert last.picture


@BOTH
async def test_a_quick_poll(demo_world: World, messenger: str):
    nino, eka = demo_world.guest(messenger), demo_world.guest(messenger, "ეკა")
    await join(nino)
    await become_coordinator(eka)
    await write(eka)
    record = golden.Record(eka)
    await record.press("ღილაკები")
    await record.press("❓")
    await record.say("რომელ საათზე შევიკრიბოთ?")
    await record.say("18:00")
    await record.say("18:00\n19:00\nშაბათს, დილით")
    record.check(f"announce_poll_{messenger}")
    await confirm(eka)
    await pass_time(demo_world, minutes=2)
    answers = golden.Record(nino)
    await answers.press("19:00")
    answers.check(f"announce_poll_answer_{messenger}")
    await eka.press("გაგზავნის ანგარიში")
    assert "ათი ადამიანი მაინც" in eka.last().text


@BOTH
async def test_an_hour_that_is_wanted(demo_world: World, messenger: str):
    nino, eka = demo_world.guest(messenger), demo_world.guest(messenger, "ეკა")
    await join(nino)
    await become_coordinator(eka)
    await write(eka)
    record = golden.Record(eka)
    await record.press("როდის")
    await record.press("დღეს და საათს")
    await record.say("23.11.2026 22:30")
    await record.press("როდის")
    await record.press("დღეს და საათს")
    await record.say("23.11.2026 18:00")
    await record.press("✉")
    await record.press("დიახ")
    record.check(f"announce_time_{messenger}")
    await pass_time(demo_world, hours=29)
    assert heard(nino) == []
    await pass_time(demo_world, hours=1)
    assert len(heard(nino)) == 1


@BOTH
async def test_to_paste_elsewhere(demo_world: World, messenger: str):
    await villagers(demo_world, 5)
    eka = demo_world.guest(messenger, "ეკა")
    await become_coordinator(eka)
    await write(eka)
    await confirm(eka)
    record = golden.Record(eka)
    await record.press("📋")
    await pass_time(demo_world, seconds=1)
    record.wait("the picture is drawn")
    record.check(f"announce_share_{messenger}")
    assert eka.last().picture


async def test_what_is_no_document_is_refused(demo_world: World):
    eka = demo_world.telegram("ეკა")
    await become_coordinator(eka)
    await write(eka)
    await eka.press("ტექსტი")
    await eka.press("🖼 სურათი ან")
    await eka.press("📎")
    await eka.file("წერილი.pdf", b"nothing of the kind")
    await pass_time(demo_world, seconds=1)
    assert any("ვერ წავიკითხეთ" in shown.text for shown in eka.screen())
    assert "მზადდება" in eka.last().text


async def test_who_is_on_both_messengers_sees_it_on_both(demo_world: World):
    eka, same = demo_world.telegram("ეკა"), demo_world.viber("ეკა")
    await become_coordinator(eka)
    await join(same)
    await same.say(await show_code(eka))
    await same.press("დიახ")
    await eka.say("მენიუ")
    await eka.press("სამუშაო გვერდი")
    await write(eka)
    await eka.press("👁")
    for guest, other in ((eka, "Viber"), (same, "Telegram")):
        seen = [shown.text for shown in guest.screen()]
        assert any("ზუსტად ასე მივა" in text for text in seen)
        assert not any(f"{other}, ქართული" in text for text in seen)
        assert len([text for text in heard(guest) if text.startswith("ნიმუშის")]) == 1
