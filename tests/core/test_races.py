"""Several processes, one chat: nothing happens twice, and nothing is read from before."""

import asyncio
from dataclasses import replace
from typing import Any

from sqlalchemy import select, update

from bot.journey import Done, Journey, Me, Refused
from bot.messages import Heard, Html
from storage import mail
from storage.engine import Database
from storage.log import note
from storage.tables.people import Account, Draft
from storage.tables.work import Log
from tests.support.house import ECHO, House


async def slowly(session: Any, me: Me, text: Any, result: str) -> Done:
    await note(session, "effect", me.now)
    await asyncio.sleep(0.05)
    return Done(Html(f"Done {result}"))


JOURNEYS = {name: Journey(name, ECHO[name].script, slowly) for name in ECHO}


async def effects(database: Database) -> int:
    async with database.reading() as session:
        query = select(Log.id).where(Log.action == "effect")
        return len((await session.execute(query)).scalars().all())


async def store(house: House, *events: Any) -> None:
    async with house.database.writing() as session:
        await mail.store_events(session, [house.receiver._row(event) for event in events])


async def test_two_processes_with_the_last_answer_tapped_twice(database: Database) -> None:
    """The second waits for the first and must not see the draft as it was before."""
    house = House(database, JOURNEYS)
    other = House(database, JOURNEYS, channel=house.channel, clock=house.clock)
    await house.hear(house.event("a"))
    await store(house, house.event("a", "yes"), house.event("a", "yes"))
    await asyncio.gather(*(each.dispatcher._turn("fake", "a") for each in (house, other)))
    await house.settle()
    assert await effects(database) == 1
    assert house.said("a") == ["Say something", "Done yes", "Say something"]
    await house.close()
    await other.close()


async def test_a_draft_finished_elsewhere_is_not_finished_again(database: Database) -> None:
    """Two messengers of one person: both turns have read the same draft."""
    house = House(database, JOURNEYS)
    await house.hear(house.event("a"), house.event("b"))
    async with database.writing() as session:
        first, _ = (await session.execute(select(Account.person_id).order_by("id"))).scalars()
        draft = select(Draft.id).where(Draft.person_id == first).scalar_subquery()
        both = update(Account).values(person_id=first, draft_id=draft)
        await session.execute(both)
        state = (
            await session.execute(select(Draft.state).where(Draft.person_id == first))
        ).scalar_one()
        state["asked"].pop("account")
        await session.execute(update(Draft).where(Draft.person_id == first).values(state=state))
    await house.hear(house.event("a", "yes"), house.event("b", "yes"))
    assert await effects(database) == 1
    await house.close()


async def test_slow_photos_hold_up_nobody_else(database: Database) -> None:
    house = House(database)
    there = asyncio.Event()

    async def slow(heard: Any, owner: Any) -> Any:
        await there.wait()
        return replace(heard, media="stored")

    house.dispatcher._fetch = slow
    photos = [house.event(str(n), heard=Heard.PHOTO, media="m") for n in range(20)]
    await house.receiver.receive([*photos, house.event("a")])
    async with asyncio.timeout(5):
        while house.dispatcher.handled < 1:
            await asyncio.sleep(0.01)
    there.set()
    await house.settle()
    assert house.dispatcher.handled == 21
    await house.close()


async def test_a_photo_that_breaks_our_tools_does_not_stop_the_chat(database: Database) -> None:
    async def broken(heard: Any, owner: Any) -> Any:
        raise SyntaxError("not a TIFF file")

    house = House(database)
    house.dispatcher._fetch = broken
    await house.hear(house.event("a", heard=Heard.PHOTO, media="m"), house.event("a", "hello"))
    assert house.said("a")[-1] == "You said hello"
    await house.close()


async def test_an_unreachable_database_does_not_end_the_look_around(
    database: Database, monkeypatch: Any
) -> None:
    monkeypatch.setattr("bot.dispatch.LOOK_SECONDS", 0.01)
    house = House(database)
    looks = []

    async def look() -> None:
        looks.append(1)
        raise ConnectionRefusedError

    monkeypatch.setattr(house.dispatcher, "look", look)
    running = asyncio.create_task(house.dispatcher.run())
    await asyncio.sleep(0.1)
    assert not running.done() and len(looks) > 1
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await house.close()


async def test_a_refused_effect_keeps_the_conversation(database: Database) -> None:
    """The draft is taken out before the effects, and is there again when they are refused."""

    async def refuse(session: Any, me: Me, text: Any, result: str) -> Refused:
        return Refused(Html("No."), forget=("word",))

    house = House(database, {name: Journey(name, ECHO[name].script, refuse) for name in ECHO})
    await house.hear(house.event("a"))
    for _ in range(2):
        await house.hear(house.event("a", "x"))
        assert house.said("a")[-1] == "No.\n\nSay something"
    async with database.reading() as session:
        pointed = (await session.execute(select(Account.draft_id))).scalar_one()
        assert pointed == (await session.execute(select(Draft.id))).scalar_one()
    await house.close()
