"""Who leads a seminar, for its coordinator: one is added or taken out at a time.

The subject is the seminar's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from handlers.parts.meeting_page import read
from handlers.parts.meeting_staff import back, later_too, own
from storage import trainers
from storage.conduct import By
from storage.meetings import Shown
from storage.staff import is_staff

BACK = "back"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody leads these seminars from now on, or no longer."""

    seminars: tuple[Shown, ...]
    person: int
    leads: bool


async def script(chat: Chat) -> Named | Done | Open:
    seminar = await own(chat, chat.subject)
    if isinstance(seminar, Done):
        return seminar
    if not seminar.seminar:
        return Open("meeting-desk", str(seminar.id))
    able = await chat.read(trainers.able, seminar.municipality_id)
    if not able:
        invite = (chat.text("desk-staff"), Open("invite", seminar.municipality_id))
        return Done(chat.text("seminar-nobody-able"), links=(invite, *back(chat.text, seminar)))
    leading = {one.person: one for one in await chat.read(trainers.of, seminar.id)}
    choices = [
        Choice(str(id), _row(chat.text, name, leading.get(id)), wide=True)
        for id, name in able.items()
    ]
    choices.append(Choice(BACK, chat.text("meetings-to-desk"), wide=True))
    prompt = chat.text("seminar-who-leads", title=read(chat.me, seminar.title))
    chosen = await chat.choose("who", prompt, choices)
    if chosen == BACK:
        return Open("meeting-desk", str(seminar.id))
    later = await later_too(chat, seminar)
    return Named((seminar, *later), int(chosen), int(chosen) not in leading)


def _row(text: Text, name: str, leader: trainers.Leader | None) -> str:
    """Marked who leads it, and whether people see the name."""
    shown = name or text("desk-nameless")
    if leader is None:
        return shown
    state = "shown" if leader.shown_as else "hidden"
    return text("seminar-leads", name=shown, state=state)


async def apply(session: Any, me: Me, text: Text, result: Named | Done | Open) -> Outcome:
    if not isinstance(result, Named):
        return result
    first = result.seminars[0]
    if not await is_staff(session, me.person, first.municipality_id):
        return Done(text("meetings-not-staff"))
    by, change = By(me.person, first.municipality_id, me.now), trainers.unname
    if result.leads:
        change = trainers.name
    try:
        await change(session, by, [one.id for one in result.seminars], result.person)
    except NotAllowed:
        return Done(text("seminar-cannot-lead"), links=back(text, first))
    said = text("seminar-trainer-named") if result.leads else text("seminar-trainer-dropped")
    return Done(said, then=Open("seminar-trainers", str(first.id)))


JOURNEYS = (Journey("seminar-trainers", script, apply),)
