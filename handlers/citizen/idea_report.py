"""Saying that an idea should not be shown.  The subject is its id."""

from dataclasses import dataclass
from typing import Any

from bot.civic.proposals import REASONS
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice
from storage import idea_reports, ideas
from storage.ideas import Shown


@dataclass(frozen=True, slots=True)
class Report:
    """An idea, and why it should not be shown."""

    idea: Shown
    why: str


async def script(chat: Chat) -> Report | Done | Open:
    if chat.me.municipality is None:
        return Open("join")
    known = chat.subject.isdecimal()
    idea = await chat.read(ideas.find, int(chat.subject), chat.me.person) if known else None
    if idea is None or idea.municipality_id != chat.me.municipality:
        return Done(chat.text("idea-gone"), links=_links(chat.text))
    if idea.mine:
        return Done(chat.text("idea-yours"), links=_links(chat.text))
    if await chat.read(idea_reports.reported, idea.id, chat.me.person):
        return Done(chat.text("idea-reported-already"), links=_links(chat.text))
    reasons = [Choice(id, chat.text("idea-report-reason", why=id), wide=True) for id in REASONS]
    prompt = chat.text("idea-report-why", number=str(idea.number), title=idea.title)
    return Report(idea, await chat.choose("why", prompt, reasons))


async def apply(session: Any, me: Me, text: Text, result: Report | Done | Open) -> Outcome:
    if not isinstance(result, Report):
        return result
    await idea_reports.report(session, result.idea.id, me.person, result.why, me.now)
    return Done(text("idea-reported", number=str(result.idea.number)), links=_links(text))


def _links(text: Text) -> tuple[tuple[str, Open], ...]:
    return ((text("idea-to-list"), Open("ideas")),)


def _twice(text: Text, error: Exception) -> Refused:
    return Refused(text("idea-reported-already"))


JOURNEYS = (Journey("idea-report", script, apply, conflict=_twice),)
