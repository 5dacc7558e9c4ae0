"""Papers asked for in the chat: they come as files, whole, and only to staff of the place."""

from datetime import timedelta

import aiohttp
import pytest
from sqlalchemy import delete

from bot.simulator.phone import Shown
from storage import votes
from storage.demo.place import DEMO
from storage.tables.people import Role
from tests.dialogues.test_staff import accept, invited
from tests.dialogues.test_vote import VOTE, both
from tests.dialogues.test_vote_end import button, open_desk, polled, seal
from tests.support import golden
from tests.support.acts import become_coordinator, forge, join
from tests.support.pdf import pages
from tests.support.world import Guest, World

FROM_ANY_STATE = ("rules", "form", "poster", "helper", "ballot", "voters")


async def opened(world: World, shown: Shown) -> bytes:
    """What the person sees who opens the file of a message."""
    if "://" not in shown.file:
        held = world.simulator.world.files.get(shown.file)
        assert held is not None
        return held.data
    async with aiohttp.ClientSession() as client, client.get(shown.file) as answer:
        assert answer.status == 200
        return await answer.read()


def files(guest: Guest) -> list[Shown]:
    return [shown for shown in guest.screen() if shown.file]


async def order(guest: Guest, what: str, language: str = "ქართულად") -> None:
    await open_desk(guest)
    await choose(guest, what, language)


async def choose(guest: Guest | golden.Record, what: str, language: str = "ქართულად") -> None:
    await guest.press("🖨 ქაღალდზე დასაბეჭდი")
    await guest.press(button(guest, what))
    await guest.press(language)


@both
async def test_a_ballot_is_asked_for_and_comes_as_a_file(demo_world: World, messenger: str):
    eka = demo_world.guest(messenger, "ეკა")
    await become_coordinator(eka)
    await open_desk(eka)
    record = golden.Record(eka)
    await choose(record, "ბიულეტენი")
    assert files(eka) == []
    await demo_world.tick()
    record.wait("a few seconds later")
    record.check(f"prints_{messenger}")
    [file] = files(eka)
    assert file.text.startswith("📎 ბიულეტენი")
    text = "".join(pages(await opened(demo_world, file)))
    async with demo_world.database.reading() as session:
        items = await votes.projects(session, VOTE)
    for item in items:
        assert _tight(item.title["ka"]) in _tight(text)


@pytest.mark.parametrize("language", ["ქართულად", "ინგლისურად"])
async def test_everything_that_is_known_can_be_printed(demo_world: World, language: str):
    eka = demo_world.telegram("ეკა")
    await become_coordinator(eka)
    await open_desk(eka)
    await eka.press("🖨 ქაღალდზე დასაბეჭდი")
    offered = [key for key in eka.buttons() if not key.startswith(("←", "☰", "‹"))]
    assert not any("შედეგები" in key for key in offered), "nobody learns it before its hour"
    for kind in offered[: len(FROM_ANY_STATE)]:
        await order(eka, kind, language)
        await demo_world.tick()
    assert len(files(eka)) == len(FROM_ANY_STATE)
    for file in files(eka):
        assert pages(await opened(demo_world, file))[0]


@both
async def test_the_protocol_after_the_announced_hour(demo_world: World, messenger: str):
    _, staff = await polled(demo_world, messenger)
    await seal(demo_world, staff)
    await demo_world.tick()
    demo_world.clock.move(timedelta(days=1))
    await demo_world.tick()
    for paper in ("შედეგების ოქმი", "შედეგები დაფაზე"):
        await order(staff["partner"], paper)
        await demo_world.tick()
    protocol, board = [
        "".join(pages(await opened(demo_world, file))) for file in files(staff["partner"])
    ]
    assert "კომისიის თავმჯდომარე" in protocol and "დათვლილი ბიულეტენები6" in protocol
    assert "ხმა მისცა 6 ადამიანმა" in board and "კომისიის" not in board
    async with demo_world.database.reading() as session:
        items = await votes.projects(session, VOTE)
    for item in items:
        for text in (protocol, board):
            assert _tight(item.title["ka"]) in _tight(text)


@both
async def test_papers_are_for_staff_of_the_place(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    await join(guest)
    for vote in (VOTE, 999):
        await forge(demo_world, f"prints:{vote}")
        await guest.press("go")
        assert "მხოლოდ ამ მუნიციპალიტეტის" in guest.last().text


async def test_a_coordinator_of_the_neighbours_is_refused(demo_world: World):
    lia = demo_world.telegram()
    await join(lia)
    await accept(lia, await invited(demo_world, "keda"))
    await forge(demo_world, f"prints:{VOTE}")
    await lia.press("go")
    assert "მხოლოდ ამ მუნიციპალიტეტის" in lia.last().text


async def test_whoever_has_left_gets_nothing_more(demo_world: World):
    eka = demo_world.telegram("ეკა")
    await become_coordinator(eka)
    await order(eka, "ბიულეტენი")
    async with demo_world.database.writing() as session:
        await session.execute(delete(Role).where(Role.municipality_id == DEMO))
    await demo_world.tick()
    assert files(eka) == []


def _tight(text: str) -> str:
    return "".join(text.split())
