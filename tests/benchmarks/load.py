"""People who talk to a bot in a closed loop: the next update comes once the last was answered."""

import asyncio
import json
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.benchmarks.dialogue import SERVICES, Step, steps
from tests.benchmarks.wire import Connection, Reply

NOW = 1_795_000_000
ME = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}


@dataclass(slots=True)
class Person:
    """One user, at one step of the dialogue."""

    chat: int
    talks: int  # dialogues still to hold, this one included
    service: int
    left: deque[Step] = field(default_factory=deque)
    screen: dict[str, Any] = field(default_factory=dict)  # the last message with buttons

    def profile(self) -> dict[str, Any]:
        return {"id": self.chat, "first_name": "Nino", "language_code": "en"}

    def room(self) -> dict[str, Any]:
        return {"id": self.chat, "type": "private", "first_name": "Nino"}


class Load:
    """A Bot API with people behind it."""

    def __init__(self) -> None:
        self.updates = 0
        self.calls = 0
        self.strays: list[str] = []
        self._people: dict[int, Person] = {}
        self._queue: deque[dict[str, Any]] = deque()
        self._poll: Reply | None = None
        self._ids = count(1)
        self._busy = 0
        self._done = asyncio.Event()

    def connection(self) -> Connection:
        return Connection(self._handle)

    async def talk(self, people: int, talks: int) -> None:
        """So many people hold so many dialogues each; returns when all have ended."""
        self._done.clear()
        self._busy = people
        for chat in range(1001, 1001 + people):
            self._people[chat] = Person(chat, talks, chat % SERVICES)
            self._begin(self._people[chat])
        await self._done.wait()

    def stuck(self) -> str:
        """Where the dialogues stand, for when they do not end."""
        waits = [person for person in self._people.values() if person.left]
        first = waits[0].left[0].hears if waits else "nothing"
        return f"{len(waits)} people wait, one for {first!r}; heard instead: {self.strays[:3]}"

    def _handle(self, method: str, fields: dict[str, Any], reply: Reply) -> None:
        self.calls += 1
        match method:
            case "getUpdates":
                self._confirm(int(fields.get("offset") or 0))
                self._poll = reply
                self._deliver()
                timeout = float(fields.get("timeout") or 0)
                asyncio.get_running_loop().call_later(timeout, self._give_up, reply)
            case "sendMessage" | "editMessageText":
                reply(self._hear(fields))
            case "getMe":
                reply(ME)
            case _:
                reply(True)

    def _confirm(self, offset: int) -> None:
        while self._queue and self._queue[0]["update_id"] < offset:
            self._queue.popleft()

    def _deliver(self) -> None:
        if self._poll and self._queue:
            reply, self._poll = self._poll, None
            reply(list(self._queue)[:100])

    def _give_up(self, reply: Reply) -> None:
        if self._poll is reply:
            self._poll = None
            reply([])

    def _hear(self, fields: dict[str, Any]) -> dict[str, Any]:
        """A message of the bot; the person goes on if it is the expected one."""
        person = self._people[int(fields["chat_id"])]
        markup = fields.get("reply_markup") or {}
        markup = json.loads(markup) if isinstance(markup, str) else markup
        message = {
            "message_id": int(fields.get("message_id") or next(self._ids)),
            "date": NOW,
            "chat": person.room(),
            "from": ME,
            "text": fields["text"],
        }
        if "inline_keyboard" in markup:
            message["reply_markup"] = markup
            person.screen = message
        if person.left and fields["text"].startswith(person.left[0].hears):
            asyncio.get_running_loop().call_soon(self._go_on, person)
        else:
            self.strays.append(fields["text"])
        return message

    def _go_on(self, person: Person) -> None:
        self.updates += 1
        person.left.popleft()
        if person.left:
            self._do(person)
            return
        person.talks -= 1
        person.service = (person.service + 1) % SERVICES
        if person.talks:
            self._begin(person)
            return
        self._busy -= 1
        if not self._busy:
            self._done.set()

    def _begin(self, person: Person) -> None:
        person.left.extend(steps(person.service))
        self._do(person)

    def _do(self, person: Person) -> None:
        step = person.left[0]
        update = self._tap(person, step) if step.tap else self._say(person, step)
        self._queue.append({"update_id": next(self._ids), **update})
        self._deliver()

    def _say(self, person: Person, step: Step) -> dict[str, Any]:
        message = {
            "message_id": next(self._ids),
            "date": NOW,
            "chat": person.room(),
            "from": {**person.profile(), "is_bot": False},
            "text": step.does,
        }
        if step.does.startswith("/"):
            size = len(step.does.split(" ")[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": size}]
        return {"message": message}

    def _tap(self, person: Person, step: Step) -> dict[str, Any]:
        rows = person.screen["reply_markup"]["inline_keyboard"]
        data = [b["callback_data"] for row in rows for b in row if step.does in b["text"]]
        query = {
            "id": str(next(self._ids)),
            "from": {**person.profile(), "is_bot": False},
            "chat_instance": "1",
            "message": person.screen,
            "data": data[0],
        }
        return {"callback_query": query}
