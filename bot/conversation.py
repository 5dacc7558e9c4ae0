"""Conversations are plain async functions of their answers, replayed from the top at every turn.

A script asks by name.  Questions already answered return at once; the first one without an answer
is shown, and the script stops there until the next message.  Stored are canonical values only
(a choice's id, a number, an ISO date, a media id), so a deploy may add, drop or reorder questions
while citizens are half-way through.  See docs/architecture.md.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from bot.asked import Asked
from bot.choosing import Choosing
from bot.journey import Prompt, Waiting, Work
from bot.messages import Choice, Press, Wants


class Chat(Choosing):
    """What a script talks to.  It can ask, tell and read; it cannot write."""

    async def ask(
        self,
        name: str,
        prompt: Prompt,
        *,
        at_least: int = 1,
        at_most: int = 4000,
        optional: bool = False,
        check: Callable[[str], str | None] | None = None,
    ) -> str:
        """A text answer.  `check` returns what is wrong, or None.  Skipped: ''."""
        shape = {"min": at_least, "max": at_most}
        return str(await self._answer(name, prompt, Wants.TEXT, shape, optional, check) or "")

    async def number(
        self,
        name: str,
        prompt: Prompt,
        *,
        at_least: int = 0,
        at_most: int = 10**9,
        optional: bool = False,
        check: Callable[[int], str | None] | None = None,
    ) -> int | None:
        """A whole number between the bounds, in figures or in words.

        `check` returns what is wrong, or None.
        """
        shape = {"min": at_least, "max": at_most}
        found: int | None = await self._answer(name, prompt, Wants.NUMBER, shape, optional, check)
        return found

    async def decimal(
        self,
        name: str,
        prompt: Prompt,
        *,
        at_least: str | None = None,
        at_most: str | None = None,
        optional: bool = False,
        check: Callable[[str], str | None] | None = None,
    ) -> str:
        """A number that may have a fraction, as "12.5", between the bounds; '' when skipped."""
        shape = {"form": "decimal", "low": at_least or "", "high": at_most or ""}
        return str(await self._answer(name, prompt, Wants.NUMBER, shape, optional, check) or "")

    async def date(
        self,
        name: str,
        prompt: Prompt,
        *,
        past: bool = False,
        optional: bool = False,
        check: Callable[[str], str | None] | None = None,
    ) -> str:
        """A day as "2026-12-05"; '' when skipped.

        Without a year it is of the current one.  `past`, for a birth date: two digits of a year,
        or none, mean the latest that is not in the future.
        """
        return await self._when(name, prompt, {"form": "date", "past": past}, optional, check)

    async def time(
        self,
        name: str,
        prompt: Prompt,
        *,
        optional: bool = False,
        check: Callable[[str], str | None] | None = None,
    ) -> str:
        """An hour of the 24-hour clock as "18:30"; '' when skipped."""
        return await self._when(name, prompt, {"form": "time"}, optional, check)

    async def date_time(
        self,
        name: str,
        prompt: Prompt,
        *,
        optional: bool = False,
        check: Callable[[str], str | None] | None = None,
    ) -> str:
        """A day with an hour in local time as "2026-11-28T14:30"; '' when skipped."""
        return await self._when(name, prompt, {"form": "date_time"}, optional, check)

    async def _when(
        self,
        name: str,
        prompt: Prompt,
        shape: dict[str, Any],
        optional: bool,
        check: Callable[[str], str | None] | None,
    ) -> str:
        local = {**shape, "zone": str(self.me.zone)}
        return str(await self._answer(name, prompt, Wants.TEXT, local, optional, check) or "")

    async def moment(self, name: str, prompt: Prompt) -> datetime:
        """A local date and hour as people write them ("5.12.2026 18:00"); aware, in the future."""
        shape = {"date": True, "now": self.me.now.isoformat(), "zone": str(self.me.zone)}
        return datetime.fromisoformat(await self._answer(name, prompt, Wants.TEXT, shape))

    async def photo(
        self, name: str, prompt: Prompt, *, optional: bool = False, another: bool = False
    ) -> str:
        """A photo's media id; '' when skipped: after one that is kept this is called Done."""
        shape = {"another": another}
        return str(await self._answer(name, prompt, Wants.PHOTO, shape, optional) or "")

    async def audio(
        self, name: str, prompt: Prompt, *, at_most: int, optional: bool = False
    ) -> str:
        """A recording's media id, or the answer in at most so many characters; '' when skipped."""
        shape = {"min": 1, "max": at_most}
        return str(await self._answer(name, prompt, Wants.AUDIO, shape, optional) or "")

    async def video(self, name: str, prompt: Prompt, *, optional: bool = False) -> str:
        """A video's media id; '' when skipped."""
        return str(await self._answer(name, prompt, Wants.VIDEO, {}, optional) or "")

    async def file(
        self, name: str, prompt: Prompt, *, kinds: Sequence[str] = (".csv",), optional: bool = False
    ) -> str:
        """The id of a stored file; '' when skipped.  `kinds` are endings in small letters.

        A job reads it (`Tools.file`), and drops it when it is done with it (`storage.media.drop`);
        one that nobody drops is gone after a day.
        """
        shape = {"kinds": tuple(kinds)}
        return str(await self._answer(name, prompt, Wants.FILE, shape, optional) or "")

    async def place(
        self, name: str, prompt: Prompt, *, optional: bool = False
    ) -> tuple[float, float] | None:
        """Latitude and longitude."""
        found = await self._place(Asked.of(name, Wants.PLACE, optional=optional), prompt)
        return (found[0], found[1]) if found else None

    async def where(
        self, name: str, prompt: Prompt, *, at_most: int = 200, optional: bool = False
    ) -> tuple[float, float] | str | None:
        """A place: latitude and longitude, or as it was told in words."""
        question = Asked.of(name, Wants.PLACE, optional=optional, min=2, max=at_most)
        found = await self._place(question, prompt)
        return found if isinstance(found, str | None) else (found[0], found[1])

    async def _place(self, question: Asked, prompt: Prompt) -> Any:
        share = Choice("!place", self.text("core-share-place"), press=Press.PLACE, wide=True)
        found = await self._settle(question, prompt, (share,))
        if found and not isinstance(found, str):
            self.say(f"{question.name}-got", self.text("core-place-got"))
        return found

    async def phone(self, name: str, prompt: Prompt) -> str:
        """The person's own phone number, as the messenger vouches for it."""
        question = Asked.of(name, Wants.PHONE)
        share = Choice("!phone", self.text("core-share-phone"), press=Press.PHONE, wide=True)
        number = str(await self._settle(question, prompt, (share,)))
        self.say(f"{name}-got", self.text("core-phone-got"))
        return number

    async def work(self, name: str, prompt: Prompt, kind: str, args: dict[str, Any]) -> Any:
        """The result of slow work; the citizen waits and may do other things meanwhile."""
        if name in self._state.answers:
            self._path.append(name)
            return self._state.answers[name]
        asked = Asked.of(name, Wants.NOTHING)
        if self._state.asked is None or self._state.asked["name"] != name:
            self._work = Work(name, kind, args)
        self._show(asked, prompt)
        raise Waiting

    async def _answer(
        self,
        name: str,
        prompt: Prompt,
        wants: Wants,
        shape: dict[str, Any],
        optional: bool = False,
        check: Callable[[Any], str | None] | None = None,
    ) -> Any:
        question = Asked.of(name, wants, optional=optional, **shape)
        return await self._settle(question, prompt, (), check)
