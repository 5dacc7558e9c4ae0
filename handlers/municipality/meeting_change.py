"""Moving or cancelling a meeting.  The subject is its id; '' shows those of one's municipality."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.conversation import Chat
from bot.formats import when
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, Words
from storage import meetings
from storage.meetings import Shown
from storage.staff import is_staff


@dataclass(frozen=True, slots=True)
class Change:
    """A meeting and its new time; None cancels it."""

    meeting: Shown
    starts_at: datetime | None


async def script(chat: Chat) -> Change | Done | Open:
    if not chat.subject:
        return await _which(chat)
    found = await chat.read(meetings.find, int(chat.subject)) if chat.subject.isdecimal() else None
    if found is None:
        return Done(chat.text("meetings-gone"))
    if not await chat.read(is_staff, chat.me.person, found.municipality_id):
        return Done(chat.text("meetings-not-staff"))
    title, starts = _read(chat.me, found.title), _when(chat.text, found.starts_at, found)
    if not found.coming(chat.me.now):
        return Done(chat.text("meetings-is-over", title=title))
    choices = [
        Choice("move", chat.text("meetings-to-move"), wide=True),
        Choice("cancel", chat.text("meetings-to-cancel"), wide=True),
    ]
    prompt = chat.text("meetings-change-what", title=title, when=starts, count=found.signed_up)
    what = await chat.choose("what", prompt, choices)
    return await (_move(chat, found) if what == "move" else _cancel(chat, found))


async def _which(chat: Chat) -> Done | Open:
    municipality = chat.me.municipality or ""
    if not await chat.read(is_staff, chat.me.person, municipality):
        return Done(chat.text("meetings-not-staff"))
    found = await chat.read(meetings.coming, municipality, chat.me.now)
    if not found:
        return Done(chat.text("meetings-none"))
    choices = [
        Choice(
            str(meeting.id),
            chat.text(
                "meetings-row",
                when=_when(chat.text, meeting.starts_at, meeting),
                title=_read(chat.me, meeting.title),
            ),
            wide=True,
        )
        for meeting in found
    ]
    prompt = chat.text("meetings-change-which")
    return Open("meeting-change", await chat.choose("meeting", prompt, choices))


async def _move(chat: Chat, meeting: Shown) -> Change | Done:
    starts_at = await chat.moment("time", chat.text("meetings-ask-time"))
    prompt = chat.text(
        "meetings-move-sure",
        when=_when(chat.text, starts_at, meeting),
        count=meeting.signed_up,
    )
    sure = await _sure(chat, prompt, chat.text("meetings-move-yes"))
    return Change(meeting, starts_at) if sure else Done(chat.text("meetings-kept"))


async def _cancel(chat: Chat, meeting: Shown) -> Change | Done:
    prompt = chat.text(
        "meetings-cancel-sure", title=_read(chat.me, meeting.title), count=meeting.signed_up
    )
    sure = await _sure(chat, prompt, chat.text("meetings-cancel-yes"))
    return Change(meeting, None) if sure else Done(chat.text("meetings-kept"))


async def _sure(chat: Chat, prompt: Html, yes: Html) -> bool:
    choices = [Choice("yes", yes, wide=True), Choice("no", chat.text("meetings-no"), wide=True)]
    return await chat.confirm("sure", prompt, choices) == "yes"


async def apply(session: Any, me: Me, text: Text, result: Change | Done | Open) -> Outcome:
    if not isinstance(result, Change):
        return result
    meeting, at = result.meeting, result.starts_at
    municipality = meeting.municipality_id
    if not await is_staff(session, me.person, municipality):
        return Done(text("meetings-not-staff"))
    if at is not None and at <= me.now:
        return Refused(text("core-moment-past"), forget=("time",))
    if at is None:
        done = await meetings.cancel(session, meeting.id, municipality, me.now)
        told = text("meetings-was-cancelled")
    else:
        done = await meetings.move(session, meeting.id, municipality, at, me.now)
        told = text("meetings-was-moved", when=_when(text, at, meeting))
    return Done(told if done else text("meetings-is-over", title=_read(me, meeting.title)))


def _when(text: Text, moment: datetime, meeting: Shown) -> Html:
    return text("meetings-when", **when(moment, meeting.zone))


def _read(me: Me, words: dict[str, str]) -> str:
    return Words(words).read(me.language, me.main_language)


JOURNEYS = (Journey("meeting-change", script, apply),)
