"""A team is founded, shows its code, is joined by it, and left.  One joins by the team's key."""

from dataclasses import dataclass
from typing import Any

from bot.civic.practicum import PEOPLE
from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, lines
from handlers.parts.practicum_words import NAME, ask_member
from storage import practicum
from storage.practicum import Crew, Newcomer

PAGE = Open("practicum")


@dataclass(frozen=True, slots=True)
class Founded:
    """A team to be: its course and version, its name, and the founder's own."""

    way: tuple[str, int]
    name: str
    own: str
    side: str


@dataclass(frozen=True, slots=True)
class Joining:
    """Whoever came by an invitation."""

    key: str
    own: str
    side: str


async def found(chat: Chat) -> Founded | Done | Open:
    way = await chat.read(practicum.may_found, chat.me.person)
    if way is None or not chat.me.municipality:
        return PAGE
    asked = chat.text("practicum-ask-team")
    name = await chat.ask("team", asked, at_least=2, at_most=NAME)
    own, side = await ask_member(chat)
    return Founded(way, name, own, side)


async def found_apply(session: Any, me: Me, text: Text, result: Founded | Open | Done) -> Outcome:
    if not isinstance(result, Founded):
        return result
    new = (me.municipality or "", *result.way, result.name)
    who = Newcomer(me.person, result.own, result.side)
    team = await practicum.found(session, new, who, me.now)
    said = lines(text("practicum-founded", name=team.name), await _code(session, me, text, team))
    return Done(said, then=PAGE)


async def _code(session: Any, me: Me, text: Text, team: Crew) -> Html:
    code = await practicum.code(session, team)
    link = f"{me.home}/s/{code}" if me.home else ""
    said = text("practicum-code", code=code)
    return lines(said, text("practicum-link", link=link) if link else "", by="\n\n")


async def code(chat: Chat) -> Crew | None:
    return await chat.read(practicum.of_person, chat.me.person)


async def code_apply(session: Any, me: Me, text: Text, team: Crew | None) -> Outcome:
    if team is None:
        return PAGE
    back = ((text("practicum-to-team"), PAGE),)
    return Done(await _code(session, me, text, team), links=back)


async def join(chat: Chat) -> Joining | Done | Open:
    team = await chat.read(practicum.behind, chat.subject)
    if team is None:
        return Done(chat.text("practicum-gone"))
    if await chat.read(practicum.own, team.id, chat.me.person):
        return PAGE
    if await chat.read(practicum.elsewhere, team, chat.me.person):
        return Done(
            chat.text("practicum-elsewhere"), links=((chat.text("practicum-to-team"), PAGE),)
        )
    chat.say("invited", chat.text("practicum-invited", name=team.name))
    own, side = await ask_member(chat)
    return Joining(chat.subject, own, side)


async def join_apply(session: Any, me: Me, text: Text, result: Joining | Done | Open) -> Outcome:
    if not isinstance(result, Joining):
        return result
    who = Newcomer(me.person, result.own, result.side)
    try:
        team = await practicum.join(session, result.key, who, me.now)
    except NotAllowed as error:
        return Done(_refused(text, error))
    return Done(text("practicum-joined", name=team.name), then=PAGE)


def _refused(text: Text, error: NotAllowed) -> Html:
    return {
        "gone": text("practicum-gone"),
        "accepted": text("practicum-over"),
        "full": text("practicum-full", most=PEOPLE[-1]),
    }[error.why]


def _twice(text: Text, error: Exception) -> Refused:
    """One team for one course; whoever has come into one meanwhile reads so."""
    return Refused(text("practicum-elsewhere"), forget=("side",))


async def leave(chat: Chat) -> Crew | Open:
    team = await chat.read(practicum.of_person, chat.me.person)
    if team is None or team.accepted_at is not None:
        return PAGE
    members = await chat.read(practicum.members, team.id)
    sure = (
        Choice("yes", chat.text("practicum-leave-yes"), wide=True),
        Choice("no", chat.text("practicum-leave-no"), wide=True),
    )
    asked = (
        chat.text("practicum-leave-last", name=team.name)
        if len(members) == 1
        else chat.text("practicum-leave-sure", name=team.name)
    )
    return team if await chat.choose("sure", asked, sure) == "yes" else PAGE


async def leave_apply(session: Any, me: Me, text: Text, result: Crew | Open) -> Outcome:
    if isinstance(result, Open):
        return result
    try:
        await practicum.leave(session, result.id, me.person, me.now)
    except NotAllowed:
        return PAGE
    return Done(text("practicum-left", name=result.name))


JOURNEYS = (
    Journey("practicum-new", found, found_apply, title="practicum-draft", conflict=_twice),
    Journey("practicum-code", code, code_apply),
    Journey(practicum.JOIN, join, join_apply, title="practicum-draft", conflict=_twice),
    Journey("practicum-leave", leave, leave_apply),
)
