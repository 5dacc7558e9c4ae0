"""What those signed up for a meeting are written: reminders, changes, a seat that became free."""

from functools import partial
from typing import Any

from bot.formats import day, hour
from bot.journey import DueNow, Text, Tools
from bot.messages import Choice, Html, Outgoing, Words
from handlers.parts import meeting_page as page
from storage import mail, meetings, seats, trainers
from storage.due import Outdated
from storage.meetings import Shown
from storage.recipients import Recipient, recipient
from storage.tables.mail import NOTICE

TOPIC = "meeting"


async def remind(session: Any, row: DueNow, tools: Tools) -> None:
    """One reminder to one person, in the words that are true at this moment."""
    meeting, who = await _still(session, row), await _reader(session, row)
    if not meeting.coming(tools.now()):
        raise Outdated
    text = partial(tools.text, who.language)
    words = _message(text, meeting, _reminder(text, meeting, who, tools))
    await _post(session, meeting, who, tools, [words])


async def tell_change(session: Any, row: DueNow, tools: Tools) -> None:
    """The new time, or that it is off; who has a seat or leads it gets it for the calendar too."""
    meeting, who = await _still(session, row), await _reader(session, row)
    has = await seats.standing(session, meeting.id, row.person_id)
    leads = await trainers.leads(session, row.person_id, meeting.id)
    if (has is None and not leads) or meeting.starts_at <= tools.now():
        raise Outdated
    text, seated = partial(tools.text, who.language), bool(has and has.seat)
    comes = leads or seated
    file = [await page.calendar(session, meeting, who.language, tools.now())] if comes else []
    words = _message(text, meeting, _change(text, meeting, who, seated=seated, leads=leads))
    await _post(session, meeting, who, tools, [*file, words])


async def tell_seat(session: Any, row: DueNow, tools: Tools) -> None:
    """Somebody who waited has a seat now, whatever has become of the hour meanwhile."""
    meeting, who = await meetings.find(session, int(row.subject)), await _reader(session, row)
    has = await seats.standing(session, int(row.subject), row.person_id)
    if meeting is None or not meeting.coming(tools.now()) or has is None or not has.seat:
        raise Outdated
    text = partial(tools.text, who.language)
    said = text(
        "meetings-seat-free",
        title=_read(meeting.title, who, meeting),
        when=page.at(text, meeting.starts_at, meeting),
        place=_read(meeting.place, who, meeting),
    )
    file = await page.calendar(session, meeting, who.language, tools.now())
    await _post(session, meeting, who, tools, [file, _message(text, meeting, said)])


async def end(session: Any, row: DueNow, tools: Tools) -> None:
    await meetings.end(session, int(row.subject), row.version)


async def is_fresh(session: Any, id: str, version: int) -> bool:
    """A letter about a meeting is true until the meeting changes again."""
    return await meetings.is_version(session, int(id), version)


async def _still(session: Any, row: DueNow) -> Shown:
    """The meeting, if it is still as it was when the row was planned."""
    meeting = await meetings.find(session, int(row.subject))
    if meeting is None or meeting.version != row.version:
        raise Outdated
    return meeting


async def _reader(session: Any, row: DueNow) -> Recipient:
    who = await recipient(session, row.person_id)
    if who is None:
        raise Outdated
    return who


def _reminder(text: Text, meeting: Shown, who: Recipient, tools: Tools) -> Html:
    starts, now = (at.astimezone(meeting.zone) for at in (meeting.starts_at, tools.now()))
    ahead = (starts.date() - now.date()).days
    return text(
        "meetings-remind",
        day={0: "today", 1: "tomorrow"}.get(ahead, "later"),
        date=day(starts, meeting.zone),
        hour=hour(starts, meeting.zone),
        kind=meeting.kind,
        title=_read(meeting.title, who, meeting),
        place=_read(meeting.place, who, meeting),
    )


def _change(text: Text, meeting: Shown, who: Recipient, *, seated: bool, leads: bool) -> Html:
    title, at = _read(meeting.title, who, meeting), page.at(text, meeting.starts_at, meeting)
    named = {"kind": meeting.kind, "title": title, "when": at}
    if meeting.state == "cancelled":
        return text("meetings-called-off", **named)
    place = _read(meeting.place, who, meeting)
    if leads:
        return text("trainer-moved", title=title, when=at, place=place)
    if not seated:
        return text("meetings-moved-waiting", place=place, **named)
    reminds = "yes" if meeting.reminders else "no"
    return text("meetings-moved", place=place, reminds=reminds, **named)


def _message(text: Text, meeting: Shown, words: Html) -> Outgoing:
    if meeting.state == "cancelled":
        choices: tuple[Choice, ...] = (Choice("go:meetings:", text("meetings-others")),)
    else:
        details = Choice(f"go:meetings:{meeting.id}", text("meetings-details"))
        choices = (details, *page.way(text, meeting))
    return Outgoing(words, choices, (Choice("!menu", text("core-menu")),))


async def _post(
    session: Any, meeting: Shown, who: Recipient, tools: Tools, said: list[Outgoing]
) -> None:
    kept = {
        "lane": NOTICE,
        "topic": TOPIC,
        "subject": f"meeting:{meeting.id}",
        "version": meeting.version,
        "useful_until": meeting.starts_at,
    }
    now = tools.now()
    rows = [mail.letter(who.bot, who.account_id, one.to_json(), now, **kept) for one in said]
    await mail.post(session, rows)


def _read(words: dict[str, str], who: Recipient, meeting: Shown) -> str:
    return Words(words).read(who.language, meeting.main_language)


DUE = {
    meetings.REMINDER: remind,
    meetings.CHANGED: tell_change,
    seats.SEAT_FREE: tell_seat,
    meetings.OVER: end,
}
FRESH = {"meeting": is_fresh}
