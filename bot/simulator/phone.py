"""A person's phone: what is on its screen, and waiting for the bot's answer."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from bot.simulator.bell import Bell

NUMBERED = re.compile(r"^\d+\. ")
HISTORY = 200
"""Messages a phone keeps on its screen, its own included."""


class Act(StrEnum):
    """What a button does when it is pressed."""

    DATA = "data"
    TEXT = "text"
    URL = "url"
    PHONE = "phone"
    PLACE = "place"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Key:
    """A button as the client holds it; `width` is in sixths of a row (Viber's Columns)."""

    label: str
    act: Act
    value: str = ""
    silent: bool = False
    width: int = 6


Keys = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One message on the screen, as it looked at that moment: a later edit makes a new one.

    `text` is what the person reads, `html` the same with safe markup, `image` and `file` where the
    page finds the picture and what opens at a tap, `turn` counts what happened on this phone,
    `source` is the message on the wire.
    """

    id: str
    text: str
    at: datetime
    html: str = ""
    mine: bool = False
    keys: Keys = ()
    image: str = ""
    edited: bool = False
    turn: int = 0
    file: str = ""
    source: Any = field(default=None, repr=False, compare=False)

    @property
    def buttons(self) -> list[list[str]]:
        """Rows of labels under the message."""
        return [[key.label for key in row] for row in self.keys]

    @property
    def picture(self) -> bool:
        return bool(self.image)


class NoButton(LookupError):
    """There is no such button to press now."""


class Silence(TimeoutError):
    """The bot did not answer in time."""


class Impossible(RuntimeError):
    """A person's client offers no way to do this now."""


class Phone(Protocol):
    """What a person can do, the same on every messenger."""

    name: str
    opened: list[str]
    board: Keys

    @property
    def number(self) -> str:
        """The person's own telephone number."""

    async def start(self, code: str = "") -> None:
        """Open the chat, by a link with `code`.  On Viber this is no subscription yet."""

    async def say(self, text: str) -> None: ...

    async def press(self, label: str, *, message: Shown | None = None) -> None:
        """Press the button with this label, or the only one starting with it.

        Telegram: of the newest message that has it, or of `message` as it looked then.
        Viber: of the last keyboard.  Raises NoButton.
        """

    async def touch(self, key: Key, shown: Shown | None = None) -> None:
        """Press this very button, as the page does."""

    async def share_phone(self, number: str = "", *, own: bool = True) -> None: ...

    async def share_place(self, lat: float, lon: float) -> None: ...

    async def photo(self, data: bytes, caption: str = "") -> None: ...

    async def voice(self, data: bytes) -> None:
        """Record a voice message.  Raises Impossible where a client sends none to bots."""

    async def video(self, data: bytes, *, size: int | None = None) -> None: ...

    async def document(self, data: bytes, name: str, *, size: int | None = None) -> None:
        """Send a file.  `size` is what the messenger says of it, where that is not the truth."""

    async def sticker(self) -> None: ...

    async def block(self) -> None: ...

    async def unblock(self) -> None: ...

    def screen(self) -> list[Shown]:
        """The bot's messages, oldest first."""

    def chat(self) -> list[Shown]:
        """Both sides' messages, oldest first."""

    def last(self) -> Shown:
        """The bot's newest message.  Raises LookupError before the first one."""

    def buttons(self) -> list[str]:
        """Labels that can be pressed now."""

    async def heard(self, after: Shown | None = None, timeout: float = 10) -> Shown:  # noqa: ASYNC109
        """What the bot showed or edited last, waiting for its answer.

        It counts from the last thing this phone did, or from `after`.  Raises Silence.
        """

    async def quiet(self, lull: float = 0.2, timeout: float = 10) -> None:  # noqa: ASYNC109
        """Return once nothing new was shown for `lull` real seconds.  Raises Silence."""


class Screen:
    """The part of a phone that is the same on every messenger."""

    def __init__(self, name: str, changed: Bell) -> None:
        self.name = name
        self.opened: list[str] = []
        self.turn = 0
        self._acted = 0
        self._messages: dict[str, Shown] = {}
        self._newest: Shown | None = None
        self._bell = Bell()
        self._page = changed

    def screen(self) -> list[Shown]:
        return [shown for shown in self._messages.values() if not shown.mine]

    def chat(self) -> list[Shown]:
        return list(self._messages.values())

    def last(self) -> Shown:
        for shown in reversed(self._messages.values()):
            if not shown.mine:
                return shown
        raise LookupError(f"{self.name}: the bot has said nothing yet")

    def find(self, id: str) -> Shown | None:
        return self._messages.get(id)

    def show(self, shown: Shown) -> Shown:
        """Put a message on the screen, or in the place of the one with its id."""
        if not shown.mine:
            self.turn += 1
            shown = self._newest = replace(shown, turn=self.turn)
        self._messages[shown.id] = shown
        if len(self._messages) > HISTORY:
            del self._messages[next(iter(self._messages))]
        self.stir()
        return shown

    def remove(self, id: str) -> bool:
        """Take a message off the screen; False if it is not there."""
        gone = self._messages.pop(id, None)
        self.stir()
        return gone is not None

    def stir(self) -> None:
        """Something on this phone changed."""
        self._bell.ring()
        self._page.ring()

    async def heard(self, after: Shown | None = None, timeout: float = 10) -> Shown:  # noqa: ASYNC109
        since = self._acted if after is None else after.turn
        try:
            async with asyncio.timeout(timeout):
                while self.turn <= since or self._newest is None:
                    await self._bell.wait()
        except TimeoutError as exc:
            raise Silence(f"{self.name} waited {timeout} s; {self._remembered()}") from exc
        return self._newest

    async def quiet(self, lull: float = 0.2, timeout: float = 10) -> None:  # noqa: ASYNC109
        try:
            async with asyncio.timeout(timeout):
                while await self._stirred(lull):
                    pass
        except TimeoutError as exc:
            raise Silence(f"{self.name}: no quiet for {timeout} s") from exc

    async def _stirred(self, lull: float) -> bool:
        try:
            async with asyncio.timeout(lull):
                await self._bell.wait()
        except TimeoutError:
            return False
        return True

    def _act(self) -> None:
        """This phone does something: answers count from here."""
        self._acted = self.turn

    def _remembered(self) -> str:
        shown = list(self._messages.values())[-3:]
        return "last on the screen: " + " | ".join(f"{s.text!r} {s.buttons}" for s in shown)


def pick(label: str, boards: Iterator[tuple[Shown | None, Keys]]) -> tuple[Shown | None, Key]:
    """The button meant by `label` on the first board that has it.  Raises NoButton."""
    seen: list[str] = []
    for shown, rows in boards:
        keys = [key for row in rows for key in row]
        if (key := _meant(label, keys)) is not None:
            return shown, key
        seen += [key.label for key in keys]
    raise NoButton(f"no button {label!r}; there are {seen}")


def _meant(label: str, keys: Sequence[Key]) -> Key | None:
    """Whole or from its beginning, with or without the number a long list puts before it."""
    for key in keys:
        if key.label == label:
            return key
    starting = [key for key in keys if key.label.startswith(label)]
    starting = starting or [key for key in keys if NUMBERED.sub("", key.label).startswith(label)]
    if len(starting) > 1:
        raise NoButton(f"{label!r} may be any of {[key.label for key in starting]}")
    return starting[0] if starting else None
