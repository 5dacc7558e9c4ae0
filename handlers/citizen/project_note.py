"""A citizen confirms or disputes what an update says, in words and with a photo.

The subject is the update's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, lines
from handlers.parts.work_page import WorkPage
from storage import disputes, places, projects
from storage.disputes import CONFIRM, DISPUTE, NewNote
from storage.projects import Work

LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of a project's update."""

    work: Work
    note: NewNote


async def script(chat: Chat) -> Said | Done:
    work = await chat.read(projects.of_update, chat.subject)
    if work is None:
        return Done(chat.text("works-gone"))
    if not await chat.read(projects.lives_here, chat.me.person, work.municipality):
        return Done(chat.text("works-not-here"))
    me = chat.me
    page = WorkPage(chat.text, me.language, me.main_language, me.zone)
    kinds = (
        Choice(CONFIRM, chat.text("works-is-so"), wide=True),
        Choice(DISPUTE, chat.text("works-is-not-so"), wide=True),
    )
    asked = lines(page.head(work), chat.text("works-ask-kind"), by="\n\n")
    kind = await chat.choose("kind", asked, kinds)
    text = ""
    if kind == DISPUTE:
        text = await chat.ask("text", chat.text("works-ask-why"), at_least=10, at_most=LONGEST)
    photo = await chat.photo("photo", chat.text("works-ask-photo"), optional=True)
    note = NewNote(work.id, int(chat.subject), me.person, kind, text, photo)
    if kind == DISPUTE:
        sure = (
            Choice("send", chat.text("works-send"), wide=True),
            Choice("change", chat.text("works-change"), wide=True),
        )
        read_back = chat.text("works-read-back", text=text)
        if await chat.confirm("sure", read_back, sure) == "change":
            chat.edit("text", "photo")
    return Said(work, note)


async def apply(session: Any, me: Me, text: Text, result: Said | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    until = await disputes.add(session, result.note, result.work, me.now)
    links = [(text("works-to-this"), Open("project", str(result.work.id)))]
    if not await projects.follows(session, result.work.id, me.person):
        links.append((text("works-follow"), Open("project-follow", str(result.work.id))))
    if until is None:
        return Done(text("works-confirmed-thanks"), links=tuple(links))
    zone = await places.time_zone(session, result.work.municipality)
    return Done(text("works-disputed-thanks", day=day(until, zone)), links=tuple(links))


def _twice(text: Text, error: Exception) -> Refused:
    """One person says one thing of one update."""
    return Refused(text("works-said-already"))


JOURNEYS = (Journey("project-note", script, apply, title="works-note-title", conflict=_twice),)
