"""The list of voters, sent as a file in the chat, on both messengers."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, text, update

from bot.channel import TryAgain
from bot.messages import LARGEST_FILE
from storage import register_import
from storage.demo import VOTE_DOOR
from storage.jobs import ATTEMPTS
from storage.tables.electorate import RegisterRow
from storage.tables.people import Role
from storage.tables.votes import Process
from storage.tables.work import Log, Media
from storage.tidy import tidy
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_electorate import (
    ask_for,
    on_page,
    personal,
    registered,
    staff,
    to_proof,
)
from tests.dialogues.test_vote import VOTE, both, check
from tests.dialogues.test_vote_end import become_partner
from tests.support import golden
from tests.support.acts import become_coordinator, forge, join
from tests.support.world import World

OPEN = "ამომრჩეველთა სიის ჩატვირთვა"
YES, NO = "დიახ, ჩაიტვირთოს", "არა, ფაილი წაშალეთ"


def csv(numbers: Sequence[int], *more: str) -> bytes:
    """A spreadsheet of these voters, with names and a column of formulas nobody reads."""
    rows = [
        f'{n};=HYPERLINK("http://x","ნინო");{personal(n)};@SUM(1)*cmd|calc;{1960 + n}'
        for n in numbers
    ]
    head = "№;სახელი, გვარი;პირადი ნომერი;შენიშვნა;დაბადების წელი"
    return "\n".join([head, *rows, *more]).encode("utf-8-sig")


async def announced(world: World, state: str = "announced", identity: str = "register") -> None:
    """The demo's vote asks for a register, and has not begun."""
    await ask_for(world, identity)
    async with world.database.writing() as session:
        await session.execute(update(Process).where(Process.id == VOTE).values(state=state))


async def numbers(world: World) -> list[int]:
    async with world.database.reading() as session:
        query = select(RegisterRow.number).where(RegisterRow.process_id == VOTE)
        return sorted((await session.execute(query)).scalars())


async def found_anywhere(world: World, *said: str) -> list[str]:
    """The tables of the whole database in which one of these stands."""
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    if world.database.is_sqlite:
        tables = "SELECT name FROM sqlite_master WHERE type = 'table'"
    found = []
    async with world.database.reading() as session:
        for (table,) in (await session.execute(text(tables))).all():
            rows = await session.execute(text(f'SELECT * FROM "{table}"'))
            held = "\n".join(_readable(cell) for row in rows for cell in row)
            found += [table for one in said if one in held]
    return found


def _readable(cell: Any) -> str:
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)


async def files(world: World) -> int:
    async with world.database.reading() as session:
        return len((await session.execute(select(Media.id).where(Media.kind == "file"))).all())


async def sent(world: World, chief: golden.Record, data: bytes, name: str = "სია.csv") -> None:
    """A file, and what the job says of it."""
    await chief.file(name, data)
    await world.tick()
    chief.wait("it was read")


async def stored(world: World, chief: golden.Record) -> None:
    await chief.press(YES)
    await world.tick()
    chief.wait("it was stored")


@both
async def test_the_list_is_sent_as_a_file(demo_world: World, messenger: str):
    await announced(demo_world)
    boss, partner = await staff(demo_world, messenger), demo_world.telegram("ლია")
    await become_partner(partner)
    chief = await on_page(boss, OPEN)
    await chief.say("აი სია")
    await chief.file("სია.xlsx", b"PK")
    mistakes = [f"{n};;{n};;1980" for n in range(50, 62)]
    await sent(demo_world, chief, csv(range(1, 6), *mistakes))
    await sent(demo_world, chief, csv(range(1, 6)))
    assert await found_anywhere(demo_world, personal(3)) == ["media"]
    await stored(demo_world, chief)
    assert await numbers(demo_world) == [1, 2, 3, 4, 5]
    assert await found_anywhere(demo_world, *map(personal, range(1, 6)), "HYPERLINK") == []
    await chief.press("ამომრჩევლები")
    await chief.press(OPEN)
    await sent(demo_world, chief, csv([2, 3, 4, 5, 6, 51]))
    await stored(demo_world, chief)
    check(chief, f"register_file_{messenger}")
    assert await numbers(demo_world) == [2, 3, 4, 5, 6, 51]
    told = [shown.text for shown in partner.screen() if "სია ჩატვირთა" in shown.text]
    assert len(told) == 2 and "ეკა ბერიძე" in told[1] and "სიიდან ამოვა" in told[1]
    assert await log(demo_world) == [await id_of(demo_world, boss)] * 2


