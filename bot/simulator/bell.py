"""Waking those who wait for something to happen."""

import asyncio


class Bell:
    """Any number of tasks wait; one ring wakes them all.  Ringing for nobody costs nothing."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def ring(self) -> None:
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            if not one.done():
                one.set_result(None)

    async def wait(self) -> None:
        """Return at the next ring.  Callers look at their condition first and after."""
        one = asyncio.get_running_loop().create_future()
        self._waiting.append(one)
        try:
            await one
        finally:
            if one in self._waiting:  # gave up before a ring
                self._waiting.remove(one)
