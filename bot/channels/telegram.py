"""Telegram, carried by aiogram.  No type of aiogram leaves this module and its helpers."""

import asyncio
import contextlib
import hmac
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteWebhook,
    GetMe,
    GetUpdates,
    SetMyCommands,
    SetWebhook,
)

from bot.channel import (
    Event,
    HookAnswer,
    Limits,
    Misconfigured,
    Receive,
    SendError,
    Sent,
    Welcome,
)
from bot.channels.telegram_api import ANSWER_SECONDS, TelegramApi
from bot.channels.telegram_sender import Load, Sender
from bot.channels.telegram_updates import ALLOWED, read_update
from bot.clock import Clock
from bot.messages import Incoming, Outgoing

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

# Bot API: 4096 and 1024 characters.  Telegram takes 100 buttons; nobody reads so many.
# 30 messages a second is the platform's limit and 28 what arrives without a 429.
LIMITS = Limits(
    text=4096,
    caption=1024,
    choices=24,
    label=36,
    edits=True,
    every_keyboard=False,
    per_second=28.0,
    per_chat=1.0,
    chat_burst=3,
    phone_proves=True,
    file_caption=1024,
)

POLL_SECONDS = 25
BATCH = 100
LONGEST_PAUSE_SECONDS = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramSettings:
    """One bot.  `webhook_url` switches from polling to webhook and then needs the secret.

    `commands` are the menu's words by language, the main language first:
    {"ka": {"menu": "..."}, "en": {"menu": "..."}}.
    """

    token: str = field(repr=False)
    bot: str = "telegram"
    api_url: str = "https://api.telegram.org"
    webhook_url: str = field(default="", repr=False)
    webhook_secret: str = field(default="", repr=False)
    commands: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


async def _not_open(events: Sequence[Event]) -> None:
    raise RuntimeError("the channel is not open")


class Telegram:
    """The Telegram channel.  `load` gives the bytes of files to send."""

    def __init__(self, settings: TelegramSettings, clock: Clock, load: Load) -> None:
        self._settings = settings
        self._clock = clock
        self._receive: Receive = _not_open
        self._username = ""
        self._api = TelegramApi(settings.token, settings.api_url)
        self._sender = Sender(self._api, load)
        self._answering: set[asyncio.Task[None]] = set()

    @property
    def bot(self) -> str:
        return self._settings.bot

    @property
    def limits(self) -> Limits:
        return LIMITS

    async def open(self, receive: Receive, welcome: Welcome) -> None:
        """Check the token, choose polling or webhook, set the command menu.

        Raises Misconfigured, or TryAgain while Telegram is out of reach.
        """
        self._receive = receive
        self._username = str((await self._api.call(GetMe, {})).get("username", ""))
        if self._settings.webhook_url:
            await self._api.call(SetWebhook, self._webhook())
        else:
            await self._api.call(DeleteWebhook, {})
        for commands in _menus(self._settings.commands):
            await self._api.call(SetMyCommands, commands)

    def link(self, code: str) -> str:
        """Deep link (Bot API, Deep linking): the code comes back in /start."""
        return f"https://t.me/{self._username}?start={code}" if self._username else ""

    async def run(self) -> None:
        """Poll until cancelled; what is in hand then is stored first.

        The offset moves only when a whole batch is stored.  A failing network or store is tried
        again ever more slowly; a wrong token or a second poller raises Misconfigured.
        """
        if self._settings.webhook_url:
            await asyncio.Event().wait()
        offset, pause = 0, 1.0
        while True:
            try:
                offset = await self._poll(offset)
                pause = 1.0
            except Misconfigured:
                raise
            except Exception as error:
                # Whatever it is, nothing was stored and Telegram keeps it for us.
                log.warning("telegram: polling failed: %s", _code(error))
                await self._clock.sleep(max(pause, getattr(error, "after", 0.0)))
                pause = min(2 * pause, LONGEST_PAUSE_SECONDS)

    async def hook(
        self, headers: Mapping[str, str], query: Mapping[str, str], body: bytes
    ) -> HookAnswer:
        """Take one update: 200 when it is stored, 503 for Telegram to bring it again."""
        if not self._is_telegram(headers.get(SECRET_HEADER, "")):
            return HookAnswer(403)
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            return HookAnswer(400)
        try:
            await self._store([update])
        except Exception as error:
            log.warning("telegram: an update was not stored: %s", _code(error))
            return HookAnswer(503)
        return HookAnswer()

    async def send(self, chat: str, message: Outgoing) -> Sent:
        """Send or, where `message.edit` names one that can still be changed, edit."""
        return await self._sender.send(chat, message)

    async def acknowledge(self, event: Incoming) -> None:
        """Stop the button's spinner, beside everything else."""
        if event.callback:
            task = asyncio.create_task(self._answer(event.callback))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)

    async def fetch(self, media: str) -> bytes:
        return await self._api.download(media)

    async def close(self) -> None:
        if self._answering:
            await asyncio.wait(self._answering)
        await self._api.close()

    async def _poll(self, offset: int) -> int:
        asked = {"offset": offset, "limit": BATCH, "timeout": POLL_SECONDS}
        updates = await self._api.call(
            GetUpdates, {**asked, "allowed_updates": ALLOWED}, POLL_SECONDS + ANSWER_SECONDS
        )
        if not updates:
            return offset
        await self._store(updates)
        return max(int(update["update_id"]) for update in updates) + 1

    async def _store(self, updates: Sequence[Any]) -> None:
        now = self._clock.now()
        read = (read_update(self.bot, update, now) for update in updates)
        if not (events := [event for event in read if event]):
            return
        storing = asyncio.ensure_future(self._receive(events))
        try:
            await asyncio.shield(storing)
        except asyncio.CancelledError:
            await storing
            raise

    def _webhook(self) -> dict[str, Any]:
        return {
            "url": self._settings.webhook_url,
            "secret_token": self._settings.webhook_secret,
            "allowed_updates": ALLOWED,
        }

    def _is_telegram(self, given: str) -> bool:
        secret = self._settings.webhook_secret
        theirs = given.encode(errors="surrogateescape")
        return bool(secret) and hmac.compare_digest(theirs, secret.encode())

    async def _answer(self, callback: str) -> None:
        with contextlib.suppress(SendError):
            await self._api.call(AnswerCallbackQuery, {"callback_query_id": callback})


def _menus(commands: Mapping[str, Mapping[str, str]]) -> list[dict[str, Any]]:
    """setMyCommands for each language, the first of them also for all others."""
    menus: list[dict[str, Any]] = []
    for language, described in commands.items():
        listed = [{"command": name, "description": text} for name, text in described.items()]
        if not menus:
            menus.append({"commands": listed})
        menus.append({"commands": listed, "language_code": language})
    return menus


def _code(error: Exception) -> str:
    """What may be logged: the text of a database error holds what citizens wrote."""
    return error.reason if isinstance(error, SendError) else type(error).__name__
