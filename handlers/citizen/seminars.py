"""The Academy's seminars: those ahead with their seats, and one's own past ones.

The subject is '' or PAST.
"""

from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html
from handlers.parts import meeting_page as page
from handlers.parts.learning import home
from storage import seats, seminars
from storage.meetings import Shown

PAST = "past"


async def script(chat: Chat) -> Done | Open:
    if chat.me.municipality is None:
        return Open("join")
    taken = await chat.read(seminars.taken, chat.me.person, chat.me.now)
    if chat.subject == PAST:
        return await _list(chat, [_past(chat, one) for one in taken], chat.text("seminars-past"))
    found = await chat.read(seminars.coming, chat.me.municipality, chat.me.now)
    mine = await chat.read(seats.mine, chat.me.person)
    rows = [_ahead(chat, one, mine=one.id in mine) for one in found]
    if taken:
        rows.append(Choice(PAST, chat.text("seminars-to-past", count=len(taken)), wide=True))
    return await _list(chat, rows, chat.text("seminars-ahead"))


async def _list(chat: Chat, rows: list[Choice], prompt: Html) -> Done | Open:
    if not rows:
        return Done(chat.text("seminars-none"), links=(home(chat.text),))
    back = Choice("learn", home(chat.text)[0], wide=True)
    chosen = await chat.choose("seminar", prompt, [*rows, back])
    if chosen == PAST:
        return Open("seminars", PAST)
    return Open("learn") if chosen == "learn" else Open("meetings", chosen)


def _ahead(chat: Chat, seminar: Shown, *, mine: bool) -> Choice:
    """When, what, and whether there is room."""
    at = page.at(chat.text, seminar.starts_at, seminar)
    told = {"when": at, "title": page.read(chat.me, seminar.title)}
    if mine:
        return Choice(str(seminar.id), chat.text("meetings-row-mine", **told), wide=True)
    if seminar.seats is None:
        return Choice(str(seminar.id), chat.text("meetings-row", **told), wide=True)
    free = max(seminar.seats - seminar.signed_up, 0)
    return Choice(str(seminar.id), chat.text("seminars-row", free=free, **told), wide=True)


def _past(chat: Chat, seminar: Shown) -> Choice:
    at = page.at(chat.text, seminar.starts_at, seminar)
    title = page.read(chat.me, seminar.title)
    return Choice(str(seminar.id), chat.text("meetings-row", when=at, title=title), wide=True)


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey("seminars", script, apply),)
