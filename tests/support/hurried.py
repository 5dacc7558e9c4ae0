"""An event loop in which waiting takes no time: when nothing can happen now, its clock jumps.

Sockets of this machine and threads are waited for as ever, so the real bot and the simulator run
in it unchanged, and an hour of their timers passes in the seconds their work takes.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")

START = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


class Selector(selectors.DefaultSelector):
    """Jumps over the time in which no event would come."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0
        self.threads = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        events = super().select(0)
        if events or timeout == 0:
            return events
        if self.threads or timeout is None:
            return super().select(None)
        self.passed += max(timeout, 0.0)
        return []


class Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._jumping = Selector()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.passed

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> Any:  # type: ignore[override]
        """Threads work in real time: until they are done no time passes here."""
        self._jumping.threads += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._returned)
        return future

    def _returned(self, future: Any) -> None:
        self._jumping.threads -= 1


class LoopClock:
    """The running loop's time as a Clock."""

    def now(self) -> datetime:
        return START + timedelta(seconds=asyncio.get_running_loop().time())

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(max(0.0, seconds))


def hurried(work: Coroutine[Any, Any, T]) -> T:
    """Run this in a loop of its own."""
    with asyncio.Runner(loop_factory=Loop) as runner:
        return runner.run(work)
