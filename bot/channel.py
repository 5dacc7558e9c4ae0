"""A messenger, as the rest of the house sees it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.messages import Incoming, Outgoing, Receipt

Event = Incoming | Receipt

Receive = Callable[[Sequence[Event]], Awaitable[None]]
"""Takes a batch; returns once all of it is stored.  Raises: nothing is stored, deliver it again."""

Welcome = Callable[[Incoming], Awaitable[Outgoing | None]]
"""The message for somebody who opens the chat for the first time (Viber sends it in its answer)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a messenger can carry.  Sizes are characters, never bytes."""

    text: int
    caption: int
    choices: int  # buttons under one message
    label: int  # characters that stay readable on a button
    edits: bool  # a sent message can be changed in place
    every_keyboard: bool  # the keyboard must be sent with every message
    per_second: float  # messages of the whole bot
    per_chat: float  # messages to one chat in a second
    chat_burst: int  # messages to one chat that may follow at once
    phone_proves: bool  # a shared phone number is proven to be the sender's own
    broadcast: int = 1  # receivers of one call for identical bodies
    calls_per_second: float = 1.0  # of such calls
    voices: bool = True  # voice messages of people reach a bot
    file_caption: int = 0  # text beside a document; 0: a document stands alone


@dataclass(frozen=True, slots=True)
class Sent:
    """The messenger took the message; `ref` is its id for edits and receipts.

    `charged` is the messenger's own word on whether it costs, None where it says nothing.
    """

    ref: str
    charged: bool | None = None


@dataclass(frozen=True, slots=True)
class HookAnswer:
    """The HTTP answer to a webhook call."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"


class Channel(Protocol):
    """One bot on one messenger.  Adapters translate; they decide nothing."""

    @property
    def bot(self) -> str:
        """Our id of this bot, stored with accounts and letters."""

    @property
    def limits(self) -> Limits: ...

    async def open(self, receive: Receive, welcome: Welcome) -> None:
        """Check the token and get ready.  Raises Misconfigured."""

    async def run(self) -> None:
        """Poll until cancelled; with a webhook, just wait.  Finishes storing what it holds."""

    async def hook(
        self, headers: Mapping[str, str], query: Mapping[str, str], body: bytes
    ) -> HookAnswer:
        """Take one webhook call.  A bad signature is 403 and has no effect."""

    async def send(self, chat: str, message: Outgoing) -> Sent:
        """Send one message that fits the limits.  Raises one of the four send errors."""

    async def acknowledge(self, event: Incoming) -> None:
        """Stop the spinner on a tapped button; best effort, never raises."""

    def link(self, code: str) -> str:
        """The address that opens the chat with a code; '' before `open` or if there is none."""

    async def fetch(self, media: str) -> bytes:
        """The bytes behind a reference from an Incoming, at most 20 MB.  Raises a send error."""

    async def close(self) -> None: ...


class Broadcasts(Protocol):
    """What a channel with `limits.broadcast` above 1 offers besides."""

    async def broadcast(
        self, chats: Sequence[str], message: Outgoing
    ) -> "Mapping[str, Sent | SendError | None]":
        """Send identical bodies; tells for every chat what became of it, and raises no send error.

        None: this bot may not send to many at a time, and has to write to this chat alone.
        """


class SendError(Exception):
    """A message did not go out.  The class says what to do; `reason` is a short code for reports.

    SendError
     +- TryAgain       later, after `after` seconds; the whole bot waits when `whole_bot`
     +- Unreachable    this person cannot be written to until they write again
     +- Refused        this message is wrong; sending it again would fail again
     +- Misconfigured  the bot itself cannot send: stop and call somebody
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TryAgain(SendError):
    def __init__(
        self, reason: str, after: float = 1.0, *, whole_bot: bool = False, unknown: bool = False
    ) -> None:
        super().__init__(reason)
        self.after = after
        self.whole_bot = whole_bot
        self.unknown = unknown  # it may have arrived: a repeat may double it


class Unreachable(SendError):
    pass


class Refused(SendError):
    pass


class Misconfigured(SendError):
    pass
