"""Setting a meeting or a seminar.  The subject is the municipality; '' means one's own."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import when
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Words, lines
from handlers.parts.learning import lesson_title
from handlers.parts.meeting_staff import ask_lesson
from storage import meetings, trainers
from storage.conduct import By
from storage.meetings import NewMeeting
from storage.places import settlements
from storage.staff import is_staff
from storage.tables.meetings import MEETING, SEMINAR

EVERYWHERE = "all"
MOST_SEATS = 30_000
MOST_TRAINERS = 5


@dataclass(frozen=True, slots=True)
class Planned:
    """A meeting, and who leads it where it is a seminar."""

    meeting: NewMeeting
    trainers: tuple[int, ...] = ()


async def script(chat: Chat) -> Planned | Done:
    municipality = chat.subject or chat.me.municipality or ""
    if not await chat.read(is_staff, chat.me.person, municipality):
        return Done(chat.text("meetings-not-staff"))
    kind = await _kind(chat)
    new = await _asked(chat, municipality, kind)
    leading = await _trainers(chat, municipality) if kind == SEMINAR else ()
    lesson = lesson_title(new.lesson, chat.me.language)
    card = lines(
        chat.text("seminar-word") if kind == SEMINAR else "",
        chat.text(
            "meetings-card",
            title=_read(chat.me, new.title),
            when=chat.text("meetings-when", **when(new.starts_at, chat.me.zone)),
            place=_read(chat.me, new.place),
        ),
        chat.text("seminar-lesson", title=lesson) if lesson else "",
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
    return Planned(new, leading)


async def _kind(chat: Chat) -> str:
    choices = (
        Choice(MEETING, chat.text("meetings-kind-meeting"), wide=True),
        Choice(SEMINAR, chat.text("meetings-kind-seminar"), wide=True),
    )
    return await chat.choose("kind", chat.text("meetings-ask-kind"), choices)


async def _trainers(chat: Chat, municipality: str) -> tuple[int, ...]:
    """Out of those who may lead seminars here; none, where there is nobody yet."""
    able = await chat.read(trainers.able, municipality)
    if not able:
        return ()
    nameless = chat.text("desk-nameless")
    rows = [Choice(str(id), name or nameless, wide=True) for id, name in able.items()]
    prompt = chat.text("seminar-ask-trainers")
    picked = await chat.pick_many("trainers", prompt, rows, at_most=MOST_TRAINERS, optional=True)
    return tuple(int(id) for id in picked)


async def _asked(chat: Chat, municipality: str, kind: str) -> NewMeeting:
    text = chat.text
    title = await chat.ask("title", text("meetings-ask-title", kind=kind), at_least=3, at_most=80)
    english = await chat.ask("title-en", text("meetings-ask-title-en"), at_most=80, optional=True)
    starts_at = await chat.moment("time", text("meetings-ask-time"))
    settlement = await _settlement(chat, municipality, kind)
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
        kind=kind,
        lesson=await ask_lesson(chat) if kind == SEMINAR else "",
    )


async def _settlement(chat: Chat, municipality: str, kind: str) -> int | None:
    villages = await chat.read(settlements, municipality)
    if not villages:
        return None
    everywhere = Choice(EVERYWHERE, chat.text("meetings-everywhere"), wide=True)
    choices = [everywhere, *(Choice(str(v.id), _read(chat.me, v.name)) for v in villages)]
    chosen = await chat.choose("where", chat.text("meetings-ask-where", kind=kind), choices)
    return None if chosen == EVERYWHERE else int(chosen)


async def apply(session: Any, me: Me, text: Text, result: Planned | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    new, by = result.meeting, By(me.person, result.meeting.municipality_id, me.now)
    if not await is_staff(session, me.person, new.municipality_id):
        return Done(text("meetings-not-staff"))
    if new.starts_at <= me.now:
        return Refused(text("core-moment-past"), forget=("time",))
    able = await trainers.able(session, new.municipality_id)
    id = await meetings.create(session, new, me.now)
    for person in result.trainers:
        if person in able:
            await trainers.name(session, by, [id], person)
    links = (
        (text("meetings-announce"), Open("announce", new.municipality_id)),
        (text("meetings-desk"), Open("meeting-desk", str(id))),
    )
    return Done(text("meetings-made", title=_read(me, new.title), kind=new.kind), links=links)


def _read(me: Me, words: dict[str, str]) -> str:
    return Words(words).read(me.language, me.main_language)


JOURNEYS = (Journey("meeting-new", script, apply, title="meetings-new-title"),)
