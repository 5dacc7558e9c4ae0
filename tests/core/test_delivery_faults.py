"""Delivery when the database, a check or the messenger fails at the worst moment."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot import delivery as module
from bot.channel import TryAgain
from bot.messages import Outgoing
from storage import letters
from storage.engine import Database
from storage.tables.mail import BULK, NOTICE, Letter
from tests.core.test_delivery import post, states
from tests.support.house import House


@pytest.fixture
async def house(database: Database) -> AsyncIterator[House]:
    opened = House(database)
    await opened.hear(opened.event("a"), opened.event("b"))
    opened.channel.sent.clear()
    yield opened
    opened.channel.before_send = None
    await opened.close()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.marks.AGAIN_SECONDS", 0.01)
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.01)


class Outage:
    """Makes the next writing transactions of a database fail, before or after their commit."""

    def __init__(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        self.before = self.after = 0
        self._writing = database.writing
        monkeypatch.setattr(database, "writing", self.writing)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Any]:
        if self.before:
            self.before -= 1
            raise ConnectionRefusedError("no database")
        async with self._writing() as session:
            yield session
        if self.after:
            self.after -= 1
            raise ConnectionResetError("lost while committing")


async def test_an_outage_of_the_database_ends_no_loop(
    house: House, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    outage = Outage(database, monkeypatch)
    outage.before = 3
    running = asyncio.create_task(house.delivery.run())
    while outage.before and not running.done():
        await asyncio.sleep(0.01)
    await post(house, "a", "hello")
    async with asyncio.timeout(5):
        while not house.said("a"):
            assert not running.done()
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_marks_outlive_an_outage(
    house: House, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    outage = Outage(database, monkeypatch)

    async def fail_from_now_on(chat: str, message: Outgoing) -> None:
        outage.before = 2

    house.channel.before_send = fail_from_now_on
    await post(house, "a", "hello")
    await house.delivery._round()
    while house.delivery._sending:
        await asyncio.wait(house.delivery._sending)
    await house.delivery._marks.write()
    assert await states(database) == {"sent": 3}


async def test_a_claim_whose_commit_nobody_knows_is_put_back(
    house: House, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection was lost while committing: the letters may be claimed, and nobody has them."""
    outage = Outage(database, monkeypatch)
    await post(house, "a", "hello")
    outage.after = 1
    with pytest.raises(ConnectionResetError):
        await house.delivery._round()
    await house.delivery.settle()
    assert house.said("a") == ["hello"]


async def test_a_letter_not_sent_for_want_of_the_hold_goes_back_into_the_queue(
    house: House,
) -> None:
    await post(house, "a", "hello")
    ready = house.delivery._ready

    async def lapses(message: Outgoing) -> Outgoing:
        house.delivery._hold._until = 0.0
        return message

    house.delivery._ready = lapses
    await house.delivery.settle()
    assert not house.said("a")
    house.delivery._ready = ready
    await house.settle()
    assert house.said("a") == ["hello"]


async def test_a_hold_lost_and_won_back_sends_nothing_of_the_time_before(
    house: House, database: Database
) -> None:
    """What was claimed then belongs to whoever held the bot in between."""
    await post(house, "a", "hello")
    other = House(database, clock=house.clock, channel=house.channel)

    async def meanwhile(message: Outgoing) -> Outgoing:
        house.delivery._ready = house._ready
        house.clock.move(timedelta(minutes=1))  # type: ignore[attr-defined]
        assert await other.delivery.take_hold()
        await other.delivery.settle()
        await other.delivery.close()
        assert await house.delivery.take_hold()
        return message

    house.delivery._ready = meanwhile
    await house.delivery.settle()
    assert house.said("a") == ["hello"]


async def test_a_subject_that_cannot_be_checked_stops_no_other_letter(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    async def check(session: Any, letter: letters.Claimed) -> bool:
        return bool(int(letter.subject.partition(":")[2]))

    house.delivery._fresh = check
    await post(house, "a", "broken", lane=NOTICE, subject="meeting:x")
    await post(house, "b", "fine", lane=NOTICE, subject="meeting:1")
    with caplog.at_level(logging.CRITICAL):
        await house.settle()
    assert house.said("b") == ["fine"] and not house.said("a")
    assert (await states(house.database))["failed"] == 1


async def test_letters_of_one_subject_are_checked_once(house: House) -> None:
    checked = []

    async def check(session: Any, letter: letters.Claimed) -> bool:
        checked.append(letter.subject)
        return True

    house.delivery._fresh = check
    for chat in ("a", "b"):
        await post(house, chat, "news", lane=BULK, subject="campaign:1")
    await house.settle()
    assert checked == ["campaign:1"] and house.said("a") == house.said("b") == ["news"]


async def test_closing_during_a_429_does_not_wait_for_its_end(
    house: House, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits for its slot is left to the next process."""
    slot = asyncio.Event()

    async def never(seconds: float) -> None:
        await slot.wait()

    await post(house, "a", "hello")
    monkeypatch.setattr(house.delivery.pacer._clock, "sleep", never)
    house.delivery.pacer._next += timedelta(hours=1)
    await house.delivery._round()
    await asyncio.sleep(0)
    async with asyncio.timeout(2):
        await house.delivery.close()
    monkeypatch.undo()
    following = House(database, clock=house.clock, channel=house.channel)
    await following.settle()
    assert house.said("a") == ["hello"]
    await following.close()


async def test_a_receipt_ends_no_letter_that_was_never_sent(house: House) -> None:
    await post(house, "a", "hello")
    async with house.database.writing() as session:
        await letters.note_receipt(session, ("fake", "a", ""), "failed", house.clock.now())
    await house.settle()
    assert house.said("a") == ["hello"]


async def test_a_receipt_counts_from_when_it_came_first(house: House) -> None:
    await post(house, "a", "hello")
    await house.settle()
    async with house.database.reading() as session:
        newest = select(Letter.sent_ref).order_by(Letter.id.desc()).limit(1)
        ref = str((await session.execute(newest)).scalar_one())
    first = house.clock.now()
    for state, hours in (("delivered", 0), ("delivered", 1), ("seen", 2)):
        async with house.database.writing() as session:
            at = first + timedelta(hours=hours)
            await letters.note_receipt(session, ("fake", "a", ref), state, at)
    async with house.database.reading() as session:
        query = select(Letter.delivered_at, Letter.seen_at).where(Letter.delivered_at.is_not(None))
        rows = (await session.execute(query)).all()
    assert rows == [(first, first + timedelta(hours=2))]


async def test_two_processes_may_start_at_once(database: Database) -> None:
    houses = [House(database) for _ in range(3)]
    holds = await asyncio.gather(*(house.delivery.take_hold() for house in houses))
    assert sorted(holds) == [False, False, True]
    for house in houses:
        await house.close()


async def test_a_marked_failure_is_tried_again_with_its_account(
    house: House, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    outage = Outage(database, monkeypatch)

    async def busy(chat: str, message: Outgoing) -> None:
        outage.before = 1
        raise TryAgain("busy", after=1)

    house.channel.before_send = busy
    await post(house, "a", "hello")
    await house.delivery._round()
    while house.delivery._sending:
        await asyncio.wait(house.delivery._sending)
    await house.delivery._marks.write()
    assert (await states(database))["queued"] == 1
