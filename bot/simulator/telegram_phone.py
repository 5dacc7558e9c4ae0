"""A person's Telegram: what they do becomes updates, what the bot sends comes on the screen."""

import re
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Any

from bot.simulator.files import kind_of, recorded_as, size_of
from bot.simulator.phone import Act, Impossible, Key, Keys, Screen, Shown, pick
from bot.simulator.telegram_objects import commands_in, document, photo, recording, sticker

if TYPE_CHECKING:
    from bot.simulator.telegram import Telegram

CODE = re.compile(r"[A-Za-z0-9_-]{0,64}")  # Bot API, "Deep linking"


class TelegramPhone(Screen):
    """One person and their private chat with the bot; see Phone.

    `toast` is the last answer to a tap (answerCallbackQuery), `toasts` counts them, `spinning`
    counts taps that still wait for it, `board` is the reply keyboard, `placeholder` the
    hint in the input line.
    """

    def __init__(self, server: "Telegram", id: int, name: str, language: str) -> None:
        super().__init__(name, server.world.changed)
        self.id = id
        self.language = language
        self.started = self.blocked = False
        self.toast = self.placeholder = ""
        self.spinning = self.toasts = 0
        self.board: Keys = ()
        self.laid = 0  # at which turn
        self.once = False
        self.bucket = server.pace.bucket()
        self._server = server
        self._ids = count(1)

    @property
    def user(self) -> dict[str, Any]:
        who = {"id": self.id, "is_bot": False, "first_name": self.name}
        return {**who, "language_code": self.language} if self.language else who

    @property
    def place(self) -> dict[str, Any]:
        """The private chat as a Chat object."""
        return {"id": self.id, "type": "private", "first_name": self.name}

    @property
    def number(self) -> str:
        """The person's own telephone number."""
        return f"+9955{self.id % 100_000_000:08d}"

    async def start(self, code: str = "") -> None:
        if not CODE.fullmatch(code):
            raise ValueError(f"not a code for a deep link: {code!r}")
        if self.blocked:
            await self.unblock()
        self.started = True
        self._say(f"/start {code}".rstrip())

    async def say(self, text: str) -> None:
        self._say(text)

    async def press(self, label: str, *, message: Shown | None = None) -> None:
        boards = iter([(message, message.keys)]) if message else self._boards()
        shown, key = pick(label, boards)
        await self.touch(key, shown)

    async def touch(self, key: Key, shown: Shown | None = None) -> None:
        if key.act is Act.DATA and shown is not None:
            self._tap(key, shown)
        elif key.act is Act.URL:
            self.opened.append(key.value)
        elif key.act is Act.TEXT:
            self._say(key.label)
        elif key.act is Act.PHONE:
            contact = {"phone_number": self.number, "first_name": self.name, "user_id": self.id}
            self._send(f"☎ {self.number}", contact=contact)
        else:
            raise Impossible(f"{key.label!r}: use share_place")
        if key.act is not Act.DATA and self.once:
            self.lay(())

    async def share_phone(self, number: str = "", *, own: bool = True) -> None:
        contact: dict[str, Any] = {
            "phone_number": number or self.number,
            "first_name": self.name if own else "სხვა",
        }
        if own:
            contact["user_id"] = self.id
        self._send(f"☎ {contact['phone_number']}", contact=contact)

    async def share_place(self, lat: float, lon: float) -> None:
        self._send(f"📍 {lat}, {lon}", location={"latitude": lat, "longitude": lon})

    async def photo(self, data: bytes, caption: str = "") -> None:
        kind = kind_of(data)
        if size_of(data) is None:
            raise ValueError("a photo is a PNG, JPEG or GIF")
        file = self._server.keep(data, kind, f"photo.{kind.partition('/')[2]}")
        extra = {"caption": caption} if caption else {}
        self._send(caption, image=file.id, photo=photo(file), **extra)

    async def voice(self, data: bytes) -> None:
        self._send("🎤", voice=recording(self._server.keep(data, "audio/ogg", "voice.ogg")))

    async def video(self, data: bytes, *, size: int | None = None) -> None:
        file = self._server.keep(data, "video/mp4", "video.mp4")
        told = {} if size is None else {"file_size": size}
        self._send("🎥", video={**recording(file), "width": 640, "height": 360, **told})

    async def document(self, data: bytes, name: str, *, size: int | None = None) -> None:
        file = self._server.keep(data, recorded_as(data, name), name)
        told = {} if size is None else {"file_size": size}
        self._send(f"📎 {name}", document={**document(file), **told})

    async def sticker(self) -> None:
        self._send("👍", sticker=sticker())

    async def rewrite(self, text: str) -> None:
        """Edit the last thing this person wrote."""
        mine = [shown for shown in self.chat() if shown.mine and "text" in shown.source]
        if not mine:
            raise Impossible("nothing of one's own to edit")
        message = {**mine[-1].source, "text": text, "edit_date": self._now()}
        self._act()
        self.show(Shown(mine[-1].id, text, mine[-1].at, mine=True, edited=True, source=message))
        self._server.update("edited_message", self.id, message)

    async def block(self) -> None:
        self._member("member", "kicked", blocked=True)

    async def unblock(self) -> None:
        self._member("kicked", "member", blocked=False)

    def buttons(self) -> list[str]:
        """Those under the newest message that has any, and the reply keyboard's."""
        newest = next((s.keys for s in reversed(self.screen()) if s.keys), ())
        return [key.label for rows in (newest, self.board) for row in rows for key in row]

    def next_id(self) -> int:
        return next(self._ids)

    def answered(self, toast: str) -> None:
        """A tap was acknowledged."""
        self.spinning = max(0, self.spinning - 1)
        self.toast = toast
        self.toasts += bool(toast)
        self.stir()

    def lay(self, board: Keys, *, once: bool = False, placeholder: str = "") -> None:
        """Show another reply keyboard, or none."""
        self.board, self.once, self.placeholder = board, once, placeholder
        self.laid = self.turn

    def _boards(self) -> Iterator[tuple[Shown | None, Keys]]:
        """The newest first: a reply keyboard hides what is under the messages before it."""
        messages = [shown for shown in reversed(self.screen()) if shown.keys]
        if messages and messages[0].turn > self.laid:
            yield messages[0], messages[0].keys
        yield None, self.board
        for shown in messages:
            yield shown, shown.keys

    def _tap(self, key: Key, shown: Shown) -> None:
        """CallbackQuery.  Of a deleted message only an InaccessibleMessage is left (date 0)."""
        self._usable()
        self._act()
        self.spinning += 1
        here = self.find(shown.id)
        gone = {"chat": self.place, "message_id": int(shown.id), "date": 0}
        query = {
            "id": self._server.ask(self),
            "from": self.user,
            "message": here.source if here else gone,
            "chat_instance": str(-(self.id * 7_919 + 1)),
            "data": key.value,
        }
        self.stir()
        self._server.update("callback_query", self.id, query)

    def _say(self, text: str) -> None:
        if not text.strip():
            raise Impossible("an empty message cannot be sent")
        found = commands_in(text)
        content: dict[str, Any] = {"text": text, "entities": found} if found else {"text": text}
        self._send(text, **content)

    def _send(self, as_seen: str, *, image: str = "", **content: Any) -> None:
        self._usable()
        self._act()
        id = self.next_id()
        message = {
            "message_id": id,
            "from": self.user,
            "chat": self.place,
            "date": self._now(),
            **content,
        }
        at = self._server.world.clock.now()
        self.show(Shown(str(id), as_seen, at, mine=True, image=image, source=message))
        self._server.update("message", self.id, message)

    def _member(self, old: str, new: str, *, blocked: bool) -> None:
        """my_chat_member: "for private chats only when the bot is blocked or unblocked"."""
        if self.blocked == blocked:
            return
        self._act()
        self.blocked = blocked
        change = {
            "chat": self.place,
            "from": self.user,
            "date": self._now(),
            "old_chat_member": self._membership(old),
            "new_chat_member": self._membership(new),
        }
        self.stir()
        self._server.update("my_chat_member", self.id, change)

    def _membership(self, status: str) -> dict[str, Any]:
        member = {"user": self._server.me, "status": status}
        return {**member, "until_date": 0} if status == "kicked" else member

    def _usable(self) -> None:
        if not self.started:
            raise Impossible("a new person presses Start first")
        if self.blocked:
            raise Impossible("the bot is blocked on this phone")

    def _now(self) -> int:
        return int(self._server.world.seconds())
