"""A person's Viber: what they do becomes callbacks, what the bot sends comes on the screen."""

import base64
import hashlib
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Any

from bot.simulator.files import kind_of
from bot.simulator.limits import Window
from bot.simulator.phone import Act, Impossible, Key, Keys, Screen, Shown, pick
from bot.simulator.viber_rules import DETAILS, SESSION

if TYPE_CHECKING:
    from bot.simulator.viber import Viber

API_LEVEL = 8


class ViberPhone(Screen):
    """One person and their chat with the bot; see Phone.

    `board` is the keyboard in place of the input, `input` its InputFieldState, `desktop` a client
    that shares neither phone nor place.
    """

    def __init__(self, server: "Viber", serial: int, name: str, language: str) -> None:
        super().__init__(name, server.world.changed)
        digest = hashlib.md5(f"simulated person {serial}".encode(), usedforsecurity=False)
        self.id = base64.b64encode(digest.digest()).decode()
        self.number = f"+9955{serial % 100_000_000:08d}"
        self.language = language
        self.level = API_LEVEL
        self.subscribed = self.desktop = False
        self.board: Keys = ()
        self.input = "regular"
        self.tracking: str | None = None
        self.unanswered = 0
        self.hour = 0
        self.session = -float(SESSION)
        self.free = 0  # messages in it
        self.details = Window(*DETAILS)
        self.unseen = 0
        self._server = server
        self._own = count(1)
        self._files = count(1)

    @property
    def user(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "language": self.language,
            "country": "GE",
            "api_version": self.level,
        }

    async def start(self, code: str = "") -> None:
        self._act()
        user = {**self.user, "language": f"{self.language}-GE"}  # both forms are seen
        event: dict[str, Any] = {"event": "conversation_started", "type": "open"}
        if code:
            event["context"] = code
        event |= {"user": user, "subscribed": self.subscribed}
        self._server.callbacks.send(self.id, event, self._welcomed)

    async def say(self, text: str) -> None:
        if not text.strip():
            raise Impossible("an empty message cannot be sent")
        self._send({"type": "text", "text": text}, text)

    async def press(self, label: str, *, message: Shown | None = None) -> None:
        boards = iter([(message, message.keys)]) if message else self._boards()
        shown, key = pick(label, boards)
        await self.touch(key, shown)

    async def touch(self, key: Key, shown: Shown | None = None) -> None:
        if key.act is Act.PLACE:
            raise Impossible(f"{key.label!r}: use share_place")
        if key.act is Act.PHONE:
            self._share_phone(key, "", own=True)
        elif key.act is not Act.NONE:
            if key.act is Act.URL:
                self.opened.append(key.value)
            content = {"type": "text", "text": key.value}
            self._send(content, "" if key.silent else key.value, silent=key.silent)

    async def share_phone(self, number: str = "", *, own: bool = True) -> None:
        self._share_phone(self._find(Act.PHONE) if own else None, number, own=own)

    async def share_place(self, lat: float, lon: float) -> None:
        if self.desktop:
            raise Impossible("a desktop has no map to pick from")
        key = self._find(Act.PLACE)
        content = {"type": "location", "location": {"lat": lat, "lon": lon}}
        self._send({**content, **_body(key)}, f"📍 {lat}, {lon}")

    async def photo(self, data: bytes, caption: str = "") -> None:
        file = self._server.keep(data, kind_of(data), "photo.jpg")
        content = {"type": "picture", "media": self._server.address(file), "file_name": file.name}
        self._send({**content, "text": caption}, caption, image=file.id)

    async def voice(self, data: bytes) -> None:
        raise Impossible("Viber sends no voice messages to bots")

    async def video(self, data: bytes, *, size: int | None = None) -> None:
        file = self._server.keep(data, "video/mp4", "video.mp4")
        content = {"type": "video", "media": self._server.address(file), "duration": 3}
        self._send({**content, "size": len(data) if size is None else size}, "🎥")

    async def document(self, data: bytes, name: str, *, size: int | None = None) -> None:
        file = self._server.keep(data, "application/octet-stream", name)
        says = "size" if next(self._files) % 2 else "file_size"  # both names are seen
        content = {"type": "file", "media": self._server.address(file), "file_name": name}
        self._send({**content, says: len(data) if size is None else size}, f"📎 {name}")

    async def sticker(self) -> None:
        self._send({"type": "sticker", "sticker_id": "40100"}, "👍")

    async def odd(self) -> None:
        """Send a kind of message that no document names."""
        self._send({"type": "hologram"}, "?")

    async def block(self) -> None:
        if self.subscribed:
            self._act()
            self.subscribed = False
            self.stir()
            self._server.callbacks.send(self.id, {"event": "unsubscribed", "user_id": self.id})

    async def unblock(self) -> None:
        """Subscribe in the chat's settings; this wipes tracking_data."""
        self._act()
        self.tracking = None
        self.subscribed = True
        self.stir()
        self._server.callbacks.send(self.id, {"event": "subscribed", "user": self.user})

    def buttons(self) -> list[str]:
        return [key.label for row in self.board for key in row]

    def next_hour(self, hour: int) -> int:
        """Unanswered messages so far in this clock hour."""
        if hour != self.hour:
            self.hour, self.unanswered = hour, 0
        return self.unanswered

    def lay(self, board: Keys, input: str = "regular") -> None:
        self.board, self.input = board, input

    def _welcomed(self, body: bytes) -> None:
        self._server.welcome(self, body)

    def _boards(self) -> Iterator[tuple[Shown | None, Keys]]:
        yield None, self.board
        for shown in reversed(self.screen()):
            if shown.source and shown.source.get("type") == "rich_media":
                yield shown, shown.keys

    def _find(self, act: Act) -> Key | None:
        return next((key for row in self.board for key in row if key.act is act), None)

    def _share_phone(self, key: Key | None, number: str, *, own: bool) -> None:
        number = number or self.number
        contact = {"name": self.name if own else "სხვა", "phone_number": number}
        if self.desktop:
            contact = {}
        self._send({"type": "contact", "contact": contact, **_body(key)}, f"☎ {number}")

    def _send(
        self, content: dict[str, Any], as_seen: str, *, silent: bool = False, image: str = ""
    ) -> None:
        self._act()
        self._server.heard_from(self)
        if self.tracking is not None:
            content["tracking_data"] = self.tracking
        if as_seen or image:
            at = self._server.world.clock.now()
            id = f"own-{next(self._own)}"
            self.show(Shown(id, as_seen, at, mine=True, image=image, source=content))
        sender = {key: value for key, value in self.user.items() if key != "country"}
        event = {"event": "message", "sender": sender, "message": content, "silent": silent}
        token = self._server.callbacks.send(self.id, event)
        self._server.noise(self, token)


def _body(key: Key | None) -> dict[str, Any]:
    """The ActionBody of the pressed button, which marks a contact as the person's own."""
    return {"text": key.value} if key else {}
