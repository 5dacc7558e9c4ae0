"""Questions that wait: one's own, and for coordinators all of them and what belongs to it.

The subject is a municipality; '' means wherever the person answers.
"""

from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Words
from handlers.parts import question_staff as staff
from storage import places, public_answers, question_desk
from storage.staff import ANSWERING, COORDINATOR, posts_of, staff_of


async def script(chat: Chat) -> Done | Open:
    place = chat.subject or await _place(chat)
    roles = await chat.read(question_desk.roles, chat.me.person, place)
    if not roles:
        return Done(chat.text("answers-not-yours"))
    mine = await chat.read(question_desk.waiting, chat.me.person, place)
    zone = await chat.read(places.time_zone, place)
    boss = COORDINATOR in roles
    choices = staff.rows(chat.text, mine, zone) + await _more(chat, place, boss=boss)
    said = chat.text("answers-title", count=len(mine))
    if not choices:
        return Done(said)
    chosen = await chat.choose("what", said, choices)
    return Open("answers-write", chosen) if chosen.isdecimal() else Open(chosen, place)


async def _place(chat: Chat) -> str:
    posts = await chat.read(posts_of, chat.me.person, ANSWERING)
    found = {post.municipality_id: post.municipality for post in posts}
    if len(found) < 2:
        return next(iter(found), "")
    language, main = chat.me.language, chat.me.main_language
    choices = [Choice(id, Words(name).read(language, main)) for id, name in found.items()]
    return await chat.choose("municipality", chat.text("desk-which"), choices)


async def _more(chat: Chat, place: str, *, boss: bool) -> list[Choice]:
    text, choices = chat.text, []
    if boss and (every := await chat.read(question_desk.all_waiting, place)):
        label = text("answers-all", count=len(every))
        choices.append(Choice("answers-all", label, wide=True))
    if ready := await chat.read(public_answers.to_check, chat.me.person, place):
        label = text("answers-check", count=len(ready))
        choices.append(Choice("answers-check", label, wide=True))
    if boss and await chat.read(public_answers.any_public, place):
        choices.append(Choice("answers-public", text("answers-public"), wide=True))
    if boss:
        choices += [
            Choice("answers-figures", text("answers-figures"), wide=True),
            Choice("answers-door", text("answers-door"), wide=True),
            Choice("answers-routes", text("answers-routes"), wide=True),
            Choice("answers-office", text("answers-office"), wide=True),
        ]
    return choices


async def every(chat: Chat) -> Done | Open:
    """Everything that waits, with whoever is to answer: to answer oneself or to assign."""
    roles = await chat.read(question_desk.roles, chat.me.person, chat.subject)
    if COORDINATOR not in roles:
        return Done(chat.text("desk-not-yours"))
    found = await chat.read(question_desk.all_waiting, chat.subject)
    if not found:
        return Done(chat.text("answers-none"), links=staff.back(chat.text, chat.subject))
    zone = await chat.read(places.time_zone, chat.subject)
    members = await chat.read(staff_of, chat.subject)
    names = {one.person_id: one.name for one in members if one.role in ANSWERING}
    rows = staff.rows(chat.text, found, zone, names)
    return Open("answers-write", await chat.choose("which", chat.text("answers-which"), rows))


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey("answers", script, apply), Journey("answers-all", every, apply))
