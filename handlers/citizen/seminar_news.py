"""New materials of a seminar, told once to those who took part."""

from datetime import datetime
from functools import partial
from typing import Any

from bot.journey import DueNow, Tools
from bot.messages import Choice, Outgoing, Words, lines
from handlers.parts.meeting_campaign import write
from storage import materials, meetings
from storage.due import Outdated
from storage.materials import HandOut
from storage.meetings import Shown


async def tell(session: Any, row: DueNow, tools: Tools) -> None:
    """All that was told at once, without what has been taken away since."""
    meeting = await meetings.find(session, int(row.subject))
    moment = datetime.fromisoformat(row.occurrence)
    found = await materials.told_at(session, int(row.subject), moment)
    if meeting is None or not found:
        raise Outdated
    letter = partial(_letter, meeting, found, tools)
    audience = {"took_seats": meeting.id}
    await write(session, meeting, "materials", audience, letter, tools.now())


def _letter(meeting: Shown, found: list[HandOut], tools: Tools, language: str) -> Outgoing:
    text = partial(tools.text, language)
    title = Words(meeting.title).read(language, meeting.main_language)
    rows = [text("materials-line", kind=one.kind, title=one.title) for one in found]
    said = lines(text("materials-added-to", title=title), *rows)
    see = Choice(f"go:seminar-materials:{meeting.id}", text("materials-see"), wide=True)
    return Outgoing(said, (see,), (Choice("!menu", text("core-menu")),))


DUE = {materials.TELL: tell}
