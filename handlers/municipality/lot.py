"""A lot drawn in public: recorded by one person with its protocol, confirmed by a second one.

The subject is the vote's id.
"""

import re
from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import listed
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from storage import lots, votes
from storage.conduct import CONDUCTS, WITNESSES, By, NotNow
from storage.votes import Vote

LONGEST = 1500  # characters of a protocol


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn, or what the second person says of it."""

    vote: Vote
    action: str
    order: tuple[int, ...] = ()
    protocol: str = ""


async def script(chat: Chat) -> Drawn | Done | Open:
    vote = await chat.read(votes.find, chat.subject)
    if vote is None:
        return Open("desk")
    roles = await chat.read(votes.staff_roles, chat.me.person, vote.municipality)
    if not roles & WITNESSES:
        return Done(chat.text("release-not-yours"))
    if vote.state not in lots.BEFORE or (vote.lot and vote.lot["confirmed"]):
        closed = chat.text("lot-confirmed") if vote.lot else chat.text("lot-closed")
        return Done(lines(_recorded(chat, vote), closed, by="\n\n"))
    if vote.lot:
        return await _check(chat, vote)
    if not roles & CONDUCTS:
        return Done(chat.text("lot-about"))
    return await _record(chat, vote)


async def _record(chat: Chat, vote: Vote) -> Drawn:
    numbers = [item.number for item in await chat.read(votes.projects, vote.id)]

    def wrong(typed: str) -> str | None:
        return _wrong(chat, typed, numbers)

    ask = chat.text("lot-ask-order", numbers=listed(map(str, numbers)))
    chat.say("about", chat.text("lot-about"))
    typed = await chat.ask("order", ask, check=wrong)
    protocol = await chat.ask(
        "protocol", chat.text("lot-ask-protocol"), at_least=20, at_most=LONGEST
    )
    order = tuple(int(number) for number in re.findall(r"[0-9]+", typed))
    told = _told(chat, order, protocol)
    sure = (
        Choice("yes", chat.text("lot-yes"), wide=True),
        Choice("no", chat.text("lot-no"), wide=True),
    )
    question = lines(told, chat.text("lot-sure"), by="\n\n")
    if await chat.confirm("sure", question, sure) == "no":
        chat.edit("order", "protocol")
    return Drawn(vote, "record", order, protocol)


def _wrong(chat: Chat, typed: str, numbers: list[int]) -> str | None:
    """What is wrong with the numbers as typed."""
    named = re.findall(r"[^\s,;]+", typed)
    known = {str(number) for number in numbers}
    for name in named:
        if name not in known:
            return chat.text("lot-unknown", number=name)
        if named.count(name) > 1:
            return chat.text("lot-twice", twice=name)
    missing = [str(number) for number in numbers if str(number) not in named]
    return chat.text("lot-missing", missing=listed(missing)) if missing else None


async def _check(chat: Chat, vote: Vote) -> Drawn | Done:
    """The record waits for the second person; whoever wrote it may only look."""
    record = _recorded(chat, vote)
    if await chat.read(lots.recorder, vote.id) == chat.me.person:
        return Done(lines(record, chat.text("lot-mine"), by="\n\n"))
    choices = (
        Choice("confirm", chat.text("lot-confirm"), wide=True),
        Choice("refuse", chat.text("lot-refuse"), wide=True),
    )
    question = lines(record, chat.text("lot-check"), by="\n\n")
    return Drawn(vote, await chat.choose("right", question, choices))


def _recorded(chat: Chat, vote: Vote) -> Html:
    return _told(chat, vote.lot["order"], vote.lot["protocol"]) if vote.lot else Html("")


def _told(chat: Chat, order: Any, protocol: str) -> Html:
    return chat.text("lot-recorded", order=listed(map(str, order)), protocol=protocol)


async def apply(session: Any, me: Me, text: Text, result: Drawn | Done | Open) -> Outcome:
    if not isinstance(result, Drawn):
        return result
    by = By(me.person, result.vote.municipality, me.now)
    id = result.vote.id
    links = ((text("lot-process"), Open("process", str(id))),)
    try:
        match result.action:
            case "record":
                await lots.record(session, id, by, result.order, result.protocol)
                return Done(text("lot-kept"), links=links)
            case "confirm":
                await lots.confirm(session, id, by)
                return Done(text("lot-confirmed"), links=links)
        await lots.refuse(session, id, by)
        return Done(text("lot-refused"), links=links)
    except NotNow:
        return Done(text("lot-problem"), links=links)


JOURNEYS = (Journey("lot", script, apply),)
