"""Applying for a cohort: who will read it and until when, the questions, and an overview.

The subject is the call's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.admission import KEPT
from bot.civic.review import NotAllowed
from bot.civic.survey.interview import Interview
from bot.civic.survey.sitting import Sitting
from bot.conversation import Chat
from bot.formats import day, listed
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, Words, lines
from handlers.parts.admission_words import number, offer, today
from handlers.parts.learning import home
from handlers.parts.survey_asking import hold
from handlers.parts.survey_overview import begun, length, look_over
from handlers.parts.survey_words import shown
from storage import admission, admission_forms, applications, places, staff
from storage.admission import Call
from storage.applications import Applicant

NAME = 60  # characters


@dataclass(frozen=True, slots=True)
class Sheet:
    """An application as it is to be sent."""

    call: Call
    name: str
    answers: dict[str, str]


async def script(chat: Chat) -> Sheet | Done | Open:
    if chat.me.municipality is None:
        return Open("join")
    call = await chat.read(admission.find, number(chat.subject))
    if call is None or call.municipality != chat.me.municipality:
        return Done(chat.text("admission-gone"), links=(home(chat.text),))
    back = (chat.text("admission-to-mine"), Open("admission", str(call.id)))
    if await chat.read(applications.mine, call.id, chat.me.person):
        return Done(chat.text("admission-already"), links=(back,))
    if not call.days.takes_applications(today(chat.me)):
        return Done(chat.text("admission-late"), links=(home(chat.text),))
    interview = await chat.read(admission_forms.interview, call)
    await _begin(chat, call, interview)
    asked = chat.text("admission-ask-name")
    name = await chat.ask("name", asked, at_least=2, at_most=NAME, optional=True)
    sitting = _sitting(chat, call)
    answers = await hold(chat, interview, sitting)
    await look_over(chat, interview, answers, sitting, chat.text("admission-overview"))
    return Sheet(call, name, interview.cleaned(answers, sitting))


async def _begin(chat: Chat, call: Call, interview: Interview) -> None:
    """Plainly, before the first question: who reads it, with which name, and until when."""
    long = chat.text("needs-length", **length(interview, _sitting(chat, call)))
    told = [
        offer(chat.text, chat.me, call),
        await _readers(chat, call),
        chat.text("admission-kept", days=KEPT.days, until=day(call.days.kept_until)),
        long,
    ]
    await chat.choose("begin", lines(*told, by="\n\n"), [Choice("begin", chat.text("needs-begin"))])


async def _readers(chat: Chat, call: Call) -> Html:
    people = await chat.read(staff.staff_of, call.municipality)
    names = [one.name for one in people if one.role == staff.COORDINATOR and one.name]
    place = await chat.read(places.municipality, call.municipality)
    city = Words(place.name if place else {}).read(chat.me.language, chat.me.main_language)
    told = {"municipality": city, "count": len(names), "names": listed(names)}
    return chat.text("admission-readers", **told)


def _sitting(chat: Chat, call: Call) -> Sitting:
    now = chat.me.received.astimezone(chat.me.zone)
    since = begun(chat).astimezone(chat.me.zone)
    seed = f"admission:{call.id}:{chat.me.person}"
    return Sitting(chat.me.language, now, since, seed, shown)


async def apply(session: Any, me: Me, text: Text, result: Sheet | Done | Open) -> Outcome:
    if not isinstance(result, Sheet):
        return result
    new = Applicant(me.person, result.name, me.settlement, result.answers)
    back = (text("admission-to-mine"), Open("admission", str(result.call.id)))
    try:
        applied = await applications.apply(session, result.call.id, new, me.received)
    except NotAllowed as error:
        late = error.why == "late"
        why = text("admission-late") if late else text("admission-gone")
        return Done(why, links=(home(text),))
    until = day(result.call.days.last)
    return Done(text("admission-applied", number=str(applied), until=until), links=(back,))


def _twice(text: Text, error: Exception) -> Refused:
    """The person has applied on another messenger at the same moment."""
    return Refused(text("admission-already"))


JOURNEYS = (Journey("admission-apply", script, apply, title="admission-draft", conflict=_twice),)
