"""Everybody learns what was decided, once.  The subject is a call's id."""

from dataclasses import dataclass
from typing import Any

from bot.civic.admission import Days
from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html
from handlers.parts.admission_words import run_by, to_call
from storage import admission_cohort, staff
from storage.admission import Call


@dataclass(frozen=True, slots=True)
class Told:
    """Everybody is to learn the decisions."""

    call: Call


async def script(chat: Chat) -> Told | Done | Open:
    call = await run_by(chat)
    if isinstance(call, Done):
        return call
    counted = await chat.read(admission_cohort.figures, call)
    choices = (
        Choice("yes", chat.text("admission-tell-yes"), wide=True),
        Choice("no", chat.text("admission-tell-no"), wide=True),
    )
    numbers = {"accepted": counted.accepted, "reserve": counted.reserve}
    prompt = chat.text("admission-tell-sure", declined=counted.declined, **numbers)
    if await chat.confirm("sure", prompt, choices) == "no":
        return Open("admission-call", str(call.id))
    return Told(call)


async def apply(session: Any, me: Me, text: Text, result: Told | Done | Open) -> Outcome:
    if not isinstance(result, Told):
        return result
    id = result.call.id
    if not await staff.is_staff(session, me.person, result.call.municipality):
        return Done(text("desk-not-yours"))
    try:
        count = await admission_cohort.tell(session, id, me.person, me.now)
    except NotAllowed as error:
        return Done(_refused(text, error.why, result.call.days), links=(to_call(text, id),))
    return Done(text("admission-told", count=count), links=(to_call(text, id),))


def _refused(text: Text, why: str, days: Days) -> Html:
    reasons = {
        "told": text("admission-told-already"),
        "open": text("admission-still-open", day=day(days.last)),
        "over": text("admission-is-over", day=day(days.ends)),
        "undecided": text("admission-not-all"),
    }
    return reasons.get(why, text("admission-changed"))


JOURNEYS = (Journey("admission-tell", script, apply),)
