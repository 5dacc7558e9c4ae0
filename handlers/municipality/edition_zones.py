"""Zones of a draft, each with its own money and settlements.

The subject of `edition-zones` is the edition's id, that of `edition-zone` "12:z1".
"""

from dataclasses import dataclass, replace
from typing import Any

from bot.civic.checks import Part, Plan, whole
from bot.civic.settings import carved, given_back, with_zone
from bot.conversation import Chat
from bot.formats import listed, money
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, Words
from handlers.parts import edition_problems
from handlers.parts.edition_access import held, names
from storage import edition_changes, editions
from storage.conduct import By, NotNow
from storage.edition_changes import Impossible
from storage.places import Village, settlements
from storage.votes import Vote

MOST_MONEY = 10**9  # lari
LONGEST = 60  # characters of a name


@dataclass(frozen=True, slots=True)
class Redrawn:
    """The plan with a zone added, changed or removed; `forget` is what to ask again if refused."""

    vote: Vote
    plan: Plan
    names: dict[str, str]
    forget: tuple[str, ...]
    then: Open


async def script(chat: Chat) -> Redrawn | Done | Open:
    """The zones; one of them, or a new one."""
    vote = await held(chat)
    if vote is None:
        return Done(chat.text("edition-not-yours"))
    plan = await chat.read(editions.plan_of, vote)
    villages = await chat.read(settlements, vote.municipality)
    chosen = await chat.choose("zone", *_page(chat, plan, bool(villages)))
    if chosen == "back":
        return Open("edition-desk", str(vote.id))
    if chosen != "add":
        return Open("edition-zone", f"{vote.id}:{chosen}")
    title = await chat.ask("name", chat.text("edition-zone-name"), at_least=2, at_most=LONGEST)
    pot = await _pot(chat, plan)
    places = await _places(chat, plan, villages, "")
    free = next(f"z{n}" for n in range(1, len(plan.zones) + 2) if f"z{n}" not in plan.zones)
    new = carved(plan, free, Part({chat.me.main_language: title}, places), pot)
    then = Open("edition-zones", str(vote.id))
    return Redrawn(vote, new, await names(chat, vote, new), ("pot", "places"), then)


def _page(chat: Chat, plan: Plan, possible: bool) -> tuple[Html, list[Choice]]:
    text = chat.text
    rows = [
        Choice(
            code,
            text(
                "edition-zone-row",
                name=_read(chat.me, part),
                pot=money(whole(plan.rules.pots.get(code, 0))),
                places=len(part.settlements),
            ),
            wide=True,
        )
        for code, part in plan.zones.items()
    ]
    add = [Choice("add", text("edition-zone-add"), wide=True)] if possible else []
    back = Choice("back", text("edition-back"), wide=True)
    if not possible:
        return text("edition-zone-no-places"), [back]
    return text("edition-zones") if rows else text("edition-zones-none"), [*rows, *add, back]


async def look(chat: Chat) -> Redrawn | Done | Open:
    """One zone, and what of it changes."""
    vote = await held(chat)
    code = chat.subject.partition(":")[2]
    plan = await chat.read(editions.plan_of, vote) if vote else None
    if vote is None or plan is None or code not in plan.zones:
        return Done(chat.text("edition-not-yours"))
    villages = await chat.read(settlements, vote.municipality)
    act = await chat.choose("act", _card(chat, plan, code, villages), _acts(chat.text, plan, code))
    if act == "back":
        return Open("edition-zones", str(vote.id))
    new = await _changed(chat, plan, villages, (code, act))
    then = Open("edition-zones", str(vote.id))
    if act != "remove":
        then = Open("edition-zone", f"{vote.id}:{code}")
    forget = ("act",) if act == "remove" else (act,)
    return Redrawn(vote, new, await names(chat, vote, plan), forget, then)


def _card(chat: Chat, plan: Plan, code: str, villages: list[Village]) -> Html:
    part = plan.zones[code]
    called = {v.id: Words(v.name).read(chat.me.language, chat.me.main_language) for v in villages}
    return chat.text(
        "edition-zone",
        name=_read(chat.me, part),
        pot=money(whole(plan.rules.pots.get(code, 0))),
        places=listed(called[id] for id in part.settlements),
    )


def _acts(text: Text, plan: Plan, code: str) -> list[Choice]:
    most = plan.rules.limits(code)[1]
    return [
        Choice("name", text("edition-zone-edit-name")),
        Choice("pot", text("edition-zone-edit-pot")),
        Choice("places", text("edition-zone-edit-places")),
        Choice("most", text("edition-zone-edit-most", most=most)),
        Choice("remove", text("edition-zone-remove"), wide=True),
        Choice("back", text("edition-back"), wide=True),
    ]


async def _changed(chat: Chat, plan: Plan, villages: list[Village], wish: tuple[str, str]) -> Plan:
    code, act = wish
    part, rules = plan.zones[code], plan.rules
    pot = whole(rules.pots.get(code, 0))
    match act:
        case "name":
            ask = chat.text("edition-zone-name")
            title = await chat.ask("name", ask, at_least=2, at_most=LONGEST)
            named = {**part.name, chat.me.main_language: title}
            return with_zone(plan, code, replace(part, name=named), pot)
        case "pot":
            return carved(plan, code, part, await _pot(chat, plan))
        case "places":
            places = await _places(chat, plan, villages, code)
            return with_zone(plan, code, replace(part, settlements=places), pot)
        case "most":
            most = await chat.number("most", chat.text("edition-zone-most"), at_least=1, at_most=50)
            limits = {**rules.picks, code: (1, most or 1)}
            return replace(plan, rules=replace(rules, picks=limits))
    return given_back(plan, code)


async def _pot(chat: Chat, plan: Plan) -> int:
    ask = chat.text("edition-zone-pot", left=money(whole(plan.rules.pots.get("", 0))))
    return await chat.number("pot", ask, at_least=1, at_most=MOST_MONEY) or 0


async def _places(chat: Chat, plan: Plan, villages: list[Village], code: str) -> tuple[int, ...]:
    """Settlements of this zone: those that no other one has."""
    taken = {id for other, part in plan.zones.items() if other != code for id in part.settlements}
    choices = [
        Choice(str(v.id), Words(v.name).read(chat.me.language, chat.me.main_language))
        for v in villages
        if v.id not in taken
    ]
    picked = await chat.pick_many("places", chat.text("edition-zone-places"), choices)
    return tuple(sorted(map(int, picked)))


def _read(me: Me, part: Part) -> str:
    return Words(part.name).read(me.language, me.main_language)


async def apply(session: Any, me: Me, text: Text, result: Redrawn | Done | Open) -> Outcome:
    if not isinstance(result, Redrawn):
        return result
    vote = result.vote
    try:
        by = By(me.person, vote.municipality, me.now)
        await edition_changes.change(session, vote.id, by, result.plan)
    except Impossible as refused:
        page = edition_problems.page(text, refused.problems, result.names)
        return Refused(page, forget=result.forget)
    except NotNow:
        return Done(text("edition-state"), then=Open("edition-desk", str(vote.id)))
    return Done(text("edition-changed"), then=result.then)


JOURNEYS = (Journey("edition-zones", script, apply), Journey("edition-zone", look, apply))
