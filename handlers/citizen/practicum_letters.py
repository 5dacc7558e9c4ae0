"""What a team's members hear: the mentor's decision, and that another mentor reads their work."""

from functools import partial
from typing import Any

from bot.formats import day
from bot.journey import DueNow, Text, Tools
from bot.messages import Choice, Html, Outgoing, lines
from handlers.parts.practicum_words import content
from storage import (
    mail,
    places,
    practicum,
    practicum_mentors,
    practicum_reviews,
    recipients,
)
from storage.due import Outdated
from storage.practicum import Crew
from storage.practicum_reviews import Reviewed
from storage.recipients import Recipient
from storage.tables.mail import NOTICE


async def decided(session: Any, row: DueNow, tools: Tools) -> None:
    """The decision to one member, with the mentor's words."""
    review = await practicum_reviews.find(session, int(row.subject.removeprefix("review:")))
    if review is None or review.done_at is None:
        raise Outdated
    team, who = await _member(session, review.team, row.person_id)
    text = partial(tools.text, who.language)
    await _write(session, who, _decision(text, who, team, review), text, tools)


def _decision(text: Text, who: Recipient, team: Crew, review: Reviewed) -> Html:
    words = text("practicum-words", words=review.words) if review.words else Html("")
    if review.verdict == "accepted":
        return lines(text("practicum-letter-accepted", name=team.name), words, by="\n\n")
    told = content(who.language, team)
    back = [text("practicum-back", title=told.steps[id].title) for id in review.steps]
    said = text("practicum-letter-revise", name=team.name)
    return lines(said, words, lines(*back), text("practicum-letter-again"), by="\n\n")


async def moved(session: Any, row: DueNow, tools: Tools) -> None:
    """Another mentor has it now, and until when."""
    call = await practicum_mentors.find(session, int(row.subject.removeprefix("call:")))
    if call is None or call.ended_at is not None:
        raise Outdated
    team, who = await _member(session, call.team, row.person_id)
    text = partial(tools.text, who.language)
    zone = await places.time_zone(session, team.municipality)
    said = text("practicum-letter-moved", name=team.name, until=day(call.due_at, zone))
    await _write(session, who, said, text, tools)


async def _member(session: Any, team: int, person: int) -> tuple[Crew, Recipient]:
    """Who is still in the team and can be written to.  Raises Outdated."""
    mine = await practicum.own(session, team, person)
    who = await recipients.recipient(session, person)
    if mine is None or who is None:
        raise Outdated
    return mine, who


async def _write(session: Any, who: Recipient, said: Html, text: Text, tools: Tools) -> None:
    choices = (Choice("go:practicum:", text("practicum-to-team"), wide=True),)
    message = Outgoing(said, choices, (Choice("!menu", text("core-menu")),))
    body = message.to_json()
    letter = mail.letter(who.bot, who.account_id, body, tools.now(), lane=NOTICE)
    await mail.post(session, [letter])


DUE = {practicum_reviews.DECIDED: decided, practicum_mentors.MOVED: moved}
