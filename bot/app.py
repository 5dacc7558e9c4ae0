"""The composition root: the only place where concrete parts meet."""

import asyncio
import gc
import hashlib
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import handlers
from bot.channel import Channel, Event, SendError
from bot.channels.viber import Viber, ViberSettings
from bot.clock import Clock
from bot.content.course import read_all
from bot.content.handbook import handbook
from bot.delivery import Delivery
from bot.digests import Digests
from bot.dispatch import Dispatcher
from bot.jobs import Workers
from bot.journey import Fresh, Journey
from bot.media import MediaStore
from bot.messages import Heard, Incoming, Outgoing
from bot.metrics import Metrics
from bot.receive import Receiver
from bot.schedule import Schedule
from bot.settings import Settings
from bot.texts import Texts
from bot.tools import WorkTools
from bot.turns import Turns
from bot.web.certificates import Certificates
from bot.web.doors import Doors
from bot.web.results import Results
from bot.web.server import HttpServer
from storage.bell import Bell
from storage.digests import KIND
from storage.engine import Database, Secrets
from storage.letters import Claimed
from storage.media import Owner

log = logging.getLogger(__name__)

REFUSED_SECONDS = 30.0  # a second poller or a revoked token: somebody has to act first
ANSWER_SECONDS = 5.0  # for the last answers when stopping; the rest waits for the next process


@dataclass(frozen=True, slots=True)
class Parts:
    """What the house is built from; tests and the benchmark put in their own."""

    journeys: Mapping[str, Journey]
    texts: Texts
    channels: Sequence[Channel]


class App:
    """One process: receives, takes turns, ticks, delivers; `work` does its slow work."""

    def __init__(
        self, settings: Settings, clock: Clock, parts: Parts, media: MediaStore, database: Database
    ) -> None:
        self.clock, self.database, self.media = clock, database, media
        self.channels = {channel.bot: channel for channel in parts.channels}
        limits = {bot: channel.limits for bot, channel in self.channels.items()}
        turns = Turns(parts.texts, parts.journeys, limits, media.public_url)
        self.bell = Bell(database, self._wake)
        self.dispatcher = Dispatcher(database, turns, clock, self.sending, self._take)
        self.receiver = Receiver(database, clock, self.dispatcher.wake)
        tools = WorkTools(database, parts.texts, clock, media, limits)
        digests = Digests(parts.texts, clock, Freshness(handlers.fresh()))
        fresh = Freshness({**handlers.fresh(), KIND: digests.fresh})
        self.deliveries = {
            bot: Delivery(channel, database, clock, media.ready, fresh)
            for bot, channel in self.channels.items()
        }
        due_work = {**handlers.due_work(), KIND: digests.write}
        self.schedule = Schedule(database, clock, due_work, tools, limits, self.sending_all)
        wakes = self.dispatcher.wake, self.sending_all
        self.workers = Workers(
            database, clock, handlers.job_work(), tools, *wakes, handlers.lost_work()
        )
        self.work: Callable[[], Coroutine[Any, Any, None]] = self.workers.run
        self.metrics = Metrics(self)
        self.web = HttpServer(
            self.channels,
            media,
            self.metrics.health,
            self.metrics.text,
            hook_secret=hook_path(settings),
        )
        self.doors = Doors(
            database, parts.texts, clock, list(self.channels), self.link, settings.public_url
        )
        self.web.more.extend(self.doors.routes())
        self.web.more.extend(Results(database, parts.texts, clock, media).routes())
        zone = ZoneInfo(settings.time_zone)
        self.web.more.extend(Certificates(database, parts.texts, clock, zone).routes())
        self._texts = parts.texts
        self._taking: list[asyncio.Task[None]] = []
        self._giving: list[asyncio.Task[None]] = []

    def link(self, bot: str, code: str) -> str:
        """The address that opens the bot's chat with a code."""
        return self.channels[bot].link(code)

    def sending(self, bot: str) -> None:
        """There is something in this bot's outbox; whoever holds the bot is to send it."""
        self._wake(bot)
        if bot in self.deliveries and self.deliveries[bot].held is None:
            self.bell.ring(bot)

    def sending_all(self) -> None:
        for bot in self.deliveries:
            self.sending(bot)

    def _wake(self, bot: str) -> None:
        if bot in self.deliveries:
            self.deliveries[bot].wake()

    async def start(self) -> None:
        """Begin everything but listening on a port."""
        handbook()  # a tenth of a second, which no turn should wait for
        read_all(self._texts.languages)
        for bot, channel in self.channels.items():
            await channel.open(self.receive, self._welcome)
            await self.deliveries[bot].take_hold()
            self._taking.append(asyncio.create_task(self._poll(bot, channel)))
            self._giving.append(asyncio.create_task(self.deliveries[bot].run()))
        self._taking.append(asyncio.create_task(self.dispatcher.run()))
        self._taking.append(asyncio.create_task(self.work()))
        self._taking.append(asyncio.create_task(self.bell.run()))
        await self.schedule.start()
        gc.freeze()  # what is here stays: to look for cycles in it would hold up every reply

    async def stop(self) -> None:
        """Stop taking, finish the turns in work and the letters they wrote, then let go."""
        await self.schedule.stop()
        await _end(self._taking)
        await self.web.stop()
        await self.receiver.close()
        await self.dispatcher.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(ANSWER_SECONDS):
                await asyncio.gather(*(each.settle() for each in self.deliveries.values()))
        await _end(self._giving)
        for bot, channel in self.channels.items():
            await self.deliveries[bot].close()
            await channel.close()
        await self.database.close()

    async def receive(self, events: Sequence[Event]) -> None:
        """Store what a channel brings; then the tapped buttons stop waiting."""
        await self.receiver.receive(events)
        for event in events:
            if isinstance(event, Incoming) and event.heard is Heard.TAP:
                await self.channels[event.bot].acknowledge(event)

    async def _poll(self, bot: str, channel: Channel) -> None:
        """Receive as long as this process holds the bot; one token has one poller."""
        while True:
            if self.deliveries[bot].held is not None:
                try:
                    await channel.run()
                except SendError as error:
                    log.error("receiving: %s refuses us: %s", bot, error.reason)
                    await asyncio.sleep(REFUSED_SECONDS)
            await asyncio.sleep(1)

    async def _take(self, heard: Incoming, owner: Owner) -> Incoming:
        return await self.media.take(self.channels, heard, owner)

    async def _welcome(self, heard: Incoming) -> Outgoing | None:
        language = self._texts.known(heard.language)
        return handlers.first_words(language, self._texts)


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


