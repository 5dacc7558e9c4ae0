"""The picks, zone by zone: what may be picked, read back together, confirmed once."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation import Chat
from bot.formats import money
from bot.messages import Choice, Html, lines, safe
from handlers.parts.ballot_page import choice, line, notes, read
from storage import ballots, votes
from storage.votes import Item, Vote

NUDGE = 3
"""So many picks are recommended: whoever names one project only often ends with none."""


@dataclass(frozen=True, slots=True)
class Part:
    """The projects of one zone in the voter's own order, and how many of them may be picked."""

    zone: str
    name: Html
    items: Sequence[Item]
    least: int
    most: int

    @property
    def question(self) -> str:
        return question(self.zone)


def question(zone: str) -> str:
    """Under which name the picks of a zone are asked."""
    return f"picks-{zone}" if zone else "picks"


async def zone_of(chat: Chat, vote: Vote) -> str:
    """The part of the municipality with its own pot in which this person votes."""
    known = await chat.read(votes.zones, vote.id)
    settled = await chat.read(votes.zone_of, vote.id, chat.me.settlement)
    if not known or settled is not None:
        return settled or votes.WHOLE
    choices = [Choice(code, read(chat.me, name)) for code, name in known.items()]
    return await chat.choose("zone", chat.text("vote-zone"), choices)


async def picked(chat: Chat, vote: Vote, zone: str) -> list[str]:
    """The voter's zone first, then the whole municipality; either may be left out, not both."""
    items = await chat.read(votes.projects, vote.id, list({votes.WHOLE, zone}))
    parts = await _parts(chat, vote, zone, items)
    chosen: dict[str, list[str]] = {}
    for step, part in enumerate(parts, 1):
        told = notes(chat, items) if step == 1 else ""
        head = lines(told, _step(chat, vote, part, step) if len(parts) > 1 else "", by="\n\n")
        asked = lines(chat.text("vote-pick", most=part.most), _hint(chat, part, step))
        ask = lines(head, asked, by="\n\n")
        optional = step < len(parts) or any(chosen.values())
        chosen[part.question] = await _picks(chat, part, ask, optional)
    await _confirmed(chat, parts, chosen)
    return [pick for picks in chosen.values() for pick in picks]


async def _parts(chat: Chat, vote: Vote, zone: str, items: Sequence[Item]) -> list[Part]:
    shown = [item for item in items if item.withdrawn is None]
    mixed = await chat.read(ballots.order, vote, chat.me.person, shown)
    names = await chat.read(votes.zones, vote.id)
    parts = []
    for code in dict.fromkeys((zone, votes.WHOLE)):
        mine = [item for item in mixed if item.zone == code]
        least, most = vote.rules.limits(code)
        name = safe(read(chat.me, names[code])) if code else chat.text("vote-whole")
        parts.append(Part(code, name, mine, min(least, len(mine)), most))
    return [part for part in parts if part.items] or parts[:1]


def _step(chat: Chat, vote: Vote, part: Part, step: int) -> Html:
    pot = money(round(vote.rules.pots[part.zone]))
    return chat.text("vote-step", step=str(step), name=part.name, money=pot)


def _hint(chat: Chat, part: Part, step: int) -> Html:
    if chat.picks(part.question):
        return chat.text("vote-not-yet")
    return chat.text("vote-order") if step == 1 else Html("")


async def _picks(chat: Chat, part: Part, prompt: Html, optional: bool) -> list[str]:
    choices = [choice(chat.me, item) for item in part.items]
    if part.most == 1:  # a tap is enough
        pick = await chat.choose(part.question, prompt, choices, optional=optional)
        return [pick] if pick else []
    return await chat.pick_many(
        part.question,
        prompt,
        choices,
        at_least=part.least,
        at_most=part.most,
        optional=optional,
        summary=lambda picks: lines(_named(chat, part, picks), chat.text("vote-not-yet")),
    )


def _named(chat: Chat, part: Part, picks: Sequence[str]) -> Html:
    """Read back by number and name, in the order of the poster."""
    items = sorted(part.items, key=lambda item: item.number)
    return lines(*(line(chat, item) for item in items if str(item.number) in picks))


async def _confirmed(chat: Chat, parts: Sequence[Part], chosen: dict[str, list[str]]) -> None:
    """Everything on one page; a no changes one part and keeps the other."""
    alone = len(parts) == 1
    told = [
        lines(
            "" if alone else Html(f"<b>{step}. {part.name}</b>"),
            _named(chat, part, chosen[part.question]) or chat.text("vote-none-picked"),
        )
        for step, part in enumerate(parts, 1)
    ]
    told.append(_nudge(chat, parts, sum(map(len, chosen.values()))))
    page = chat.text("vote-sure", picks=lines(*told, by="\n\n"))
    changes = [
        Choice(f"edit-{step}", chat.text("vote-edit-step", step=str(step)))
        for step in range(1, len(parts) + 1)
    ]
    if alone:
        changes = [Choice("no", chat.text("vote-edit"))]
    yes = Choice("yes", chat.text("vote-yes"), wide=True)
    answer = await chat.confirm("sure", page, (yes, *changes))
    if answer != "yes":
        chat.edit(parts[0 if alone else int(answer.removeprefix("edit-")) - 1].question)


def _nudge(chat: Chat, parts: Sequence[Part], picked: int) -> Html:
    """One line for those who picked a single project of many; it stops nobody."""
    enough = min(NUDGE, sum(min(part.most, len(part.items)) for part in parts))
    return chat.text("vote-nudge", count=enough) if picked == 1 < enough else Html("")
