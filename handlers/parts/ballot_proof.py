"""By which proof of identity a ballot is cast, and asking for it.

A phone, a number or a code is the last thing asked before the effects: they read it, and what is
stored of the conversation never holds it.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import day, hour
from bot.journey import Done, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html
from storage import cards, proofs, register
from storage.attempts import pause
from storage.box import Paused
from storage.phones import prove_phone
from storage.proofs import TRIED, Claimant, Found, Voter
from storage.votes import Vote

LONGEST = 40  # characters of a number or a code with blanks


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody shows to be admitted to the vote: a phone, a number, a code; "" at the desk."""

    vote: Vote
    how: str
    said: str = ""


async def proof(chat: Chat, vote: Vote) -> Voter | Shown | Done:
    """As whom this person votes; or what they have shown just now, for the effects to look at."""
    voter = await chat.read(proofs.voter, vote, chat.me.person, chat.me.received)
    if voter is None:
        return await _asked(chat, vote)
    if voter.card and await _card(chat, voter) == "other":
        return await _asked(chat, vote)
    return voter


async def _asked(chat: Chat, vote: Vote) -> Shown | Done:
    if vote.identity == "desk":
        return Shown(vote, "desk")
    if vote.identity == "phone":
        return Shown(vote, "phone", await chat.phone("phone", chat.text("vote-phone")))
    until = await chat.read(pause, chat.me.account, TRIED, chat.me.now)
    if until is not None:
        at = {"day": day(until, chat.me.zone), "hour": hour(until, chat.me.zone)}
        return Done(chat.text("proof-pause", **at), links=_desk(chat.text, vote))
    if vote.identity == "code":
        return Shown(vote, "code", await chat.ask("code", chat.text("proof-code"), at_most=LONGEST))
    if await chat.read(register.by_phone, vote.id):
        return Shown(vote, "phone", await chat.phone("phone", chat.text("proof-phone")))
    said = await chat.ask("number", chat.text("proof-number"), at_most=LONGEST)
    return Shown(vote, "number", said)


async def _card(chat: Chat, voter: Voter) -> str:
    """On a family's phone: whose turn it is."""
    same = Choice(str(voter.card), chat.text("proof-card-yes", card=str(voter.card)), wide=True)
    other = Choice("other", chat.text("proof-card-other"), wide=True)
    prompt = chat.text("proof-card", card=str(voter.card))
    return await chat.choose("card", prompt, (same, other))


async def look(session: Any, me: Me, text: Text, shown: Shown) -> Outcome:
    """The proof is kept, or why not; the conversation goes on from there."""
    vote = shown.vote
    if shown.how == "desk":
        return Open("desk-code", str(vote.id))
    if vote.identity == "phone":
        return await _own_phone(session, me, text, shown)
    who = Claimant(me.person, me.account, me.received)
    if shown.how == "code":
        found = await cards.take(session, vote, who, shown.said)
    else:
        found = await register.claim(session, vote, who, shown.said)
    return _answer(text, vote, found)


async def _own_phone(session: Any, me: Me, text: Text, shown: Shown) -> Outcome:
    """A shared number may show that this person is known from another messenger."""
    try:
        voter = await prove_phone(session, me.person, shown.said, me.now)
    except Paused:
        return Done(text("vote-paused"))
    if voter is None:
        return Done(text("proof-staff-phone"))
    if voter == me.person:
        return Refused(Html(""), forget=("phone",))
    again = (text("vote-begin"), Open("vote", str(shown.vote.id)))
    return Done(text("vote-united"), links=(again,))


def _answer(text: Text, vote: Vote, found: Found) -> Outcome:
    if found is Found.TAKEN:
        return Done(text("proof-taken"), links=_desk(text, vote))
    code = vote.identity == "code"
    said = {
        Found.OK: Html(""),
        Found.WRONG: text("proof-code-wrong") if code else text("proof-unknown"),
        Found.FORM: text("proof-form-code") if code else text("proof-form-number"),
        Found.PHONE: text("proof-unknown-phone"),
        Found.YOUNG: text("proof-young", age=str(vote.edition.age if vote.edition else 0)),
        Found.UNHANDED: text("proof-unhanded"),
        Found.VOID: text("proof-void"),
    }[found]
    if found in (Found.YOUNG, Found.PHONE):
        return Done(said)
    return Refused(said, forget=("number", "phone", "code", "card"))


def _desk(text: Text, vote: Vote) -> tuple[tuple[str, Open], ...]:
    if vote.identity == "code":
        return ()
    return ((text("proof-at-desk"), Open("desk-code", str(vote.id))),)
