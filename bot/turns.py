"""One turn: an event of one chat through the journeys, inside the transaction it was handed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channel import Limits
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, State, Turn
from bot.messages import LONGEST_ID, Choice, Heard, Incoming, Outgoing
from bot.render import render
from bot.replay import refuse, take_turn
from bot.talk import GO, Talk, link
from bot.texts import Texts
from bot.words import Words, looks_like_code
from storage import jobs, keeping, mail, media, people, sessions
from storage.engine import savepoint
from storage.mail import Arrival

MENU, WELCOME, TOPICS = "menu", "welcome", "topics"
UNSAID = frozenset({Heard.START, Heard.LEFT, Heard.WORK})  # opens no session of a messenger
HOPS = 8  # journeys opened by one message; more is a loop in a script


class Turns:
    """The journeys, ready to take events."""

    def __init__(
        self,
        texts: Texts,
        journeys: Mapping[str, Journey],
        limits: Mapping[str, Limits],
        home: str = "",
    ) -> None:
        self._texts = texts
        self._home = home
        self._journeys = journeys
        self._limits = limits
        self._words = Words(texts)
        self._titles = {journey.name: journey.title for journey in journeys.values()}
        self._offered = [journey.name for journey in journeys.values() if journey.title]

    async def take(
        self, session: AsyncSession, arrival: Arrival, heard: Incoming, now: datetime
    ) -> bool:
        """Handle one event; True if there is something to send."""
        if heard.heard is Heard.LEFT:
            if arrival.account_id:
                await people.set_reachable(session, arrival.account_id, reachable=False)
            return False
        talk = await self._meet(session, arrival, heard, now)
        await self._answer(talk)
        said = await self._post(talk)
        await self._keep_anew(talk)
        return said

    async def _keep_anew(self, talk: Talk) -> None:
        """Whoever was here today is kept from today on; noted once a day."""
        known, today = talk.arrival.kept_from, talk.me.now.astimezone(talk.me.zone).date()
        if known and known < today and talk.heard.heard is not Heard.WORK:
            await keeping.came(talk.session, talk.arrival.person_id or 0, today)

    async def apologise(
        self, session: AsyncSession, arrival: Arrival, heard: Incoming, now: datetime
    ) -> None:
        """Say once that something went wrong on our side."""
        if arrival.account_id is None:
            return
        text = partial(self._texts.text, arrival.language or self._texts.languages[0])
        menu = (Choice("!menu", text("core-menu")),)
        body = Outgoing(text("core-apology"), menu=menu).to_json()
        await mail.post(session, [mail.letter(heard.bot, arrival.account_id, body, now)])

    async def _meet(
        self, session: AsyncSession, arrival: Arrival, heard: Incoming, now: datetime
    ) -> Talk:
        language = arrival.language or self._texts.known(heard.language)
        person, account = arrival.person_id, arrival.account_id
        if person is None or account is None:
            person, account = await people.meet(session, heard.bot, heard.chat, language, now)
        elif not arrival.reachable and not heard.welcomed:
            await people.set_reachable(session, account, reachable=True)
        if heard.bot in sessions.CHARGED and heard.heard not in UNSAID:
            at = min(heard.at, now)
            if not sessions.covers(arrival.session_from, at):
                await sessions.begin(session, account, at)
        me = Me(
            person,
            account,
            heard.bot,
            language,
            now,
            arrival.municipality_id,
            arrival.settlement_id,
            ZoneInfo(arrival.time_zone or "Asia/Tbilisi"),
            arrival.main_language or "ka",
            arrival.door or "",
            came=arrival.received_at,
            home=self._home,
        )
        known = arrival.draft_script in self._journeys
        state = State.from_json(arrival.draft_state or {}) if known else None
        return Talk(
            session,
            arrival,
            heard,
            me,
            partial(self._texts.text, language),
            self._limits[heard.bot],
            arrival.draft_id if known else None,
            arrival.draft_version or 0,
            state,
            arrival.draft_id,
        )

    async def _answer(self, talk: Talk) -> None:
        """Universal words and links first, then the waiting question."""
        heard, word = talk.heard, self._word(talk)
        if heard.welcomed:  # nobody to write to yet: their first press or word goes on from here
            await people.keep_door(talk.session, talk.me.account, people.as_code(heard.text))
        elif word == "stop":
            await people.opt_out(talk.session, talk.me.person, out=True)
            menu = (Choice("!menu", talk.text("core-menu")),)
            some = (link(Open(TOPICS), talk.text("core-some-topics")),)
            talk.messages.append((Outgoing(talk.text("core-stopped"), some, menu), ""))
        elif opened := await self._opened(talk, word):
            await self._open(talk, opened)
        elif talk.state is None:
            await self._open(talk, Open(MENU if talk.me.municipality else WELCOME))
        else:
            talk.fits = heard.heard is Heard.TAP and heard.nonce == talk.asked().get("nonce")
            if onward := await self._step(talk, heard, "back" if word == "back" else ""):
                await self._open(talk, onward)

    def _word(self, talk: Talk) -> str:
        """The universal word that was said, if it may act beside the waiting question."""
        heard = talk.heard
        if heard.heard is Heard.TAP:
            return talk.tapped()
        if heard.heard is not Heard.TEXT:
            return ""
        return self._words.meaning(heard.text, talk.me.language, slash_only=talk.free())

    async def _opened(self, talk: Talk, word: str) -> Open | None:
        """The journey that this message asks for, whatever was waiting."""
        heard, door = talk.heard, talk.me.door
        if door:
            await people.keep_door(talk.session, talk.me.account, "")
        if heard.heard is Heard.START:
            return Open(WELCOME, people.as_code(heard.text) or door)
        if door and not word:
            return Open(WELCOME, door)
        if heard.heard is Heard.TAP and heard.choice.startswith(GO):
            name, _, subject = heard.choice[len(GO) : LONGEST_ID].partition(":")
            return Open(name, subject) if name in self._journeys else Open(MENU)
        if word in ("menu", "help", "language"):
            return Open(word)
        if word == "cancel":
            await self._forget_files(talk)
            await self._take_out(talk)
            talk.state = None
            return Open(MENU)
        if heard.heard is Heard.TEXT and not talk.free() and looks_like_code(heard.text):
            code = people.as_code(heard.text)
            return Open(WELCOME, code) if await people.is_code(talk.session, code) else None
        return None

    async def _open(self, talk: Talk, opened: Open) -> None:
        """Park what is open and begin, or resume, another journey."""
        for _ in range(HOPS):
            found = await people.find_draft(
                talk.session, talk.me.person, opened.journey, opened.subject
            )
            if found:
                talk.draft_id, stored, talk.draft_version = found
                talk.state = State.from_json(stored)
            else:
                talk.draft_id, talk.draft_version = None, 0
                talk.state = State(opened.journey, opened.subject)
            onward = await self._step(talk, None, "")
            if onward is None:
                return
            opened = onward
        raise RuntimeError(f"journey {opened.journey} opens others without end")

    async def _step(self, talk: Talk, heard: Incoming | None, word: str) -> Open | None:
        """Run the current journey as far as it goes; where to go next, if it ended."""
        state = talk.state
        assert state is not None
        journey = self._journeys[state.script]
        chat = Chat(
            talk.me,
            state,
            talk.text,
            talk.limits,
            talk.session,
            titles=self._titles,
            text_in=partial(partial, self._texts.text),
            messengers=self._limits,
        )
        for _ in range(HOPS):
            turn = await take_turn(journey, chat, heard, word)
            if not turn.finished:
                self._say(talk, journey, turn)
                await self._keep(talk, turn)
                return None
            # Before the effects, which must not happen twice: a second turn finds it gone.
            await self._take_out(talk)
            outcome = await self._apply(talk, journey, turn.result)
            if not isinstance(outcome, Refused):
                self._say(talk, journey, turn)
                return await self._end(talk, journey, outcome)
            heard, word = None, ""
            refuse(chat, outcome)  # what it has told is said together with the next question
        raise RuntimeError(f"journey {journey.name} is refused without end")

    async def _apply(self, talk: Talk, journey: Journey, result: Any) -> Outcome:
        """The writes, in a savepoint: what a constraint forbids becomes a refusal in words."""
        try:
            async with savepoint(talk.session):
                return await journey.apply(talk.session, talk.me, talk.text, result)
        except IntegrityError as error:
            if journey.conflict is None:
                raise
            return journey.conflict(talk.text, error)

    async def _end(self, talk: Talk, journey: Journey, outcome: Outcome) -> Open | None:
        secret = talk.secret(journey)
        talk.state = None
        if isinstance(outcome, Open):
            await self._refresh(talk)
            return outcome
        assert isinstance(outcome, Done)
        if outcome.then:
            await self._refresh(talk)
        if outcome.text:
            buttons = [link(opened, label) for label, opened in outcome.links]
            if outcome.then is None:
                buttons += await self._unfinished(talk)
            menu = () if outcome.then else (Choice("!menu", talk.text("core-menu")),)
            said = Outgoing(outcome.text, tuple(buttons), menu, picture=outcome.picture)
            talk.messages.append((said, secret))
        return outcome.then

    async def _unfinished(self, talk: Talk) -> list[Choice]:
        drafts = await people.parked(talk.session, talk.me.person, self._offered)
        return [
            link(
                Open(draft.script, draft.subject),
                talk.text("core-continue", what=talk.text(self._titles[draft.script])),
            )
            for draft in drafts[:2]
        ]

    async def _refresh(self, talk: Talk) -> None:
        """Effects may have changed the language or the place."""
        who = await people.who_is(talk.session, talk.me.person)
        talk.me = replace(
            talk.me,
            language=who.language,
            municipality=who.municipality_id,
            settlement=who.settlement_id,
            zone=ZoneInfo(who.time_zone),
            main_language=who.main_language,
        )
        talk.text = partial(self._texts.text, who.language)

    async def _forget_files(self, talk: Talk) -> None:
        """Nobody will read what was sent as an answer here."""
        if talk.state:
            script = f"{talk.state.script}:{talk.state.subject}"
            await media.drop_answers(talk.session, talk.me.person, script)

    async def _take_out(self, talk: Talk) -> None:
        if talk.draft_id is not None:
            await people.drop_draft(talk.session, talk.draft_id, talk.draft_version)
            if talk.pointer == talk.draft_id:
                talk.pointer = None
        talk.draft_id, talk.draft_version = None, 0

    async def _keep(self, talk: Talk, turn: Turn) -> None:
        state, me, session = talk.state, talk.me, talk.session
        assert state is not None
        if kept := self._journeys[state.script].kept:
            await kept(session, me, begun=talk.draft_id is None)
        if talk.draft_id is None:
            talk.draft_id = await people.new_draft(
                session, me.person, state.script, state.subject, state.to_json(), me.now
            )
        else:
            await people.keep_draft(
                session, talk.draft_id, talk.draft_version, state.to_json(), me.now
            )
        if talk.draft_id != talk.pointer:
            await people.point_to_draft(session, me.account, talk.draft_id)
            talk.pointer = talk.draft_id
        if turn.work and state.asked:
            await jobs.ask_for(
                session,
                turn.work.kind,
                turn.work.args,
                me.now,
                account_id=me.account,
                nonce=state.asked["nonce"],
            )

    def _say(self, talk: Talk, journey: Journey, turn: Turn) -> None:
        secret = talk.secret(journey)
        talk.messages += [(message, secret) for message in turn.messages]

    async def _post(self, talk: Talk) -> bool:
        """Letters for what was said; the first one changes the tapped message in place."""
        edit = talk.heard.message if talk.fits and talk.limits.edits else ""
        letters = []
        for message, secret in talk.messages:
            for part in render(replace(message, edit=edit), talk.limits):
                more = {"edit": part.edit, "secret": secret}
                body, me = part.to_json(), talk.me
                letters.append(mail.letter(me.bot, me.account, body, me.now, **more))
            edit = ""
        await mail.post(talk.session, letters)
        return bool(letters)
