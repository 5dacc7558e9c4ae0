"""Meetings as the staff see them: people are counted here and never named.

The subject is a meeting's id, or a municipality, with PAST before it for what is over; '' is one's
own.
"""

from collections.abc import Iterator
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts import meeting_page as page
from handlers.parts.learning import lesson_title
from handlers.parts.meeting_staff import length, own, reminded
from storage import attendance, meetings, seminars, trainers
from storage.meetings import Shown
from storage.staff import is_staff

PAST = "past:"


async def script(chat: Chat) -> Done | Open:
    if chat.subject.isdecimal():
        meeting = await own(chat, chat.subject)
        return meeting if isinstance(meeting, Done) else await _one(chat, meeting)
    before = chat.subject.startswith(PAST)
    municipality = chat.subject.removeprefix(PAST) or chat.me.municipality or ""
    if not await chat.read(is_staff, chat.me.person, municipality):
        return Done(chat.text("meetings-not-staff"))
    past = await chat.read(meetings.past, municipality, chat.me.now)
    found = past if before else await chat.read(meetings.coming, municipality, chat.me.now)
    if not found and not past:
        new = (chat.text("meetings-new-title"), Open("meeting-new", municipality))
        return Done(chat.text("meetings-none-set"), links=(new,))
    choices = [Choice(str(one.id), _row(chat, one), wide=True) for one in found]
    if past and not before:
        choices.append(Choice("past", chat.text("meetings-past"), wide=True))
    prompt = lines(await _held(chat, municipality), chat.text("meetings-change-which"), by="\n\n")
    chosen = await chat.choose("meeting", prompt, choices)
    return Open("meeting-desk", PAST + municipality if chosen == "past" else chosen)


async def _held(chat: Chat, municipality: str) -> Html:
    """What the seminars come to so far."""
    found = await chat.read(seminars.held, municipality, chat.me.now)
    return (
        chat.text("seminars-held", count=found.count, came=found.came) if found.count else Html("")
    )


def _row(chat: Chat, meeting: Shown) -> Html:
    at = page.at(chat.text, meeting.starts_at, meeting)
    title = page.name(chat.text, meeting, page.read(chat.me, meeting.title))
    return chat.text("meetings-row", when=at, title=title)


async def _one(chat: Chat, meeting: Shown) -> Done | Open:
    card = page.card(chat.text, chat.me.language, meeting)
    facts = [*_facts(chat, meeting), *await _seminar(chat, meeting)]
    prompt = lines(lines(*card), lines(*facts), by="\n\n")
    if meeting.state == "cancelled":
        return Done(prompt)
    choices = _choices(chat.text, coming=meeting.coming(chat.me.now))
    if meeting.seminar:
        choices += [
            Choice("seminar-trainers", chat.text("seminar-trainers"), wide=True),
            Choice("materials", chat.text("materials-name"), wide=True),
        ]
    return Open(await chat.choose("what", prompt, choices), str(meeting.id))


def _facts(chat: Chat, meeting: Shown) -> Iterator[Html]:
    text = chat.text
    if meeting.state == "cancelled":
        yield text("meetings-is-off")
    seats = str(meeting.seats) if meeting.seats else ""
    yield text("meetings-signed-count", count=meeting.signed_up, seats=seats or "none")
    if meeting.waiting:
        yield text("meetings-waiting-count", count=meeting.waiting)
    if meeting.coming(chat.me.now):
        yield text("meetings-lasts", length=length(text, meeting.lasts))
        yield reminded(text, meeting.reminders)


async def _seminar(chat: Chat, meeting: Shown) -> list[Html]:
    """Its lesson, and who leads it, whether or not people see the name."""
    if not meeting.seminar:
        return []
    title = lesson_title(meeting.lesson, chat.me.language)
    there = (await chat.read(attendance.figures, meeting.id)).there
    names = [one.name for one in await chat.read(trainers.of, meeting.id)]
    return [
        chat.text("seminar-came", count=there) if meeting.begun(chat.me.now) else Html(""),
        chat.text("seminar-lesson", title=title) if title else Html(""),
        chat.text("seminar-led-by", names=", ".join(names))
        if names
        else chat.text("seminar-led-by-nobody"),
    ]


def _choices(text: Text, *, coming: bool) -> list[Choice]:
    """The journeys that this meeting may go through."""
    came = Choice("meeting-came", text("meetings-came"), wide=True)
    if not coming:
        return [came, Choice("meeting-minutes", text("meetings-minutes-page"), wide=True)]
    return [
        came,
        Choice("meeting-change", text("meetings-change"), wide=True),
        Choice("meeting-set", text("meetings-set"), wide=True),
        Choice("meeting-repeat", text("meetings-repeat"), wide=True),
    ]


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey("meeting-desk", script, apply),)
