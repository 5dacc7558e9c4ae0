"""That a survey is open: a notice to whom it asks, once, with a button that begins it.

The subject is the survey's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import when
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, lines
from handlers.parts.survey_drafts import title
from handlers.parts.survey_who import Audience, counted, named
from storage import campaigns, staff, survey_reminders, surveys
from storage.audiences import SMALLEST, count_people
from storage.log import note
from storage.survey_audience import meant
from storage.surveys import Asked


@dataclass(frozen=True, slots=True)
class Notice:
    """A survey of which people are to be told."""

    survey: Asked


async def script(chat: Chat) -> Notice | Done:
    known = chat.subject.isdecimal()
    survey = await chat.read(surveys.find, int(chat.subject)) if known else None
    place = survey.municipality_id if survey else ""
    if survey is None or not await chat.read(staff.is_staff, chat.me.person, place):
        return Done(chat.text("surveys-not-staff"))
    to_survey = ((chat.text("surveys-to-this"), Open("survey", chat.subject)),)
    if not survey.is_open(chat.me.now):
        return Done(chat.text("surveys-not-running"), links=to_survey)
    if await chat.read(survey_reminders.told, survey.id):
        return Done(chat.text("audience-notified"), links=to_survey)
    audience = Audience(survey.audience)
    if await chat.read(count_people, meant(place, survey.audience)) < SMALLEST:
        return Done(chat.text("audience-few-yet", count=SMALLEST), links=to_survey)
    at = await chat.read(campaigns.goes_out, place, chat.me.now)
    prompt = lines(
        chat.text("drafts-title", title=title(chat, survey)),
        lines(
            chat.text("audience-who", who=await named(chat, place, audience)),
            await counted(chat, place, audience),
            chat.text("audience-goes-out", **when(at, chat.me.zone)),
        ),
        chat.text("audience-notify-sure"),
        by="\n\n",
    )
    choices = [
        Choice("yes", chat.text("audience-notify-yes"), wide=True),
        Choice("no", chat.text("audience-notify-no"), wide=True),
    ]
    if await chat.confirm("sure", prompt, choices) == "yes":
        return Notice(survey)
    return Done(then=Open("survey", chat.subject))


async def apply(session: Any, me: Me, text: Text, result: Notice | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    survey, place = result.survey, result.survey.municipality_id
    if not await staff.is_staff(session, me.person, place):
        return Done(text("surveys-not-staff"))
    await survey_reminders.tell(session, survey, me.now)
    subject = f"survey:{survey.id}"
    await note(session, "notify", me.now, person=me.person, municipality=place, subject=subject)
    to_survey = ((text("surveys-to-this"), Open("survey", str(survey.id))),)
    return Done(text("audience-notifying"), links=to_survey)


JOURNEYS = (Journey("survey-notify", script, apply),)
