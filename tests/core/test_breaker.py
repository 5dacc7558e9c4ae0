"""A bot that cannot send: it stops, tries with one letter, and goes on; nothing is lost by it."""

import logging
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.channel import Misconfigured
from bot.messages import Outgoing
from storage.engine import Database
from tests.core.test_delivery import post, states
from tests.support.house import House


@pytest.fixture
async def house(database: Database) -> AsyncIterator[House]:
    opened = House(database)
    await opened.hear(*(opened.event(str(n)) for n in range(5)))
    opened.channel.sent.clear()
    yield opened
    opened.channel.before_send = None
    await opened.close()


class Refusing:
    """A messenger that does not know our token, and when it was asked."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.asked: list[timedelta] = []
        self._began = house.clock.now()
        house.channel.before_send = self

    async def __call__(self, chat: str, message: Outgoing) -> None:
        self.asked.append(self._house.clock.now() - self._began)
        raise Misconfigured("token")

    def minutes(self) -> list[int]:
        return [round(at / timedelta(minutes=1)) for at in self.asked]


async def test_pauses_grow_and_each_ends_with_a_single_letter(house: House) -> None:
    refusing = Refusing(house)
    for chat in range(5):
        await post(house, str(chat), "hello")
    for _ in range(8):
        await house.settle()
    assert refusing.minutes() == [0, 1, 3, 7, 15, 31, 61, 91]
    assert await states(house.database) == {"sent": 5, "queued": 5}


async def test_it_goes_on_where_it_stopped_and_nothing_has_failed(house: House) -> None:
    Refusing(house)
    for text in ("one", "two"):
        await post(house, "0", text)
    for _ in range(12):
        await house.settle()
    house.channel.before_send = None
    await house.settle()
    assert house.said("0") == ["one", "two"] and not house.delivery.breaker.open
    assert await states(house.database) == {"sent": 7}


async def test_one_alarm_and_the_end_of_it(house: House, caplog: pytest.LogCaptureFixture) -> None:
    Refusing(house)
    for chat in range(5):
        await post(house, str(chat), "hello")
    with caplog.at_level(logging.WARNING, "bot.breaker"):
        for _ in range(3):
            await house.settle()
        house.channel.before_send = None
        await house.settle()
    assert [record.levelname for record in caplog.records] == ["CRITICAL", "WARNING"]
