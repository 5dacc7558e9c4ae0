"""Within how many working days questions are answered, and on which days nobody works.

The subject is the municipality.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.conversation import Chat
from bot.formats import day, listed
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts import question_staff as staff
from handlers.parts.dates import ahead, read_day
from storage import answer_routes
from storage.conduct import By
from storage.staff import is_staff

DAYS, ADD = "days", "add"
MOST = 30


@dataclass(frozen=True, slots=True)
class Change:
    """A number of days, or a day that becomes free or a working day again."""

    municipality: str
    days: int = 0
    day: date | None = None
    free: bool = True


async def script(chat: Chat) -> Change | Done:
    place = chat.subject
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(chat.text("desk-not-yours"))
    office = (await chat.read(answer_routes.hours, place)).office
    today = office.day(chat.me.now)
    free = await chat.read(answer_routes.days_off, place, today)
    choices = [
        Choice(DAYS, chat.text("answers-set-days"), wide=True),
        Choice(ADD, chat.text("answers-add-day"), wide=True),
        *(Choice(one.isoformat(), chat.text("answers-drop-day", day=day(one))) for one in free),
    ]
    chosen = await chat.choose("what", _told(chat.text, office.days, free), choices)
    if chosen == DAYS:
        days = await chat.number("days", chat.text("answers-ask-days"), at_least=1, at_most=MOST)
        return Change(place, days=days or 0)
    if chosen == ADD:
        said = await chat.ask("day", chat.text("answers-ask-day"), check=ahead(chat.text, chat.me))
        return Change(place, day=read_day(said))
    return Change(place, day=date.fromisoformat(chosen), free=False)


def _told(text: Text, days: int, free: list[date]) -> Html:
    named = text("answers-days-off", list=listed(day(one) for one in free)) if free else ""
    return lines(text("answers-days", count=days), text("answers-holidays"), named, by="\n\n")


async def apply(session: Any, me: Me, text: Text, result: Change | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    place = result.municipality
    if not await is_staff(session, me.person, place):
        return Done(text("desk-not-yours"))
    by = By(me.person, place, me.now)
    if result.day is None:
        await answer_routes.set_days(session, by, result.days)
    elif result.free:
        await answer_routes.add_day_off(session, by, result.day)
    else:
        await answer_routes.drop_day_off(session, by, result.day)
    again = (text("answers-office"), Open("answers-office", place))
    return Done(text("answers-office-kept"), links=(again, *staff.back(text, place)))


JOURNEYS = (Journey("answers-office", script, apply),)
