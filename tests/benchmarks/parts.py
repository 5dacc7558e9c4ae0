"""Where the CPU time goes: a look at the running code at every millisecond of CPU."""

import asyncio
import json
import os
import signal
from collections import Counter
from pathlib import Path
from types import FrameType

VARIABLE = "BENCH_PARTS"  # the file to write into
EVERY = 0.001  # seconds of CPU

TASKS = {
    "App._poll": "receive",
    "Receiver.receive": "receive",
    "Telegram._answer": "answer taps",
    "Dispatcher._drain_chat": "turn",
    "Delivery._send": "send",
    "Delivery._deliver": "outbox",
    "Delivery._mark_soon": "outbox",
}
LAYERS = {
    "database": ("/sqlalchemy/", "/asyncpg/", "/storage/"),
    "texts": ("/fluent/", "/babel/", "/bot/texts.py"),
    "network": ("/aiohttp/", "/aiogram/", "/bot/channels/"),
    "own code": ("/bot/", "/benchmarks/journey.py"),
}


class Sampler:
    """Counts samples by task and layer until `write`."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    @classmethod
    def start_if_asked(cls) -> "Sampler | None":
        if VARIABLE not in os.environ:
            return None
        sampler = cls()
        signal.signal(signal.SIGPROF, sampler._look)
        signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
        return sampler

    def write(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        Path(os.environ[VARIABLE]).write_text(json.dumps(self._counts), "utf-8")

    def _look(self, _: int, frame: FrameType | None) -> None:
        self._counts[_part(frame)] += 1


def shares(path: Path) -> dict[str, float]:
    """Each part's share of all samples that were written, the largest first."""
    counts: Counter[str] = Counter(json.loads(path.read_text("utf-8")))
    return {part: count / counts.total() for part, count in counts.most_common()}


def _part(frame: FrameType | None) -> str:
    """`turn: database` and the like; the innermost frame of a known layer decides."""
    task = asyncio.current_task()
    name = getattr(task.get_coro(), "__qualname__", "") if task else ""
    while frame is not None:
        file = frame.f_code.co_filename
        for layer, places in LAYERS.items():
            if any(place in file for place in places):
                return f"{TASKS.get(name, 'other')}: {layer}"
        frame = frame.f_back
    return "event loop"
