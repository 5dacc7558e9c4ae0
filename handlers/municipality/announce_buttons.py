"""Buttons under an announcement: a journey, a link, signing up.  The subject is its id."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Words, lines
from handlers.parts.announce_access import keep, own
from handlers.parts.announce_buttons import MEETING, journeys, label
from handlers.parts.web_links import LONGEST, is_link
from storage import audience_choices as offered
from storage.announcements import BUTTONS, Announced

JOURNEY, LINK, SIGN_UP, POLL = "journey", "link", "sign-up", "poll"
NONE, ENOUGH = "none", "enough"


@dataclass(frozen=True, slots=True)
class Chosen:
    found: Announced
    buttons: list[str]


async def script(chat: Chat) -> Chosen | Done | Open:
    found = await own(chat)
    if found is None:
        return Done(chat.text("announce-not-yours"))
    now = [chat.text("announce-has-button", label=label(chat.text, to)) for to in found.buttons]
    prompt = lines(chat.text("announce-buttons", most=BUTTONS), *now)
    choices = await _choices(chat, found)
    match await chat.choose("what", prompt, choices):
        case "journey":
            ways = [Choice(to, name, wide=True) for to, name in journeys(chat.text).items()]
            new = await chat.choose("journey", chat.text("announce-which-journey"), ways)
        case "link":
            new = await chat.ask(
                "link",
                chat.text("announce-which-link"),
                at_most=LONGEST,
                check=is_link(chat.text),
            )
        case "sign-up":
            new = MEETING + await _meeting(chat, found)
        case "none":
            return Chosen(found, [])
        case "poll":
            return Open("announce-poll", str(found.id))
        case _:
            return Open("announce-page", str(found.id))
    return Chosen(found, [*(to for to in found.buttons if to != new), new])


async def _choices(chat: Chat, found: Announced) -> list[Choice]:
    text = chat.text
    enough = Choice(ENOUGH, text("announce-enough"), wide=True)
    none = [Choice(NONE, text("announce-no-buttons"), wide=True)] if found.buttons else []
    poll = Choice(POLL, text("announce-to-poll"), wide=True)
    if len(found.buttons) >= BUTTONS:
        return [poll, *none, enough]
    ahead = await chat.read(offered.coming, found.municipality_id, chat.me.now)
    meeting = [Choice(SIGN_UP, text("announce-a-meeting"), wide=True)] if ahead else []
    return [
        Choice(JOURNEY, text("announce-a-journey"), wide=True),
        *meeting,
        Choice(LINK, text("announce-a-link"), wide=True),
        poll,
        *none,
        enough,
    ]


async def _meeting(chat: Chat, found: Announced) -> str:
    me = chat.me
    named = await chat.read(offered.coming, found.municipality_id, me.now)
    choices = [
        Choice(id, Words(name).read(me.language, me.main_language), wide=True) for id, name in named
    ]
    return await chat.choose("meeting", chat.text("announce-which-meeting"), choices)


async def apply(session: Any, me: Me, text: Text, result: Chosen | Done | Open) -> Outcome:
    if not isinstance(result, Chosen):
        return result
    if not await keep(session, me, result.found, buttons=result.buttons):
        return Done(text("announce-not-yours"))
    return Open("announce-buttons", str(result.found.id))


JOURNEYS = (Journey("announce-buttons", script, apply),)
