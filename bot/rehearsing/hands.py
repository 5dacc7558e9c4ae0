"""Somebody with a phone who reads the screen and does what it offers; knows nothing of the inside.

A screen is known by its texts, by their ids: a rehearsal is in the language of its people.
"""

import re
from collections.abc import Awaitable, Callable

from bot.simulator.phone import NoButton, Phone, Shown
from bot.texts import Texts

LANGUAGE = "ka"
ANY = "\u2063"  # in the place of what a text is filled with, whatever it is
PATIENCE = 300.0  # real seconds without an answer after which somebody counts as lost
LATEST = 5  # messages that somebody looks at
NUMBERED = re.compile(r"^(?:✅ )?(?:\d+\. )?")
ARRIVING = ("welcome-start", "language-ka", "welcome-consent-yes")


class Lost(LookupError):
    """The screen does not offer what the person looks for."""


class Hands:
    """One person and one phone."""

    def __init__(self, phone: Phone, texts: Texts, answered: Callable[[], Awaitable[None]]) -> None:
        """`answered` returns when nothing more is on its way to anybody."""
        self.phone = phone
        self._texts = texts
        self._answered = answered

    def words(self, name: str, **args: str | int) -> str:
        """A text as it is read on the screen."""
        return self._texts.text(LANGUAGE, name, **args).plain()

    def offers(self, name: str, **args: str | int) -> str:
        """The button with these words or beginning with them; '' if there is none now."""
        wanted = self.words(name, **args).partition(ANY)[0].strip()
        labels = [(NUMBERED.sub("", label), label) for label in self.phone.buttons()]
        return next((label for words, label in labels if words.startswith(wanted)), "")

    def sees(self, words: str) -> bool:
        """Whether one of the latest messages says so."""
        return any(words in shown.text for shown in self.phone.screen()[-LATEST:])

    def reads(self, name: str, **args: str | int) -> bool:
        """Whether one of the latest messages begins its first line with this text's."""
        return self.sees(self.words(name, **args).partition("\n")[0].partition(ANY)[0].strip())

    async def arrive(self, code: str) -> None:
        """By a link with a code, through the first questions, to where it leads."""
        await self._act(self.phone.start(code))
        for _ in ARRIVING:
            for name in ARRIVING:
                if self.offers(name):
                    await self.choose(name)

    async def say(self, text: str) -> None:
        await self._act(self.phone.say(text))

    async def share(self, number: str) -> None:
        await self._act(self.phone.share_phone(number))

    async def choose(self, name: str, **args: str | int) -> None:
        """Press the button; in a long list that shows others, write its words."""
        label = self.offers(name, **args)
        try:
            await self._act(self.phone.press(label) if label else self._write(name, **args))
        except NoButton as problem:
            raise Lost(f"{self.phone.name}: no button {name}; {self.now()}") from problem

    async def _write(self, name: str, **args: str | int) -> None:
        await self.phone.say(self.words(name, **args))

    def now(self) -> str:
        """What is on the screen, for a report of what went wrong."""
        shown: Shown | None = next(iter(self.phone.screen()[-1:]), None)
        return f"{shown.text[:300]!r} {self.phone.buttons()}" if shown else "nothing"

    def must(self, name: str, **args: str | int) -> None:
        """The step ended as it should.  Raises Lost."""
        if not self.reads(name, **args):
            raise Lost(f"{self.phone.name}: expected {name}, not {self.now()}")

    async def _act(self, act: Awaitable[None]) -> None:
        await act
        await self.phone.heard(timeout=PATIENCE)
        await self._answered()
