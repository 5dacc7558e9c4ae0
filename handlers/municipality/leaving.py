"""Somebody stops working here: a colleague takes over, and access ends at once.

The subject is a municipality ('': the person's own).  A coordinator may do it for others.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from storage import leaving
from storage.conduct import By
from storage.staff import (
    ANSWERERS,
    HELPER,
    MENTOR,
    OBSERVER,
    STAFF,
    TRAINER,
    Member,
    is_staff,
    staff_of,
)


@dataclass(frozen=True, slots=True)
class Leaving:
    """Who goes, and who takes over (0: nobody is needed, or nobody is left)."""

    municipality: str
    person: int
    heir: int


async def script(chat: Chat) -> Leaving | Done | Open:
    place = chat.subject or chat.me.municipality or ""
    members = await chat.read(staff_of, place)
    nameless = chat.text("desk-nameless")
    names = {member.person_id: member.name or nameless for member in members}
    if chat.me.person not in names:
        return Done(chat.text("desk-not-yours"))
    who = chat.me.person
    if await chat.read(is_staff, who, place):
        choices = [Choice(str(id), name, wide=True) for id, name in names.items()]
        who = int(await chat.choose("who", chat.text("leave-who"), choices))
    load = await chat.read(leaving.load, who, place)
    heir = 0
    if load.checks or load.projects:
        heir = await _heir(chat, _staying(members, names, who), load)
    sure = (
        Choice("yes", chat.text("leave-yes"), wide=True),
        Choice("no", chat.text("desk-no"), wide=True),
    )
    asked = _asked(chat, names[who], who, names.get(heir, ""))
    if await chat.confirm("sure", asked, sure) == "no":
        return _back(place, {one.role for one in members if one.person_id == chat.me.person})
    return Leaving(place, who, heir)


def _back(place: str, roles: set[str]) -> Open:
    """Where somebody works who goes on working."""
    ways = (
        (STAFF, Open("desk", place)),
        ({TRAINER}, Open("my-seminars")),
        (ANSWERERS, Open("answers", place)),
        ({MENTOR}, Open("mentor")),
        ({HELPER}, Open("assist-list")),
    )
    return next((way for able, way in ways if roles & able), Open("menu"))


def _staying(members: list[Member], names: dict[int, str], who: int) -> dict[int, str]:
    """The colleagues who can take something over."""
    able = STAFF - {OBSERVER}
    others = {one.person_id for one in members if one.role in able} - {who}
    return {person: name for person, name in names.items() if person in others}


async def _heir(chat: Chat, others: dict[int, str], load: leaving.Load) -> int:
    """Nobody but the leaver: then the tasks wait for whoever comes next."""
    if not others:
        return 0
    choices = [Choice(str(id), name, wide=True) for id, name in others.items()]
    counts = {"checks": load.checks, "projects": load.projects}
    return int(await chat.choose("heir", chat.text("leave-heir", **counts), choices))


def _asked(chat: Chat, name: str, who: int, heir: str) -> Html:
    mine = who == chat.me.person
    return lines(
        chat.text("leave-sure-self") if mine else chat.text("leave-sure", name=name),
        chat.text("leave-goes-to", name=heir) if heir else "",
    )


async def apply(session: Any, me: Me, text: Text, result: Leaving | Done | Open) -> Outcome:
    if not isinstance(result, Leaving):
        return result
    by = By(me.person, result.municipality, me.now)
    try:
        await leaving.leave(session, by, result.person, result.heir or None)
    except NotAllowed as refused:
        return _refused(text, refused, result.municipality)
    if result.person == me.person:
        return Done(text("leave-done-self"))
    return Done(text("leave-done"), then=Open("desk", result.municipality))


def _refused(text: Text, refused: NotAllowed, place: str) -> Done:
    if refused.why == "last":
        return Done(text("desk-last-one"), links=((text("desk-staff"), Open("invite", place)),))
    return Done(text("leave-changed"), then=Open("desk", place))


JOURNEYS = (Journey("leave", script, apply),)
