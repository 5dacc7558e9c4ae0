"""A survey that is being made: what it asks, and what can be done with it.

The subject of "survey-draft" and "survey-drop" is its id.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.civic.survey import short
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, lines
from handlers.parts.survey_drafts import draft_for, summary, title
from storage import interviews, survey_drafts
from storage.log import note
from storage.staff import is_staff
from storage.surveys import Asked


async def script(chat: Chat) -> Open | Done:
    draft = await draft_for(chat)
    if isinstance(draft, Done):
        return draft
    form = (await chat.read(interviews.interview, draft)).form
    told = chat.text("amend-unseen") if draft.corrects else chat.text("drafts-unseen")
    page = lines(await summary(chat, draft), told, by="\n\n")
    chosen = await chat.choose("what", page, list(_ways(chat, draft, short.is_short(form))))
    if chosen == "survey-file":
        return Open(chosen, f"{draft.municipality_id}:{draft.corrects}")
    return Open(chosen, chat.subject)


def _ways(chat: Chat, draft: Asked, by_chat: bool) -> Iterator[Choice]:
    """What can be done with a draft; one that corrects a survey is published, not opened."""
    yield Choice("survey-try", chat.text("drafts-try"), wide=True)
    if by_chat:
        yield Choice("survey-questions", chat.text("drafts-change"), wide=True)
    if draft.corrects:
        yield Choice("survey-file", chat.text("amend-by-file"), wide=True)
        yield Choice("survey-revise", chat.text("amend-publish"), wide=True)
    else:
        yield Choice("survey-open", chat.text("drafts-open"), wide=True)
    yield Choice("survey-name", chat.text("drafts-rename"), wide=True)
    yield Choice("survey-drop", chat.text("drafts-drop"), wide=True)


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
    called = title(chat, draft)
    prompt, yes = chat.text("drafts-drop-sure", title=called), chat.text("drafts-drop-yes")
    if draft.corrects:
        prompt, yes = chat.text("amend-drop-sure", title=called), chat.text("amend-drop-yes")
    sure = [
        Choice("yes", yes, wide=True),
        Choice("no", chat.text("drafts-drop-no"), wide=True),
    ]
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
    if not await survey_drafts.drop(session, id, place):
        return Done(text("drafts-gone"), links=to_list)
    subject = f"survey:{id}"
    await note(session, "drop-draft", me.now, person=me.person, municipality=place, subject=subject)
    if result.draft.corrects:
        return Done(text("amend-dropped"), links=to_list)
    return Done(text("drafts-dropped"), links=to_list)


JOURNEYS = (Journey("survey-draft", script, apply), Journey("survey-drop", drop, dropped))
