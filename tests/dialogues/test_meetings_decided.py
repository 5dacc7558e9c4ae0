"""After a meeting: what was decided, votes by hands, minutes to sign, and who hears of it."""

import pytest

from storage import meetings
from storage.demo.place import DEMO
from tests.dialogues.test_assist import opens
from tests.dialogues.test_meetings import OTHER, both, heard, pass_time, sign_up
from tests.dialogues.test_meetings_came import code_of, to_the_meeting
from tests.dialogues.test_prints import files, opened
from tests.dialogues.test_staff import accept, invited
from tests.support import golden
from tests.support.acts import become_coordinator, join
from tests.support.pdf import pages
from tests.support.photos import photo
from tests.support.world import World

PDF = b"%PDF-1.4\nthe report of a meeting\n%%EOF\n"
STAFF_ONLY = ("meeting-minutes", "meeting-decided", "meeting-head", "meeting-vote", "meeting-sheet")


@both
async def test_what_was_decided_reaches_who_signed_up_or_came(demo_world: World, messenger: str):
    nino, gia = demo_world.guest(messenger), demo_world.guest(OTHER[messenger], "გია")
    eka = demo_world.guest(messenger, "ეკა")
    for guest in (nino, gia):
        await join(guest)
    await become_coordinator(eka)
    await sign_up(nino)
    code = await code_of(demo_world, eka)
    await to_the_meeting(demo_world)
    await gia.say("მენიუ")
    await gia.say(code)
    await opens(demo_world, eka, "meeting-desk:1")
    record = golden.Record(eka)
    await record.press("რა გადაწყდა")
    await record.press("რა გადაწყდა — სიტყვიერად")
    await record.say("სკოლის გზა გაკეთდება მაისში.")
    await record.say("The road to the school will be made in May.")
    await record.photo(photo(64))
    await record.photo(photo(80))
    await record.press("✓ მზადაა")
    await record.file("ანგარიში.pdf", b"PK\x03\x04 no PDF")
    await record.press("შევინახოთ")
    await record.file("ანგარიში.pdf", PDF)
    await record.press("შევინახოთ")
    await record.press("ჩაწერილებსა და მოსულებს")
    await record.press("დიახ")
    await demo_world.tick()
    await record.press("რა გადაწყდა")
    record.check(f"meeting_decided_{messenger}")
    assert "სკოლის გზა" in gia.last().text or "სკოლის გზა" in str(heard(gia, 0))
    reader = golden.Record(nino)
    await reader.press("დაწვრილებით")
    await reader.press("ფოტოები (2)")
    await reader.press("შეხვედრის გვერდზე")
    await reader.press("ფაილი (PDF)")
    reader.check(f"meeting_after_{messenger}")
    assert await opened(demo_world, files(nino)[-1]) == PDF
    await pass_time(demo_world, days=5)
    assert str(heard(nino, 0)).count("რა გადაწყდა შეხვედრაზე:") == 1
    await opens(demo_world, nino, "meetings:")
    await nino.say("2")  # past meetings
    await nino.say("1")
    assert "სკოლის გზა" in nino.last().text
    await nino.press("ფაილი (PDF)")
    assert await opened(demo_world, files(nino)[-1]) == PDF, "it is kept for good"


@both
async def test_a_meeting_that_decides(demo_world: World, messenger: str):
    eka, nino = demo_world.guest(messenger, "ეკა"), demo_world.guest(OTHER[messenger])
    await join(nino)
    await become_coordinator(eka)
    await pass_time(demo_world, days=10)
    await opens(demo_world, eka, "meeting-minutes:2")
    record = golden.Record(eka)
    await record.press("ვინ წარმართა")
    await record.say("ნინო ბერიძე")
    await record.say("გია ლომიძე")
    await record.say("34")
    await record.say("5")
    await record.say("30")
    await record.say("150")
    await record.press("ხელის აწევით")
    await record.say("მოხმარდეს თანხა წყალსადენს?")
    await record.press("მომხრე ·")
    await record.say("30")
    await record.say("5")
    await record.say("3")
    await record.say("1")
    await record.press("დიახ")
    await record.press("ხელის აწევით")
    await record.say("რა გაკეთდეს ჯერ?")
    await record.press("პასუხებს მე დავწერ")
    await record.say("გზა")
    await record.say("გზა\nსკვერი\nგზა")
    await record.say("17")
    await record.say("17")
    await record.press("თავიდან დავთვალოთ")
    await record.say("18")
    await record.say("10")
    await record.press("დიახ")
    await record.press("კენჭისყრის ამოღება")
    await record.press("რა გაკეთდეს ჯერ?")
    await record.press("რა გადაწყდა")
    await record.press("ვინ წარმართა")
    await record.say("ნინო ბერიძე")
    await record.say("გია ლომიძე")
    await record.say("20")
    await record.say("36")
    await record.say("0")
    await record.press("გამოტოვება")
    await record.press("ხელმოწერილი სიის ფოტო")
    await record.photo(photo())
    await record.press("ხელმოწერილი სიის ფოტო")
    await record.press("გამოტოვება")
    await record.press("რა გადაწყდა")
    await record.press("🖨 ხელმოსაწერი ოქმი")
    await demo_world.tick()
    record.wait("a few seconds later")
    record.check(f"meeting_votes_{messenger}")
    file = files(eka)[-1]
    text = "".join("".join(pages(await opened(demo_world, file))).split())
    for said in (
        "კრებისოქმი",
        "გზისშეკეთებამაგალითაში",
        "სამშაბათი,01.12.2026,15:00",
        "სკოლისსააქტოდარბაზი",
        "დასახლებამაგალითა",
        "ესწრებახმისუფლებით36",
        "საკითხი1.მოხმარდესთანხაწყალსადენს?მომხრე30წინააღმდეგი3თავიშეიკავა1ხელიარაუწევია2",
        "„მომხრე“—36დამსწრისნახევარზემეტი",
        "კრებისთავმჯდომარე:ნინობერიძე",
        "კრებისმდივანი:გიალომიძე",
    ):
        assert said in text
    await opens(demo_world, nino, "meetings:2")
    reader = golden.Record(nino)
    await reader.press("სხვა შეხვედრები")
    await reader.press("ჩატარებული შეხვედრები")
    await reader.say("1")
    assert not files(nino) and "ფოტო" not in str(nino.buttons()), "the signed list is the staff's"
    reader.check(f"meeting_voted_{OTHER[messenger]}")


@pytest.mark.parametrize("journey", STAFF_ONLY)
@both
async def test_nobody_else_records_and_nobody_before_it_begins(
    demo_world: World, messenger: str, journey: str
):
    nino, lia = demo_world.guest(messenger), demo_world.guest(messenger, "ლია")
    eka = demo_world.guest(OTHER[messenger], "ეკა")
    await join(nino)
    await join(lia)
    await accept(lia, await invited(demo_world, "keda"))
    await become_coordinator(eka)
    await opens(demo_world, eka, f"{journey}:1")
    assert "დაწყების შემდეგ" in eka.last().text
    async with demo_world.database.writing() as session:
        await meetings.cancel(session, 1, DEMO, demo_world.clock.now())
    await to_the_meeting(demo_world)
    await opens(demo_world, eka, f"{journey}:1")
    assert "დაწყების შემდეგ" in eka.last().text, "one that was cancelled never begins"
    for guest in (nino, lia):
        await opens(demo_world, guest, f"{journey}:2")
        assert "მხოლოდ ამ მუნიციპალიტეტის" in guest.last().text
