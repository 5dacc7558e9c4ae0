"""What no honest phone sends, or only at the worst moment."""

import asyncio
import threading
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import inspect, select, update

from bot.conversation import Chat
from bot.journey import Journey
from bot.media import clean
from bot.messages import Choice, Heard
from storage import sqlite
from storage.engine import Database
from storage.linking import unite
from storage.tables.people import Account, Draft, Person
from tests.core.talk import TEXT, Talk
from tests.support.house import ECHO, House, thank


async def trip(chat: Chat) -> str:
    where = await chat.ask("where", "Where?")
    return where + await chat.choose("how", "How?", [Choice("bus", "Bus"), Choice("car", "Car")])


@pytest.mark.parametrize("wants", ["number", "choose"])
async def test_a_number_of_thousands_of_digits_is_misread_like_any_other(wants: str) -> None:
    async def asks(chat: Chat) -> Any:
        if wants == "number":
            return await chat.number("n", "How many?")
        return await chat.choose("c", "Which?", [Choice("a", "A")])

    talk = Talk(asks)
    await talk.begin()
    await talk.say("9" * 7000)
    assert not talk.finished


async def test_a_script_that_never_gets_anywhere_fails_instead_of_blocking_everybody() -> None:
    async def circle(chat: Chat) -> str:
        chat.edit("nothing")
        return ""

    with pytest.raises(RuntimeError, match="forgets"):
        await Talk(circle).begin()


async def test_a_reply_to_what_another_messenger_has_gone_on_from_is_no_answer() -> None:
    """Typed on Viber, where the last question stands; Telegram shows the next one since."""
    talk = Talk(trip)
    await talk.begin()
    talk.me = replace(talk.me, account=2)
    await talk._turn(None)
    talk.me = replace(talk.me, account=1)
    shown = await talk.say("Poti")
    assert shown.text == f"{TEXT('core-stale')}\n\nWhere?"
    assert talk.state.answers == {}
    await talk.say("Poti")
    assert talk.state.answers == {"where": "Poti"}


async def test_an_old_back_button_forgets_nothing(database: Database) -> None:
    house = House(database, {name: Journey(name, trip, thank) for name in ECHO})
    await house.hear(house.event("a"))
    await house.hear(house.event("a", "Poti"))
    now = house.channel.sent[-1][1].nonce
    await house.hear(house.event("a", heard=Heard.TAP, choice="!back", nonce="old"))
    assert house.said("a")[-1].endswith("How?")
    await house.hear(house.event("a", heard=Heard.TAP, choice="!back", nonce=now))
    assert house.said("a")[-1] == "Where?"
    await house.close()


async def test_a_typed_payload_as_long_as_a_novel_is_a_tap_like_any_other(
    database: Database,
) -> None:
    house = House(database)
    await house.hear(house.event("a", heard=Heard.TAP, choice="go:menu:" + "x" * 7000))
    assert house.dispatcher.failed == 0
    assert house.said("a") == ["Say something"]
    async with database.reading() as session:
        assert len((await session.execute(select(Draft.subject))).scalar_one()) == 24
    await house.close()


async def test_half_a_surrogate_pair_reaches_nobody(database: Database) -> None:
    house = House(database)
    await house.hear(house.event("a"))
    await house.hear(house.event("a", "ok \ud83d"))
    assert house.said("a")[-1] == "You said ok ?"
    await house.close()


def test_damaged_pictures_are_no_pictures() -> None:
    exif = b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00XX\x00*\x00\x00\x00\x08\xff\xd9"
    for content in (b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, exif):
        with pytest.raises(ValueError, match="not a picture"):
            clean(content)


async def test_a_commit_is_waited_for_however_often_it_is_cancelled() -> None:
    go, done = threading.Event(), []

    def commit() -> None:
        go.wait(5)
        done.append(1)

    task = asyncio.create_task(sqlite.Connection._hop(commit))
    for _ in range(3):
        await asyncio.sleep(0.01)
        task.cancel()
    await asyncio.sleep(0.01)
    assert not task.done()
    go.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert done == [1]


async def test_stop_holds_for_a_messenger_that_is_brought_later(database: Database) -> None:
    house = House(database)
    await house.hear(house.event("a"), house.event("b"))
    async with database.writing() as session:
        await session.execute(update(Account).where(Account.address == "a").values(opted_out=True))
        first, second = (await session.execute(select(Person.id).order_by(Person.id))).scalars()
        await unite(session, second, first, house.clock.now())
        assert (await session.execute(select(Account.opted_out))).scalars().all() == [True, True]
    await house.close()


async def test_a_finished_draft_is_not_looked_for_in_all_accounts(database: Database) -> None:

    async with database.engine.connect() as connection:
        indexes = await connection.run_sync(lambda sync: inspect(sync).get_indexes("account"))
    assert ["draft_id"] in [index["column_names"] for index in indexes]
