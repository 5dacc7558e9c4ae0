"""One simulated Telegram bot: its people, its settings, and what is on its way to it."""

from itertools import count
from typing import Any

from bot.simulator.book import Book
from bot.simulator.faults import Faults
from bot.simulator.files import File
from bot.simulator.limits import Pace
from bot.simulator.telegram_errors import BLOCKED, NEVER_STARTED, bad
from bot.simulator.telegram_params import Params
from bot.simulator.telegram_phone import TelegramPhone
from bot.simulator.telegram_updates import Updates
from bot.simulator.world import World

TOKEN = "700000001:SIMULATED"
FIRST_PERSON = 500_000_001
PATIENCE = 60
"""Seconds in which a tap may be acknowledged.  Not published; a minute is on the strict side."""


class Telegram:
    """The platform's side of one bot.  `limits` switches the rate limits."""

    def __init__(self, world: World, token: str = TOKEN, *, limits: bool = True) -> None:
        self.world = world
        self.token = token
        self.limits = limits
        self.faults = Faults()
        self.log = Book()
        self.pace = Pace()
        self.updates = Updates(world, self.faults)
        self.phones: dict[int, TelegramPhone] = {}
        self.settings: dict[str, Any] = {}
        self.queries: dict[str, tuple[TelegramPhone, float]] = {}
        self._people = count(FIRST_PERSON + world.past)
        self._queries = count(4_700_000_000_000_001)

    @property
    def me(self) -> dict[str, Any]:
        """The bot as a User object."""
        return {
            "id": int(self.token.partition(":")[0]),
            "is_bot": True,
            "first_name": "მონაწილე",
            "username": "monawile_bot",
        }

    def phone(
        self, name: str = "ნინო", language: str = "ka", user_id: int | None = None
    ) -> TelegramPhone:
        """A person's phone; the same `user_id` gives the same phone again."""
        id = next(self._people) if user_id is None else user_id
        if id not in self.phones:
            self.phones[id] = TelegramPhone(self, id, name, language)
            self.world.changed.ring()
        return self.phones[id]

    def reach(self, params: Params) -> TelegramPhone:
        """The chat a call is about.  Raises Rejected."""
        if not params.has("chat_id"):
            raise bad("chat_id is empty")
        phone = self.phones.get(params.number("chat_id"))
        if phone is None:
            raise bad("chat not found")
        if phone.blocked:
            raise BLOCKED
        if not phone.started:
            raise NEVER_STARTED
        return phone

    def ask(self, phone: TelegramPhone) -> str:
        """A new callback query's id."""
        id = str(next(self._queries))
        self.queries[id] = (phone, self.world.seconds())
        while len(self.queries) > 1 and self._stale(next(iter(self.queries))):
            del self.queries[next(iter(self.queries))]
        return id

    def asked(self, id: str) -> TelegramPhone:
        """Who waits for this callback query's answer; it can be answered once."""
        if id not in self.queries or self._stale(id):
            raise bad("query is too old and response timeout expired or query ID is invalid")
        return self.queries.pop(id)[0]

    def _stale(self, id: str) -> bool:
        return self.world.seconds() - self.queries[id][1] > PATIENCE

    def keep(self, data: bytes, kind: str, name: str) -> File:
        return self.world.files.put(data, kind, name, self.world.clock.now())

    def update(self, kind: str, chat: int, content: dict[str, Any]) -> None:
        self.updates.add(kind, chat, content)
