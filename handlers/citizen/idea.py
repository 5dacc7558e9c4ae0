"""A new idea: title, text, category, place and photo, looked over before it is sent."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from storage import ideas
from storage.ideas import NewIdea

CATEGORIES = (
    "road",
    "water",
    "light",
    "waste",
    "park",
    "sport",
    "education",
    "health",
    "culture",
    "other",
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An idea in its author's words."""

    title: str
    text: str
    category: str
    place: tuple[float, float] | None
    photo: str


async def script(chat: Chat) -> Proposal | Open:
    if chat.me.municipality is None:
        return Open("join")
    title = await chat.ask("title", chat.text("idea-ask-title"), at_least=3, at_most=80)
    if other := await _same(chat, title):
        return Open("ideas", other)
    idea = Proposal(
        title,
        await chat.ask("text", chat.text("idea-ask-text"), at_least=20, at_most=1500),
        await _category(chat),
        await chat.place("place", chat.text("idea-ask-place"), optional=True),
        await chat.photo("photo", chat.text("idea-ask-photo"), optional=True),
    )
    await _agree(chat, idea)
    return idea


async def apply(session: Any, me: Me, text: Text, result: Proposal | Open) -> Outcome:
    if isinstance(result, Open):
        return result
    assert me.municipality is not None
    lat, lon = result.place or (None, None)
    new = NewIdea(
        me.municipality,
        me.settlement,
        me.person,
        result.title,
        result.text,
        me.language,
        result.category,
        lat,
        lon,
        result.photo or None,
        me.now,
    )
    number = await ideas.submit(session, new)
    links = (
        (text("idea-to-mine"), Open("ideas", "mine")),
        (text("idea-to-list"), Open("ideas")),
    )
    return Done(text("idea-thanks", number=str(number)), links=links)


async def _same(chat: Chat, title: str) -> str:
    """An idea like this one that the citizen would rather support; '' to go on with their own."""
    own = Choice("own", chat.text("idea-own"), wide=True)
    found = []
    if chat.answered("same") != own.id:  # once settled, comparing again would only cost time
        found = await chat.read(ideas.similar, chat.me.municipality, title)
        if not found:
            return ""
    alike = [
        Choice(
            str(idea.id),
            chat.text("idea-row", number=str(idea.number), title=idea.title),
            wide=True,
        )
        for idea in found
    ]
    chosen = await chat.choose("same", chat.text("idea-same"), [*alike, own])
    return "" if chosen == own.id else chosen


async def _category(chat: Chat) -> str:
    choices = [Choice(id, chat.text("idea-category", category=id)) for id in CATEGORIES]
    return await chat.choose("category", chat.text("idea-ask-category"), choices)


async def _agree(chat: Chat, idea: Proposal) -> None:
    """Show the whole idea once more; each part can be changed without losing the others."""
    choices = [
        Choice("send", chat.text("idea-send"), wide=True),
        Choice("change", chat.text("idea-change"), wide=True),
    ]
    if await chat.confirm("agreed", _overview(chat, idea), choices) == "send":
        return
    parts = [
        Choice("title", chat.text("idea-part-title")),
        Choice("text", chat.text("idea-part-text")),
        Choice("category", chat.text("idea-part-category")),
        Choice("place", chat.text("idea-part-place")),
        Choice("photo", chat.text("idea-part-photo")),
    ]
    part = await chat.choose("part", chat.text("idea-change-what"), parts)
    chat.edit("part", *(("title", "same") if part == "title" else (part,)))


def _overview(chat: Chat, idea: Proposal) -> Html:
    return lines(
        chat.text("idea-overview"),
        lines(chat.text("idea-heading", title=idea.title), idea.text),
        lines(
            chat.text("idea-category-line", category=idea.category),
            chat.text("idea-with-place") if idea.place else chat.text("idea-without-place"),
            chat.text("idea-with-photo") if idea.photo else chat.text("idea-without-photo"),
        ),
        by="\n\n",
    )


JOURNEYS = (Journey("idea", script, apply, title="idea-name"),)
