"""A survey that is being made: what it asks, and what can be done with it.

The subject of "survey-draft" and "survey-drop" is its id.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.survey import short
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, lines
from handlers.parts.survey_drafts import draft_for, summary, title
from storage import interviews, surveys
from storage.log import note
from storage.staff import is_staff
from storage.surveys import Asked


async def script(chat: Chat) -> Open | Done:
    draft = await draft_for(chat)
    if isinstance(draft, Done):
        return draft
    form = (await chat.read(interviews.interview, draft)).form
    choices = [
        Choice("survey-try", chat.text("drafts-try"), wide=True),
        Choice("survey-open", chat.text("drafts-open"), wide=True),
        Choice("survey-name", chat.text("drafts-rename"), wide=True),
        Choice("survey-drop", chat.text("drafts-drop"), wide=True),
    ]
    if short.is_short(form):
        choices.insert(1, Choice("survey-questions", chat.text("drafts-change"), wide=True))
    page = lines(await summary(chat, draft), chat.text("drafts-unseen"), by="\n\n")
    return Open(await chat.choose("what", page, choices), chat.subject)


async def apply(session: Any, me: Me, text: Text, result: Open | Done) -> Outcome:
    return result


@dataclass(frozen=True, slots=True)
class Dropping:
    """A draft that nobody wants any more."""

    draft: Asked


async def drop(chat: Chat) -> Dropping | Done:
    draft = await draft_for(chat)
    if isinstance(draft, Done):
        return draft
    sure = [
        Choice("yes", chat.text("drafts-drop-yes"), wide=True),
        Choice("no", chat.text("drafts-drop-no"), wide=True),
    ]
    prompt = chat.text("drafts-drop-sure", title=title(chat, draft))
    if await chat.confirm("sure", prompt, sure) == "yes":
        return Dropping(draft)
    return Done(then=Open("survey-draft", chat.subject))


async def dropped(session: Any, me: Me, text: Text, result: Dropping | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    id, place = result.draft.id, result.draft.municipality_id
    if not await is_staff(session, me.person, place):
        return Done(text("surveys-not-staff"))
    to_list = ((text("surveys-to-list"), Open("surveys", place)),)
    if not await surveys.drop_draft(session, id, place):
        return Done(text("drafts-gone"), links=to_list)
    subject = f"survey:{id}"
    await note(session, "drop-draft", me.now, person=me.person, municipality=place, subject=subject)
    return Done(text("drafts-dropped"), links=to_list)


JOURNEYS = (Journey("survey-draft", script, apply), Journey("survey-drop", drop, dropped))
