"""Meetings ahead: the list, one meeting, signing up and off.

The subject is a meeting's id; '' shows the list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.civic.hours import reminders
from bot.conversation import Chat
from bot.formats import when
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, Words, lines
from storage import meetings
from storage.meetings import Shown
from storage.staff import is_staff

IN, OFF, LIST, CHANGE = "in", "off", "list", "change"


@dataclass(frozen=True, slots=True)
class Wish:
    """To come to a meeting, or not any more."""

    meeting: Shown
    coming: bool


async def script(chat: Chat) -> Wish | Done | Open:
    if chat.subject:
        return await _one(chat)
    if chat.me.municipality is None:
        return Open("join")
    return await _list(chat, chat.me.municipality)


async def apply(session: Any, me: Me, text: Text, result: Wish | Done | Open) -> Outcome:
    if not isinstance(result, Wish):
        return result
    meeting = result.meeting
    others = ((text("meetings-others"), Open("meetings")),)
    if not result.coming:
        await meetings.sign_off(session, meeting.id, me.person)
        return Done(text("meetings-signed-off", title=_read(me, meeting.title)), links=others)
    if not await meetings.sign_up(session, meeting.id, me.person, me.now):
        return Refused(text("meetings-too-late"), forget=("what",))
    return Done(_signed_up(me, text, meeting), links=others)


async def _list(chat: Chat, municipality: str) -> Done | Open:
    found = await chat.read(meetings.coming, municipality, chat.me.now)
    if not found:
        return Done(chat.text("meetings-none"))
    mine = await chat.read(meetings.mine, chat.me.person)
    choices = [Choice(str(m.id), _row(chat, m, m.id in mine), wide=True) for m in found]
    return Open("meetings", await chat.choose("meeting", chat.text("meetings-list"), choices))


def _row(chat: Chat, meeting: Shown, mine: bool) -> Html:
    at, title = _when(chat.text, meeting.starts_at, meeting), _read(chat.me, meeting.title)
    if mine:
        return chat.text("meetings-row-mine", when=at, title=title)
    return chat.text("meetings-row", when=at, title=title)


async def _one(chat: Chat) -> Wish | Done | Open:
    links = ((chat.text("meetings-others"), Open("meetings")),)
    meeting = (
        await chat.read(meetings.find, int(chat.subject)) if chat.subject.isdecimal() else None
    )
    if meeting is None:
        return Done(chat.text("meetings-gone"), links=links)
    title = _read(chat.me, meeting.title)
    if meeting.state == "cancelled":
        return Done(chat.text("meetings-is-cancelled", title=title), links=links)
    if not meeting.coming(chat.me.now):
        return Done(chat.text("meetings-is-over", title=title), links=links)
    mine = meeting.id in await chat.read(meetings.mine, chat.me.person)
    prompt = lines(*_card(chat, meeting, mine))
    match await chat.choose("what", prompt, await _choices(chat, meeting, mine)):
        case "list":
            return Open("meetings")
        case "change":
            return Open("meeting-change", str(meeting.id))
        case act:
            return Wish(meeting, act == IN)


def _card(chat: Chat, meeting: Shown, mine: bool) -> Iterator[Html]:
    text, me = chat.text, chat.me
    yield text(
        "meetings-card",
        title=_read(me, meeting.title),
        when=_when(text, meeting.starts_at, meeting),
        place=_read(me, meeting.place),
    )
    if meeting.settlement:
        yield text("meetings-settlement", settlement=_read(me, meeting.settlement))
    if meeting.lat is not None and meeting.lon is not None:
        yield text("meetings-map", lat=f"{meeting.lat:.5f}", lon=f"{meeting.lon:.5f}")
    if mine:
        yield text("meetings-is-mine")
    elif meeting.full:
        yield text("meetings-full")
    elif meeting.seats is not None:
        yield text("meetings-seats", count=meeting.seats - meeting.signed_up)


async def _choices(chat: Chat, meeting: Shown, mine: bool) -> list[Choice]:
    text = chat.text
    choices = [Choice(LIST, text("meetings-others"))]
    if mine:
        choices.insert(0, Choice(OFF, text("meetings-sign-off"), wide=True))
    elif not meeting.full:
        choices.insert(0, Choice(IN, text("meetings-sign-up"), wide=True))
    if await chat.read(is_staff, chat.me.person, meeting.municipality_id):
        choices.append(Choice(CHANGE, text("meetings-change")))
    return choices


def _signed_up(me: Me, text: Text, meeting: Shown) -> Html:
    ahead = reminders(meeting.starts_at, meeting.zone, me.now)
    times = "; ".join(_when(text, reminder.at, meeting).plain() for reminder in ahead)
    told = text(
        "meetings-signed-up",
        title=_read(me, meeting.title),
        when=_when(text, meeting.starts_at, meeting),
    )
    return lines(told, text("meetings-will-remind", times=times) if times else "")


def _when(text: Text, moment: datetime, meeting: Shown) -> Html:
    return text("meetings-when", **when(moment, meeting.zone))


def _read(me: Me, words: dict[str, str]) -> str:
    return Words(words).read(me.language, me.main_language)


JOURNEYS = (Journey("meetings", script, apply),)
