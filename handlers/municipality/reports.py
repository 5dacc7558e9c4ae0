"""Ideas that people reported, one decision after the other.  The subject is the municipality."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Picture, lines
from handlers.parts import idea_page as page
from storage import idea_reports, ideas
from storage.conduct import By
from storage.idea_reports import Judged, Pending
from storage.ideas import Shown
from storage.staff import is_staff

SHORTEST = 20  # letters of a reason


@dataclass(frozen=True, slots=True)
class Decision:
    """What a coordinator has decided about an idea, and why."""

    municipality: str
    idea: Shown
    hide: bool
    reason: str


async def script(chat: Chat) -> Decision | Done:
    place = chat.subject or chat.me.municipality or ""
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(chat.text("desk-not-yours"))
    waiting = await chat.read(idea_reports.pending, place, chat.me.person)
    idea = await _next(chat, waiting)
    if idea is None:
        return Done(chat.text("reports-none"), links=_desk(chat.text, place))
    name = str(idea.id)  # a decision is about one idea; the next one is asked anew
    if idea.photo:
        chat.say(f"photo-{name}", Html(""), Picture(idea.photo))
    act = await chat.choose(f"act-{name}", await _told(chat, idea, waiting), _choices(chat))
    prompt = chat.text("reports-why-hide") if act == "hide" else chat.text("reports-why-leave")
    reason = await chat.ask(f"reason-{name}", prompt, at_least=SHORTEST, at_most=500)
    return Decision(place, idea, act == "hide", reason)


async def _next(chat: Chat, waiting: list[Pending]) -> Shown | None:
    return await chat.read(ideas.find, waiting[0].idea_id, chat.me.person) if waiting else None


async def _told(chat: Chat, idea: Shown, waiting: list[Pending]) -> Html:
    """The idea as everybody sees it, and how often it was reported for what; nobody's name."""
    text, first = chat.text, waiting[0]
    why = [
        text("reports-reason", why=why, count=count) for why, count in first.reasons.most_common()
    ]
    return lines(
        text("reports-title", count=len(waiting)),
        lines(
            text("idea-heading-numbered", number=str(idea.number), title=idea.title),
            idea.text,
            page.place_line(text, idea.place, idea.lat is not None),
        ),
        lines(text("reports-since", date=day(first.first_at, chat.me.zone)), *why),
        by="\n\n",
    )


def _choices(chat: Chat) -> list[Choice]:
    return [
        Choice("leave", chat.text("reports-leave"), wide=True),
        Choice("hide", chat.text("reports-hide"), wide=True),
    ]


def _desk(text: Text, place: str) -> tuple[tuple[str, Open], ...]:
    return ((text("reports-to-desk"), Open("desk", place)),)


async def apply(session: Any, me: Me, text: Text, result: Decision | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    place = result.municipality
    if not await is_staff(session, me.person, place):
        return Done(text("desk-not-yours"))
    by = By(me.person, place, me.now)
    try:
        await idea_reports.decide(session, result.idea.id, by, result.hide, result.reason)
    except Judged:
        return Done(text("reports-judged"), links=_desk(text, place))
    number = str(result.idea.number)
    told = text("reports-hidden", number=number)
    if not result.hide:
        told = text("reports-left", number=number)
    return Done(told, then=Open("reports", place))


JOURNEYS = (Journey("reports", script, apply),)
