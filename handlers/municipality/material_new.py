"""Something to hand out at a seminar: a PDF, a photo or a link, with a title.

The subject is the seminar's id and the kind ("12-photo").
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from handlers.parts.web_links import LONGEST, is_link
from storage import materials, meetings, trainers
from storage.conduct import By
from storage.materials import DOCUMENT, LINK, MOST, PHOTO, NewMaterial
from storage.meetings import Shown

TITLE = 80  # characters


@dataclass(frozen=True, slots=True)
class Added:
    """Something for a seminar."""

    meeting: Shown
    new: NewMaterial


async def script(chat: Chat) -> Added | Done:
    id, _, kind = chat.subject.partition("-")
    meeting = await chat.read(meetings.find, int(id)) if id.isdecimal() else None
    if meeting is None or not await chat.read(trainers.may_work, chat.me.person, meeting):
        return Done(chat.text("trainer-not-yours"))
    return Added(meeting, await _new(chat, kind))


async def _new(chat: Chat, kind: str) -> NewMaterial:
    text, media, url = chat.text, "", ""
    if kind == DOCUMENT:
        media = await chat.file("file", text("materials-ask-document"), kinds=(".pdf",))
    elif kind == PHOTO:
        media = await chat.photo("photo", text("materials-ask-photo"))
    else:
        kind, ask = LINK, text("materials-ask-link")
        url = await chat.ask("url", ask, at_most=LONGEST, check=is_link(text))
    title = await chat.ask("title", text("materials-ask-title"), at_least=2, at_most=TITLE)
    return NewMaterial(kind, title, media, url)


async def apply(session: Any, me: Me, text: Text, result: Added | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    id, by = result.meeting.id, By(me.person, result.meeting.municipality_id, me.now)
    try:
        await materials.add(session, by, id, result.new)
    except NotAllowed as refused:
        return _refused(text, refused, id)
    return Done(text("materials-added"), then=Open("materials", str(id)))


def _refused(text: Text, refused: NotAllowed, id: int) -> Outcome:
    match refused.why:
        case "pdf":
            return Refused(text("materials-not-pdf"), forget=("file",))
        case "full":
            return Done(text("materials-full", most=MOST), then=Open("materials", str(id)))
        case "role":
            return Done(text("trainer-not-yours"))
    return Done(text("materials-changed"))


JOURNEYS = (Journey("material-new", script, apply, title="materials-name"),)
