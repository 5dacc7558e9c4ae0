"""Viber over its REST API."""

import asyncio
import hashlib
import hmac
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from bot.channel import (
    Event,
    HookAnswer,
    Limits,
    Receive,
    Refused,
    SendError,
    Sent,
    Welcome,
)
from bot.channels.viber_api import ALONE, ViberApi, charged, refusal
from bot.channels.viber_events import read_event
from bot.channels.viber_messages import LARGEST_BODY, encoded, payload
from bot.channels.viber_text import LONGEST, LONGEST_CAPTION
from bot.clock import Clock
from bot.messages import Heard, Incoming, Outgoing

log = logging.getLogger(__name__)

SIGNATURE_HEADER = "X-Viber-Content-Signature"

# REST API: text 7000, caption 768, 300 receivers.  A keyboard of more than 12 rows does not fit
# an upright telephone; two are left for the menu.  The rate of single messages is not published.
# 500 broadcasts in ten seconds are allowed; each brings up to 600 receipts back, so one a second.
LIMITS = Limits(
    text=LONGEST,
    caption=LONGEST_CAPTION,
    choices=10,
    label=40,
    edits=False,
    every_keyboard=True,
    per_second=30.0,
    per_chat=1.0,
    chat_burst=5,
    phone_proves=False,
    broadcast=300,
    calls_per_second=1.0,
    voices=False,
)

# `message`, `subscribed` and `unsubscribed` always come.
EVENTS = ("delivered", "seen", "failed", "conversation_started")

# Viber puts names and ids in the place of such words in a broadcast, also where a citizen wrote
# them.
PLACEHOLDER = b"replace_me_with_"
DISARMED = b"replace me with "


@dataclass(frozen=True, slots=True, kw_only=True)
class ViberSettings:
    """One bot.  `sender` is the name above its messages, at most 28 characters."""

    token: str = field(repr=False)
    sender: str
    bot: str = "viber"
    api_url: str = "https://chatapi.viber.com/pa"
    webhook_url: str = field(default="", repr=False)


async def _not_open(events: Sequence[Event]) -> None:
    raise RuntimeError("the channel is not open")


async def _no_welcome(event: Incoming) -> None:
    return None


