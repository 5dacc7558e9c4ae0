"""Whom a survey asks, in words, and the coordinator's choice of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.conversation import Chat
from bot.formats import listed
from bot.messages import Choice, Html, Words, plain
from handlers.parts.survey_drafts import language
from storage import audiences, places
from storage.audiences import SMALLEST, count_people
from storage.survey_audience import LANGUAGES, SETTLEMENTS, meant, size, zones
from storage.surveys import Asked

NAMES = ("who", "settlements", "zone", "languages")
"""The questions of `ask`, to be asked again."""

ALL, ZONE, LINK, KEPT = "all", "zone", "link", "kept"


@dataclass(frozen=True, slots=True)
class Audience:
    """Of the municipality's people those for whom `kinds` hold; `guests` are others with a link."""

    kinds: Mapping[str, Any] = field(default_factory=dict)
    guests: bool = False


async def ask(chat: Chat, draft: Asked) -> Audience:
    """Everybody, some settlements or a zone, readers of a language, or whoever has the link."""
    place = draft.municipality_id
    villages = {str(one.id): one.name for one in await chat.read(places.settlements, place)}
    parts = await chat.read(zones, place)
    spoken = await chat.read(audiences.languages, {"municipality": place})
    choices = [
        Choice(ALL, chat.text("audience-all"), wide=True),
        Choice(SETTLEMENTS, chat.text("audience-settlements"), wide=True),
        Choice(ZONE, chat.text("audience-zone"), wide=True),
        Choice(LANGUAGES, chat.text("audience-languages"), wide=True),
        Choice(LINK, chat.text("audience-link"), wide=True),
    ]
    possible = {SETTLEMENTS: len(villages) > 1, ZONE: bool(parts), LANGUAGES: len(spoken) > 1}
    choices = [choice for choice in choices if possible.get(choice.id, True)]
    if draft.audience or draft.guests:
        told = await named(chat, place, Audience(draft.audience, draft.guests))
        choices.insert(0, Choice(KEPT, chat.text("audience-kept", who=told), wide=True))
    match await chat.choose("who", chat.text("audience-ask"), choices):
        case "kept":
            return Audience(draft.audience, draft.guests)
        case "link":
            return Audience(guests=True)
        case "settlements":
            offered = [Choice(id, _read(chat, name)) for id, name in villages.items()]
            picked = await chat.pick_many(
                "settlements", chat.text("audience-which-settlements"), offered
            )
            return Audience({SETTLEMENTS: sorted(map(int, picked))})
        case "zone":
            offered = [Choice(code, _read(chat, name)) for code, (name, _) in parts.items()]
            chosen = await chat.choose("zone", chat.text("audience-which-zone"), offered)
            return Audience({SETTLEMENTS: parts[chosen][1]})
        case "languages":
            offered = [Choice(code, plain(language(chat.text, code))) for code in spoken]
            picked = await chat.pick_many(
                "languages", chat.text("audience-which-languages"), offered
            )
            return Audience({LANGUAGES: sorted(picked)})
    return Audience()


async def few(chat: Chat, place: str, audience: Audience) -> bool:
    """Whether a narrowed audience is so small that its members would show through."""
    if not audience.kinds:
        return False
    return await chat.read(count_people, meant(place, audience.kinds)) < SMALLEST


async def counted(chat: Chat, place: str, audience: Audience) -> Html:
    """How many people of the bot it asks."""
    count = await chat.read(size, place, audience.kinds)
    if audience.kinds:
        return chat.text("audience-about", count=count)
    return chat.text("drafts-people", count=count)


async def named(chat: Chat, place: str, audience: Audience) -> str:
    """Settlements or languages by name; of everybody, that it is everybody."""
    if audience.guests:
        return plain(chat.text("audience-guests"))
    if ids := audience.kinds.get(SETTLEMENTS):
        known = await chat.read(places.names, place)
        return listed(sorted(_read(chat, known[id]) for id in ids if id in known))
    if codes := audience.kinds.get(LANGUAGES):
        return listed(plain(language(chat.text, code)) for code in codes)
    return plain(chat.text("audience-everybody"))


def _read(chat: Chat, words: Mapping[str, str]) -> str:
    return Words(dict(words)).read(chat.me.language, chat.me.main_language)
