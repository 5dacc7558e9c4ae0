"""An idea that people find out of place: reported, decided by a coordinator, everybody told."""

import pytest

from storage import idea_reports
from storage.demo.place import DEMO
from storage.staff import COORDINATOR, grant
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_idea import begin, neighbour, numbered, propose
from tests.support.crowd import municipality
from tests.support.golden import Record
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])


async def coordinator(world: World, messenger: str, place: str = DEMO) -> Guest:
    guest = await neighbour(world, messenger, "თამარი")
    async with world.database.writing() as session:
        await grant(session, await id_of(world, guest), place, COORDINATOR, world.clock.now())
    return guest


async def report(world: World, guest: Guest, id: int, why: str) -> None:
    await begin(world, guest, "idea-report", str(id))
    await guest.press(why)


async def test_a_bad_idea_is_hidden_and_everybody_is_told(demo_world: World, messenger: str):
    other = "viber" if messenger == "telegram" else "telegram"
    nino = await neighbour(demo_world, messenger)
    idea = await propose(demo_world, nino, "მეზობელი ბესო ქურდია")
    gia = Record(await neighbour(demo_world, other, "გია"))
    await begin(demo_world, gia.guest, "ideas", str(idea.id))
    await gia.press("უადგილოა?")
    await gia.press("შეურაცხყოფა")
    tamar = await coordinator(demo_world, messenger)
    staff = Record(tamar)
    await begin(demo_world, tamar, "reports")
    staff.wait("reports")
    await staff.press("დაიმალოს")
    await staff.say("არა")
    await staff.say("იდეა კონკრეტულ ადამიანს შეურაცხყოფს.")
    author = Record(nino)
    await demo_world.tick()
    author.wait("told")
    gia.wait("told")
    await author.press("იდეის ნახვა")
    for record, who in ((gia, "reporter"), (staff, "staff"), (author, "author")):
        record.check(f"report_{who}_{messenger}")
    await begin(demo_world, gia.guest, "ideas", str(idea.id))
    assert "სიაში აღარ არის" in gia.guest.last().text


async def test_three_milder_reports_bring_it_before_a_coordinator(
    demo_world: World, messenger: str
):
    id = await numbered(demo_world, 2)
    tamar = await coordinator(demo_world, messenger)
    guests = [await neighbour(demo_world, messenger, name) for name in ("ა", "ბ", "გ")]
    for guest in guests:
        await begin(demo_world, tamar, "reports")
        assert "გადასაწყვეტი აღარაფერია" in tamar.last().text
        await report(demo_world, guest, id, "რეკლამა")
        await report_again(demo_world, guest, id)
    await begin(demo_world, tamar, "reports")
    assert "რეკლამა: 3" in tamar.last().text
    await tamar.press("დარჩეს სიაში")
    await tamar.say("ეს ჩვეულებრივი იდეაა, რეკლამა არ არის.")
    await demo_world.tick()
    for guest in guests:
        assert "ის სიაში რჩება" in guest.last().text
        assert "ეს ჩვეულებრივი იდეაა" in guest.last().text
    await begin(demo_world, guests[0], "ideas", str(id))
    assert "№2" in guests[0].last().text


async def report_again(world: World, guest: Guest, id: int) -> None:
    """One report of one person."""
    await begin(world, guest, "idea-report", str(id))
    assert "უკვე მოგვწერეთ" in guest.last().text


async def test_neither_neighbours_nor_citizens_decide(demo_world: World, messenger: str):
    async with demo_world.database.writing() as session:
        await municipality(session, "elsewhere")
    id = await numbered(demo_world, 2)
    gia = await neighbour(demo_world, messenger, "გია")
    await report(demo_world, gia, id, "შეურაცხყოფა")
    await begin(demo_world, gia, "reports", DEMO)
    assert "დაიმალოს" not in gia.buttons()
    tamar = await coordinator(demo_world, messenger, "elsewhere")
    await begin(demo_world, tamar, "reports", DEMO)
    assert "დაიმალოს" not in tamar.buttons()
    async with demo_world.database.reading() as session:
        person = await id_of(demo_world, tamar)
        assert await idea_reports.owed(session, person, DEMO, demo_world.clock.now()) == []


async def test_a_coordinator_does_not_decide_on_an_idea_of_their_own(
    demo_world: World, messenger: str
):
    tamar = await coordinator(demo_world, messenger)
    idea = await propose(demo_world, tamar)
    gia = await neighbour(demo_world, messenger, "გია")
    await report(demo_world, gia, idea.id, "სხვისი პირადი")
    await begin(demo_world, tamar, "reports")
    assert "გადასაწყვეტი აღარაფერია" in tamar.last().text
