"""At the door of a meeting: the code read out, the poster, and who is marked."""

import re

from sqlalchemy import delete

from storage import attendance
from storage.residents import move
from storage.staff import HELPER
from storage.tables.people import Role
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_assist import opens
from tests.dialogues.test_meetings import OTHER, both, pass_time, sign_up
from tests.dialogues.test_prints import files, opened
from tests.dialogues.test_staff import accept, invited
from tests.support import golden
from tests.support.acts import become_coordinator, join
from tests.support.assisting import helper
from tests.support.pdf import pages
from tests.support.world import Guest, World

CODE = re.compile(r"კოდი: ([0-9]{6})")


async def code_of(world: World, guest: Guest) -> str:
    """What the coordinator reads out."""
    await opens(world, guest, "meeting-came:1")
    await guest.press("წასაკითხი კოდი")
    found = CODE.search(guest.last().text)
    assert found
    return found[1]


async def to_the_meeting(world: World) -> None:
    """Wednesday, 25 November, 18:05."""
    await pass_time(world, days=3, hours=6, minutes=5)


@both
async def test_people_mark_themselves_and_the_helper_counts_the_others(
    demo_world: World, messenger: str
):
    nino, gia = demo_world.guest(messenger), demo_world.guest(OTHER[messenger], "გია")
    luka = await helper(demo_world, messenger)
    await join(nino)
    await sign_up(nino)
    code = await code_of(demo_world, luka)
    record = golden.Record(nino)
    await record.say("მენიუ")
    await nino.say(code)
    record.wait("the code, three days early")
    await to_the_meeting(demo_world)
    for when in ("the code, at the door", "the code once more"):
        await nino.say(code)
        record.wait(when)
    await record.press("დაწვრილებით")
    await gia.start(code)
    if gia.buttons() == ["დაწყება"]:
        await gia.press("დაწყება")
    await gia.press("ქართული")
    await gia.press("თანახმა ვარ")
    await gia.say("ზღაპარა")
    assert "დასწრება ჩაგეთვალათ" in gia.last().text, "a newcomer joins first"
    desk = golden.Record(luka)
    await opens(demo_world, luka, "meetings:1")
    desk.wait("the helper, at the door")
    await desk.press("ვინ მოვიდა")
    await desk.press("ტელეფონის გარეშე მოსულები")
    await desk.say("ბევრი")
    await desk.say("7")
    await desk.press("ვინ მოვიდა")
    await pass_time(demo_world, hours=4)
    await nino.say(code)
    record.wait("the code, too late")
    record.check(f"meeting_came_{messenger}")
    desk.check(f"meeting_counted_{messenger}")
    async with demo_world.database.reading() as session:
        assert await attendance.figures(session, 1) == attendance.Figures(1, 2, 7)


@both
async def test_the_poster_opens_the_same_door(demo_world: World, messenger: str):
    eka = demo_world.guest(messenger, "ეკა")
    await become_coordinator(eka)
    code = await code_of(demo_world, eka)
    await opens(demo_world, eka, "meeting-came:1")
    record = golden.Record(eka)
    await record.press("პოსტერი კარისთვის")
    await demo_world.tick()
    record.wait("a few seconds later")
    record.check(f"meeting_poster_{messenger}")
    [file] = files(eka)
    text = "".join("".join(pages(await opened(demo_world, file))).split())
    assert code in text and "18:00" in text and "სხდომათადარბაზი" in text


@both
async def test_a_guest_from_elsewhere_is_marked_and_stays_at_home(
    demo_world: World, messenger: str
):
    eka, lia = demo_world.guest(messenger, "ეკა"), demo_world.guest(messenger, "ლია")
    await become_coordinator(eka)
    await join(lia)
    code = await code_of(demo_world, eka)
    async with demo_world.database.writing() as session:
        await move(session, await id_of(demo_world, lia), "keda", None)
    await to_the_meeting(demo_world)
    await lia.start(code)
    assert "დასწრება ჩაგეთვალათ" in lia.last().text


@both
async def test_the_door_is_for_the_staff_and_helpers_of_the_place(
    demo_world: World, messenger: str
):
    nino, lia = demo_world.guest(messenger), demo_world.guest(messenger, "ლია")
    await join(nino)
    await join(lia)
    await accept(lia, await invited(demo_world, "keda", HELPER), "ლია ჩიხრაძე")
    for guest in (nino, lia):
        await opens(demo_world, guest, "meeting-came:1")
        assert "დამხმარეებისთვისაა" in guest.last().text
        await opens(demo_world, guest, "came:1")
        assert "ვერ ვიპოვეთ" in guest.last().text, "without the code nobody is marked"


async def test_who_is_no_helper_any_more_gets_no_poster(demo_world: World):
    luka = await helper(demo_world, "telegram")
    await opens(demo_world, luka, "meeting-came:1")
    await luka.press("პოსტერი კარისთვის")
    async with demo_world.database.writing() as session:
        await session.execute(delete(Role).where(Role.role == HELPER))
    await demo_world.tick()
    assert files(luka) == []
