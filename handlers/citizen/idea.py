"""A new idea: what is needed first, the rest if its author wants, looked over before it is sent."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.civic.amounts import Amount
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines
from handlers.parts.idea_page import categories, cost_line, place_line, zone_line
from handlers.parts.idea_rules import ask_zone, entitled, too_dear, zone_for
from handlers.parts.phases import moment
from storage import idea_drafts, ideas, own_ideas
from storage.ideas import NewIdea
from storage.own_ideas import TooMany, taking
from storage.votes import Vote

PHOTOS = ("photo", "photo-2", "photo-3")
PARTS = {"title": ("title", "same"), "text": ("text",), "category": ("category",)}
"""The parts that every idea has, with the questions they are asked by."""


@dataclass(slots=True)
class Proposal:
    """An idea in its author's words; `vote` is its edition, `age` was told just now."""

    vote: Vote | None
    age: int
    title: str
    text: str
    category: str
    zone: str = ""
    place: tuple[float, float] | str | None = None
    photos: list[str] = field(default_factory=list)
    cost: Amount | None = None
    beneficiaries: str = ""


async def script(chat: Chat) -> Proposal | Done | Open:
    if chat.me.municipality is None:
        return Open("join")
    vote = await chat.read(taking, chat.me.municipality, chat.me.received)
    age = await entitled(chat, vote) if vote else 0
    if isinstance(age, Done):
        return age
    title = await chat.ask("title", chat.text("idea-ask-title"), at_least=3, at_most=80)
    if other := await _same(chat, title, vote):
        return Open("idea-support", other)
    text = await chat.ask("text", chat.text("idea-ask-text"), at_least=20, at_most=1500)
    category = await chat.choose("category", chat.text("idea-ask-category"), categories(chat.text))
    idea = Proposal(vote, age, title, text, category)
    if vote:
        idea.zone = await zone_for(chat, vote)
    for part, ask in EXTRAS.items():
        if chat.answered(part) is not None:
            await ask(chat, idea)
    await _agree(chat, idea)
    return idea


async def apply(session: Any, me: Me, text: Text, result: Proposal | Done | Open) -> Outcome:
    if not isinstance(result, Proposal):
        await idea_drafts.forget(session, me.person)
        return result
    try:
        id, number = await own_ideas.propose(session, _new(me, result), result.vote)
    except TooMany:
        assert result.vote and result.vote.edition
        return Done(text("idea-enough", count=result.vote.edition.each))
    if result.age:
        await own_ideas.grown(session, me.person, result.age)
    await idea_drafts.forget(session, me.person)
    links = (
        (text("idea-share"), Open("idea-share", str(id))),
        (text("idea-to-mine"), Open("ideas", "mine")),
        (text("idea-to-list"), Open("ideas")),
    )
    return Done(
        lines(text("idea-thanks", number=str(number)), _onward(me, text, result.vote), by="\n\n"),
        links=links,
    )


def _onward(me: Me, text: Text, vote: Vote | None) -> Html:
    """What happens with a new idea."""
    if vote is None or vote.edition is None:
        return text("idea-now-standing")
    dates, needed = vote.edition.calendar, vote.edition.support
    if needed:
        until = moment(me, dates.propose_until)
        return text("idea-now-gathering", count=needed, until=until)
    return text("idea-now-reviewed", until=moment(me, dates.review_until))


def _new(me: Me, idea: Proposal) -> NewIdea:
    assert me.municipality is not None
    lat, lon = idea.place if isinstance(idea.place, tuple) else (None, None)
    return NewIdea(
        me.municipality,
        me.settlement,
        me.person,
        idea.title,
        idea.text,
        me.language,
        idea.category,
        lat,
        lon,
        idea.photos[0] if idea.photos else None,
        me.now,
        place=idea.place if isinstance(idea.place, str) else "",
        photos=tuple(idea.photos[1:]),
        zone=idea.zone,
        cost=idea.cost,
        beneficiaries=idea.beneficiaries,
    )


async def _same(chat: Chat, title: str, vote: Vote | None) -> str:
    """An idea like this one that the citizen would rather support; '' to go on with their own."""
    own = Choice("own", chat.text("idea-own"), wide=True)
    found = []
    if chat.answered("same") != own.id:  # once settled, comparing again would only cost time
        edition = vote.id if vote else None
        found = await chat.read(ideas.similar, chat.me.municipality, title, edition)
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


async def _place(chat: Chat, idea: Proposal) -> None:
    idea.place = await chat.where("place", chat.text("idea-ask-place"), optional=True)