class Viber:
    """The Viber channel; it has no polling, so its web server must run first."""

    def __init__(self, settings: ViberSettings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._api = ViberApi(settings.token, settings.api_url)
        self._receive: Receive = _not_open
        self._uri = ""
        self._welcome: Welcome = _no_welcome

    @property
    def bot(self) -> str:
        return self._settings.bot

    @property
    def limits(self) -> Limits:
        return LIMITS

    async def open(self, receive: Receive, welcome: Welcome) -> None:
        """Check the token and register the webhook, if a URL is set.

        Raises Misconfigured, or TryAgain while Viber is out of reach.
        """
        self._receive = receive
        self._welcome = welcome
        self._uri = str((await self._api.call("get_account_info", {})).get("uri", ""))
        if self._settings.webhook_url:
            await self.register()

    def link(self, code: str) -> str:
        """Deep link: the code comes back as `context` of conversation_started."""
        uri, context = quote(self._uri), quote(code)
        return f"viber://pa?chatURI={uri}&context={context}" if self._uri else ""

    async def register(self) -> None:
        """Tell Viber our URL.  It calls `hook` before this returns."""
        await self._api.call(
            "set_webhook",
            {
                "url": self._settings.webhook_url,
                "event_types": EVENTS,
                "send_name": True,
                "send_photo": False,
            },
        )

    async def run(self) -> None:
        await asyncio.Event().wait()

    async def hook(
        self, headers: Mapping[str, str], query: Mapping[str, str], body: bytes
    ) -> HookAnswer:
        """Take one event: 200 when it is stored, 503 for Viber to bring it again.

        The answer to `conversation_started` carries the welcome; no other way reaches somebody
        who has not written yet.
        """
        if not self._is_viber(headers.get(SIGNATURE_HEADER, ""), body):
            return HookAnswer(403)
        try:
            event = read_event(self.bot, json.loads(body), self._clock.now())
        except (ValueError, RecursionError):
            return HookAnswer(400)
        if event is None:
            return HookAnswer()
        try:
            await self._receive([event])
        except Exception as error:
            log.warning("viber: an event was not stored: %s", _code(error))
            return HookAnswer(503)
        if isinstance(event, Incoming) and event.heard is Heard.START and event.welcomed:
            return await self._greet(event)
        return HookAnswer()

    async def send(self, chat: str, message: Outgoing) -> Sent:
        body = self._payload(message)
        answer = await self._api.call("send_message", {"receiver": chat, **body})
        return Sent(str(answer.get("message_token", "")), charged(answer))

    async def broadcast(
        self, chats: Sequence[str], message: Outgoing
    ) -> Mapping[str, Sent | SendError | None]:
        """Send identical bodies, in as many calls as size and the limit of receivers ask for.

        Tells for every chat what became of it, None where Viber does not let us broadcast; all of
        one call share one message id.
        """
        try:
            body = self._payload(message)
        except SendError as error:
            return dict.fromkeys(chats, error)
        outcome: dict[str, Sent | SendError | None] = {}
        for group in _groups(chats, LARGEST_BODY - len(encoded(body))):
            outcome |= await self._broadcast(group, body)
        return outcome

    async def acknowledge(self, event: Incoming) -> None:
        """Nothing to do: a pressed button does not wait."""

    async def fetch(self, media: str) -> bytes:
        """Download from the URL of an event, within the hour.  Raises Refused beyond 20 MB."""
        return await self._api.download(media)

    async def close(self) -> None:
        await self._api.close()

    def _is_viber(self, given: str, body: bytes) -> bool:
        key = self._settings.token.encode()
        expected = hmac.new(key, body, hashlib.sha256).hexdigest()
        theirs = given.strip().lower().encode(errors="surrogateescape")
        return hmac.compare_digest(theirs, expected.encode())

    async def _greet(self, event: Incoming) -> HookAnswer:
        try:
            message = await self._welcome(event)
            return HookAnswer(body=encoded(self._payload(message)) if message else b"")
        except Exception as error:
            # The event is stored; without a welcome the person simply writes first.
            log.warning("viber: no welcome: %s", _code(error))
            return HookAnswer()

    def _payload(self, message: Outgoing) -> dict[str, Any]:
        attached = message.picture or message.document
        if attached and not attached.url:
            raise Refused("file_without_url")
        return payload(message, self._settings.sender)

    async def _broadcast(
        self, chats: Sequence[str], body: Mapping[str, Any]
    ) -> dict[str, Sent | SendError | None]:
        content = encoded({"broadcast_list": chats, **body})
        try:
            answer = await self._api.call(
                "broadcast_message", content.replace(PLACEHOLDER, DISARMED)
            )
        except SendError as error:
            return dict.fromkeys(chats, None if error.reason in ALONE else error)
        sent = Sent(str(answer.get("message_token", "")))
        failed = {row["receiver"]: refusal(row) for row in answer.get("failed_list") or ()}
        return {chat: failed.get(chat) or sent for chat in chats}


def _groups(chats: Sequence[str], room: int) -> list[Sequence[str]]:
    """Chats in groups whose ids fit beside a body that leaves `room` bytes."""
    longest = max((len(encoded([chat])) for chat in chats), default=1)
    size = max(1, min(LIMITS.broadcast, (room - len('"broadcast_list":[],')) // longest))
    return [chats[at : at + size] for at in range(0, len(chats), size)]


def _code(error: Exception) -> str:
    """What may be logged: the text of a database error holds what citizens wrote."""
    return error.reason if isinstance(error, SendError) else type(error).__name__
