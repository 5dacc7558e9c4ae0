"""Being there: whoever reads the code at a meeting is marked as having come.

The subject is what the meeting's door leads to; nobody else can name it.
"""

from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Html
from handlers.parts import meeting_page as page
from handlers.parts.meeting_page import read
from storage import attendance
from storage.attendance import EARLIER, Mark
from storage.meetings import Shown


async def script(chat: Chat) -> Shown | Done:
    meeting = await chat.read(attendance.behind, chat.subject)
    return meeting or Done(chat.text("meetings-gone"))


async def apply(session: Any, me: Me, text: Text, result: Shown | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    links = ((text("meetings-details"), Open("meetings", str(result.id))),)
    mark = await attendance.mark(session, result.id, me.person, me.received)
    return Done(_said(me, text, result, mark), links=links)


def _said(me: Me, text: Text, meeting: Shown, mark: Mark) -> Html:
    named = {"title": read(me, meeting.title), "kind": meeting.kind}
    match mark:
        case Mark.HERE:
            return text("meetings-you-came", **named)
        case Mark.EARLY:
            opens = page.at(text, meeting.starts_at - EARLIER, meeting)
            return text("meetings-not-yet", when=opens, **named)
        case Mark.OFF:
            return text("meetings-is-cancelled", **named)
    return text("meetings-too-late-here", **named)


JOURNEYS = (Journey("came", script, apply),)
