"""Figures for those who watch over the bot; no name, no text, no token among them."""

from typing import Protocol

from prometheus_client import CollectorRegistry, Gauge, generate_latest

from bot.clock import Clock
from bot.delivery import Delivery
from bot.dispatch import Dispatcher
from storage import letters
from storage.engine import Database


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
        self._letters = self._gauge(
            "letters", "letters by bot and outcome since the start", "bot", "state"
        )
        self._held = self._gauge("bot_held", "1 if this process sends for the bot", "bot")

    def _gauge(self, name: str, about: str, *labels: str) -> Gauge:
        return Gauge(f"monawile_{name}", about, labels, registry=self.registry)

    async def health(self) -> dict[str, str | int | float]:
        """Raises what the database raises when it does not answer."""
        async with self._of.database.reading() as session:
            _, age = await letters.queue(session, self._of.clock.now())
        held = sum(delivery.held is not None for delivery in self._of.deliveries.values())
        return {"status": "ok", "outbox_age_seconds": round(age, 1), "bots_held": held}

    async def text(self) -> bytes:
        """All figures in the exposition format of Prometheus."""
        async with self._of.database.reading() as session:
            waiting, age = await letters.queue(session, self._of.clock.now())
        self._waiting.set(waiting)
        self._age.set(age)
        self._handled.set(self._of.dispatcher.handled)
        self._failed.set(self._of.dispatcher.failed)
        for bot, delivery in self._of.deliveries.items():
            self._held.labels(bot).set(int(delivery.held is not None))
            for state, count in delivery.counted.items():
                self._letters.labels(bot, state).set(count)
        return generate_latest(self.registry)
