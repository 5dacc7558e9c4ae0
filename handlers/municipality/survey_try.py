"""A survey tried by the coordinator as citizens will be asked it; no answer is kept.

The subject is the id of a draft.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.survey_asking import hold
from handlers.parts.survey_drafts import back, draft_for
from handlers.parts.survey_overview import look_over, opening, sitting_of
from storage import interviews, media


@dataclass(frozen=True, slots=True)
class Tried:
    """A rehearsal that went to its end."""

    draft: int


async def script(chat: Chat) -> Tried | Done:
    draft = await draft_for(chat)
    if isinstance(draft, Done):
        return draft
    interview = await chat.read(interviews.interview, draft)
    sitting, mark = sitting_of(chat, draft), chat.text("drafts-rehearsal")
    begin = Choice("begin", chat.text("needs-begin"))

    def page() -> Html:
        return lines(mark, opening(chat, draft, interview, sitting), by="\n\n")

    await chat.choose("begin", page, [begin])
    answers = await hold(chat, interview, sitting, mark)
    head = lines(mark, chat.text("needs-overview"), by="\n\n")
    await look_over(chat, interview, answers, sitting, head)
    return Tried(draft.id)


async def apply(session: Any, me: Me, text: Text, result: Tried | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    await media.drop_rehearsal(session, f"{media.REHEARSAL}:{result.draft}:", me.now)
    return Done(text("drafts-tried"), links=back(text, result.draft))


JOURNEYS = (Journey(media.REHEARSAL, script, apply),)
