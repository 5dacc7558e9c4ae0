"""One simulated Viber bot: its people, its webhook, its account."""

import asyncio
import json
from dataclasses import replace
from itertools import count
from typing import Any
from urllib.parse import quote

from bot.simulator import viber_checks, viber_keyboard
from bot.simulator.book import Book, Entry
from bot.simulator.faults import Faults
from bot.simulator.files import File
from bot.simulator.limits import Window
from bot.simulator.phone import Shown
from bot.simulator.viber_callbacks import Callbacks
from bot.simulator.viber_errors import Refusal
from bot.simulator.viber_media import fetch, fetch_file
from bot.simulator.viber_phone import ViberPhone
from bot.simulator.viber_rules import BROADCASTS, MEDIA, SESSION, ViberRules
from bot.simulator.viber_text import marked, plain
from bot.simulator.world import World

TOKEN = "00112233445566aa-778899aabbccddee-ff00112233445566"
RECEIPT = 0.05
"""Real seconds until a phone reports a message as delivered."""


class Viber:
    """The platform's side of one bot; `rules` holds its switches."""

    def __init__(self, world: World, token: str = TOKEN, *, limits: bool = True) -> None:
        self.world = world
        self.token = token
        self.rules = ViberRules(limits=limits)
        self.faults = Faults()
        self.log = Book()
        self.callbacks = Callbacks(world, self.faults, token, self.rules)
        self.phones: dict[str, ViberPhone] = {}
        self.broadcasts = Window(*BROADCASTS)
        self.free_used: dict[str, int] = {}
        self.media_url = ""
        self._people = count(1 + world.past)
        self._fetching: set[asyncio.Task[None]] = set()

    def phone(self, name: str = "ნინო", language: str = "ka") -> ViberPhone:
        """A new person's phone."""
        phone = ViberPhone(self, next(self._people), name, language)
        self.phones[phone.id] = phone
        self.world.changed.ring()
        return phone

    def keep(self, data: bytes, kind: str, name: str) -> File:
        """A person's file; every sending has an address of its own."""
        return self.world.files.put(data, kind, name, self.world.clock.now(), again=True)

    def address(self, file: File) -> str:
        """Where the bot gets a person's file, for an hour."""
        return f"{self.media_url}/{file.id}/{quote(file.name, safe='')}"

    def expired(self, file: File) -> bool:
        return (self.world.clock.now() - file.at).total_seconds() > MEDIA

    def complain(self, what: str) -> None:
        self.world.complaints.append(what)

    def heard_from(self, phone: ViberPhone) -> None:
        """The person does something: they have read the chat, are subscribed and in a session."""
        if self.rules.receipts and phone.unseen:
            self.callbacks.send(phone.id, _receipt("seen", phone.unseen, phone.id))
            phone.unseen = 0
        phone.unanswered = 0
        if self.world.seconds() - phone.session >= SESSION:
            phone.session, phone.free = self.world.seconds(), 0
        if not phone.subscribed:
            phone.subscribed = True
            if self.rules.subscribed_event:
                phone.tracking = None
                self.callbacks.send(phone.id, {"event": "subscribed", "user": phone.user})

    def welcome(self, phone: ViberPhone, body: bytes) -> None:
        """The answer to conversation_started: one message, for people not subscribed yet."""
        try:
            message = json.loads(body or b"null")
        except ValueError:
            return
        if not isinstance(message, dict) or phone.subscribed:
            return
        try:
            viber_checks.message(message, self.rules, self.complain)
        except Refusal as refused:
            self.complain(f"Viber: the welcome message is refused: {refused.message}")
            return
        self.show(phone, message, self.callbacks.token())

    def accept(self, phone: ViberPhone, message: dict[str, Any], token: int, late: float) -> None:
        """Take a message for a person: on the screen, or failed by the client.

        Its receipt comes so many real seconds later than usual.
        """
        keyboard = message.get("keyboard")
        if keyboard and viber_keyboard.height(keyboard) > viber_keyboard.ROWS:
            self.fail(phone, token, "keyboard is too high")
            return
        self.show(phone, message, token)
        phone.unanswered += 1
        if message.get("type") in ("picture", "file") and self.rules.fetch_media:
            task = asyncio.get_running_loop().create_task(self._fetch(phone, message, token))
            self._fetching.add(task)
            task.add_done_callback(self._fetching.discard)
        else:
            self.delivered(phone, token, late)

    def show(self, phone: ViberPhone, message: dict[str, Any], token: int) -> None:
        """Put a message on the screen.  Its keyboard replaces the last one; none clears it."""
        keyboard = message.get("keyboard")
        buttons = keyboard or message.get("rich_media")
        keys = viber_keyboard.keys(buttons) if buttons else ()
        if keyboard:
            phone.lay(keys, keyboard.get("InputFieldState", "regular"))
        elif not self.rules.keyboard_stays:
            phone.lay(())
        phone.tracking = message.get("tracking_data")
        if message.get("type") is None:
            phone.stir()
            return
        text, at = seen(message), self.world.clock.now()
        image = message["media"] if message.get("type") == "picture" else ""
        file = message["media"] if message.get("type") == "file" else ""
        shown = Shown(str(token), plain(text), at, marked(text), False, keys, image, source=message)
        phone.show(replace(shown, file=file))

    def delivered(self, phone: ViberPhone, token: int, late: float = 0.0) -> None:
        phone.unseen = token
        if self.rules.receipts:
            for _ in range(self.rules.devices):
                receipt = _receipt("delivered", token, phone.id)
                self.callbacks.later(RECEIPT + late, phone.id, receipt)

    def fail(self, phone: ViberPhone, token: int, why: str) -> None:
        """The client refuses what the server took; every second time it does not say why."""
        phone.remove(str(token))
        event = _receipt("failed", token, phone.id)
        self.callbacks.later(RECEIPT, phone.id, {**event, "desc": why} if token % 2 else event)
        self.complain(f"Viber: a message failed on the phone: {why}")

    def noise(self, phone: ViberPhone, token: int) -> None:
        """What real traffic also carries and no bot may stumble over."""
        if self.rules.noise:
            self.callbacks.send(phone.id, {"event": "client_status", "user_id": phone.id})
            self.callbacks.send(phone.id, _receipt("delivered", token, phone.id))

    def write(
        self, chat: str, method: str, message: dict[str, Any], outcome: str, ref: str
    ) -> None:
        text = str(message.get("text", ""))
        self.log.add(Entry(self.world.clock.now(), chat, method, text, outcome, ref))

    async def fetched(self) -> None:
        """Wait until phones have got every picture and file on its way to them."""
        while self._fetching:
            await asyncio.gather(*self._fetching)

    async def close(self) -> None:
        for task in list(self._fetching):
            task.cancel()
        await asyncio.gather(*self._fetching, return_exceptions=True)
        await self.callbacks.close()

    async def _fetch(self, phone: ViberPhone, message: dict[str, Any], token: int) -> None:
        if message["type"] == "picture":
            problem = await fetch(self.world, message["media"])
        else:
            problem = await fetch_file(self.world, message["media"], message["size"])
        if problem:
            self.fail(phone, token, problem)
        else:
            self.delivered(phone, token)


def _receipt(state: str, token: int, user: str) -> dict[str, Any]:
    return {"event": state, "message_token": token, "user_id": user}


def seen(message: dict[str, Any]) -> str:
    """What a person reads of a message."""
    kind = message.get("type")
    if kind == "file":
        return f"📎 {message['file_name']}"
    if kind == "location":
        return f"📍 {message['location']['lat']}, {message['location']['lon']}"
    if kind == "contact":
        return f"☎ {message['contact']['name']} {message['contact']['phone_number']}"
    if kind == "url":
        return str(message["media"])
    return str(message.get("text") or message.get("alt_text") or "")
