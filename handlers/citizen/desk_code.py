"""A short code that the chat shows to the desk.  The subject is the vote's id."""

from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from storage import desks, votes
from storage.desks import CHECKED, MINUTES, OPEN_STATES
from storage.votes import Vote


async def script(chat: Chat) -> Vote | None:
    vote = await chat.read(votes.find, chat.subject)
    if vote is None or vote.municipality != chat.me.municipality:
        return None
    return vote if vote.identity in CHECKED and vote.state in OPEN_STATES else None


async def apply(session: Any, me: Me, text: Text, vote: Vote | None) -> Outcome:
    if vote is None:
        return Done(text("proof-desk-none"))
    code = await desks.new_code(session, vote, me.person, me.now)
    links = ((text("proof-desk-again"), Open("desk-code", str(vote.id))),)
    return Done(text("proof-desk-code", code=code, minutes=MINUTES), links=links)


JOURNEYS = (Journey("desk-code", script, apply),)
