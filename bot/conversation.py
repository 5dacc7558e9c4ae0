"""Conversations are plain async functions of their answers, replayed from the top at every turn.

A script asks by name.  Questions already answered return at once; the first one without an answer
is shown, and the script stops there until the next message.  Stored are canonical values only
(a choice's id, a number, an ISO date, a media id), so a deploy may add, drop or reorder questions
while citizens are half-way through.  See docs/architecture.md.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from secrets import token_urlsafe
from typing import Any, TypeVar

from bot.channel import Limits
from bot.journey import Again, Me, State, Text, Waiting, Work
from bot.messages import (
    Choice,
    Html,
    Outgoing,
    Picture,
    Press,
    Wants,
    lines,
    plain,
)
from bot.render import crowded
from bot.replies import (
    BACK,
    DONE,
    MENU,
    SKIP,
    Asked,
    numbered,
)

T = TypeVar("T")

PAGING = 3  # rows of a keyboard kept for Done, "next" and "previous"
Query = Callable[..., Awaitable[T]]


class Chat:
    """What a script talks to.  It can ask, tell and read; it cannot write."""

    def __init__(
        self,
        me: Me,
        state: State,
        text: Text,
        limits: Limits,
        session: Any = None,
        nonce: Callable[[], str] = lambda: token_urlsafe(4),
        titles: Mapping[str, str] | None = None,
        text_in: Callable[[str], Text] | None = None,
    ) -> None:
        self.me = me
        self.text = text
        self.text_in = text_in or (lambda language: text)  # for words that are read out to others
        self.subject = state.subject
        self._state = state
        self._limits = limits
        self._session = session
        self._nonce = nonce
        self._titles = titles or {}
        self._says: list[Outgoing] = []
        self._problem: Html | None = None
        self._changed: str | None = None
        self._path: list[str] = []
        self._work: Work | None = None

    async def read(self, query: Query[T], *args: Any) -> T:
        """Ask the database; `query(session, *args)` must not write."""
        return await query(self._session, *args)

    def answered(self, name: str) -> Any:
        """A stored answer or None: spares a script a costly read for a question that is settled."""
        return self._state.answers.get(name)

    def settled(self, name: str) -> bool:
        """Whether a question has its answer: the words of one that has are not looked at."""
        return name in self._state.answers

    def title(self, script: str) -> Html | None:
        """What a parked draft of this journey is called; None if it is not offered again."""
        name = self._titles.get(script)
        return self.text(name) if name else None

    def once(self, name: str, value: str) -> str:
        """A value as it was when the script came here first, such as the hour; kept, not asked."""
        return str(self._state.answers.setdefault(name, value))

    def say(self, name: str, text: str, picture: Picture | None = None) -> None:
        """Tell something once, however often the script is replayed."""
        if name in self._state.told:
            return
        self._state.told.append(name)
        self._says.append(Outgoing(lines(text), picture=picture))

    async def ask(
        self,
        name: str,
        prompt: str,
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
        prompt: str,
        *,
        at_least: int = 0,
        at_most: int = 10**9,
        optional: bool = False,
        check: Callable[[int], str | None] | None = None,
    ) -> int | None:
        """A whole number between the bounds.  `check` returns what is wrong, or None."""
        shape = {"min": at_least, "max": at_most}
        found: int | None = await self._answer(name, prompt, Wants.NUMBER, shape, optional, check)
        return found

    async def moment(self, name: str, prompt: str) -> datetime:
        """A local date and hour as people write them ("5.12.2026 18:00"); aware, in the future."""
        shape = {"date": True, "now": self.me.now.isoformat(), "zone": str(self.me.zone)}
        return datetime.fromisoformat(await self._answer(name, prompt, Wants.TEXT, shape))

    async def photo(
        self, name: str, prompt: str, *, optional: bool = False, another: bool = False
    ) -> str:
        """A photo's media id; '' when skipped: after one that is kept this is called Done."""
        shape = {"another": another}
        return str(await self._answer(name, prompt, Wants.PHOTO, shape, optional) or "")

    async def file(
        self, name: str, prompt: str, *, kinds: Sequence[str] = (".csv",), optional: bool = False
    ) -> str:
        """The id of a stored file; '' when skipped.  `kinds` are endings in small letters.

        A job reads it (`Tools.file`), and drops it when it is done with it (`storage.media.drop`);
        one that nobody drops is gone after a day.
        """
        shape = {"kinds": tuple(kinds)}
        return str(await self._answer(name, prompt, Wants.FILE, shape, optional) or "")

    async def place(
        self, name: str, prompt: str, *, optional: bool = False
    ) -> tuple[float, float] | None:
        """Latitude and longitude."""
        found = await self._place(Asked.of(name, Wants.PLACE, optional=optional), prompt)
        return (found[0], found[1]) if found else None

    async def where(
        self, name: str, prompt: str, *, at_most: int = 200, optional: bool = False
    ) -> tuple[float, float] | str | None:
        """A place: latitude and longitude, or as it was told in words."""
        question = Asked.of(name, Wants.PLACE, optional=optional, min=2, max=at_most)
        found = await self._place(question, prompt)
        return found if isinstance(found, str | None) else (found[0], found[1])

    async def _place(self, question: Asked, prompt: str) -> Any:
        share = Choice("!place", self.text("core-share-place"), press=Press.PLACE, wide=True)
        found = await self._settle(question, prompt, (share,), None)
        if found and not isinstance(found, str):
            self.say(f"{question.name}-got", self.text("core-place-got"))
        return found

    async def phone(self, name: str, prompt: str) -> str:
        """The person's own phone number, as the messenger vouches for it."""
        question = Asked.of(name, Wants.PHONE)
        share = Choice("!phone", self.text("core-share-phone"), press=Press.PHONE, wide=True)
        number = str(await self._settle(question, prompt, (share,), None))
        self.say(f"{name}-got", self.text("core-phone-got"))
        return number

    async def choose(
        self, name: str, prompt: str, choices: Sequence[Choice], *, optional: bool = False
    ) -> str:
        """One choice's id; '' when skipped."""
        allowed = {choice.id for choice in choices}

        def check(value: str) -> str | None:
            return None if value in allowed else self.text("core-no-longer-there")

        question = Asked.of(name, Wants.CHOICE, choices, optional=optional)
        return str(await self._settle(question, prompt, choices, check) or "")

    async def confirm(self, name: str, prompt: str, choices: Sequence[Choice]) -> str:
        """A choice that is asked again whenever an answer before it has changed."""
        # Before it is asked: what it confirms may change between the question and the answer.
        if name not in self._state.confirms:
            self._state.confirms.append(name)
        return await self.choose(name, prompt, choices)

    async def pick_many(
        self,
        name: str,
        prompt: str,
        choices: Sequence[Choice],
        *,
        at_least: int = 1,
        at_most: int = 100,
        optional: bool = False,
        summary: Callable[[list[str]], str] | None = None,
    ) -> list[str]:
        """Several choices, kept at every tap, answered only by Done; none of them when skipped.

        `summary` reads them back where the list itself does not show what is picked.
        """
        allowed = {choice.id for choice in choices}
        gone = [pick for pick in self._state.picks.get(name, []) if pick not in allowed]
        if gone:
            self._state.picks[name] = [p for p in self._state.picks[name] if p in allowed]
            self._state.forget(name)
            self._problem = self.text("core-pick-gone", count=len(gone))
        shape = {"min": at_least, "max": at_most, "optional": optional}
        question = Asked.of(name, Wants.CHOICE, choices, many=True, **shape)
        picks = self.picks(name)
        marked = [replace(choice, picked=choice.id in picks) for choice in choices]
        count = self.text("core-picked", count=len(picks), limit=at_most)
        short = self._changed is not None and not self._limits.edits
        unseen = short or len(choices) > self._limits.choices - PAGING
        told = lines(summary(picks) if summary and picks and unseen else "", count)
        if short:
            prompt, marked = told, self._short(marked)
        else:
            prompt = lines(prompt, told, by="\n\n")

        def check(value: list[str] | None) -> str | None:
            return (
                None
                if at_least <= len(value or ()) <= at_most
                else self.text("core-pick-some", count=at_least)
            )

        return list(await self._settle(question, prompt, marked, check) or ())

    def picks(self, name: str) -> list[str]:
        """What is picked so far of a list that is not done."""
        return list(self._state.picks.get(name, ()))

    def _short(self, choices: Sequence[Choice]) -> list[Choice]:
        """Numbers alone where labels would be listed: the list is a message further up."""
        if not crowded(choices, self._limits):
            return list(choices)
        return [
            replace(choice, label=str(choice.number or place), number=None, wide=False)
            for place, choice in enumerate(choices, 1)
        ]

    async def work(self, name: str, prompt: str, kind: str, args: dict[str, Any]) -> Any:
        """The result of slow work; the citizen waits and may do other things meanwhile."""
        if name in self._state.answers:
            self._path.append(name)
            return self._state.answers[name]
        asked = Asked.of(name, Wants.NOTHING)
        if self._state.asked is None or self._state.asked["name"] != name:
            self._work = Work(name, kind, args)
        self._show(asked, prompt, ())
        raise Waiting

    def edit(self, *names: str) -> None:
        """Forget these answers and ask them again; the rest is kept."""
        self._state.forget(*names)
        self._state.asked = None
        raise Again

    async def _answer(
        self,
        name: str,
        prompt: str,
        wants: Wants,
        shape: dict[str, Any],
        optional: bool = False,
        check: Callable[[Any], str | None] | None = None,
    ) -> Any:
        question = Asked.of(name, wants, (), optional=optional, **shape)
        return await self._settle(question, prompt, (), check)

    async def _settle(
        self,
        question: Asked,
        prompt: str,
        choices: Sequence[Choice],
        check: Callable[[Any], str | None] | None,
    ) -> Any:
        """The stored answer if there is one and it still holds; else ask and stop."""
        name, answers = question.name, self._state.answers
        if name in answers:
            skipped = question.optional and answers[name] is None
            problem = None if skipped or check is None else check(answers[name])
            if problem is None:
                self._path.append(name)
                return answers[name]
            self._state.forget(name, before=self._path)
            self._problem = lines(problem)
        self._show(question, prompt, choices)
        raise Waiting

    def _show(self, question: Asked, prompt: str, choices: Sequence[Choice]) -> None:
        asked = self._state.asked
        same = asked is not None and asked["name"] == question.name
        if not same:
            self._state.view = {}
        # A step shown on one messenger makes the buttons on the other stale.
        fresh = asked is None or not same or asked.get("account") != self.me.account
        nonce = self._nonce() if fresh or asked is None else str(asked["nonce"])
        shown, paging = self._page(choices)
        self._state.asked = {**question.to_json(), "nonce": nonce, "account": self.me.account}
        text = lines(self._problem or "", prompt, by="\n\n")
        buttons = (*shown, *self._buttons(question), *paging)
        self._says.append(Outgoing(text, buttons, self._menu(), question.wants, nonce=nonce))

    def _page(self, choices: Sequence[Choice]) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
        """The part of a long list that is in view, and the buttons that move it."""
        size = self._limits.choices - PAGING
        wanted = str(self._state.view.get("search", ""))
        found = [c for c in choices if wanted in c.label.casefold()] if wanted else list(choices)
        if len(found) <= size:
            return tuple(found), ((self._word("!all", "core-show-all"),) if wanted else ())
        pages = -(-len(found) // size)
        numbers = numbered(choices)
        found = [replace(c, number=numbers[c.id]) for c in found]
        page = int(self._state.view.get("page", 0)) % pages
        paging = [self._word("!next", "core-next", page=page + 1, pages=pages)]
        if page:
            paging.insert(0, self._word("!prev", "core-previous"))
        return tuple(found[page * size : (page + 1) * size]), tuple(paging)

    def _buttons(self, question: Asked) -> tuple[Choice, ...]:
        if question.many and len(self._state.picks.get(question.name, [])) >= question.min:
            return (replace(self._word(DONE, "core-done"), wide=True),)
        if question.another:
            return (replace(self._word(SKIP, "core-done"), wide=True),)
        skip = replace(self._word(SKIP, "core-skip"), wide=question.many)
        return (skip,) if question.optional else ()

    def _menu(self) -> tuple[Choice, ...]:
        back = (self._word(BACK, "core-back"),) if self._path else ()
        return (*back, self._word(MENU, "core-menu"))

    def _word(self, id: str, name: str, **args: Any) -> Choice:
        return Choice(id, plain(self.text(name, **args)))
