"""A trainer's own seminars: when, where, how many come, and whether people see the trainer's name.

The subject of `my-seminars` is '' or PAST, of `my-seminar` a seminar's id, of `trainer-name` the id
with "-yes" or "-no".
"""

from datetime import datetime, timedelta
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines
from handlers.parts import meeting_page as page
from handlers.parts.meeting_page import read
from handlers.parts.seminar_counts import counts
from storage import meetings, staff, trainers
from storage.meetings import Shown
from storage.staff import TRAINER

PAST = "past"
YES, NO = "yes", "no"


async def every(chat: Chat) -> Done | Open:
    mine = await chat.read(trainers.led_by, chat.me.person)
    posts = await chat.read(staff.posts_of, chat.me.person, (TRAINER,))
    if not mine and not posts:
        return Done(chat.text("trainer-not-yours"))
    past = [one for one in mine if _is_over(one, chat.me.now)]
    ahead = [one for one in reversed(mine) if one not in past]
    listed = past if chat.subject == PAST else ahead
    choices = [Choice(str(one.id), _row(chat, one), wide=True) for one in listed]
    if past and chat.subject != PAST:
        choices.append(Choice(PAST, chat.text("seminars-to-past", count=len(past)), wide=True))
    ends = {f"end-{at}": post for at, post in enumerate(posts)}
    for id, post in ends.items():
        place = Words(post.municipality).read(chat.me.language, chat.me.main_language)
        choices.append(Choice(id, chat.text("trainer-leave", municipality=place), wide=True))
    if not choices:
        return Done(chat.text("trainer-none"))
    prompt = chat.text("trainer-seminars") if listed else chat.text("trainer-none")
    chosen = await chat.choose("which", prompt, choices)
    if chosen in ends:
        return Open("leave", ends[chosen].municipality_id)
    return Open("my-seminars", PAST) if chosen == PAST else Open("my-seminar", chosen)


def _is_over(seminar: Shown, now: datetime) -> bool:
    return seminar.starts_at + timedelta(minutes=seminar.lasts) <= now


def _row(chat: Chat, seminar: Shown) -> Html:
    at, title = page.at(chat.text, seminar.starts_at, seminar), read(chat.me, seminar.title)
    return chat.text("trainer-row", when=at, title=title, count=seminar.signed_up)


async def one(chat: Chat) -> Done | Open:
    known = chat.subject.isdecimal()
    seminar = await chat.read(meetings.find, int(chat.subject)) if known else None
    leaders = await chat.read(trainers.of, seminar.id) if seminar else []
    mine = next((leader for leader in leaders if leader.person == chat.me.person), None)
    if seminar is None or mine is None:
        return Done(chat.text("trainer-not-yours"))
    text = chat.text
    card = page.card(text, chat.me.language, seminar)
    name = (
        text("trainer-name-shown", name=mine.shown_as)
        if mine.shown_as
        else text("trainer-name-hidden")
    )
    said = lines(lines(*card), lines(*await counts(chat, seminar)), name, by="\n\n")
    if seminar.state == "cancelled":
        return Done(lines(said, text("meetings-is-off"), by="\n\n"), links=_list(text))
    way = (NO, text("trainer-hide-name")) if mine.shown_as else (YES, text("trainer-show-name"))
    choices = [
        Choice("meeting-came", text("meetings-came"), wide=True),
        Choice("materials", text("materials-name"), wide=True),
        Choice(*way, wide=True),
        Choice("list", text("trainer-to-list"), wide=True),
    ]
    match await chat.choose("what", said, choices):
        case "list":
            return Open("my-seminars")
        case "yes" | "no" as shows:
            return Open("trainer-name", f"{seminar.id}-{shows}")
        case journey:
            return Open(journey, str(seminar.id))


def _list(text: Text) -> tuple[tuple[Html, Open], ...]:
    return ((text("trainer-to-list"), Open("my-seminars")),)


async def choice(chat: Chat) -> tuple[str, bool]:
    """There is nothing to ask: the button says it."""
    id, _, shows = chat.subject.partition("-")
    return id, shows == YES


async def show(session: Any, me: Me, text: Text, result: tuple[str, bool]) -> Outcome:
    id, shows = result
    name = None
    if id.isdecimal():
        name = await trainers.agree(session, int(id), me.person, shows=shows)
    if name is None:
        return Done(text("trainer-not-yours"))
    said = text("trainer-name-shown", name=name) if name else text("trainer-name-hidden")
    return Done(said, links=((text("trainer-to-page"), Open("my-seminar", id)),))


async def go(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (
    Journey("my-seminars", every, go),
    Journey("my-seminar", one, go),
    Journey("trainer-name", choice, show),
)