@both
async def test_a_list_that_cannot_be_stored_is_answered_by_a_letter_and_deleted(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    async def broken(*_: Any) -> None:
        raise OSError("the disk is full")

    await announced(demo_world)
    chief = await on_page(await staff(demo_world, messenger), OPEN)
    await sent(demo_world, chief, csv(range(1, 6)))
    monkeypatch.setattr(register_import, "keep", broken)
    await chief.press(YES)
    for _ in range(ATTEMPTS):
        assert await files(demo_world) == 1
        await demo_world.tick()
        demo_world.clock.move(timedelta(minutes=2))
    assert "შეცდომა ჩვენია" in chief.guest.last().text
    assert "არ ჩაიტვირთა და წაშლილია" in chief.guest.last().text
    assert await numbers(demo_world) == [] and await files(demo_world) == 0
    assert await found_anywhere(demo_world, personal(3)) == []


@both
async def test_while_people_vote_a_file_only_adds(demo_world: World, messenger: str):
    await ask_for(demo_world, "register")
    await registered(demo_world)
    chief = await on_page(await staff(demo_world, messenger), OPEN)
    assert "მხოლოდ ისინი ჩაწერეთ" in chief.guest.last().text
    await sent(demo_world, chief, csv([7, 8, 9]))
    assert "ეს რიგები სიაში უკვე არის: 2, 3." in chief.guest.last().text
    assert await files(demo_world) == 0
    await sent(demo_world, chief, csv([9, 10]))
    await stored(demo_world, chief)
    assert await numbers(demo_world) == list(range(1, 11))
    voter = demo_world.guest(messenger, "ნინო")
    await to_proof(voter)
    await voter.say(personal(9))
    assert "აირჩიეთ" in voter.last().text


@both
async def test_a_file_that_is_not_wanted_is_deleted(demo_world: World, messenger: str):
    await announced(demo_world)
    boss = await staff(demo_world, messenger)
    chief = await on_page(boss, OPEN)
    await sent(demo_world, chief, csv([1]))
    await chief.press(NO)
    assert "ფაილი წავშალეთ" in boss.last().text
    assert await found_anywhere(demo_world, personal(1)) == []
    await chief.press("ფაილის გამოგზავნა")
    await sent(demo_world, chief, csv([1]))
    await boss.say("გაუქმება")
    assert await found_anywhere(demo_world, personal(1)) == []
    chief = await on_page(boss, OPEN)
    await sent(demo_world, chief, csv([1]))
    demo_world.clock.move(timedelta(hours=25))
    async with demo_world.database.writing() as session:
        await tidy(session, demo_world.clock.now())
    assert await found_anywhere(demo_world, personal(1)) == []
    await stored(demo_world, chief)
    assert any("ეს ფაილი აღარ გვაქვს" in shown.text for shown in boss.screen())
    assert await numbers(demo_world) == []


@both
async def test_the_list_that_was_confirmed_is_the_one_that_is_changed(
    demo_world: World, messenger: str
):
    """Somebody else has stored another list between the question and the answer."""
    await announced(demo_world)
    chief = await on_page(await staff(demo_world, messenger), OPEN)
    await sent(demo_world, chief, csv([1, 2]))
    await registered(demo_world, count=4)
    await stored(demo_world, chief)
    assert "სია ამასობაში სხვამ შეცვალა" in chief.guest.last().text
    assert await numbers(demo_world) == [1, 2, 3, 4] and await files(demo_world) == 0


@both
async def test_who_has_left_the_staff_changes_nothing(demo_world: World, messenger: str):
    await announced(demo_world)
    chief = await on_page(await staff(demo_world, messenger), OPEN)
    await sent(demo_world, chief, csv([1, 2]))
    await chief.press(YES)
    async with demo_world.database.writing() as session:
        await session.execute(delete(Role))
    await demo_world.tick()
    assert "მხოლოდ ამ მუნიციპალიტეტის" in chief.guest.last().text
    assert await numbers(demo_world) == [] and await files(demo_world) == 0


HOSTILE = {
    "empty": (b"", "ვერ ვიპოვეთ სვეტი"),
    "binary": (bytes(range(256)) * 40, "CSV UTF-8"),
    "another encoding": ("პირადი ნომერი".encode()[:-1] + b"\xff", "CSV UTF-8"),
    "zip": (b"PK\x03\x04" + b"\0" * 4000, "ვერ ვიპოვეთ სვეტი"),
    "open quotation mark": ('პირადი ნომერი\n"01000000001\n'.encode(), "ბრჭყალი"),
    "markup": ("პირადი ნომერი\n<b>01</b>\n".encode(), "11 ციფრი"),
    "head only": ("პირადი ნომერი\n".encode(), "არაფერი წერია"),
    "nulls": (b"\0" * 100_000, "ვერ ვიპოვეთ სვეტი"),
}


@pytest.mark.parametrize("case", HOSTILE)
async def test_a_hostile_file_is_answered_in_words(demo_world: World, case: str):
    await announced(demo_world)
    data, said = HOSTILE[case]
    chief = await on_page(await staff(demo_world, "telegram"), OPEN)
    await sent(demo_world, chief, data, "../../სია<b>.CSV")
    assert said in chief.guest.last().text
    assert await files(demo_world) == 0 and await numbers(demo_world) == []


@both
async def test_a_huge_file_is_not_even_fetched(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    await announced(demo_world)
    chief = await on_page(await staff(demo_world, messenger), OPEN)
    channel, fetched = demo_world.app.channels[messenger], []
    real = channel.fetch

    async def fetch(media: str) -> bytes:
        fetched.append(media)
        return await real(media)

    monkeypatch.setattr(channel, "fetch", fetch)
    await chief.file("სია.csv", b"a", size=100_000_000)
    assert "მაქსიმუმ 10 მბ" in chief.guest.last().text and not fetched
    await chief.file("სია.csv", b"a" * (LARGEST_FILE + 1), size=5)
    assert "მაქსიმუმ 10 მბ" in chief.guest.last().text and fetched
    await chief.file("სია.csv", b"a" * 20_000_001, size=0)
    assert "მაქსიმუმ 10 მბ" in chief.guest.last().text
    assert await files(demo_world) == 0


@both
async def test_a_file_that_does_not_come_is_asked_for_again(
    demo_world: World,
    messenger: str,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
):
    await announced(demo_world)
    chief = await on_page(await staff(demo_world, messenger), OPEN)

    async def lost(media: str) -> bytes:
        raise TryAgain("network")

    with monkeypatch.context() as broken:
        broken.setattr(demo_world.app.channels[messenger], "fetch", lost)
        await chief.file("საიდუმლო.csv", csv([1]))
    assert "ფაილი ვერ მივიღეთ" in chief.guest.last().text
    await sent(demo_world, chief, csv([1]))
    assert YES in chief.guest.buttons()
    assert "საიდუმლო" not in caplog.text


@both
async def test_a_file_that_nobody_asked_for_is_answered_as_ever_and_not_fetched(
    demo_world: World, messenger: str
):
    guest = demo_world.guest(messenger)
    await guest.start(VOTE_DOOR)
    if guest.buttons() == ["დაწყება"]:
        await guest.press("დაწყება")
    for answer in ("ქართული", "თანახმა ვარ", "ზღაპარა", "მენიუ"):
        await guest.sticker()
        said = guest.last().text
        await guest.file("სია.csv", csv([1]))
        assert guest.last().text == said
        await guest.say(answer)
    await guest.file("სია.csv", csv([1]))
    assert await files(demo_world) == 0
    assert await found_anywhere(demo_world, personal(1)) == []


@pytest.mark.parametrize("who", ["citizen", "neighbour", "partner"])
async def test_the_file_of_somebody_else_is_refused(demo_world: World, who: str):
    await announced(demo_world)
    guest = demo_world.telegram("გია")
    if who == "partner":
        await become_partner(guest)
    elif who == "neighbour":
        await become_coordinator(guest)
        async with demo_world.database.writing() as session:
            await session.execute(text("UPDATE role SET municipality_id = 'gori'"))
    else:
        await join(guest)
    await forge(demo_world, f"register-file:{VOTE}")
    await guest.press("go")
    assert "მხოლოდ ამ მუნიციპალიტეტის" in guest.last().text
    await guest.file("სია.csv", csv([1]))
    assert await files(demo_world) == 0


@pytest.mark.parametrize(
    ("identity", "state", "said"),
    [("register", "objections", "აღარ იცვლება"), ("code", "announced", "არ სჭირდება")],
)
async def test_a_list_is_taken_only_while_the_command_takes_it(
    demo_world: World, identity: str, state: str, said: str
):
    await announced(demo_world, state, identity)
    boss = await staff(demo_world, "telegram")
    await forge(demo_world, f"register-file:{VOTE}")
    await boss.press("go")
    assert said in boss.last().text


async def log(world: World) -> list[int | None]:
    """Who has imported a list, as the log has it."""
    query = select(Log.person_id).where(Log.action == "register-imported").order_by(Log.id)
    async with world.database.reading() as session:
        return list((await session.execute(query)).scalars())
