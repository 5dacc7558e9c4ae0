"""Setting a meeting.  The subject is the municipality; '' means one's own."""

from typing import Any

from bot.conversation import Chat
from bot.formats import when
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Words
from storage import meetings
from storage.meetings import NewMeeting
from storage.places import settlements
from storage.staff import is_staff

EVERYWHERE = "all"
MOST_SEATS = 30_000


async def script(chat: Chat) -> NewMeeting | Done:
    municipality = chat.subject or chat.me.municipality or ""
    if not await chat.read(is_staff, chat.me.person, municipality):
        return Done(chat.text("meetings-not-staff"))
    new = await _asked(chat, municipality)
    card = chat.text(
        "meetings-card",
        title=_read(chat.me, new.title),
        when=chat.text("meetings-when", **when(new.starts_at, chat.me.zone)),
        place=_read(chat.me, new.place),
    )
    choices = [
        Choice("yes", chat.text("meetings-new-yes"), wide=True),
        Choice("title", chat.text("meetings-new-edit-title")),
        Choice("time", chat.text("meetings-new-edit-time")),
        Choice("place", chat.text("meetings-new-edit-place")),
    ]
    what = await chat.confirm("sure", chat.text("meetings-new-sure", card=card), choices)
    if what != "yes":
        chat.edit(what)
    return new


async def _asked(chat: Chat, municipality: str) -> NewMeeting:
    text = chat.text
    title = await chat.ask("title", text("meetings-ask-title"), at_least=3, at_most=80)
    english = await chat.ask("title-en", text("meetings-ask-title-en"), at_most=80, optional=True)
    starts_at = await chat.moment("time", text("meetings-ask-time"))
    settlement = await _settlement(chat, municipality)
    place = await chat.ask("place", text("meetings-ask-place"), at_least=3, at_most=200)
    pin = await chat.place("pin", text("meetings-ask-pin"), optional=True)
    seats = await chat.number(
        "seats", text("meetings-ask-seats"), at_least=1, at_most=MOST_SEATS, optional=True
    )
    words = {chat.me.main_language: title, **({"en": english} if english else {})}
    return NewMeeting(
        municipality,
        settlement,
        words,
        {chat.me.main_language: place},
        starts_at,
        pin=pin,
        seats=seats,
        made_by=chat.me.person,
    )


async def _settlement(chat: Chat, municipality: str) -> int | None:
    villages = await chat.read(settlements, municipality)
    if not villages:
        return None
    everywhere = Choice(EVERYWHERE, chat.text("meetings-everywhere"), wide=True)
    choices = [everywhere, *(Choice(str(v.id), _read(chat.me, v.name)) for v in villages)]
    chosen = await chat.choose("where", chat.text("meetings-ask-where"), choices)
    return None if chosen == EVERYWHERE else int(chosen)


async def apply(session: Any, me: Me, text: Text, result: NewMeeting | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    if not await is_staff(session, me.person, result.municipality_id):
        return Done(text("meetings-not-staff"))
    if result.starts_at <= me.now:
        return Refused(text("core-moment-past"), forget=("time",))
    id = await meetings.create(session, result, me.now)
    links = (
        (text("meetings-announce"), Open("announce", result.municipality_id)),
        (text("meetings-desk"), Open("meeting-desk", str(id))),
    )
    return Done(text("meetings-made", title=_read(me, result.title)), links=links)


def _read(me: Me, words: dict[str, str]) -> str:
    return Words(words).read(me.language, me.main_language)


JOURNEYS = (Journey("meeting-new", script, apply, title="meetings-new-title"),)