class Freshness:
    """Asks the subject of a letter whether what the letter says still holds."""

    def __init__(self, checks: Mapping[str, Fresh]) -> None:
        self._checks = checks

    async def __call__(self, session: Any, letter: Claimed) -> bool:
        kind, _, id = letter.subject.partition(":")
        check = self._checks.get(kind)
        return check is None or await check(session, id, letter.version)


def secret(settings: Settings, purpose: str) -> bytes:
    """A key for one purpose, derived from SECRET_KEY."""
    assert settings.secret_key is not None
    base = settings.secret_key.get_secret_value().encode()
    return hashlib.blake2b(purpose.encode(), key=base[:64], digest_size=32).digest()


def hook_path(settings: Settings) -> str:
    """The secret part of Telegram's webhook address."""
    return secret(settings, "telegram webhook").hex()[:32]


def open_database(settings: Settings) -> Database:
    secrets = Secrets(secret(settings, "identity"), settings.vote_keys_dir)
    return Database(settings.database_url, secrets=secrets)


def open_media(settings: Settings, database: Database, clock: Clock) -> MediaStore:
    return MediaStore(
        database,
        settings.data_dir,
        clock,
        key=secret(settings, "media"),
        public_url=settings.public_url,
    )


def real_channels(
    settings: Settings, clock: Clock, media: MediaStore, texts: Texts
) -> list[Channel]:
    """The messengers whose tokens are set."""
    channels: list[Channel] = []
    if settings.telegram_token:
        channels.append(_telegram(settings, clock, media, texts))
    if settings.viber_token:
        viber = ViberSettings(
            token=settings.viber_token.get_secret_value(),
            sender=str(texts.text(texts.languages[0], "core-name")),
            api_url=settings.viber_api_url,
            webhook_url=f"{settings.public_url.rstrip('/')}/viber",
        )
        channels.append(Viber(viber, clock))
    return channels


def _telegram(settings: Settings, clock: Clock, media: MediaStore, texts: Texts) -> Channel:
    # Its library takes seconds to import, for which a command without Telegram need not wait.
    from bot.channels.telegram import Telegram, TelegramSettings

    assert settings.telegram_token is not None
    webhook = f"{settings.public_url.rstrip('/')}/telegram/{hook_path(settings)}"
    given = settings.telegram_webhook_secret
    telegram = TelegramSettings(
        token=settings.telegram_token.get_secret_value(),
        api_url=settings.telegram_api_url,
        webhook_url=webhook if settings.telegram_mode == "webhook" else "",
        webhook_secret=given.get_secret_value() if given else "",
        commands=commands(texts),
    )
    return Telegram(telegram, clock, media.load)


def commands(texts: Texts) -> dict[str, dict[str, str]]:
    """The words of Telegram's command menu."""
    return {
        language: {
            "menu": str(texts.text(language, "command-menu")),
            "help": str(texts.text(language, "command-help")),
            "language": str(texts.text(language, "command-language")),
            "stop": str(texts.text(language, "command-stop")),
        }
        for language in texts.languages
    }


def build(
    settings: Settings,
    clock: Clock,
    texts: Texts,
    channels: Sequence[Channel] | None = None,
    database: Database | None = None,
) -> App:
    """The real house, not yet started."""
    database = database or open_database(settings)
    media = open_media(settings, database, clock)
    chosen = real_channels(settings, clock, media, texts) if channels is None else channels
    return App(settings, clock, Parts(handlers.journeys(), texts, chosen), media, database)
