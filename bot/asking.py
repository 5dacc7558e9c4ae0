"""How a script asks one question and stops there; every question of a `Chat` does it so."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from secrets import token_urlsafe
from typing import Any, TypeVar

from bot.asked import (
    ALL,
    BACK,
    DONE,
    MENU,
    NEXT,
    PREVIOUS,
    SKIP,
    Answer,
    Asked,
    Misread,
    Picks,
    Stale,
)  # fmt: skip
from bot.channel import Limits
from bot.journey import Again, Me, Prompt, State, Text, Waiting, Work
from bot.messages import Choice, Html, Incoming, Outgoing, Picture, Wants, lines, plain
from bot.paging import Page, page
from bot.render import render
from bot.replies import read_reply

T = TypeVar("T")

MANY = 100  # choices; of a longer list it is said that typing finds

Query = Callable[..., Awaitable[T]]
Check = Callable[[Any], str | None]
Dress = Callable[[Sequence[Choice]], Sequence[Choice]]


class Asking:
    """Tells and reads for a script, and keeps the question that waits for its answer."""

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
        messengers: Mapping[str, Limits] | None = None,
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
        self._messengers = messengers or {}
        self._says: list[Outgoing] = []
        self._problem: Html | None = None
        self._changed: str | None = None
        self._heard: Incoming | None = None  # a reply to a long list, until the script brings it
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

    def fitted(self, message: Outgoing) -> dict[str, list[Outgoing]]:
        """A message as each messenger of this house will carry it, by bot."""
        return {bot: render(message, limits) for bot, limits in self._messengers.items()}

    def once(self, name: str, value: str) -> str:
        """A value as it was when the script came here first, such as the hour; kept, not asked."""
        return str(self._state.answers.setdefault(name, value))

    def say(self, name: str, text: str, picture: Picture | None = None) -> None:
        """Tell something once, however often the script is replayed."""
        if name in self._state.told:
            return
        self._state.told.append(name)
        self._says.append(Outgoing(lines(text), picture=picture))

    def edit(self, *names: str) -> None:
        """Forget these answers and ask them again; the rest is kept."""
        self._state.forget(*names)
        self._state.asked = None
        raise Again

    def _hear(self, asked: Asked, heard: Incoming) -> None:
        """Read a reply and keep what it means."""
        try:
            account = (self._state.asked or {}).get("account", self.me.account)
            if account != self.me.account:
                raise Stale  # a reply to what this messenger shows, but the other one has gone on
            picks = self._state.picks.get(asked.name, [])
            self._keep(asked.name, read_reply(asked, picks, heard, self.text))
        except Misread as misread:
            self._problem = misread.problem
        except Stale:
            self._problem = self.text("core-stale")

    def _keep(self, name: str, reading: Any) -> None:
        state = self._state
        if isinstance(reading, Answer):
            state.answers[name] = reading.value
        elif isinstance(reading, Picks):
            state.picks[name] = list(reading.ids)
            state.forget()
            self._changed = name
            if reading.finished:
                state.answers[name] = list(reading.ids)
        elif "page" in reading.changes:
            state.view["page"] = state.view.get("page", 0) + reading.changes["page"]
        else:
            state.view.update(reading.changes, page=0)

    async def _settle(
        self,
        question: Asked,
        prompt: Prompt,
        choices: Sequence[Choice] = (),
        check: Check | None = None,
        dress: Dress = tuple,
        picture: Picture | None = None,
    ) -> Any:
        """The stored answer if there is one and it still holds; else ask and stop.

        `dress` changes the choices in view for show.
        """
        name, answers = question.name, self._state.answers
        if name in answers:
            skipped = question.optional and answers[name] is None
            problem = None if skipped or check is None else check(answers[name])
            if problem is None:
                self._path.append(name)
                return answers[name]
            self._state.forget(name, before=self._path)
            self._problem = lines(problem)
        self._show(question, prompt, choices, dress, picture)
        raise Waiting

    def _show(
        self,
        question: Asked,
        prompt: Prompt,
        choices: Sequence[Choice] = (),
        dress: Dress = tuple,
        picture: Picture | None = None,
    ) -> None:
        asked = self._state.asked
        same = asked is not None and asked["name"] == question.name
        if not same:
            self._state.view = {}
        # A step shown on one messenger makes the buttons on the other stale.
        fresh = asked is None or not same or asked.get("account") != self.me.account
        nonce = self._nonce() if fresh or asked is None else str(asked["nonce"])
        listed = question.listing(choices) if question.wants is Wants.CHOICE else question
        self._state.asked = {**listed.to_json(), "nonce": nonce, "account": self.me.account}
        view = page(choices, self._state.view, self._limits)
        hint = self._hint(question, choices)
        text = lines(self._problem or "", spoken(prompt), hint, by="\n\n")
        buttons = (*dress(view.choices), *self._buttons(question), *self._paging(view))
        said = Outgoing(text, buttons, self._menu(), question.wants, picture, nonce)
        self._says.append(said)

    def _hint(self, question: Asked, choices: Sequence[Choice]) -> str:
        if question.wants is Wants.AUDIO:
            voices = self._limits.voices
            return self.text("core-ask-audio") if voices else self.text("core-ask-audio-written")
        if question.wants is Wants.VIDEO:
            return self.text("core-ask-video")
        if len(choices) <= MANY or self._short(question.name):
            return ""
        return self.text("core-type-to-find", count=len(choices))

    def _short(self, name: str) -> bool:
        """Whether only what has changed is told: the list is a message further up."""
        return self._changed == name and not self._limits.edits

    def _paging(self, view: Page) -> tuple[Choice, ...]:
        """The buttons that move a long list."""
        if view.pages == 1:
            return (self._word(ALL, "core-show-all"),) if view.searched else ()
        onward = self._word(NEXT, "core-next", page=view.at + 1, pages=view.pages)
        return (self._word(PREVIOUS, "core-previous"), onward) if view.at else (onward,)

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


def spoken(prompt: Prompt) -> str:
    return prompt if isinstance(prompt, str) else prompt()
