"""Figures for those who watch over the bot; no name, no text, no token among them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from prometheus_client import CollectorRegistry, Gauge, generate_latest

from bot.clock import Clock
from bot.delivery import Delivery
from bot.dispatch import Dispatcher
from storage import campaigns, due, jobs, queues
from storage.engine import Database
from storage.queues import Waiting
from storage.tables.mail import BULK, NOTICE, REPLY

LANES = {REPLY: "answer", NOTICE: "notice", BULK: "bulk"}
MUTE = timedelta(minutes=3)  # a bot that sends nothing for so long while letters wait tells it
LANE = ("bot", "lane")

Health = dict[str, str | int | float]


class Watched(Protocol):
    """The parts that are measured."""

    clock: Clock
    database: Database
    dispatcher: Dispatcher
    deliveries: dict[str, Delivery]


class Metrics:
    """Health and figures of one process."""

    def __init__(self, watched: Watched) -> None:
        self._of = watched
        self.registry = CollectorRegistry()
        self._handled = self._gauge("turns_handled", "events handled since the start")
        self._failed = self._gauge("turns_failed", "events set aside after three failures")
        self._waiting = self._gauge("outbox_letters", "due letters that are not sent yet")
        self._age = self._gauge("outbox_age_seconds", "how long the oldest due letter has waited")
        self._lane_waiting = self._gauge("lane_letters", "the same of one lane", *LANE)
        self._lane_age = self._gauge("lane_age_seconds", "the same of one lane", *LANE)
        self._due = self._gauge("due_rows", "reminders and other rows whose hour has come")
        self._jobs = self._gauge("jobs_open", "slow works that wait or are being done")
        self._campaigns = self._gauge("campaigns_unwritten", "begun ones with letters to write")
        self._letters = self._gauge(
            "letters", "letters by outcome and reason since the start", "bot", "state", "reason"
        )
        self._held = self._gauge("bot_held", "1 if this process sends for the bot", "bot")
        self._paused = self._gauge(
            "bot_paused_seconds", "pauses a messenger has asked for since the start", "bot"
        )
        self._broken = self._gauge("bot_broken", "1 while the bot itself cannot send", "bot")

    def _gauge(self, name: str, about: str, *labels: str) -> Gauge:
        return Gauge(f"monawile_{name}", about, labels, registry=self.registry)

    async def health(self) -> Health:
        """`status` is "mute" where a bot has sent nothing for minutes while letters wait.

        Raises what the database raises when it does not answer.
        """
        lanes = await self._lanes()
        mute = [bot for bot in self._of.deliveries if self._is_mute(bot, lanes)]
        held = sum(delivery.held is not None for delivery in self._of.deliveries.values())
        health: Health = {"status": "mute" if mute else "ok"}
        if mute:
            health["mute"] = ", ".join(mute)
        return {**health, "outbox_age_seconds": round(_oldest(lanes), 1), "bots_held": held}

    async def text(self) -> bytes:
        """All figures in the exposition format of Prometheus."""
        await self._show_work()
        self._show_queue(await self._lanes())
        self._handled.set(self._of.dispatcher.handled)
        self._failed.set(self._of.dispatcher.failed)
        for bot, delivery in self._of.deliveries.items():
            self._held.labels(bot).set(int(delivery.held is not None))
            self._paused.labels(bot).set(delivery.pacer.held_seconds)
            self._broken.labels(bot).set(int(delivery.breaker.open))
            for (state, reason), count in delivery.counted.items():
                self._letters.labels(bot, state, reason).set(count)
        return generate_latest(self.registry)

    async def _show_work(self) -> None:
        now = self._of.clock.now()
        async with self._of.database.reading() as session:
            self._due.set(await due.overdue(session, now))
            self._jobs.set(await jobs.unfinished(session))
            self._campaigns.set(await campaigns.unwritten(session, now))

    def _show_queue(self, lanes: Sequence[Waiting]) -> None:
        self._waiting.set(sum(lane.letters for lane in lanes))
        self._age.set(_oldest(lanes))
        self._lane_waiting.clear()
        self._lane_age.clear()
        for lane in lanes:
            self._lane_waiting.labels(lane.bot, LANES[lane.lane]).set(lane.letters)
            self._lane_age.labels(lane.bot, LANES[lane.lane]).set(lane.age)

    async def _lanes(self) -> Sequence[Waiting]:
        async with self._of.database.reading() as session:
            return await queues.waiting(session, self._of.clock.now())

    def _is_mute(self, bot: str, lanes: Sequence[Waiting]) -> bool:
        waits = any(lane.bot == bot and lane.age >= MUTE.total_seconds() for lane in lanes)
        return waits and self._of.deliveries[bot].mute >= MUTE


def _oldest(lanes: Sequence[Waiting]) -> float:
    return max((lane.age for lane in lanes), default=0.0)
