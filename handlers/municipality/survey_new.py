"""A short survey made in the chat: its title and the first question, then one after another.

The subject of "survey-new" is a municipality, '' being one's own; that of "survey-question" is
the id of the draft.  Each question is kept when it is complete.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.survey import short
from bot.civic.survey.form import Form
from bot.civic.survey.short import MOST, Question
from bot.civic.survey.written import Written
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from handlers.parts.survey_drafts import TITLE, back, draft_for, published
from handlers.parts.survey_question import whole
from storage import interviews, survey_drafts
from storage.staff import is_staff
from storage.surveys import Asked


@dataclass(frozen=True, slots=True)
class Begun:
    """A new survey with one question."""

    municipality: str
    form: Form


@dataclass(frozen=True, slots=True)
class Added:
    """A draft with one question more."""

    draft: Asked
    form: Form


async def script(chat: Chat) -> Begun | Done:
    place = chat.subject or chat.me.municipality or ""
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(chat.text("surveys-not-staff"))
    main = chat.me.main_language
    prompt = chat.text("drafts-new-title", most=MOST)
    title = await chat.ask("title", prompt, at_least=3, at_most=TITLE)
    first: Question = await whole(chat, main, 1)
    return Begun(place, short.begun(main, title, first))


async def apply(session: Any, me: Me, text: Text, result: Begun | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    if not await is_staff(session, me.person, result.municipality):
        return Done(text("surveys-not-staff"))
    form = Written.of(result.form)
    new = survey_drafts.proposal(result.municipality, form.title, me.person, me.now)
    return Open("survey-questions", str(await survey_drafts.keep(session, new, form)))


async def another(chat: Chat) -> Added | Done:
    draft = await draft_for(chat)
    if isinstance(draft, Done):
        return draft
    form = (await chat.read(interviews.interview, draft)).form
    if not short.is_short(form) or len(form.items) >= MOST:
        return Done(chat.text("drafts-full", most=MOST), links=back(chat.text, draft.id))
    question = await whole(chat, chat.me.main_language, len(form.items) + 1)
    return Added(draft, short.added(form, question, await published(chat, draft)))


async def add(session: Any, me: Me, text: Text, result: Added | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    if not await is_staff(session, me.person, result.draft.municipality_id):
        return Done(text("surveys-not-staff"))
    if not await survey_drafts.change(session, result.draft, result.form):
        return Done(text("drafts-moved"), links=back(text, result.draft.id))
    return Open("survey-questions", str(result.draft.id))


JOURNEYS = (
    Journey("survey-new", script, apply, title="drafts-making"),
    Journey("survey-question", another, add, title="drafts-making"),
)
