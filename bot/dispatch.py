"""Turns run here: one chat in order, many chats at once, one transaction each."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from sqlalchemy.exc import DBAPIError

from bot.asked import Asked
from bot.clock import Clock
from bot.messages import Heard, Incoming, Wants
from bot.replies import misfit
from bot.turns import Turns
from storage import mail, people
from storage.engine import RETRIES, Database, is_busy
from storage.mail import Arrival
from storage.media import Owner

log = logging.getLogger(__name__)

ASKED_FOR = {Heard.AUDIO: Wants.AUDIO, Heard.VIDEO: Wants.VIDEO, Heard.FILE: Wants.FILE}

AT_ONCE = 8  # turns at a time in one process; each holds a database connection
LOOK_SECONDS = 5.0  # how often chats are sought that nobody woke us for

Sending = Callable[[str], None]
Fetch = Callable[[Incoming, Owner], Awaitable[Incoming]]
"""Fetches and stores a photo, a recording or a file.

The event comes back with our media id, or '' if it was not stored.
"""


class Unfetched(Exception):
    """The turn needs something that was sent, and fetching is no work for a transaction."""

    def __init__(self, id: int, heard: Incoming, owner: Owner) -> None:
        super().__init__("not fetched yet")
        self.id = id
        self.heard = heard
        self.owner = owner


class Dispatcher:
    """Takes open events to the journeys.

    `sending(bot)` is called when a turn has put letters into the outbox.
    """

    def __init__(
        self,
        database: Database,
        turns: Turns,
        clock: Clock,
        sending: Sending,
        fetch: Fetch,
    ) -> None:
        self._database = database
        self._turns = turns
        self._clock = clock
        self._sending = sending
        self._fetch = fetch
        self._chats: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._waiting: dict[tuple[str, str], int] = {}
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._closing = False
        self.failed = 0
        self.handled = 0

    def wake(self, bot: str, chat: str, events: int = 1) -> None:
        """So many events have arrived in this chat."""
        if self._closing:
            return
        key = (bot, chat)
        self._waiting[key] = self._waiting.get(key, 0) + events
        if key not in self._chats:
            self._chats[key] = asyncio.create_task(self._drain_chat(key))

    async def run(self) -> None:
        """Look after chats nobody woke us for: a restart, another process's crash."""
        while True:
            try:
                await self.look()
            except Exception:
                log.exception("turn: the database refused to be looked at, trying again")
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self) -> None:
        """Wake every chat with an open event."""
        async with self._database.reading() as session:
            waiting = await mail.open_chats(session)
        for bot, chat, events in waiting:
            if (bot, chat) not in self._chats:
                self.wake(bot, chat, events)

    async def settle(self) -> None:
        """Wait until no turn is running and nothing that was woken is left."""
        while self._chats:
            await asyncio.wait(list(self._chats.values()))

    async def close(self) -> None:
        """Finish the turns in work; the events after them stay open for the next process."""
        await self.settle()
        self._closing = True

    async def _drain_chat(self, key: tuple[str, str]) -> None:
        """As many turns as there were events; looking for one more would cost a query each time."""
        try:
            while self._waiting[key] > 0:
                self._waiting[key] -= 1
                if not await self._turn(*key):
                    return
        except Exception:
            log.exception("turn: the database refused; the event stays open")
        finally:
            del self._chats[key], self._waiting[key]

    async def _turn(self, bot: str, chat: str) -> bool:
        """Handle the chat's oldest event; False if there was none."""
        fetched: dict[int, Incoming] = {}
        attempt = 1
        while True:
            try:
                async with self._slots:
                    return await self._try(bot, chat, fetched)
            except Unfetched as wanted:
                fetched[wanted.id] = await self._fetched(wanted)
                continue
            except people.Conflict:
                if attempt == RETRIES:
                    raise
            except DBAPIError as error:
                if attempt == RETRIES or not is_busy(error):
                    raise
            attempt += 1

    async def _fetched(self, wanted: Unfetched) -> Incoming:
        """The event with our media id, or without: then the script asks for it again."""
        try:
            return await self._fetch(wanted.heard, wanted.owner)
        except Exception as error:
            log.error("turn: a %s was not stored: %s", wanted.heard.heard, type(error).__name__)
            return replace(wanted.heard, media="")

    async def _try(self, bot: str, chat: str, fetched: dict[int, Incoming]) -> bool:
        arrival: Arrival | None = None
        try:
            async with self._database.writing() as session:
                arrival = await mail.oldest_open(session, bot, chat)
                if arrival is None:
                    return False
                heard = _ready(arrival, fetched)
                said = await self._turns.take(session, arrival, heard, self._clock.now())
                await mail.finish_event(session, arrival.id)
        except people.Conflict:
            raise
        except Exception as error:
            if arrival is None or _passes(error):
                raise
            log.error("turn: %s failed", arrival.event, exc_info=_without_words(error))
            await self._set_aside(arrival, bot, chat)
            return True
        self.handled += 1
        if said:
            self._sending(bot)
        return True

    async def _set_aside(self, arrival: Arrival, bot: str, chat: str) -> None:
        """Count the failure; after the third the event is failed, one apology goes out."""
        async with self._database.writing() as session:
            attempts = await mail.count_failure(session, arrival.id)
            if attempts < mail.ATTEMPTS:
                self.wake(bot, chat)
                return
            await mail.finish_event(session, arrival.id, "failed")
            self.failed += 1
            with suppress(Exception):
                heard = Incoming.from_json(arrival.payload)
                async with session.begin_nested():
                    await self._turns.apologise(session, arrival, heard, self._clock.now())
        self._sending(bot)


def _ready(arrival: Arrival, fetched: dict[int, Incoming]) -> Incoming:
    """The event; what was sent is fetched before the transaction and known by our media id."""
    heard = Incoming.from_json(arrival.payload)
    asked = (arrival.draft_state or {}).get("asked") or {}
    if heard.heard in ASKED_FOR:
        heard = _wanted(heard, asked if asked.get("account") == arrival.account_id else {})
    if heard.heard not in (Heard.PHOTO, *ASKED_FOR) or not heard.media:
        return heard
    if arrival.id not in fetched:
        question = f"{arrival.draft_script}:{arrival.draft_subject}:{asked.get('name', '')}"
        raise Unfetched(arrival.id, heard, Owner(arrival.person_id, question))
    return fetched[arrival.id]


def _wanted(heard: Incoming, asked: dict[str, Any]) -> Incoming:
    """It is taken only where it is asked for, and what does not fit is never fetched."""
    if asked.get("wants") != ASKED_FOR[heard.heard]:
        return replace(heard, heard=Heard.OTHER)
    return replace(heard, media="") if misfit(Asked.from_json(asked), heard) else heard


def _passes(error: Exception) -> bool:
    """Errors that are not the event's fault: it stays open and is tried again."""
    if isinstance(error, Unfetched):
        return True
    return isinstance(error, DBAPIError) and (error.connection_invalidated or is_busy(error))


def _without_words(error: Exception) -> Exception:
    """The same trace without the message, which may quote what a citizen wrote."""
    return Exception(type(error).__name__).with_traceback(error.__traceback__)
