"""The coordinator's menu.  The subject is a municipality, or '' where there is only one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words
from handlers.parts.rights_page import Shelf, late_entries
from storage.certificates import any_given
from storage.handbook import confirmations
from storage.practicum import any_here
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
    prompt = chat.text("desk-title", municipality=_read(chat, places[chosen].municipality))
    found = _choices(chat, roles, await _shown(chat, chosen, roles))
    journey = await chat.choose("what", prompt, found)
    if journey in ("process", "ballot-list"):
        return await _vote(chat, journey, chosen)
    return Open(journey, chosen)


async def _municipality(chat: Chat, places: Mapping[str, Post]) -> str:
    if len(places) < 2:
        return next(iter(places), "")
    choices = [Choice(id, _read(chat, post.municipality)) for id, post in places.items()]
    return await chat.choose("municipality", chat.text("desk-which"), choices)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page depends on besides the roles: works, teams, certificates, late texts."""

    built: bool
    teams: bool
    given: bool
    late: int


async def _shown(chat: Chat, place: str, roles: set[str]) -> Shown:
    return Shown(
        built=await chat.read(any_built, place),
        teams=await chat.read(any_here, place),
        given=await chat.read(any_given, place),
        late=await _late(chat, place) if COORDINATOR in roles else 0,
    )


def _choices(chat: Chat, roles: set[str], shown: Shown) -> list[Choice]:
    """A partner or reviewer looks and confirms; a coordinator does all the rest as well."""
    today = Choice("today", chat.text("desk-today"), wide=True)
    process = Choice("process", chat.text("desk-process"), wide=True)
    projects = Choice("ballot-list", chat.text("desk-list"), wide=True)
    works = [Choice("works", chat.text("desk-works"), wide=True)] if shown.built else []
    teams = [Choice("teams", chat.text("teams-name"), wide=True)] if shown.teams else []
    revoke = Choice("certificates", chat.text("certificate-revoke-desk"), wide=True)
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
        *teams,
        Choice("surveys", chat.text("desk-surveys"), wide=True),
        Choice("answers", chat.text("answers-name"), wide=True),
        Choice("rights-desk", _rights(chat, shown.late), wide=True),
        Choice("admission-desk", chat.text("admission-desk"), wide=True),
        *([revoke] if shown.given else []),
        Choice("invite", chat.text("desk-staff"), wide=True),
    ]


async def _late(chat: Chat, municipality: str) -> int:
    """How many texts of the handbook should have been checked by now."""
    confirmed = await chat.read(confirmations, municipality)
    return len(late_entries(Shelf.of(confirmed, chat.me.now, chat.me.zone)))


def _rights(chat: Chat, late: int) -> Html:
    return chat.text("rights-desk-warn", count=late) if late else chat.text("rights-desk")


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
