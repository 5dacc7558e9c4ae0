"""The coordinator's menu.  The subject is a municipality, or '' where there is only one."""

from collections.abc import Mapping
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Words
from storage.certificates import any_given
from storage.projects import any_built
from storage.reviews import SECONDS
from storage.staff import COORDINATOR, STAFF, Post, posts_of
from storage.votes import all_of


async def script(chat: Chat) -> Done | Open:
    posts = await chat.read(posts_of, chat.me.person, STAFF)
    places = {post.municipality_id: post for post in posts}
    chosen = chat.subject or await _municipality(chat, places)
    if chosen not in places:
        return Done(chat.text("desk-not-yours"))
    roles = {post.role for post in posts if post.municipality_id == chosen}
    built = await chat.read(any_built, chosen)
    given = await chat.read(any_given, chosen)
    prompt = chat.text("desk-title", municipality=_read(chat, places[chosen].municipality))
    journey = await chat.choose("what", prompt, _choices(chat, roles, built, given))
    if journey in ("process", "ballot-list"):
        return await _vote(chat, journey, chosen)
    return Open(journey, chosen)


async def _municipality(chat: Chat, places: Mapping[str, Post]) -> str:
    if len(places) < 2:
        return next(iter(places), "")
    choices = [Choice(id, _read(chat, post.municipality)) for id, post in places.items()]
    return await chat.choose("municipality", chat.text("desk-which"), choices)


def _choices(chat: Chat, roles: set[str], built: bool, given: bool) -> list[Choice]:
    """A partner or reviewer looks and confirms; a coordinator does all the rest as well."""
    today = Choice("today", chat.text("desk-today"), wide=True)
    process = Choice("process", chat.text("desk-process"), wide=True)
    projects = Choice("ballot-list", chat.text("desk-list"), wide=True)
    works = [Choice("works", chat.text("desk-works"), wide=True)] if built else []
    papers = (
        [Choice("certificates", chat.text("certificate-revoke-desk"), wide=True)] if given else []
    )
    if COORDINATOR not in roles:
        agrees = [projects] if roles & SECONDS else []
        leave = Choice("leave", chat.text("desk-leave"), wide=True)
        return [today, *agrees, process, *works, leave]
    return [
        today,
        Choice("edition-list", chat.text("desk-edition"), wide=True),
        Choice("announce", chat.text("desk-announce"), wide=True),
        Choice("meeting-new", chat.text("desk-meeting"), wide=True),
        Choice("meeting-desk", chat.text("desk-meetings"), wide=True),
        projects,
        process,
        Choice("reports", chat.text("reports-desk"), wide=True),
        *works,
        Choice("surveys", chat.text("desk-surveys"), wide=True),
        *papers,
        Choice("invite", chat.text("desk-staff"), wide=True),
    ]


async def _vote(chat: Chat, journey: str, municipality: str) -> Done | Open:
    votes = await chat.read(all_of, municipality)
    if not votes:
        return Done(chat.text("desk-no-votes"))
    if len(votes) == 1:
        return Open(journey, str(votes[0].id))
    choices = [Choice(str(vote.id), _read(chat, vote.name)) for vote in votes]
    return Open(journey, await chat.choose("vote", chat.text("desk-which-vote"), choices))


def _read(chat: Chat, name: dict[str, str]) -> str:
    return Words(name).read(chat.me.language, chat.me.main_language)


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey("desk", script, apply),)
