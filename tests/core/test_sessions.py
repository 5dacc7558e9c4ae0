"""Viber's session: noted when somebody writes; what the messenger says of a price is believed."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.channel import Sent
from bot.clock import VirtualClock
from bot.messages import Heard, Html, Outgoing
from storage import mail
from storage.engine import Database
from storage.sessions import FREE_FROM
from storage.tables.mail import NOTICE, Letter
from storage.tables.people import Account
from tests.support.fake_channel import FakeChannel
from tests.support.house import House

HOUR = timedelta(hours=1)


class Charging(FakeChannel):
    """A messenger that says of each message whether it costs, or nothing at all."""

    says: bool | None = None

    async def send(self, chat: str, message: Outgoing) -> Sent:
        return Sent((await super().send(chat, message)).ref, self.says)


@pytest.fixture
async def house(database: Database) -> AsyncIterator[House]:
    opened = House(database, channel=Charging("viber"))
    yield opened
    await opened.close()


def later(house: House, by: timedelta) -> Any:
    assert isinstance(house.clock, VirtualClock)
    house.clock.move(by)
    return house.clock.now()


async def free_from(house: House, chat: str = "a") -> Any:
    async with house.database.reading() as session:
        query = select(FREE_FROM).where(Account.address == chat)
        return (await session.execute(query)).scalar_one()


async def told(house: House, says: bool | None = None) -> bool | None:
    """Whether a notice sent now was charged, where the messenger says so much of it."""
    assert isinstance(house.channel, Charging)
    house.channel.says = says
    async with house.database.writing() as session:
        to = (await session.execute(select(Account.id))).scalar_one()
        body, now = Outgoing(Html("news")).to_json(), house.clock.now()
        await mail.post(session, [mail.letter(house.channel.bot, to, body, now, lane=NOTICE)])
    await house.settle()
    async with house.database.reading() as session:
        query = select(Letter.charged).order_by(Letter.id.desc()).limit(1)
        return (await session.execute(query)).scalar_one()


async def test_it_counts_from_the_first_message_of_a_day(house: House) -> None:
    opened = house.clock.now()
    await house.hear(house.event("a"))
    later(house, 23 * HOUR)
    await house.hear(house.event("a"))
    assert await free_from(house) == opened
    again = later(house, HOUR)
    await house.hear(house.event("a"))
    assert await free_from(house) == again


async def test_an_event_that_came_late_counts_from_when_it_was_sent(house: House) -> None:
    wrote = house.clock.now()
    event = house.event("a")
    later(house, 3 * HOUR)
    await house.hear(event)
    assert await free_from(house) == wrote


async def test_opening_the_chat_or_leaving_it_says_nothing(house: House) -> None:
    await house.hear(house.event("a", heard=Heard.START))
    await house.hear(house.event("a", heard=Heard.LEFT))
    assert await free_from(house) is None


async def test_a_messenger_that_never_charges_has_no_sessions(database: Database) -> None:
    house = House(database)
    await house.hear(house.event("a"))
    async with database.reading() as session:
        charged = (await session.execute(select(Letter.charged))).scalar_one()
    assert await free_from(house) is None and charged is None
    await house.close()


async def test_without_its_word_the_session_tells_what_was_charged(house: House) -> None:
    await house.hear(house.event("a"))
    later(house, 24 * HOUR - timedelta(seconds=1))
    assert await told(house) is False
    later(house, timedelta(seconds=1))
    assert await told(house) is True


async def test_the_messengers_word_counts_more(house: House) -> None:
    await house.hear(house.event("a"))
    later(house, 25 * HOUR)
    assert await told(house, says=False) is False
    assert await free_from(house) is not None


async def test_a_session_in_which_it_charges_is_over_until_the_next(house: House) -> None:
    await house.hear(house.event("a"))
    assert await told(house, says=True) is True
    assert await free_from(house) is None
    assert await told(house) is True
    later(house, 23 * HOUR)
    await house.hear(house.event("a"))
    assert await free_from(house) is None
    opened = later(house, HOUR)
    await house.hear(house.event("a"))
    assert await free_from(house) == opened
