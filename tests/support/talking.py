"""People who ask the bot something now and then, and how long its answers take."""

import asyncio
from collections.abc import Sequence
from random import Random

from tests.support.town import WORDS, AnyPhone

PATIENCE = 120.0  # seconds of the loop after which an answer counts as lost
AT_LEAST, ABOUT = 2.0, 1.0  # seconds between two questions of one person: so much, and by chance


class Talk:
    """So many conversations until `stop()`; `seconds` has how long each answer took."""

    def __init__(self, phones: Sequence[AnyPhone]) -> None:
        self.seconds: list[float] = []
        self._over = asyncio.Event()
        self._tasks = [
            asyncio.create_task(self._go_on(phone, Random(place)))
            for place, phone in enumerate(phones)
        ]

    async def stop(self) -> list[float]:
        """End when everybody has been answered.  Raises TimeoutError where somebody has not."""
        self._over.set()
        await asyncio.gather(*self._tasks)
        return self.seconds

    async def _go_on(self, phone: AnyPhone, chance: Random) -> None:
        while not self._over.is_set():
            await asyncio.sleep(AT_LEAST + chance.expovariate(1 / ABOUT))
            self.seconds.append(await _asked(phone))


async def _asked(phone: AnyPhone) -> float:
    loop, before = asyncio.get_running_loop(), phone.turn
    began = loop.time()
    await phone.say("/menu")
    while not any(shown.turn > before and shown.text != WORDS for shown in phone.screen()):
        last = phone.last() if phone.screen() else None
        await phone.heard(after=last, timeout=PATIENCE)
    return loop.time() - began


def percentile(seconds: Sequence[float], share: float) -> float:
    """The time within which this share of the answers came."""
    return sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))]
