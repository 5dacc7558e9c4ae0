"""An edition from five answers.  The subject is the municipality; '' means one's own."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.civic.checks import Part, Plan, Problem, problems
from bot.civic.template import Answers, planned
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, lines
from handlers.parts import edition_lines, edition_problems
from handlers.parts.dates import ahead, read_day
from storage import edition_changes
from storage.edition_changes import Impossible, NewEdition
from storage.places import Village, settlements
from storage.staff import is_staff

YEAR = re.compile(r"\b20\d\d\b")
LONGEST = 80  # characters of a name
MOST_MONEY = 10**9  # lari


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the coordinator has read back and confirmed; `zones_next`: the zones are listed now."""

    new: NewEdition
    names: dict[str, str]
    zones_next: bool


async def script(chat: Chat) -> Wanted | Done:
    place = chat.subject or chat.me.municipality or ""
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(chat.text("edition-not-yours"))
    villages = await chat.read(settlements, place)
    name = await _name(chat)
    money = await chat.number("money", chat.text("edition-ask-money"), at_most=MOST_MONEY)
    parts = await _parts(chat, villages)
    first = read_day(await _day(chat, "first", chat.text("edition-ask-first")))
    assert money is not None and first is not None
    ask_voting = chat.text("edition-ask-voting", first=day(first))
    voting = read_day(await _day(chat, "voting", ask_voting))
    assert voting is not None
    year = int(YEAR.findall(name)[-1])
    zones = _zones(villages) if parts == "each" else {}
    plan = planned(Answers(year, money, zones, first, voting), chat.me.zone)
    names = edition_problems.names_of(chat.text, chat.me, plan, villages)
    await _read_back(chat, plan, name, names)
    new = NewEdition(place, {chat.me.main_language: name}, {}, plan)
    return Wanted(new, names, parts == "later")


async def _name(chat: Chat) -> str:
    def check(said: str) -> Html | None:
        return None if YEAR.search(said) else chat.text("edition-no-year")

    next_year = (chat.me.now + timedelta(days=365)).astimezone(chat.me.zone).year
    example = chat.text("edition-example", year=str(next_year))
    prompt = chat.text("edition-ask-name", example=example)
    return await chat.ask("name", prompt, at_least=6, at_most=LONGEST, check=check)


async def _parts(chat: Chat, villages: list[Village]) -> str:
    choices = [Choice("whole", chat.text("edition-parts-whole"), wide=True)]
    if len(villages) > 1:
        each = chat.text("edition-parts-each", count=len(villages))
        choices.append(Choice("each", each, wide=True))
        choices.append(Choice("later", chat.text("edition-parts-later"), wide=True))
    return await chat.choose("parts", chat.text("edition-ask-parts"), choices)


def _zones(villages: list[Village]) -> dict[str, Part]:
    return {f"z{number}": Part(v.name, (v.id,)) for number, v in enumerate(villages, 1)}


async def _day(chat: Chat, name: str, prompt: Html) -> str:
    return await chat.ask(name, prompt, at_most=20, check=ahead(chat.text, chat.me))


async def _read_back(chat: Chat, plan: Plan, name: str, names: dict[str, str]) -> None:
    """Everything that would be saved, what is wrong with it, and the way back to each answer."""
    text, me = chat.text, chat.me
    found = problems(plan, me.now, me.zone)
    told = lines(text("rules-head", name=name), edition_lines.page(text, me, plan), by="\n\n")
    prompt = lines(
        text("edition-read-back", lines=told),
        edition_problems.page(text, found, names),
        by="\n\n",
    )
    chosen = await chat.confirm("sure", prompt, _choices(text, found))
    if chosen != "yes":
        chat.edit(chosen)


def _choices(text: Text, found: list[Problem]) -> list[Choice]:
    """What is impossible cannot be saved; a warning can be lived with."""
    edits = [
        Choice("name", text("edition-edit-name")),
        Choice("money", text("edition-edit-money")),
        Choice("parts", text("edition-edit-parts")),
        Choice("first", text("edition-edit-first")),
        Choice("voting", text("edition-edit-voting")),
    ]
    if any(not problem.warning for problem in found):
        return edits
    save = text("edition-save-anyway") if found else text("edition-save")
    return [Choice("yes", save, wide=True), *edits]


async def apply(session: Any, me: Me, text: Text, result: Wanted | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    place = result.new.municipality
    if not await is_staff(session, me.person, place):
        return Done(text("edition-not-yours"))
    try:
        id = await edition_changes.create(session, result.new, me.person, me.now)
    except Impossible as refused:
        page = edition_problems.page(text, refused.problems, result.names)
        return Refused(page, forget=("voting",))
    journey = "edition-zones" if result.zones_next else "edition-desk"
    return Done(text("edition-saved"), then=Open(journey, str(id)))


JOURNEYS = (Journey("edition-new", script, apply, title="edition-title"),)
