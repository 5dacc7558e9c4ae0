"""The questions of an open survey are put right: a draft is begun, in the chat or by a file.

The subject is the survey's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.survey import short
from bot.civic.survey.form import Form
from bot.civic.survey.written import Written
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from handlers.parts.survey_drafts import title
from storage import interviews, staff, survey_drafts, surveys
from storage.surveys import Asked

CHAT, FILE = "chat", "file"


@dataclass(frozen=True, slots=True)
class Begun:
    """What is asked now, to be changed in the chat."""

    survey: Asked
    form: Form


async def script(chat: Chat) -> Begun | Done | Open:
    known = chat.subject.isdecimal()
    survey = await chat.read(surveys.find, int(chat.subject)) if known else None
    place = survey.municipality_id if survey else ""
    if survey is None or not await chat.read(staff.is_staff, chat.me.person, place):
        return Done(chat.text("surveys-not-staff"))
    if survey.over(chat.me.now):
        to_list = (chat.text("surveys-to-list"), Open("surveys", place))
        return Done(chat.text("amend-closed"), links=(to_list,))
    if draft := await chat.read(survey_drafts.correction, survey.id):
        return Open("survey-draft", str(draft))
    form = (await chat.read(interviews.interview, survey)).form
    here = Choice(CHAT, chat.text("amend-in-chat"), wide=True)
    file = Choice(FILE, chat.text("amend-by-file"), wide=True)
    choices = [here, file] if short.is_short(form) else [file]
    prompt = chat.text("amend-how", title=title(chat, survey))
    if await chat.choose("how", prompt, choices) == FILE:
        return Open("survey-file", f"{place}:{survey.id}")
    return Begun(survey, form)


async def apply(session: Any, me: Me, text: Text, result: Begun | Done | Open) -> Outcome:
    if not isinstance(result, Begun):
        return result
    survey = result.survey
    if not await staff.is_staff(session, me.person, survey.municipality_id):
        return Done(text("surveys-not-staff"))
    id = await survey_drafts.correct(session, survey, Written.of(result.form), me.person, me.now)
    return Open("survey-questions", str(id))


JOURNEYS = (Journey("survey-correct", script, apply),)
