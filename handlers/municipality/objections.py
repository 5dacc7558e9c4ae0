"""Objections: one person asks to take a ballot out, a second one decides.  The subject is the vote.

Whether there was such a ballot is told to neither.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Outcome, Refused, Text
from bot.messages import Choice, Html, lines, safe
from handlers.parts.staff_vote import back, by, sure, vote_for
from storage import signatures, voidings, votes
from storage.box import Paused
from storage.conduct import CONDUCTS, WITNESSES, NotNow
from storage.signatures import TYPED
from storage.voidings import SHORTEST, Asked
from storage.votes import Vote

LONGEST = 1000  # characters of a reason


@dataclass(frozen=True, slots=True)
class Request:
    vote: Vote
    reason: str
    name: str


@dataclass(frozen=True, slots=True)
class Decision:
    vote: Vote
    asked: Asked
    agreed: bool


async def script(chat: Chat) -> Request | Decision | Done:
    vote = await vote_for(chat, WITNESSES)
    if isinstance(vote, Done):
        return vote
    waiting = await chat.read(voidings.waiting, vote.id)
    choices = await _choices(chat, vote, waiting)
    if not choices:
        return Done(chat.text("objections-none"), links=back(chat.text, vote.id))
    what = await chat.choose("what", chat.text("objections-what"), choices)
    if what == "new":
        return await _new(chat, vote)
    asked = next(one for one in waiting if str(one.id) == what)
    return await _decide(chat, vote, asked)


async def _choices(chat: Chat, vote: Vote, waiting: list[Asked]) -> list[Choice]:
    roles = await chat.read(votes.staff_roles, chat.me.person, vote.municipality)
    found = [
        Choice(
            str(asked.id),
            chat.text("objections-label", day=day(asked.at, chat.me.zone), number=str(place)),
            wide=True,
        )
        for place, asked in enumerate(waiting, 1)
    ]
    new = Choice("new", chat.text("objections-new"), wide=True)
    may = roles & CONDUCTS and vote.state == "objections" and vote.identity != "account"
    return [*found, *([new] if may else [])]


async def _new(chat: Chat, vote: Vote) -> Request:
    prompt = chat.text("objections-reason", limit=str(SHORTEST))
    reason = await chat.ask("reason", prompt, at_least=SHORTEST, at_most=LONGEST)
    whose = {
        "register": chat.text("objections-number"),
        "code": chat.text("objections-card"),
        "phone": chat.text("objections-phone"),
        "desk": chat.text("objections-personal"),
    }[vote.identity]
    if vote.identity in TYPED:
        return Request(vote, reason, await chat.ask("voter", whose, at_most=40))
    number = await chat.number("voter", whose, at_least=1, at_most=9_999_999)
    if await chat.read(signatures.signers, vote, [str(number)]):  # else it is refused at once
        await sure(chat, chat.text("objections-sure", number=str(number)), "reason", "voter")
    return Request(vote, reason, str(number))


async def _decide(chat: Chat, vote: Vote, asked: Asked) -> Decision | Done:
    number = chat.text("objections-about", number=str(asked.number)) if asked.number else ""
    reason = chat.text("objections-why", reason=safe(asked.reason))
    page = lines(number, reason, by="\n\n")
    if asked.asked_by == chat.me.person:
        mine = lines(page, chat.text("objections-mine"), by="\n\n")
        return Done(mine, links=back(chat.text, vote.id))
    choices = (
        Choice("yes", chat.text("objections-agree"), wide=True),
        Choice("no", chat.text("objections-refuse"), wide=True),
    )
    answer = await chat.confirm("decision", page, choices)
    return Decision(vote, asked, answer == "yes")


async def apply(session: Any, me: Me, text: Text, result: Request | Decision | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    vote = result.vote
    try:
        if isinstance(result, Request):
            return await _ask(session, me, text, result)
        await voidings.decide(session, result.asked.id, by(me, vote), agreed=result.agreed)
    except Paused:
        return Done(text("vote-paused"))
    except NotNow as refused:
        return Done(_problem(text, refused.why), links=back(text, vote.id))
    done = text("objections-agreed") if result.agreed else text("objections-refused")
    return Done(done, links=back(text, vote.id))


async def _ask(session: Any, me: Me, text: Text, asked: Request) -> Outcome:
    vote = asked.vote
    found = await signatures.signers(session, vote, [asked.name])
    if asked.name not in found:
        return Refused(text("objections-unknown"), forget=("voter",))
    await voidings.ask(session, vote.id, by(me, vote), found[asked.name], asked.reason)
    return Done(text("objections-asked"), links=back(text, vote.id))


def _problem(text: Text, why: str) -> Html:
    return {
        "role": text("process-not-yours"),
        "state": text("process-problem-state"),
        "same-person": text("objections-same-person"),
        "asked": text("objections-asked-before"),
    }[why]


JOURNEYS = (Journey("objections", script, apply),)
