"""The coordinator's menu.  The subject is a municipality, or '' where there is only one."""

from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Words
from storage.staff import COORDINATOR, Post, posts_of
from storage.votes import all_of


async def script(chat: Chat) -> Open | None:
    """Where to go; None: the person has no role there."""
    posts = await chat.read(posts_of, chat.me.person)
    places = {post.municipality_id: post for post in posts}
    chosen = chat.subject or await _municipality(chat, places)
    if chosen not in places:
        return None
    runs = any(post.municipality_id == chosen and post.role == COORDINATOR for post in posts)
    name = Words(places[chosen].municipality).read(chat.me.language)
    prompt = chat.text("desk-title", municipality=name)
    journey = await chat.choose("what", prompt, _choices(chat, runs))
    return await _vote(chat, chosen) if journey == "process" else Open(journey, chosen)


async def _municipality(chat: Chat, places: dict[str, Post]) -> str:
    if len(places) < 2:
        return next(iter(places), "")
    choices = [
        Choice(id, Words(post.municipality).read(chat.me.language)) for id, post in places.items()
    ]
    return await chat.choose("municipality", chat.text("desk-which"), choices)


def _choices(chat: Chat, runs: bool) -> list[Choice]:
    """A partner's four eyes see votes only."""
    process = Choice("process", chat.text("desk-process"), wide=True)
    if not runs:
        return [process]
    return [
        Choice("announce", chat.text("desk-announce"), wide=True),
        Choice("meeting-new", chat.text("desk-meeting"), wide=True),
        process,
        Choice("surveys", chat.text("desk-surveys"), wide=True),
        Choice("invite", chat.text("desk-staff"), wide=True),
    ]


async def _vote(chat: Chat, municipality: str) -> Open:
    votes = await chat.read(all_of, municipality)
    if len(votes) < 2:
        return Open("process", str(votes[0].id) if votes else "")
    choices = [Choice(str(vote.id), Words(vote.name).read(chat.me.language)) for vote in votes]
    return Open("process", await chat.choose("vote", chat.text("desk-which-vote"), choices))


async def apply(session: Any, me: Me, text: Text, chosen: Open | None) -> Outcome:
    if chosen is None:
        return Done(text("desk-not-yours"))
    if chosen == Open("process"):
        return Done(text("desk-no-votes"))
    return chosen


JOURNEYS = (Journey("desk", script, apply),)
