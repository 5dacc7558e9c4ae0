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
from storage.staff import TRAINER, Post
from storage.trainers import Leader

PAST, LEAVE = "past", "end-"
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
    choices += [_leave(chat, at, post) for at, post in enumerate(posts)]
    prompt = chat.text("trainer-seminars") if listed else chat.text("trainer-none")
    if not choices:
        return Done(prompt)
    chosen = await chat.choose("which", prompt, choices)
    if chosen.startswith(LEAVE):
        return Open("leave", posts[int(chosen.removeprefix(LEAVE))].municipality_id)
    return Open("my-seminars", PAST) if chosen == PAST else Open("my-seminar", chosen)


def _leave(chat: Chat, at: int, post: Post) -> Choice:
    place = Words(post.municipality).read(chat.me.language, chat.me.main_language)
    label = chat.text("trainer-leave", municipality=place)
    return Choice(f"{LEAVE}{at}", label, wide=True)


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
    said = await _page(chat, seminar, mine)
    if seminar.state == "cancelled":
        off = lines(said, chat.text("meetings-is-off"), by="\n\n")
        return Done(off, links=((chat.text("trainer-to-list"), Open("my-seminars")),))
    match await chat.choose("what", said, _ways(chat.text, mine)):
        case "list":
            return Open("my-seminars")
        case "yes" | "no" as shows:
            return Open("trainer-name", f"{seminar.id}-{shows}")
        case journey:
            return Open(journey, str(seminar.id))


async def _page(chat: Chat, seminar: Shown, mine: Leader) -> Html:
    """What people see, the numbers, and whether they see the name."""
    card = page.card(chat.text, chat.me.language, seminar)
    numbers = await counts(chat, seminar)
    return lines(lines(*card), lines(*numbers), _name(chat.text, mine.shown_as), by="\n\n")


def _name(text: Text, shown_as: str) -> Html:
    if shown_as:
        return text("trainer-name-shown", name=shown_as)
    return text("trainer-name-hidden")


def _ways(text: Text, mine: Leader) -> list[Choice]:
    hide, show = (NO, text("trainer-hide-name")), (YES, text("trainer-show-name"))
    return [
        Choice("meeting-came", text("meetings-came"), wide=True),
        Choice("materials", text("materials-name"), wide=True),
        Choice(*(hide if mine.shown_as else show), wide=True),
        Choice("list", text("trainer-to-list"), wide=True),
    ]


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
    return Done(_name(text, name), links=((text("trainer-to-page"), Open("my-seminar", id)),))


async def go(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (
    Journey("my-seminars", every, go),
    Journey("my-seminar", one, go),
    Journey("trainer-name", choice, show),
)
