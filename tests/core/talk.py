"""Driving one script without a database: what is said in, what is asked out."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from typing import Any

from bot.channel import Limits
from bot.conversation import Chat
from bot.journey import Journey, Me, State, Turn
from bot.messages import Heard, Incoming, Outgoing
from bot.replay import take_turn
from bot.texts import Texts
from tests.support.fake_channel import LIMITS

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
TEXT = partial(Texts().text, "en")


async def nothing(session: Any, me: Me, text: Any, result: Any) -> Any:
    raise AssertionError("not called here")


class Talk:
    """One person in one journey; the state passes through JSON at every turn, as in a draft."""

    def __init__(self, script: Any, limits: Limits = LIMITS) -> None:
        self.journey = Journey("test", script, nothing)
        self.stored = json.dumps(State("test").to_json())
        self.limits = limits
        self.me = Me(1, 1, "fake", "en", NOW)
        self._nonces = count(1)
        self.result: Any = None
        self.work: Any = None

    @property
    def state(self) -> State:
        return State.from_json(json.loads(self.stored))

    async def begin(self) -> Outgoing:
        return await self._turn(None)

    async def say(self, text: str) -> Outgoing:
        return await self._turn(self._event(Heard.TEXT, text=text))

    async def tap(self, choice: str, nonce: str | None = None) -> Outgoing:
        asked = self.state.asked or {}
        given = asked["nonce"] if nonce is None else nonce
        return await self._turn(self._event(Heard.TAP, choice=choice, nonce=given))

    async def send(self, heard: Heard, **more: Any) -> Outgoing:
        return await self._turn(self._event(heard, **more))

    async def back(self) -> Outgoing:
        return await self._turn(None, "back")

    def deploy(self, script: Any) -> None:
        """A new version of the script while the person is half-way through."""
        self.journey = replace(self.journey, script=script)

    async def _turn(self, heard: Incoming | None, word: str = "") -> Outgoing:
        state = self.state
        chat = Chat(self.me, state, TEXT, self.limits, nonce=lambda: f"n{next(self._nonces)}")
        turn: Turn = await take_turn(self.journey, chat, heard, word)
        self.stored = json.dumps(state.to_json())
        self.result = turn.result
        self.finished = turn.finished
        self.work = turn.work
        self.said = [message.text.plain() for message in turn.messages]
        return turn.messages[-1] if turn.messages else Outgoing(TEXT("core-done"))

    @staticmethod
    def _event(heard: Heard, **more: Any) -> Incoming:
        return Incoming("fake", "e", "chat", heard, NOW, **more)
