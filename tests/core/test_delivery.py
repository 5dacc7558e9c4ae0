"""A message out: lanes, pace, errors, marks, and who holds a bot."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.channel import Misconfigured, Refused, TryAgain, Unreachable
from bot.clock import VirtualClock
from bot.messages import Html, Outgoing
from bot.sending import ATTEMPTS
from storage import letters, mail
from storage.engine import Database
from storage.letters import Wanted
from storage.tables.mail import BULK, NOTICE, REPLY
from storage.tables.people import Account
from tests.support.fake_channel import LIMITS, FakeChannel
from tests.support.house import House


@pytest.fixture
async def house(database: Database) -> AsyncIterator[House]:
    opened = House(database)
    await opened.hear(opened.event("a"), opened.event("b"))
    opened.channel.sent.clear()
    yield opened
    opened.channel.before_send = None
    await opened.close()


async def account(database: Database, chat: str) -> int:
    async with database.reading() as session:
        return int(
            (await session.execute(select(Account.id).where(Account.address == chat))).scalar_one()
        )


async def post(house: House, chat: str, *texts: str, **more: Any) -> None:
    id = await account(house.database, chat)
    now = house.clock.now()
    rows = [mail.letter("fake", id, Outgoing(Html(text)).to_json(), now, **more) for text in texts]
    async with house.database.writing() as session:
        await mail.post(session, rows)


async def states(database: Database) -> dict[str, int]:
    async with database.reading() as session:
        return await letters.counts(session)


async def test_order_holds_within_a_lane_and_answers_overtake(house: House) -> None:
    await post(house, "a", "bulk 1", "bulk 2", lane=BULK)
    await post(house, "a", "notice", lane=NOTICE)
    await post(house, "a", "answer", lane=REPLY)
    await house.settle()
    said = house.said("a")
    assert said.index("bulk 1") < said.index("bulk 2")
    assert said[0] == "answer"


async def test_a_letter_that_waits_blocks_only_its_own_lane(house: House) -> None:
    async def refuse_bulk(chat: str, message: Outgoing) -> None:
        if message.text == "bulk":
            raise TryAgain("busy", after=3600)

    house.channel.before_send = refuse_bulk
    await post(house, "a", "bulk", lane=BULK)
    await house.settle()
    await post(house, "a", "answer", lane=REPLY)
    await house.settle()
    assert house.said("a") == ["answer"]


async def test_after_a_429_nothing_is_sent_until_the_pause_is_over(house: House) -> None:
    paused = iter([TryAgain("flood", after=7, whole_bot=True)])
    times = []

    async def once(chat: str, message: Outgoing) -> None:
        times.append(house.clock.now())
        for error in paused:
            raise error

    house.channel.before_send = once
    await post(house, "a", "one")
    await post(house, "b", "two")
    for _ in range(4):
        await house.settle()
    assert sorted(house.said("a") + house.said("b")) == ["one", "two"]
    later = [at for at in times if at != times[0]]
    assert min(later) - times[0] >= timedelta(seconds=7)


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (Unreachable("blocked"), "unreachable"),
        (Refused("bad text"), "refused"),
        (Misconfigured("wrong token"), "queued"),
        (TryAgain("server error", after=5), "queued"),
    ],
)
async def test_each_error_has_its_own_end(house: House, error: Exception, state: str) -> None:
    async def fail(chat: str, message: Outgoing) -> None:
        raise error

    house.channel.before_send = fail
    await post(house, "a", "hello")
    await house.delivery._round()
    while house.delivery._sending:
        await asyncio.wait(house.delivery._sending)
    await house.delivery._marks.write()
    assert (await states(house.database)).get(state) == 1


async def test_blocked_marks_the_account_and_later_notices_end_there(house: House) -> None:
    async def blocked(chat: str, message: Outgoing) -> None:
        raise Unreachable("blocked")

    house.channel.before_send = blocked
    await post(house, "a", "answer")
    await house.settle()
    await post(house, "a", "news", lane=NOTICE)
    await house.settle()
    assert await states(house.database) == {"sent": 2, "unreachable": 2}


async def test_opted_out_means_no_news_but_answers(house: House) -> None:
    async with house.database.writing() as session:
        await session.execute(update(Account).values(opted_out=True))
    await post(house, "a", "news", lane=BULK)
    await post(house, "a", "answer", lane=REPLY)
    await house.settle()
    assert house.said("a") == ["answer"]
    assert (await states(house.database))["opted_out"] == 1


async def test_what_is_no_longer_true_or_useful_is_not_sent(house: House) -> None:
    house.stale.add("meeting:1")
    await post(house, "a", "moved", lane=NOTICE, subject="meeting:1")
    await post(house, "b", "late", lane=NOTICE, useful_until=house.clock.now() - timedelta(1))
    await house.settle()
    assert (await states(house.database))["outdated"] == 2 and not house.channel.sent


async def test_a_newer_edit_replaces_an_unsent_one(house: House) -> None:
    await post(house, "a", "old progress", edit="5")
    await post(house, "a", "new progress", edit="5")
    await house.settle()
    assert house.said("a") == ["new progress"]
    assert (await states(house.database))["superseded"] == 1


async def test_only_one_process_sends_and_the_next_takes_over_what_was_claimed(
    house: House, database: Database
) -> None:
    await post(house, "a", "hello")
    assert house.delivery.held is not None
    async with database.writing() as session:
        now = house.clock.now()
        wanted = Wanted("gone", now, now + timedelta(seconds=60), BULK, 10)
        taken = await letters.claim(session, house.delivery.held, wanted)
    assert len(taken) == 1
    other = House(database, clock=house.clock)
    assert not await other.delivery.take_hold()
    assert isinstance(house.clock, VirtualClock)
    house.clock.move(timedelta(minutes=1))
    assert await other.delivery.take_hold()
    await other.delivery.settle()
    assert other.said("a") == ["hello"]
    async with database.writing() as session:
        late = replace(wanted, token="late")
        assert not await letters.claim(session, house.delivery.held, late), (
            "the fence keeps the old holder out"
        )
    await other.close()


async def test_processes_that_die_use_up_no_letters_tries(house: House, database: Database) -> None:
    await post(house, "a", "hello")
    assert house.delivery.held is not None
    for _ in range(ATTEMPTS):
        async with database.writing() as session:
            now = house.clock.now()
            wanted = Wanted("gone", now, now + timedelta(seconds=60), BULK, 10)
            assert await letters.claim(session, house.delivery.held, wanted)
            await letters.release_all(session, house.delivery.held)
    busy = iter([TryAgain("busy", after=0)])

    async def once(chat: str, message: Outgoing) -> None:
        for error in busy:
            raise error

    house.channel.before_send = once
    await house.settle()
    assert house.said("a") == ["hello"]


async def test_the_pace_of_the_platform_is_kept_in_virtual_time(database: Database) -> None:
    channel = FakeChannel(limits=replace(LIMITS, per_second=28, per_chat=1, chat_burst=3))
    house = House(database, channel=channel)
    started = house.clock.now()
    times = []

    async def note(chat: str, message: Outgoing) -> None:
        times.append(house.clock.now())

    channel.before_send = note
    await house.hear(*(house.event(str(n)) for n in range(100)))
    assert len(times) == 100
    for at in times:
        within = [t for t in times if at <= t < at + timedelta(seconds=1)]
        assert len(within) <= 30, "Telegram's published limit"
    assert timedelta(seconds=3) < max(times) - started < timedelta(seconds=5)
    await house.close()


async def test_stopping_finishes_what_is_in_flight(database: Database) -> None:
    house = House(database)
    await house.hear(*(house.event(str(n)) for n in range(20)))
    await house.receiver.receive([house.event(str(n), "bye") for n in range(20)])
    await house.dispatcher.close()
    await house.delivery.settle()
    await house.delivery.close()
    assert [house.said(str(n))[-1] for n in range(20)] == ["You said bye"] * 20
