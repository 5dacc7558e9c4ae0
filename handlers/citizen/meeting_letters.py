"""What those signed up for a meeting are written: reminders, a new time, that it is off."""

from typing import Any

from bot.formats import day, hour, when
from bot.journey import DueNow, Tools
from bot.messages import Choice, Html, Outgoing, Words
from storage import audiences, campaigns, mail, meetings
from storage.campaigns import NewCampaign
from storage.due import Outdated
from storage.meetings import Shown
from storage.recipients import recipient
from storage.tables.mail import NOTICE

TOPIC = "meeting"


async def remind(session: Any, row: DueNow, tools: Tools) -> None:
    """One reminder to one person, in the words that are true at this moment."""
    meeting = await _still(session, row)
    who = await recipient(session, row.person_id)
    if who is None or not meeting.coming(tools.now()):
        raise Outdated
    words = _reminder(meeting, who.language, tools)
    letter = mail.letter(
        who.bot,
        who.account_id,
        _message(meeting, words, who.language, tools).to_json(),
        tools.now(),
        lane=NOTICE,
        topic=TOPIC,
        subject=f"meeting:{meeting.id}",
        version=meeting.version,
        useful_until=meeting.starts_at,
    )
    await mail.post(session, [letter])


async def tell_change(session: Any, row: DueNow, tools: Tools) -> None:
    """The new time, or that it is off, to everybody who has signed up."""
    meeting = await _still(session, row)
    audience = {"signed_up": meeting.id}
    bodies = {
        language: [_message(meeting, _change(meeting, language, tools), language, tools).to_json()]
        for language in await audiences.languages(session, audience)
    }
    if not bodies:
        return
    new = NewCampaign(
        meeting.municipality_id,
        "meeting",
        bodies,
        audience,
        subject=f"meeting:{meeting.id}",
        version=meeting.version,
        topic=TOPIC,
        lane=NOTICE,
        useful_until=meeting.starts_at,
    )
    await campaigns.create(session, new, tools.now())


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


def _reminder(meeting: Shown, language: str, tools: Tools) -> Html:
    starts, now = (at.astimezone(meeting.zone) for at in (meeting.starts_at, tools.now()))
    ahead = (starts.date() - now.date()).days
    return tools.text(
        language,
        "meetings-remind",
        day={0: "today", 1: "tomorrow"}.get(ahead, "later"),
        date=day(starts, meeting.zone),
        hour=hour(starts, meeting.zone),
        title=_read(meeting.title, language, meeting),
        place=_read(meeting.place, language, meeting),
    )


def _change(meeting: Shown, language: str, tools: Tools) -> Html:
    at = tools.text(language, "meetings-when", **when(meeting.starts_at, meeting.zone))
    title = _read(meeting.title, language, meeting)
    if meeting.state == "cancelled":
        return tools.text(language, "meetings-called-off", title=title, when=at)
    place = _read(meeting.place, language, meeting)
    return tools.text(language, "meetings-moved", title=title, when=at, place=place)


def _message(meeting: Shown, words: Html, language: str, tools: Tools) -> Outgoing:
    choices = (Choice(f"go:meetings:{meeting.id}", tools.text(language, "meetings-details")),)
    if meeting.state == "cancelled":
        choices = (Choice("go:meetings:", tools.text(language, "meetings-others")),)
    return Outgoing(words, choices, (Choice("!menu", tools.text(language, "core-menu")),))


def _read(words: dict[str, str], language: str, meeting: Shown) -> str:
    return Words(words).read(language, meeting.main_language)


DUE = {meetings.REMINDER: remind, meetings.CHANGED: tell_change, meetings.OVER: end}
FRESH = {"meeting": is_fresh}
