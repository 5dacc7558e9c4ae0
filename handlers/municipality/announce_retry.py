"""An announcement once more for those whom it did not reach.  The subject is the campaign's id."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.announce_end import held, refusal
from handlers.parts.announce_words import euros
from storage import campaign_fates, campaigns, spending
from storage.campaign_fates import Written
from storage.campaigns import NewCampaign
from storage.log import note
from storage.staff import is_staff
from storage.tables.mail import ANNOUNCEMENT, RETRY
from storage.tables.topics import NEWS


@dataclass(frozen=True, slots=True)
class Again:
    """The campaign, and how the letters ended that are sent once more."""

    first: Written
    states: list[str]


async def script(chat: Chat) -> Again | Done | Open:
    known = chat.subject.isdecimal()
    first = await chat.read(campaign_fates.find, int(chat.subject)) if known else None
    if first is None or first.kind != ANNOUNCEMENT:
        return Done(chat.text("announce-not-staff"))
    if not await chat.read(is_staff, chat.me.person, first.municipality_id):
        return Done(chat.text("announce-not-staff"))
    counts = await chat.read(campaign_fates.retryable, first.id)
    report = Open("announce-report", str(first.id))
    if not counts or first.state not in ("done", "stopped"):
        return Done(chat.text("announce-nothing-to-retry"), then=report)
    choices = [
        Choice(state, _state(chat.text, state, counts[state]), wide=True) for state in counts
    ]
    prompt = lines(
        chat.text("announce-retry"),
        chat.text("announce-may-double") if "unknown" in counts else "",
        by="\n\n",
    )
    states = await chat.pick_many("states", prompt, choices)
    yes = Choice("yes", chat.text("announce-yes"), wide=True)
    no = Choice("no", chat.text("announce-to-report"), wide=True)
    sure = lines(*[_state(chat.text, state, counts[state]) for state in states])
    cost = await _cost(chat, first, states)
    asked = lines(sure, cost, chat.text("announce-sure"), by="\n\n")
    if await chat.confirm("sure", asked, (yes, no)) == "no":
        return report
    return Again(first, states)


def _state(text: Text, state: str, count: int) -> Html:
    return {
        "refused": text("announce-retry-refused", count=count),
        "failed": text("announce-retry-failed", count=count),
        "unknown": text("announce-retry-unknown", count=count),
    }[state]


async def _cost(chat: Chat, first: Written, states: list[str]) -> Html:
    terms = await chat.read(spending.terms, first.municipality_id)
    if not terms.price:
        return Html("")
    at = await chat.read(campaigns.goes_out, first.municipality_id, chat.me.now)
    missed = _missed(first, states)
    cost = await chat.read(spending.estimate, missed, terms, first.bodies, at)
    spent = await chat.read(spending.spent, terms, chat.me.now)
    return chat.text("announce-costs", cost=euros(cost), spent=euros(spent))


def _missed(first: Written, states: list[str]) -> dict[str, Any]:
    return {"missed": [first.id, states]}


async def apply(session: Any, me: Me, text: Text, result: Again | Done | Open) -> Outcome:
    if not isinstance(result, Again):
        return result
    first, place = result.first, result.first.municipality_id
    if not await is_staff(session, me.person, place):
        return Done(text("announce-not-staff"))
    await spending.lock(session, place)
    audience = _missed(first, result.states)
    terms = await spending.terms(session, place)
    at = await campaigns.goes_out(session, place, me.now)
    cost = await spending.estimate(session, audience, terms, first.bodies, at)
    if await spending.too_dear(session, terms, cost, me.now):
        return Done(refusal(text, "ceiling"), then=Open("announce-report", str(first.id)))
    new = NewCampaign(
        place,
        RETRY,
        first.bodies,
        audience,
        topic=NEWS,
        made_by=me.person,
        follows=first.id,
        cost=cost,
    )
    id = await campaigns.create(session, new, me.now, hold_until=at)
    subject = f"campaign:{id}"
    await note(session, "announce", me.now, person=me.person, municipality=place, subject=subject)
    return await held(session, me, text, id)


JOURNEYS = (Journey("announce-retry", script, apply),)
