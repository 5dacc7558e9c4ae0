"""Checking a receipt: whether a ballot is among the counted ones.  Never what was chosen.

The subject is the vote's id, or '' for the latest one.
"""

from typing import Any

from bot.civic.codes import normalise
from bot.conversation import Chat
from bot.formats import day, hour
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from storage import votes
from storage.votes import Vote

LENGTH = 9  # "7K9A-NFMJ"


async def script(chat: Chat) -> Done:
    vote = await _vote(chat)
    if vote is None:
        return Done(chat.text("receipt-none"))
    if vote.seal_step != "done":
        zone = chat.me.zone
        day_, hour_ = day(vote.results_at, zone), hour(vote.results_at, zone)
        return Done(chat.text("receipt-early", day=day_, hour=hour_))
    typed = normalise(await chat.ask("code", chat.text("receipt-ask"), at_most=40))
    again = ((chat.text("receipt-again"), Open("receipt", str(vote.id))),)
    if len(typed) == LENGTH and await chat.read(votes.receipt_counted, vote.id, typed):
        return Done(chat.text("receipt-counted", receipt=typed))
    return Done(chat.text("receipt-unknown", receipt=typed), links=again)


async def _vote(chat: Chat) -> Vote | None:
    if chat.subject:
        return await chat.read(votes.find, chat.subject)
    known = await chat.read(votes.shown, chat.me.municipality)
    return known[0] if known else None


async def apply(session: Any, me: Me, text: Text, result: Done) -> Outcome:
    return result


JOURNEYS = (Journey("receipt", script, apply, title="receipt-title"),)
