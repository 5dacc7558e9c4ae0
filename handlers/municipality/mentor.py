"""A mentor's queue: the teams whose work they are to review, the most urgent first."""

from typing import Any

from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Words
from storage import practicum_mentors, staff
from storage.practicum_mentors import Call
from storage.staff import MENTOR


async def script(chat: Chat) -> Done | Open:
    posts = await chat.read(staff.posts_of, chat.me.person, (MENTOR,))
    if not posts:
        return Done(chat.text("mentor-not-yours"))
    calls = await chat.read(practicum_mentors.queue, chat.me.person)
    ends = {f"end-{at}": post for at, post in enumerate(posts)}
    choices = [Choice(str(call.review), _named(chat, call), wide=True) for call in calls]
    for id, post in ends.items():
        place = Words(post.municipality).read(chat.me.language, chat.me.main_language)
        choices.append(Choice(id, chat.text("mentor-leave", municipality=place), wide=True))
    prompt = chat.text("mentor-queue", count=len(calls)) if calls else chat.text("mentor-none")
    chosen = await chat.choose("which", prompt, choices)
    if chosen in ends:
        return Open("leave", ends[chosen].municipality_id)
    return Open("mentor-review", chosen)


def _named(chat: Chat, call: Call) -> str:
    until = day(call.due_at, chat.me.zone)
    if chat.me.now >= call.due_at:
        return chat.text("mentor-row-late", name=call.team_name, until=until)
    return chat.text("mentor-row", name=call.team_name, until=until)


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey("mentor", script, apply),)
