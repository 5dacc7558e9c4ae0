"""What a coordinator may set of a meeting: agenda, reminders, seats, length; a seminar's lesson.

The subject is its id.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Outcome, Text
from bot.messages import Choice, lines
from handlers.parts.meeting_staff import ask_lesson, back, length, over, own, reminded
from storage import meeting_settings, seats
from storage.meetings import Shown
from storage.staff import is_staff

MOST_SEATS = 30_000
LENGTHS = (60, 90, 120, 180, 240)
HOUR, DAY = 60, 24 * 60
REMINDERS = (7 * DAY, 3 * DAY, DAY, 3 * HOUR, 2 * HOUR, HOUR, 30)
MOST_REMINDERS = 4

CHANGES: dict[str, Callable[[Any, int, str, Any, datetime], Awaitable[bool]]] = {
    "agenda": meeting_settings.set_agenda,
    "reminders": meeting_settings.set_reminders,
    "seats": seats.set_seats,
    "lasts": meeting_settings.set_length,
    "lesson": meeting_settings.set_lesson,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """Which setting of a meeting, and its new value."""

    meeting: Shown
    name: str
    value: Any


async def script(chat: Chat) -> Setting | Done:
    meeting = await own(chat, chat.subject)
    if isinstance(meeting, Done):
        return meeting
    if not meeting.coming(chat.me.now):
        return Done(over(chat.text, chat.me, meeting))
    choices = [
        Choice("agenda", chat.text("meetings-set-agenda"), wide=True),
        Choice("reminders", chat.text("meetings-set-reminders"), wide=True),
        Choice("seats", chat.text("meetings-set-seats"), wide=True),
        Choice("lasts", chat.text("meetings-set-length"), wide=True),
    ]
    if meeting.seminar:
        choices.append(Choice("lesson", chat.text("seminar-set-lesson"), wide=True))
    name = await chat.choose("what", chat.text("meetings-set-what"), choices)
    ask = ASK[name]
    return Setting(meeting, name, await ask(chat, meeting))


async def _agenda(chat: Chat, meeting: Shown) -> dict[str, str]:
    said = await chat.ask("agenda", chat.text("meetings-ask-agenda"), at_most=1500)
    english = await chat.ask(
        "agenda-en", chat.text("meetings-ask-agenda-en"), at_most=1500, optional=True
    )
    return {meeting.main_language: said, **({"en": english} if english else {})}


async def _reminders(chat: Chat, meeting: Shown) -> list[int]:
    text = chat.text
    choices = [
        Choice("usual", text("meetings-reminders-usual"), wide=True),
        Choice("own", text("meetings-reminders-own"), wide=True),
        Choice("none", text("meetings-reminders-off"), wide=True),
    ]
    prompt = lines(reminded(text, meeting.reminders), text("meetings-ask-reminders"), by="\n\n")
    how = await chat.choose("reminders", prompt, choices)
    if how != "own":
        return [DAY, 2 * HOUR] if how == "usual" else []
    times = [Choice(str(one), length(text, one)) for one in REMINDERS]
    picked = await chat.pick_many(
        "times", text("meetings-ask-reminder-times"), times, at_most=MOST_REMINDERS
    )
    return [int(one) for one in picked]


async def _seats(chat: Chat, meeting: Shown) -> int | None:
    prompt = chat.text("meetings-ask-seats")
    return await chat.number("seats", prompt, at_least=1, at_most=MOST_SEATS, optional=True)


async def _length(chat: Chat, meeting: Shown) -> int:
    choices = [Choice(str(one), length(chat.text, one)) for one in LENGTHS]
    return int(await chat.choose("lasts", chat.text("meetings-ask-length"), choices))


async def _lesson(chat: Chat, meeting: Shown) -> str:
    return await ask_lesson(chat)


ASK: dict[str, Callable[[Chat, Shown], Awaitable[Any]]] = {
    "agenda": _agenda,
    "reminders": _reminders,
    "seats": _seats,
    "lasts": _length,
    "lesson": _lesson,
}


async def apply(session: Any, me: Me, text: Text, result: Setting | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    meeting = result.meeting
    if not await is_staff(session, me.person, meeting.municipality_id):
        return Done(text("meetings-not-staff"))
    change = CHANGES[result.name]
    if not await change(session, meeting.id, meeting.municipality_id, result.value, me.now):
        return Done(over(text, me, meeting))
    return Done(text("meetings-was-set"), links=back(text, meeting))


JOURNEYS = (Journey("meeting-set", script, apply),)