async def _photos(chat: Chat, idea: Proposal) -> None:
    """Up to three, one after the other, until one is skipped."""
    prompts = (chat.text("idea-ask-photo"), *[chat.text("idea-ask-photo-more")] * 2)
    idea.photos = []
    for name, prompt in zip(PHOTOS, prompts, strict=True):
        photo = await chat.photo(name, prompt, optional=True, another=bool(idea.photos))
        if not photo:
            return
        idea.photos.append(photo)


async def _cost(chat: Chat, idea: Proposal) -> None:
    def check(cost: int) -> Html | None:
        return too_dear(chat, idea.vote, idea.zone, cost)

    prompt = chat.text("idea-ask-cost")
    idea.cost = await chat.number("cost", prompt, at_least=1, optional=True, check=check)


async def _benefit(chat: Chat, idea: Proposal) -> None:
    prompt = chat.text("idea-ask-benefit")
    idea.beneficiaries = await chat.ask("benefit", prompt, at_most=300, optional=True)


async def _zone(chat: Chat, idea: Proposal) -> None:
    if idea.vote:
        idea.zone = await ask_zone(chat, idea.vote)


EXTRAS: dict[str, Callable[[Chat, Proposal], Awaitable[None]]] = {
    "zone": _zone,
    "place": _place,
    "photo": _photos,
    "cost": _cost,
    "benefit": _benefit,
}
"""What is asked only of authors who want to tell it, each by the question of its name."""


async def _agree(chat: Chat, idea: Proposal) -> None:
    """Show the whole idea once more; each part can be added or changed, the others stay."""
    # With the edition in its name: what was agreed to for one holds for no other.
    agreed = f"agreed-{idea.vote.id}" if idea.vote else "agreed"
    part = chat.answered("part")
    if part in EXTRAS and chat.answered(agreed) is None:  # its old answer is out of the way
        await _part(chat, idea)
        await EXTRAS[part](chat, idea)
        chat.edit("part")
    choices = [
        Choice("send", chat.text("idea-send"), wide=True),
        Choice("change", chat.text("idea-change"), wide=True),
    ]
    if await chat.confirm(agreed, await _overview(chat, idea), choices) == "send":
        return
    part = await _part(chat, idea)
    if part in EXTRAS:
        chat.edit(*(PHOTOS if part == "photo" else (part,)))
    chat.edit("part", *PARTS[part])


async def _part(chat: Chat, idea: Proposal) -> str:
    """What to add or to change; first what is not there yet."""
    several = idea.vote is not None and len(idea.vote.rules.pots) > 1
    parts = [
        Choice("place", chat.text("idea-part-place")),
        Choice("photo", chat.text("idea-part-photo")),
        Choice("cost", chat.text("idea-part-cost")),
        Choice("benefit", chat.text("idea-part-benefit")),
        Choice("title", chat.text("idea-part-title")),
        Choice("text", chat.text("idea-part-text")),
        Choice("category", chat.text("idea-part-category")),
        *([Choice("zone", chat.text("idea-part-zone"))] if several else []),
    ]
    return await chat.choose("part", chat.text("idea-change-what"), parts)


async def _overview(chat: Chat, idea: Proposal) -> Html:
    words, text = isinstance(idea.place, str), chat.text
    photos = len(idea.photos)
    return lines(
        text("idea-overview"),
        lines(text("idea-heading", title=idea.title), idea.text),
        lines(
            text("idea-category-line", category=idea.category),
            await zone_line(chat, idea.vote, idea.zone),
            place_line(text, str(idea.place) if words else "", idea.place is not None),
            text("idea-photos", count=photos) if photos else "",
            cost_line(text, idea.cost),
            text("idea-benefit", who=idea.beneficiaries) if idea.beneficiaries else "",
        ),
        lines(
            "" if idea.place and photos else text("idea-better"),
            _goes(chat, idea.vote),
        ),
        by="\n\n",
    )


def _goes(chat: Chat, vote: Vote | None) -> Html:
    """Where it will be sent."""
    if vote is None or vote.edition is None:
        return chat.text("idea-goes-standing")
    name = Words(vote.name).read(chat.me.language, chat.me.main_language)
    until = moment(chat.me, vote.edition.calendar.propose_until)
    return chat.text("idea-goes-edition", name=name, until=until)


async def _kept(session: Any, me: Me, /, *, begun: bool) -> None:
    if me.municipality:
        when: tuple[datetime, Any] = (me.now, me.zone)
        await idea_drafts.remind(session, me.person, me.municipality, when, begun)


JOURNEYS = (Journey("idea", script, apply, title="idea-name", kept=_kept),)
