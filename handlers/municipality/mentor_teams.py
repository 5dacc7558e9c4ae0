"""The coordinator's teams: how far each is, and another mentor for a review.

The subject of `teams` is a municipality, that of `team` a team's id.  What a team shows is not the
coordinator's to read.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.practicum import STEPS
from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.practicum_words import side
from storage import practicum, practicum_mentors, practicum_pieces, practicum_reviews, staff
from storage.practicum import Crew


@dataclass(frozen=True, slots=True)
class Moved:
    """Who reviews a team's work from now on."""

    team: Crew
    mentor: int


async def every(chat: Chat) -> Done | Open:
    place = chat.subject or chat.me.municipality or ""
    if not await chat.read(staff.is_staff, chat.me.person, place):
        return Done(chat.text("desk-not-yours"))
    listed = await chat.read(practicum.listed, place)
    if not listed:
        return Done(chat.text("teams-none"))
    choices = [
        Choice(str(team.id), _row(chat.text, team, asked), wide=True) for team, _, asked in listed
    ]
    accepted = sum(team.accepted_at is not None for team, _, _ in listed)
    prompt = chat.text("teams-list", count=len(listed), accepted=accepted)
    return Open("team", await chat.choose("which", prompt, choices))


def _row(text: Text, team: Crew, asked: bool) -> Html:
    if team.accepted_at is not None:
        return text("teams-row-accepted", name=team.name)
    return text("teams-row-asked", name=team.name) if asked else text("teams-row", name=team.name)


async def one(chat: Chat) -> Moved | Done | Open:
    known = chat.subject.isdecimal()
    team = await chat.read(practicum.find, int(chat.subject)) if known else None
    place = team.municipality if team else ""
    if team is None or not await chat.read(staff.is_staff, chat.me.person, place):
        return Done(chat.text("desk-not-yours"))
    review = await chat.read(practicum_reviews.last, team.id)
    shown = await _shown(chat, team)
    back = ((chat.text("teams-all"), Open("teams", place)),)
    if review is None or review.done_at is not None:
        return Done(shown, links=back)
    others = await _others(chat, team, review.id)
    if not others:
        return Done(lines(shown, chat.text("teams-no-mentor"), by="\n\n"), links=back)
    choices = [
        Choice(str(id), chat.text("teams-give", name=name), wide=True)
        for id, name in others.items()
    ]
    back_to = Choice("back", chat.text("teams-all"), wide=True)
    chosen = await chat.choose("mentor", shown, [*choices, back_to])
    return Open("teams", place) if chosen == "back" else Moved(team, int(chosen))


async def _others(chat: Chat, team: Crew, review: int) -> dict[int, str]:
    """Mentors to choose from, without the one who has it."""
    able = await chat.read(practicum_mentors.able, team.id, team.municipality)
    now = await chat.read(practicum_mentors.open_call, review)
    return {id: name for id, name in able.items() if now is None or id != now.mentor}


async def _shown(chat: Chat, team: Crew) -> Html:
    """Numbers and states: who is in it by side, how many steps, whose turn it is."""
    text = chat.text
    members = await chat.read(practicum.members, team.id)
    sides = [
        text("teams-side", side=side(text, id), count=sum(one.side == id for one in members))
        for id in ("city", "civil")
    ]
    complete = await chat.read(practicum_pieces.standing, team.id)
    return lines(
        text("practicum-team", name=team.name),
        *sides,
        text("teams-steps", done=sum(complete.values()), count=len(STEPS)),
        await _state(chat, team),
    )


async def _state(chat: Chat, team: Crew) -> Html:
    text, zone = chat.text, chat.me.zone
    review = await chat.read(practicum_reviews.last, team.id)
    if team.accepted_at is not None:
        return text("teams-accepted", day=day(team.accepted_at, zone))
    if review is None:
        return text("teams-working")
    if review.done_at is not None:
        return text("teams-revising", day=day(review.done_at, zone))
    if review.due_at is None:
        return text("teams-nobody")
    until = day(review.due_at, zone)
    if chat.me.now >= review.due_at:
        return text("teams-late", mentor=review.mentor, until=until)
    return text("teams-asked", mentor=review.mentor, until=until)


async def apply(session: Any, me: Me, text: Text, result: Moved | Done | Open) -> Outcome:
    if not isinstance(result, Moved):
        return result
    team = result.team
    try:
        await practicum_mentors.move(session, team.id, me.person, result.mentor, me.now)
    except NotAllowed:
        return Done(text("teams-changed"), then=Open("teams", team.municipality))
    return Done(text("teams-moved"), then=Open("teams", team.municipality))


JOURNEYS = (Journey("teams", every, apply), Journey("team", one, apply))
