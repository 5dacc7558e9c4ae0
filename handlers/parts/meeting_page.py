"""A meeting in words: its hour, its card, the file for a calendar."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from bot.civic.calendar_file import Event, calendar_file
from bot.formats import when
from bot.journey import Me, Text
from bot.messages import Choice, Document, Html, Outgoing, Press, Words
from handlers.parts.print_send import file_name
from storage import media
from storage.meetings import Shown

DIRECTIONS = "https://www.google.com/maps/dir/?api=1&destination={:.5f},{:.5f}"


def read(me: Me, words: dict[str, str]) -> str:
    """What people wrote, for this reader."""
    return Words(words).read(me.language, me.main_language)


def at(text: Text, moment: datetime, meeting: Shown) -> Html:
    """A day and an hour where the meeting is held."""
    return text("meetings-when", **when(moment, meeting.zone))


def name(text: Text, meeting: Shown, title: str) -> str:
    """Its title where it stands among other meetings."""
    return text("seminar-name", title=title) if meeting.seminar else title


def card(text: Text, language: str, meeting: Shown) -> Iterator[Html]:
    """What it is about, when and where."""

    def told(words: dict[str, str]) -> str:
        return Words(words).read(language, meeting.main_language)

    if meeting.seminar:
        yield text("seminar-word")
    yield text(
        "meetings-card",
        title=told(meeting.title),
        when=at(text, meeting.starts_at, meeting),
        place=told(meeting.place),
    )
    if meeting.settlement:
        yield text("meetings-settlement", settlement=told(meeting.settlement))
    if meeting.pin:
        lat, lon = meeting.pin
        yield text("meetings-map", lat=f"{lat:.5f}", lon=f"{lon:.5f}")
    if agenda := told(meeting.agenda):
        yield text("meetings-agenda", agenda=agenda)


def directions(meeting: Shown) -> str:
    """The address of a map that shows the way there; '' where no place is known."""
    return DIRECTIONS.format(*meeting.pin) if meeting.pin else ""


def way(text: Text, meeting: Shown) -> tuple[Choice, ...]:
    """The same as a button."""
    address = directions(meeting)
    label = text("meetings-directions")
    return (Choice("way", label, press=Press.URL, url=address),) if address else ()


async def calendar(session: Any, meeting: Shown, language: str, now: datetime) -> Outgoing:
    """The file for a calendar, stored, as a message of its own.

    A calendar that knows the meeting moves it or takes it out.
    """

    def told(words: dict[str, str]) -> str:
        return Words(words).read(language, meeting.main_language)

    event = Event(
        f"{meeting.made_at:%Y%m%dT%H%M%S}-{meeting.id}@monawile",
        meeting.version - 1,
        meeting.starts_at,
        timedelta(minutes=meeting.lasts),
        told(meeting.title),
        told(meeting.place),
        told(meeting.agenda),
        told(meeting.municipality),
        meeting.pin,
        meeting.state == "cancelled",
    )
    content, id = calendar_file(event, now), token_hex(8)
    await media.add_document(session, id, content, now)
    name = file_name(told(meeting.title), ".ics")
    return Outgoing(Html(""), document=Document(id, name, len(content)))
