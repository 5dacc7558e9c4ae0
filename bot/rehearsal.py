"""Real voters of a real election, one phone each, through the real conversation."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from bot.texts import Texts

STEPS = 400  # acts of one voter; a longer ballot than this is a loop
PATIENCE = 300.0  # real seconds without an answer after which a voter counts as lost
LANGUAGE = "ka"
PRESSED = ("welcome-start", "language-ka", "welcome-consent-yes", "vote-yes", "vote-begin")


@dataclass(frozen=True, slots=True)
class Intent:
    """What one voter of the file wants: projects by their numbers."""

    voter: int
    numbers: tuple[int, ...]


@dataclass(slots=True)
class Tally:
    """What the voters saw."""

    receipts: dict[int, str] = field(default_factory=dict)
    stuck: list[str] = field(default_factory=list)
    acts: int = 0


class Voter:
    """Reads the screen and does what is asked, as a person would; knows nothing of the inside."""

    def __init__(self, phone: Phone, intent: Intent, texts: Texts, most: int) -> None:
        self._phone = phone
        self._intent = intent
        self._texts = texts
        self._most = most
        self._picked = False
        self.acts = 0

    async def vote(self, code: str) -> str:
        """From the poster's code to the receipt.  Raises TimeoutError or LookupError."""
        await self._act(self._phone.start(code))
        for _ in range(STEPS):
            if receipt := self._receipt():
                return receipt
            await self._answer()
        raise LookupError("the conversation does not end")

    def _receipt(self) -> str:
        """Wherever it stands: a notice may have come below it meanwhile."""
        for shown in self._phone.screen():
            if self._thanked(shown.text):
                return shown.text.partition("\n")[2].split(":")[1].split()[0]
        return ""

    def _thanked(self, shown: str) -> bool:
        given = self._say("vote-counted", receipt="", day="", hour="")
        return shown.startswith(given.partition("\n")[0])

    async def _answer(self) -> None:
        """The first of these that the screen offers; else more is on its way."""
        shown = self._phone.last()
        buttons = {label for row in shown.buttons for label in row}
        for name in PRESSED:
            if (label := self._say(name)) in buttons:
                return await self._act(self._phone.press(label, message=shown))
        if self._say("core-share-phone") in (buttons or self._phone.buttons()):
            return await self._act(self._phone.share_phone(f"+99599{self._intent.voter:07}"))
        if self._picked and (label := self._say("core-done")) in buttons:
            return await self._act(self._phone.press(label, message=shown))
        if not self._picked and self._asks_to_pick(shown.text):
            self._picked = True
            return await self._pick()
        await self._phone.heard(after=shown, timeout=PATIENCE)
        return None

    def _asks_to_pick(self, shown: str) -> bool:
        return self._say("vote-pick", most=self._most).partition("\n")[0] in shown

    async def _pick(self) -> None:
        """Every other voter types all numbers in one message; the others do so one by one."""
        numbers = [str(number) for number in self._intent.numbers]
        if self._intent.voter % 2:
            return await self._act(self._phone.say(" ".join(numbers)))
        for number in numbers:
            await self._act(self._phone.say(number))
        return None

    async def _act(self, act: object) -> None:
        self.acts += 1
        await act  # type: ignore[misc]
        await self._phone.heard(timeout=PATIENCE)

    def _say(self, name: str, **args: str | int) -> str:
        return self._texts.text(LANGUAGE, name, **args).plain()


async def hold_vote(
    simulator: Simulator,
    intents: Sequence[Intent],
    code: str,
    texts: Texts,
    *,
    most: int,
    at_once: int,
    done: Callable[[], None],
) -> Tally:
    """All voters, half of them on each messenger, so many at once."""
    tally, slots = Tally(), asyncio.Semaphore(at_once)

    async def one(place: int, intent: Intent) -> None:
        async with slots:
            messenger = simulator.viber if place % 2 else simulator.telegram
            voter = Voter(messenger.phone(f"voter {intent.voter}"), intent, texts, most)
            try:
                tally.receipts[intent.voter] = await voter.vote(code)
            except (TimeoutError, LookupError) as problem:
                tally.stuck.append(f"voter {intent.voter}: {problem}")
            tally.acts += voter.acts
            done()

    await asyncio.gather(*(one(place, intent) for place, intent in enumerate(intents)))
    return tally
