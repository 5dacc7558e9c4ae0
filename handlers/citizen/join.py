"""Joining: what we keep and who sees it, and where somebody lives.  The subject is a code or ''."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Words
from storage import keeping
from storage.codes import Code, Kind, look_up
from storage.places import municipalities, settlements
from storage.residents import Consent, join


@dataclass(frozen=True, slots=True)
class Joining:
    """An answer to the consent, and where the person lives."""

    answer: str
    code: str
    means: Code
    municipality: str = ""
    settlement: int | None = None


async def script(chat: Chat) -> Joining:
    means = await chat.read(look_up, chat.subject, chat.me.account, chat.me.now)
    _tell(chat, means.kind)
    months = await chat.read(keeping.longest, means.municipality_id)
    answer = await _consent(chat, months)
    if answer != "yes":
        return Joining(answer, chat.subject, means)
    municipality = means.municipality_id or await _municipality(chat)
    known = means.way.settlement_id if means.way else None
    return Joining(
        answer, chat.subject, means, municipality, known or await _settlement(chat, municipality)
    )


def _tell(chat: Chat, kind: Kind) -> None:
    """Somebody new came with a code that does not help: say so and go on."""
    if kind is Kind.WRONG:
        chat.say("code", chat.text("welcome-code-unknown"))
    elif kind is Kind.SPENT:
        chat.say("code", chat.text("welcome-code-spent"))
    elif kind is Kind.TOO_MANY:
        chat.say("code", chat.text("welcome-too-many"))


async def _consent(chat: Chat, months: int) -> str:
    """Own consent from 16 (Law on Personal Data Protection, article 7); nothing kept before."""
    choices = (
        Choice("yes", chat.text("welcome-consent-yes"), wide=True),
        Choice("young", chat.text("welcome-consent-young"), wide=True),
        Choice("no", chat.text("welcome-consent-no"), wide=True),
    )
    return await chat.choose("consent", chat.text("welcome-consent", months=months), choices)


async def _municipality(chat: Chat) -> str:
    """Both names stand on the button, so that either alphabet finds it."""
    places = await chat.read(municipalities)
    choices = [Choice(place.id, " · ".join(dict.fromkeys(place.name.values()))) for place in places]
    return await chat.choose("municipality", chat.text("welcome-municipality"), choices)


async def _settlement(chat: Chat, municipality: str) -> int | None:
    villages = await chat.read(settlements, municipality)
    if not villages:
        return None
    choices = [
        Choice(str(village.id), Words(village.name).read(chat.me.language)) for village in villages
    ]
    prompt = chat.text("welcome-settlement")
    answer = await chat.choose("settlement", prompt, choices, optional=True)
    return int(answer) if answer else None


async def apply(session: Any, me: Me, text: Text, joining: Joining) -> Outcome:
    if joining.answer == "young":
        return Done(text("welcome-young"), links=((text("menu-help"), Open("help")),))
    if joining.answer == "no":
        return Done(text("welcome-declined"), links=((text("menu-help"), Open("help")),))
    consent = Consent(me.language, me.now, me.bot)
    await join(session, me.person, consent, joining.municipality, joining.settlement)
    return Done(text("welcome-joined"), then=_onward(joining))


def _onward(joining: Joining) -> Open:
    way = joining.means.way
    if way and way.journey:
        return Open(way.journey, way.subject)
    return (
        Open("appointment", joining.code) if joining.means.kind is Kind.INVITATION else Open("menu")
    )


JOURNEYS = (Journey("join", script, apply, title="welcome-title"),)
