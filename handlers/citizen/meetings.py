"""Meetings ahead: the list, one meeting, signing up and off, waiting for a seat.

The subject is a meeting's id, "s" and the number of a series, or PAST; '' shows the list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.civic.hours import reminders
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, lines
from handlers.parts import meeting_page as page
from handlers.parts import seminar_page
from handlers.parts.meeting_page import read
from storage import mail, meetings, seats, series, trainers
from storage.assist import may_help
from storage.meetings import Shown
from storage.seats import Place, Standing
from storage.staff import is_staff

IN, WAIT, OFF, LIST, DATES, DESK, CAME = "in", "wait", "off", "list", "dates", "desk", "came"
PAST = "past"


@dataclass(frozen=True, slots=True)
class Wish:
    """To come to a meeting, to wait for a seat, or not any more."""

    meeting: Shown
    what: str


async def script(chat: Chat) -> Wish | Done | Open:
    subject = chat.subject
    if subject.startswith("s") and subject[1:].isdecimal():
        return await _dates(chat, int(subject[1:]))
    if subject and subject != PAST:
        return await _one(chat)
    if chat.me.municipality is None:
        return Open("join")
    where = (chat.me.municipality, chat.me.now)
    past = await chat.read(meetings.past, *where)
    if subject == PAST:
        return await _list(chat, past, chat.text("meetings-list-past"))
    found = await chat.read(meetings.coming, *where)
    return await _list(chat, found, chat.text("meetings-list"), past=bool(past))


async def apply(session: Any, me: Me, text: Text, result: Wish | Done | Open) -> Outcome:
    if not isinstance(result, Wish):
        return result
    meeting, others = result.meeting, (text("meetings-others"), Open("meetings"))
    if result.what == OFF:
        await seats.sign_off(session, meeting.id, me.person, me.now)
        title = read(me, meeting.title)
        told = text("meetings-signed-off", title=title, kind=meeting.kind)
        return Done(told, links=(others,))
    waits = result.what == WAIT
    match await seats.sign_up(session, meeting.id, me.person, me.now, waits=waits):
        case Place.CLOSED | Place.NONE:
            return Refused(text("meetings-too-late"), forget=("what",))
        case Place.WAITING:
            return Done(await _waits(session, me, text, meeting), links=(others,))
    file = await page.calendar(session, meeting, me.language, me.now)
    await mail.post(session, [mail.letter(me.bot, me.account, file.to_json(), me.now)])
    address = page.directions(meeting)
    way = ((text("meetings-directions"), address),) if address else ()
    return Done(_signed_up(me, text, meeting), links=(*way, others))


async def _dates(chat: Chat, number: int) -> Done | Open:
    found = await chat.read(series.ahead, number, chat.me.now)
    return await _list(chat, found, chat.text("meetings-list-series"))


async def _list(chat: Chat, found: list[Shown], prompt: Html, *, past: bool = False) -> Done | Open:
    before = (chat.text("meetings-past"), Open("meetings", PAST))
    if not found:
        return Done(chat.text("meetings-none"), links=(before,) if past else ())
    mine = await chat.read(seats.mine, chat.me.person)
    choices = [Choice(str(m.id), _row(chat, m, m.id in mine), wide=True) for m in found]
    if past:
        choices.append(Choice(PAST, before[0], wide=True))
    return Open("meetings", await chat.choose("meeting", prompt, choices))


def _row(chat: Chat, meeting: Shown, mine: bool) -> Html:
    at = page.at(chat.text, meeting.starts_at, meeting)
    title = page.name(chat.text, meeting, read(chat.me, meeting.title))
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
    title = read(chat.me, meeting.title)
    if meeting.state == "cancelled":
        said = chat.text("meetings-is-cancelled", title=title, kind=meeting.kind)
        return Done(said, links=links)
    if not meeting.coming(chat.me.now):
        return Open("meeting-after", str(meeting.id))
    has = await chat.read(seats.standing, meeting.id, chat.me.person)
    prompt = lines(
        *page.card(chat.text, chat.me.language, meeting),
        *await seminar_page.told(chat, meeting),
        *_place(chat, meeting, has),
    )
    match await chat.choose("what", prompt, await _choices(chat, meeting, has)):
        case "list":
            return Open("meetings")
        case "dates":
            return Open("meetings", f"s{meeting.series_id}")
        case "desk":
            return Open("meeting-desk", str(meeting.id))
        case "came":
            return Open("meeting-came", str(meeting.id))
        case "seminar-materials" | "ask" | "my-seminar" as journey:
            return Open(journey, str(meeting.id))
        case act:
            return Wish(meeting, act)


def _place(chat: Chat, meeting: Shown, has: Standing | None) -> Iterator[Html]:
    """Seats, and where one stands oneself."""
    text = chat.text
    if has and has.came:
        yield text("meetings-was-here")
    elif has and has.seat:
        yield text("meetings-is-mine")
    elif has:
        yield text("meetings-is-waiting", place=has.waiting)
    elif meeting.full:
        yield text("meetings-full", count=meeting.waiting)
    elif meeting.seats is not None:
        yield text("meetings-seats", count=meeting.seats - meeting.signed_up)


async def _choices(chat: Chat, meeting: Shown, has: Standing | None) -> list[Choice]:
    text = chat.text
    choices = []
    if await chat.read(trainers.leads, chat.me.person, meeting.id):
        choices.append(Choice("my-seminar", text("trainer-to-page"), wide=True))
    elif has and not has.came:
        label = text("meetings-sign-off") if has.seat else text("meetings-stop-waiting")
        choices.append(Choice(OFF, label, wide=True))
    elif has is None:
        wish = (WAIT, text("meetings-wait")) if meeting.full else (IN, text("meetings-sign-up"))
        choices.append(Choice(*wish, wide=True))
    choices += await seminar_page.ways(chat, meeting)
    if meeting.series_id:
        choices.append(Choice(DATES, text("meetings-dates")))
    choices.append(Choice(LIST, text("meetings-others")))
    if await chat.read(is_staff, chat.me.person, meeting.municipality_id):
        choices.append(Choice(DESK, text("meetings-desk")))
    elif await chat.read(may_help, chat.me.person, meeting.municipality_id):
        choices.append(Choice(CAME, text("meetings-came")))
    return choices


async def _waits(session: Any, me: Me, text: Text, meeting: Shown) -> Html:
    has = await seats.standing(session, meeting.id, me.person)
    assert has is not None
    return text("meetings-waits", title=read(me, meeting.title), place=has.waiting)


def _signed_up(me: Me, text: Text, meeting: Shown) -> Html:
    ahead = reminders(meeting.starts_at, meeting.zone, me.now, meeting.reminders)
    times = "; ".join(page.at(text, reminder.at, meeting).plain() for reminder in ahead)
    told = text(
        "meetings-signed-up",
        title=read(me, meeting.title),
        when=page.at(text, meeting.starts_at, meeting),
    )
    return lines(told, text("meetings-will-remind", times=times) if times else "")


JOURNEYS = (Journey("meetings", script, apply),)
