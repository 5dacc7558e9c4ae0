"""The coordinator's page of one edition: what is set, what is wrong, who lacks, what comes next.

The subject of `edition-list` is a municipality, that of the others an edition's id.
"""

from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, lines
from handlers.parts import edition_lines
from handlers.parts.edition_access import held, lacking, name, wrong
from storage import editions
from storage.edition_changes import MOVABLE
from storage.staff import is_staff
from storage.votes import Vote


async def choose(chat: Chat) -> Done | Open:
    """One of the municipality's editions, or a new one."""
    place = chat.subject or chat.me.municipality or ""
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(chat.text("edition-not-yours"))
    found = await chat.read(editions.all_of, place)
    if not found:
        return Open("edition-new", place)
    choices = [
        Choice(
            str(vote.id),
            chat.text("edition-row", name=name(chat.me, vote), state=vote.state),
            wide=True,
        )
        for vote in found
    ]
    new = Choice("new", chat.text("edition-new"), wide=True)
    chosen = await chat.choose("edition", chat.text("edition-list"), [*choices, new])
    return Open("edition-new", place) if chosen == "new" else Open("edition-desk", chosen)


async def script(chat: Chat) -> Done | Open:
    vote = await held(chat)
    if vote is None:
        return Done(chat.text("edition-not-yours"))
    plan = await chat.read(editions.plan_of, vote)
    lacks = await chat.read(editions.lacking, vote.municipality)
    code = await chat.read(editions.code_of, vote.id)
    page = lines(
        chat.text("edition-head", name=name(chat.me, vote), state=vote.state),
        edition_lines.brief(chat.text, chat.me, plan),
        await wrong(chat, vote, plan) if vote.state == "draft" else "",
        lacking(chat.text, lacks),
        chat.text("edition-code", code=code) if code else "",
        by="\n\n",
    )
    chosen = await chat.choose("what", page, _choices(chat.text, vote, lacks))
    journey, _, group = chosen.partition(":")
    if group:
        return Open(journey, f"{vote.id}:{group}")
    return Open(journey, vote.municipality if journey == "invite" else str(vote.id))


def _choices(text: Text, vote: Vote, lacks: list[str]) -> list[Choice]:
    choices = []
    if vote.state == "draft":
        choices = [
            Choice("edition-announce", text("edition-announce"), wide=True),
            Choice("edition-set:basics", text("edition-group-basics")),
            Choice("edition-set:money", text("edition-group-money")),
            Choice("edition-set:people", text("edition-group-people")),
            Choice("edition-set:ballot", text("edition-group-ballot")),
            Choice("edition-set:days", text("edition-group-days")),
            Choice("edition-set:calendar", text("edition-group-calendar")),
        ]
    if vote.state in MOVABLE:
        choices.append(Choice("edition-move", text("edition-move"), wide=True))
    if lacks:
        choices.append(Choice("invite", text("edition-invite"), wide=True))
    choices.append(Choice("prints", text("print-open"), wide=True))
    if vote.state == "draft":
        return [*choices, Choice("edition-drop", text("edition-drop"))]
    return [
        *choices,
        Choice("process", text("edition-to-process"), wide=True),
        Choice("edition", text("edition-to-rules"), wide=True),
    ]


async def go(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey("edition-list", choose, go), Journey("edition-desk", script, go))
