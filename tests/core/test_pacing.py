"""Slots under load: the pace as it is meant, answers at once, and never more than is allowed."""

import asyncio
from dataclasses import replace
from random import Random

import pytest

from bot.pacing import Pacer
from storage.tables.mail import BULK, REPLY
from tests.support.fake_channel import LIMITS
from tests.support.hurried import LoopClock, hurried

PACE, ALLOWED = 28, 30
TELEGRAM = replace(LIMITS, per_second=PACE, per_chat=1, chat_burst=3)


class Crowd:
    """Many messages to many chats at once; when each was sent, and how long each answer waited."""

    def __init__(self) -> None:
        self.pacer = Pacer(TELEGRAM, LoopClock())
        self.times: list[float] = []
        self.waits: list[float] = []

    async def bulk(self, count: int) -> None:
        await asyncio.gather(*(self._send(BULK, f"b{n}") for n in range(count)))

    async def answers(self, gaps: list[float]) -> None:
        for place, gap in enumerate(gaps):
            await asyncio.sleep(gap)
            began = asyncio.get_running_loop().time()
            await self._send(REPLY, f"a{place}")
            self.waits.append(self.times[-1] - began)

    async def _send(self, lane: int, chat: str) -> None:
        await self.pacer.slot(lane, chat)
        self.times.append(asyncio.get_running_loop().time())

    def most_in_a_second(self) -> int:
        times = sorted(self.times)
        return max(sum(at <= other < at + 1 for other in times) for at in times)


@pytest.mark.parametrize("seed", range(5))
def test_answers_wait_for_nobody_and_the_limit_holds(seed: int) -> None:
    chance = Random(seed)
    gaps = [0.01 + chance.expovariate(3) for _ in range(40)]

    async def busy() -> Crowd:
        crowd = Crowd()
        await asyncio.gather(crowd.bulk(500), crowd.answers(gaps))
        return crowd

    crowd = hurried(busy())
    assert crowd.most_in_a_second() <= ALLOWED
    assert len(crowd.times) / max(crowd.times) > PACE - 0.5, "answers are part of the pace"
    assert sorted(crowd.waits)[len(gaps) // 2] < 0.001, "the next slot is an answer's at once"
    assert max(crowd.waits) < 2.1 / PACE


def test_a_hold_stops_everything_and_is_followed_by_no_burst() -> None:
    async def held() -> Crowd:
        crowd = Crowd()
        crowd.pacer.hold(7)
        await asyncio.gather(crowd.bulk(60), crowd.answers([0.1]))
        return crowd

    crowd = hurried(held())
    assert min(crowd.times) >= 7 and crowd.most_in_a_second() <= ALLOWED
    assert crowd.pacer.held_seconds == 7


def test_chats_that_may_be_written_to_again_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.pacing.REMEMBERED", 5)

    async def many() -> int:
        pacer = Pacer(TELEGRAM, LoopClock())
        for chat in range(20):
            await pacer.slot(BULK, str(chat))
            await asyncio.sleep(1)
            pacer.chat_wait("0")
        return len(pacer._chats)

    assert hurried(many()) <= 6


def test_calls_to_many_have_a_pace_of_their_own() -> None:
    async def calls() -> list[float]:
        pacer = Pacer(replace(TELEGRAM, calls_per_second=0.5, chat_burst=1), LoopClock())
        loop, times = asyncio.get_running_loop(), []
        for _ in range(3):
            await pacer.call(["a", "b"])
            times.append(round(loop.time(), 3))
        assert not pacer.may_get("a") and pacer.may_get("c")
        return times

    assert hurried(calls()) == [0, 2, 4]
