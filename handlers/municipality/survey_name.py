"""What a survey that is being made is called, and what people read before they begin.

The subject is the draft's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import lines, plain
from handlers.parts.survey_drafts import INTRO, TITLE, back, draft_for, language, title
from storage import survey_drafts
from storage.staff import is_staff
from storage.surveys import Asked


@dataclass(frozen=True, slots=True)
class Called:
    """A draft with other words around its questions."""

    draft: Asked
    title: dict[str, str]
    intro: dict[str, str]


async def script(chat: Chat) -> Called | Done:
    draft = await draft_for(chat)
    if isinstance(draft, Done):
        return draft
    main = chat.me.main_language
    name = plain(language(chat.text, main))
    now = chat.text("drafts-title", title=title(chat, draft))
    prompt = lines(now, chat.text("drafts-ask-title", language=name), by="\n\n")
    called = await chat.ask("title", prompt, at_most=TITLE, optional=bool(draft.title.get(main)))
    ask = lines(draft.intro.get(main, ""), chat.text("drafts-ask-intro"), by="\n\n")
    intro = await chat.ask("intro", ask, at_most=INTRO, optional=True)
    return Called(
        draft,
        {**draft.title, main: called} if called else draft.title,
        {**draft.intro, main: intro} if intro else draft.intro,
    )


async def apply(session: Any, me: Me, text: Text, result: Called | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    draft = result.draft
    if not await is_staff(session, me.person, draft.municipality_id):
        return Done(text("surveys-not-staff"))
    if not await survey_drafts.call(session, draft, result.title, result.intro):
        return Done(text("drafts-moved"), links=back(text, draft.id))
    return Open("survey-draft", str(draft.id))


JOURNEYS = (Journey("survey-name", script, apply),)
