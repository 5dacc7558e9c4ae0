"""The desk: an identity card and a code from the chat make somebody a voter.

The personal number is the last thing typed, so that no stored conversation holds it.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import hour
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html
from handlers.parts.staff_vote import back, by, vote_for, zone_of_papers
from storage import attempts, desks
from storage.box import Paused
from storage.conduct import CONDUCTS, NotNow
from storage.desks import Identity
from storage.votes import Vote

TRIED = "desk"
SHORT = 40  # characters of a code or a number with blanks


@dataclass(frozen=True, slots=True)
class Seen:
    vote: Vote
    identity: Identity


@dataclass(frozen=True, slots=True)
class WrongCode:
    """No chat shows it: counted as a try before the personal number is asked for."""


async def script(chat: Chat) -> Seen | WrongCode | Done:
    vote = await vote_for(chat, CONDUCTS)
    if isinstance(vote, Done):
        return vote
    until = await chat.read(attempts.pause, chat.me.account, TRIED, chat.me.now)
    if until is not None:
        told = chat.text("desk-check-pause", hour=hour(until, chat.me.zone))
        return Done(told, links=back(chat.text, vote.id))
    move = await _move(chat, vote)
    zone = await zone_of_papers(chat, vote) if vote.identity == "desk" else ""
    code = await chat.ask("code", chat.text("desk-check-code"), at_most=SHORT)
    if not await chat.read(desks.is_shown, vote.id, code, chat.me.now):
        return WrongCode()
    number = await chat.ask("number", chat.text("desk-check-number"), at_most=SHORT)
    return Seen(vote, Identity(code, number, zone, move))


async def _move(chat: Chat, vote: Vote) -> bool:
    age = vote.edition.age if vote.edition else 0
    choices = (
        Choice("check", chat.text("desk-check-first"), wide=True),
        Choice("move", chat.text("desk-check-move"), wide=True),
    )
    return await chat.choose("what", chat.text("desk-check-what", age=str(age)), choices) == "move"


async def apply(session: Any, me: Me, text: Text, result: Seen | WrongCode | Done) -> Outcome:
    if isinstance(result, WrongCode):
        return await _refused(session, me, text, "code")
    if not isinstance(result, Seen):
        return result
    vote = result.vote
    try:
        number = await desks.check(session, vote.id, by(me, vote), result.identity)
    except Paused:
        return Done(text("vote-paused"), links=back(text, vote.id))
    except NotNow as refused:
        return await _refused(session, me, text, refused.why)
    done = text("desk-check-row", number=str(number)) if number else text("desk-check-done")
    again = (text("desk-check-next"), Open("desk-check", str(vote.id)))
    return Done(done, links=(again, *back(text, vote.id)))


async def _refused(session: Any, me: Me, text: Text, why: str) -> Outcome:
    said = _problems(text)[why]
    if why in ("role", "state", "taken", "other", "young"):
        return Done(said)
    if why == "code":
        await attempts.count(session, me.account, TRIED, me.now)
    return Refused(said, forget=("code", "number") if why == "code" else ("number",))


def _problems(text: Text) -> dict[str, Html]:
    return {
        "role": text("process-not-yours"),
        "state": text("process-problem-state"),
        "code": text("desk-check-no-code"),
        "form": text("proof-form-number"),
        "unknown": text("desk-check-unknown"),
        "young": text("desk-check-young"),
        "other": text("desk-check-other"),
        "taken": text("desk-check-taken"),
    }


JOURNEYS = (Journey("desk-check", script, apply),)
