"""The handbook for the coordinator: what waits, what has to be checked, how many voters there are.

The subject is a municipality ('': the person's own).
"""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from bot.civic.review import NotAllowed
from bot.content.handbook import MAIN, Entry, handbook
from bot.conversation import Chat
from bot.formats import day, figure
from bot.journey import Done, DueNow, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Choice, Html, Outgoing, Words, lines
from handlers.parts.rights_page import Shelf, late_entries
from storage import handbook as known
from storage import mail, places
from storage.conduct import By
from storage.due import Outdated
from storage.handbook import LOOK, Voters, confirmations, voters
from storage.recipients import Recipient, staff
from storage.staff import COORDINATOR, is_staff
from storage.tables.mail import NOTICE
from storage.today import office

WHOLE = "whole"
MOST = 5_000_000  # more voters than the country has
TOPIC = "rights"


async def script(chat: Chat) -> Done | Open:
    place, text = chat.subject or chat.me.municipality or "", chat.text
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(text("desk-not-yours"))
    shelf = Shelf.of(await chat.read(confirmations, place), chat.me.now, chat.me.zone)
    entries = handbook().entries(MAIN)
    hidden = [one for one in entries if one.uncertain and shelf.by(one) is None]
    counted = await chat.read(voters, place)
    said = lines(
        text("rights-desk-title"),
        _counted(text, chat.me.language, counted),
        text("rights-desk-hidden", count=len(hidden)),
        late_words(text, shelf, chat.me.language),
        by="\n\n",
    )
    choices = [
        Choice("rights-voters", text("rights-desk-voters"), wide=True),
        Choice("invite", text("rights-desk-invite"), wide=True),
        Choice("rights-confirmed", text("rights-desk-confirmed"), wide=True),
        Choice("rights", text("rights-desk-read"), wide=True),
    ]
    journey = await chat.choose("what", said, choices)
    return Open(journey, "" if journey == "rights" else place)


def late_words(text: Text, shelf: Shelf, language: str) -> Html:
    """The texts whose day has passed, the oldest first."""
    late = late_entries(shelf)
    if not late:
        return text("rights-desk-fresh")
    rows = (
        text("rights-desk-late-row", title=_title(one, language), day=day(shelf.review(one)))
        for one in late
    )
    return lines(text("rights-desk-late", count=len(late)), *rows)


def _title(entry: Entry, language: str) -> str:
    return (handbook().entry(entry.id, language) or entry).title


def _counted(text: Text, language: str, counted: Voters | None) -> Html:
    if counted is None:
        return text("rights-desk-no-voters")
    return text("rights-desk-counted", count=figure(counted.count, language), day=day(counted.on))


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of voters as the coordinator knows it."""

    municipality: str
    settlement: int | None
    voters: Voters


async def count_script(chat: Chat) -> Counted | Done:
    place, text = chat.subject or chat.me.municipality or "", chat.text
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(text("desk-not-yours"))
    villages = await chat.read(places.settlements, place)
    choices = [
        Choice(WHOLE, text("voters-whole"), wide=True),
        *(Choice(str(one.id), _read(chat, one.name)) for one in villages),
    ]
    where = await chat.choose("where", text("voters-where"), choices)
    count = await chat.number("count", text("voters-ask"), at_least=1, at_most=MOST) or 1
    today = chat.me.now.astimezone(chat.me.zone).date()

    def past(typed: str) -> str | None:
        return text("voters-future") if date.fromisoformat(typed) > today else None

    on = date.fromisoformat(await chat.date("on", text("voters-on"), past=True, check=past))
    return Counted(place, None if where == WHOLE else int(where), Voters(count, on))


async def count_apply(session: Any, me: Me, text: Text, result: Counted | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    by = By(me.person, result.municipality, me.now)
    try:
        await known.set_voters(session, by, result.settlement, result.voters)
    except NotAllowed:
        return Done(text("desk-not-yours"))
    return Done(text("voters-kept"), then=Open("rights-desk", result.municipality))


def _read(chat: Chat, name: dict[str, str]) -> str:
    return Words(name).read(chat.me.language, chat.me.main_language)


async def look(session: Any, row: DueNow, tools: Tools) -> None:
    """Once a month coordinators are told which texts have to be checked, if there are any."""
    place, now = await office(session, row.subject), tools.now()
    shelf = Shelf.of(await confirmations(session, row.subject), now, place.zone)
    if not late_entries(shelf):
        raise Outdated
    coordinators = await staff(session, row.subject, {COORDINATOR})
    await mail.post(session, [_letter(who, row.subject, shelf, tools) for who in coordinators])


def _letter(who: Recipient, place: str, shelf: Shelf, tools: Tools) -> dict[str, Any]:
    text = partial(tools.text, who.language)
    said = lines(text("rights-look"), late_words(text, shelf, who.language), by="\n\n")
    choices = (Choice(f"go:rights-desk:{place}", text("rights-desk"), wide=True),)
    menu = (Choice("!menu", text("core-menu")),)
    body = Outgoing(said, choices, menu).to_json()
    return mail.letter(who.bot, who.account_id, body, tools.now(), lane=NOTICE, topic=TOPIC)


JOURNEYS = (
    Journey("rights-desk", script, apply),
    Journey("rights-voters", count_script, count_apply),
)
DUE = {LOOK: look}
